"""The frame of every page, the first page, search and help."""

"""The language of reports: characters, numerals, and the words that cue a meaning."""

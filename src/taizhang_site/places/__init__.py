"""The tree of places and the offices in them."""

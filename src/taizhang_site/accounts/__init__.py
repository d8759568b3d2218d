"""People, posts, sessions and the table of rights."""

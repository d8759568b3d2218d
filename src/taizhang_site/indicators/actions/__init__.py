"""The one door for writes: pages, imports and the API come through here."""

"""The trail: who saw or changed what, append-only and chained."""

"""The demo county: invented, made from a day alone, the same for the same day."""

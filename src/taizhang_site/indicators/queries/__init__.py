"""Questions about indicators, targets and figures, as of any date and as known at any date."""

"""Indicators, targets and figures: what the town answers for, in numbers."""

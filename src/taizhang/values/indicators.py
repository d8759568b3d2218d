"""What kinds of things are measured."""

from __future__ import annotations

from typing import Literal

Kind = Literal["cumulative", "in_period", "stock", "rate", "milestone", "text"]
"""From the year's start · each month its own · where it stands · one thing over another · done or not · words."""
Direction = Literal["up", "down", "none"]
"""Which way is better."""

"""The arithmetic of targets and figures: completion, pace, growth, shares, doubts. Each formula has its one home here.

Everything is `Decimal` and unrounded; pages round when they show. Where there is no number, an answer says why in words.
"""

from taizhang.measures.answers import Answer
from taizhang.measures.doubts import Doubt, falls, jumps, slips
from taizhang.measures.growth import year_on_year
from taizhang.measures.lights import Light, light
from taizhang.measures.progress import (
    Goal,
    completion,
    forecast,
    lead,
    met,
    needed_monthly,
    pace,
    standing_pace,
    time_progress,
)
from taizhang.measures.series import in_period, year_to_date
from taizhang.measures.splits import even, weighted

__all__ = [
    "Answer",
    "Doubt",
    "Goal",
    "Light",
    "completion",
    "even",
    "falls",
    "forecast",
    "in_period",
    "jumps",
    "lead",
    "light",
    "met",
    "needed_monthly",
    "pace",
    "slips",
    "standing_pace",
    "time_progress",
    "weighted",
    "year_on_year",
    "year_to_date",
]

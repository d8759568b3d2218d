"""What makes a figure doubtful when it is typed; it may still be right, with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from taizhang.values.words import Words

SLIP_LOW = Decimal(3000)
SLIP_HIGH = Decimal(33000)
"""万 left out or put in twice makes a number some 10⁴ times off; a year's change widens that on both sides."""
HABIT = 6
"""So many earlier changes make a habit."""
WIDE = Decimal(6)
LEAST = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A doubt about a typed figure: its code and its words."""

    code: str
    words: Words


def falls(now: Decimal, before: Decimal | None) -> Doubt | None:
    """A year-to-date figure below the month before's."""
    if before is None or now >= before:
        return None
    return Doubt(
        "falls", Words(f"累计数比上月少（上月{before:,f}）", f"year-to-date below the month before ({before:,f})")
    )


def slips(now: Decimal, neighbour: Decimal | None) -> Doubt | None:
    """A figure some 10⁴ times above or below its neighbour (a year ago, the month before)."""
    if neighbour is None or now <= 0 or neighbour <= 0:
        return None
    ratio = max(now / neighbour, neighbour / now)
    if not SLIP_LOW <= ratio <= SLIP_HIGH:
        return None
    return Doubt(
        "slips",
        Words(
            f"与往期（{neighbour:,f}）相差约一万倍，是不是单位填错了",
            f"about 10,000 times off {neighbour:,f}: is the unit right?",
        ),
    )


def jumps(now: Decimal, then: Decimal | None, habit: Sequence[tuple[Decimal, Decimal]]) -> Doubt | None:
    """A change on `then` that is beyond the habit of earlier changes, each a pair (then, now) of positive figures.

    Compared are ratios, so that a season that returns every year is no jump. Beyond is farther from the median ratio
    than six median deviations, and than half of it: the median deviation, unlike the standard one, is not moved by the
    odd month that it is to find.
    """
    ratios = [late / early for early, late in habit if early > 0 and late > 0]
    if then is None or then <= 0 or now < 0 or len(ratios) < HABIT:
        return None
    middle = median(ratios)
    spread = median(abs(ratio - middle) for ratio in ratios)
    ratio = now / then
    if abs(ratio - middle) <= max(WIDE * spread, LEAST * middle):
        return None
    change = (ratio - 1) * 100
    return Doubt(
        "jumps", Words(
            f"与往期（{then:,f}）相比变动{change:+.0f}%，超出这项指标以往的变动", f"{change:+.0f}% on {then:,f}: beyond what is usual for it"
        ),
    )  # fmt: skip

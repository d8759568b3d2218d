"""A whole given out in parts that add up to it, to the last digit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Decimal


def even(whole: Decimal, count: int, places: int) -> list[Decimal]:
    """Equal parts of `whole` with `places` decimals; what does not divide goes to the first parts.

    Raises ValueError for fewer than one part.
    """
    return weighted(whole, [Decimal(1)] * count, places)


def weighted(whole: Decimal, weights: Sequence[Decimal], places: int) -> list[Decimal]:
    """Parts of `whole` in proportion to `weights`, with `places` decimals, by the largest remainders.

    Raises ValueError where no weight is above nought or one is below.
    """
    total = sum(weights, Decimal(0))
    if total <= 0 or any(weight < 0 for weight in weights):
        raise ValueError("weights")
    step = Decimal(1).scaleb(-places)
    exact = [whole * weight / total for weight in weights]
    parts = [(value / step).to_integral_value(ROUND_FLOOR) * step for value in exact]
    left = int(((whole - sum(parts, Decimal(0))) / step).to_integral_value())
    order = sorted(range(len(parts)), key=lambda at: (parts[at] - exact[at], at))
    for at in order[:left]:
        parts[at] += step
    return parts

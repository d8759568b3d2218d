"""From year-to-date to single months and back."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal


def in_period(to_date: Sequence[Decimal | None]) -> list[Decimal | None]:
    """What each month of a year added, from its year-to-date figures, January first.

    A month without a figure adds nothing known; the next one that has a figure then stands for both, as February does
    where January is not reported.
    """
    added: list[Decimal | None] = []
    last = Decimal(0)
    for value in to_date:
        if value is None:
            added.append(None)
            continue
        added.append(value - last)
        last = value
    return added


def year_to_date(added: Sequence[Decimal | None]) -> list[Decimal | None]:
    """Year-to-date figures from what each month added; a month without a figure has none of its own."""
    total = Decimal(0)
    found: list[Decimal | None] = []
    for value in added:
        if value is None:
            found.append(None)
            continue
        total += value
        found.append(total)
    return found

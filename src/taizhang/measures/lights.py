"""Green, yellow, red: how far behind its pace a target may be."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

YELLOW_BEHIND = Decimal(10)
RED_BEHIND = Decimal(30)
"""Percentage points behind schedule, as a city's rules for its key projects have them (银川 2025)."""


class Light(StrEnum):
    """Grey stands for what cannot be judged."""

    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    GREY = "grey"


def light(
    ahead: Decimal | None, holds: bool | None = None, yellow: Decimal = YELLOW_BEHIND, red: Decimal = RED_BEHIND
) -> Light:
    """The light of a target that is `ahead` of its pace by so many points; one without a pace is judged by whether it `holds`.

    Behind by less than `yellow` is green, by more than `red` is red. Raises ValueError where red comes before yellow.
    """
    if red < yellow:
        raise ValueError(f"{yellow} > {red}")
    if ahead is None:
        return Light.GREY if holds is None else Light.GREEN if holds else Light.RED
    if -ahead > red:
        return Light.RED
    return Light.YELLOW if -ahead >= yellow else Light.GREEN

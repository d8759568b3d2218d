"""What a place adds to the one above it."""

from __future__ import annotations

from dataclasses import dataclass

from taizhang_site.indicators.models import Parts, State


@dataclass(frozen=True, slots=True)
class Share:
    """What a place adds to the one above it."""

    scaled: int = 0
    values: int = 0
    not_applicable: int = 0
    absent: int = 0


NOTHING = Share()


def share(state: str, scaled: int | None) -> Share:
    """What a figure of its own makes a place add."""
    if state == State.VALUE and scaled is not None:
        return Share(scaled, values=1)
    return Share(not_applicable=1) if state == State.NOT_APPLICABLE else Share(absent=1)


def share_of_parts(parts: Parts | None) -> Share:
    """What a place without a figure of its own adds: one value where any place below it has one."""
    if parts is None:
        return NOTHING
    if parts.values:
        return Share(parts.scaled, values=1)
    if parts.absent:
        return Share(absent=1)
    return Share(not_applicable=1) if parts.not_applicable else NOTHING

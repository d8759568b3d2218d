"""One figure's story: its versions and moves in the order of time, and what it was made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from taizhang_site.indicators.models import Figure, FigureVersion, Indicator, Move
from taizhang_site.indicators.months import Month
from taizhang_site.indicators.queries.values import Value, Values, When, values
from taizhang_site.places.models import Place


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a figure: a version, or a move from one step to another."""

    at: datetime
    version: FigureVersion | None = None
    move: Move | None = None


def story(figure: Figure) -> list[Event]:
    """Everything that happened to the figure, newest first."""
    versions = [
        Event(row.recorded_at, version=row)
        for row in figure.versions.select_related("recorded_by", "post").order_by("number")
    ]
    moves = [Event(row.at, move=row) for row in figure.moves.select_related("by", "post").order_by("id")]
    # Submitting makes a version and a move: the version tells both.
    told = [each for each in moves if each.move and each.move.now != "submitted"]
    return sorted([*versions, *told], key=lambda each: each.at, reverse=True)


@dataclass(frozen=True, slots=True)
class Piece:
    """What a value is made of: a place's or an indicator's value, that opens in its turn."""

    indicator: Indicator
    place: Place
    value: Value
    sides: tuple[Value, Value] | None = None
    """Of a rate below a rate: numerator and denominator, counted only where both are there."""
    figure: Figure | None = None
    version: FigureVersion | None = None


def pieces(indicator: Indicator, place: Place, month: Month, when: When) -> tuple[Piece, list[Piece]]:
    """The value and what it is made of: the two indicators of a rate, the places below of a sum, nothing for a figure."""
    children = list(Place.objects.filter(parent=place).order_by("order", "code"))
    parts = [each for each in (indicator.numerator, indicator.denominator) if each]
    found = values([indicator, *parts], [place, *children], [month], when)
    whole = found.at(indicator, place, month)
    below = bool(parts) and all(found.at(each, place, month).origin == "parts" for each in parts)
    if whole.origin == "rate" and below:
        made = [
            Piece(indicator, child, found.at(indicator, child, month), _sides(parts, child, month, found))
            for child in children
        ]
    elif whole.origin == "rate":
        made = [Piece(each, place, found.at(each, place, month)) for each in parts]
    else:
        made = [
            Piece(indicator, child, found.at(indicator, child, month)) for child in children
            if found.at(indicator, child, month).origin != "own" or found.at(indicator, child, month).figure
        ]  # fmt: skip
    return _signed([Piece(indicator, place, whole), *made], when)


def _sides(parts: Sequence[Indicator], place: Place, month: Month, found: Values) -> tuple[Value, Value]:
    one, other = (found.at(each, place, month) for each in parts)
    return one, other


def _signed(found: Sequence[Piece], when: When) -> tuple[Piece, list[Piece]]:
    """The pieces with the figure and the version behind each that has one."""
    keys = [piece.value.figure for piece in found if piece.value.figure]
    figures = {row.pk: row for row in Figure.objects.filter(pk__in=keys)}
    rows = FigureVersion.objects.filter(figure__in=keys).select_related("recorded_by", "post").order_by("number")
    if when.known_at:
        rows = rows.filter(recorded_at__lte=when.known_at)
    if when.as_of:
        rows = rows.filter(effective_on__lte=when.as_of)
    newest = {row.figure_id: row for row in rows}
    signed = [
        replace(each, figure=figures.get(each.value.figure or 0), version=newest.get(each.value.figure or 0))
        for each in found
    ]
    return signed[0], signed[1:]

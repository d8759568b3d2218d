"""What indicators were at places in months: live, as of a day, as known at a moment.

A place has its own figure, or what the places below it add up to, or, for a rate, what its two indicators make.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Q

from taizhang_site.indicators.models import Figure, FigureVersion, Indicator, Kind, Parts, State
from taizhang_site.indicators.months import Month, closes_on
from taizhang_site.indicators.shares import ADDED, NOTHING, Share, share
from taizhang_site.places.models import Place

Key = tuple[int, int, Month]
"""Indicator, place, month."""


@dataclass(frozen=True, slots=True)
class When:
    """`as_of`: the day in the world; `known_at`: the moment up to which the system had learned. Neither: now."""

    as_of: date | None = None
    known_at: datetime | None = None

    @property
    def live(self) -> bool:
        """Whether the question is about now."""
        return self.as_of is None and self.known_at is None


@dataclass(frozen=True, slots=True)
class Value:
    """A place's value: where it is from (`own`, `parts`, `rate`), how many places below counted, how many not."""

    state: str
    value: Decimal | None = None
    origin: str = "own"
    status: str = ""
    counted: int = 0
    absent: int = 0
    figure: int | None = None
    parts: Decimal | None = None
    """What the parts add up to, beside a figure of its own."""


NONE = Value(State.BLANK)
NOW = When()


class Values:
    """The values of some indicators at some places in some months."""

    def __init__(self, found: Mapping[Key, Value]) -> None:
        self._found = found

    def at(self, indicator: Indicator, place: Place, month: Month) -> Value:
        """The value there, or a blank one."""
        return self._found.get((indicator.pk, place.pk, month), NONE)


def values(
    indicators: Iterable[Indicator], places: Sequence[Place], months: Sequence[Month], when: When = NOW
) -> Values:
    """The values of every indicator at every place in every month, rates recomputed from their two parts."""
    wanted = {indicator.pk: indicator for indicator in indicators}
    every = dict(wanted)
    for indicator in wanted.values():
        for part in (indicator.numerator, indicator.denominator):
            if part is not None:
                every.setdefault(part.pk, part)
    if not months or not places:
        return Values({})
    found = _live(every, places, months) if when.live else _known(every, places, months, when)
    for indicator in wanted.values():
        if indicator.kind == Kind.RATE and indicator.numerator and indicator.denominator:
            for place in places:
                for month in months:
                    made = _rate(indicator, found, place.pk, month)
                    if made:
                        found[indicator.pk, place.pk, month] = made
    return Values(found)


def _rate(indicator: Indicator, found: Mapping[Key, Value], place: int, month: Month) -> Value | None:
    """Numerator over denominator; None where neither is known, so that a figure of its own may stand."""
    above = found.get((indicator.numerator_id or 0, place, month))
    below = found.get((indicator.denominator_id or 0, place, month))
    if above is None or below is None:
        return None
    if above.value is None or below.value is None:
        return Value(above.state if above.value is None else below.state, origin="rate")
    if not below.value:
        return Value(State.NOT_APPLICABLE, origin="rate")
    return Value(
        State.VALUE, above.value / below.value * indicator.times, "rate",
        counted=min(above.counted, below.counted), absent=max(above.absent, below.absent),
    )  # fmt: skip


def _span(months: Sequence[Month]) -> Q:
    """The months as few ranges of year and month, so that an index serves."""
    by_year: dict[int, list[int]] = defaultdict(list)
    for month in months:
        by_year[month.year].append(month.month)
    span = Q()
    for year, numbers in by_year.items():
        span |= Q(year=year, month__in=numbers)
    return span


def _live(indicators: Mapping[int, Indicator], places: Sequence[Place], months: Sequence[Month]) -> dict[Key, Value]:
    ids = [place.pk for place in places]
    one = {"place_id": ids[0]} if len(ids) == 1 else {"place_id__in": ids}
    span = _span(months)
    found: dict[Key, Value] = {}
    sums: dict[Key, Share] = {}
    rows = Parts.objects.filter(span, indicator_id__in=indicators, **one)
    for indicator, place, year, month, total, counted, away, absent in rows.values_list(
        "indicator_id", "place_id", "year", "month", "scaled", "values", "not_applicable", "absent"
    ):
        sums[indicator, place, Month(year, month)] = Share(total, counted, away, absent)
    for key, parts in sums.items():
        found[key] = of_parts(indicators[key[0]], parts)
    own = Figure.objects.filter(span, indicator_id__in=indicators, office=None, number__gt=0, **one)
    for pk, indicator, place, year, month, state, scaled, status in own.values_list(
        "pk", "indicator_id", "place_id", "year", "month", "state", "scaled", "status"
    ):
        key = (indicator, place, Month(year, month))
        found[key] = of_own(indicators[indicator], state, scaled, status, pk, sums.get(key))
    return found


def of_parts(indicator: Indicator, parts: Share) -> Value:
    """The value of a place that has no figure of its own."""
    if parts.values:
        return Value(State.VALUE, indicator.value(parts.scaled), "parts", "", parts.values, parts.absent)
    if parts.absent:
        return Value(State.BLANK, None, "parts", "", 0, parts.absent)
    return Value(State.NOT_APPLICABLE if parts.not_applicable else State.BLANK, None, "parts")


def of_own(indicator: Indicator, state: str, scaled: int | None, status: str, pk: int, parts: Share | None) -> Value:
    """The value of a place with a figure of its own; its parts stand beside it."""
    beside = indicator.value(parts.scaled) if parts and parts.values else None
    counted, absent = (parts.values, parts.absent) if parts else (0, 0)
    return Value(state, indicator.value(scaled), "own", status, counted, absent, pk, beside)


def _known(
    indicators: Mapping[int, Indicator], places: Sequence[Place], months: Sequence[Month], when: When
) -> dict[Key, Value]:
    """The same from the versions: those learned by then, and of them the last that holds on the day."""
    below = Q()
    for place in places:
        below |= Q(figure__place__path__startswith=place.path)
    figure_span = Q()
    for month in {(month.year, month.month) for month in months}:
        figure_span |= Q(figure__year=month[0], figure__month=month[1])
    rows = FigureVersion.objects.filter(below, figure_span, figure__indicator_id__in=indicators, figure__office=None)
    if when.known_at:
        rows = rows.filter(recorded_at__lte=when.known_at)
    if when.as_of:
        rows = rows.filter(effective_on__lte=when.as_of, figure__closes_on__lte=when.as_of)
    own: dict[Key, tuple[str, int | None, int]] = {}
    for pk, indicator, place_id, year, number, state, scaled in rows.order_by(
        "figure_id", "effective_on", "number"
    ).values_list(
        "figure_id", "figure__indicator_id", "figure__place_id", "figure__year", "figure__month", "state", "scaled"
    ):
        own[indicator, place_id, Month(year, number)] = (state, scaled, pk)
    tree = {place.pk: place for place in Place.objects.filter(_below(places))}
    return _rolled(indicators, tree, own)


def _below(places: Sequence[Place]) -> Q:
    span = Q()
    for place in places:
        span |= Q(path__startswith=place.path)
    return span


def _rolled(
    indicators: Mapping[int, Indicator], tree: Mapping[int, Place], own: Mapping[Key, tuple[str, int | None, int]]
) -> dict[Key, Value]:
    """Own figures carried up the tree, deepest first."""
    found: dict[Key, Value] = {}
    sums: dict[Key, Share] = {}
    depth = {pk: place.path.count("/") for pk, place in tree.items()}
    waiting = {level: set[Key]() for level in range(max(depth.values(), default=0) + 1)}
    for key in own:
        waiting[depth[key[1]]].add(key)
    for level in sorted(waiting, reverse=True):
        for key in waiting[level]:
            indicator = indicators[key[0]]
            parts = sums.get(key)
            if key in own:
                state, scaled, pk = own[key]
                found[key] = of_own(indicator, state, scaled, "", pk, parts)
                added = share(state, scaled)
            else:
                found[key] = of_parts(indicator, parts or NOTHING)
                added = _added(parts or NOTHING)
            parent = tree[key[1]].parent_id
            if indicator.kind in ADDED and parent is not None and parent in tree:
                up = (key[0], parent, key[2])
                was = sums.get(up, NOTHING)
                sums[up] = Share(
                    was.scaled + added.scaled, was.values + added.values,
                    was.not_applicable + added.not_applicable, was.absent + added.absent,
                )  # fmt: skip
                waiting[level - 1].add(up)
    return found


def _added(parts: Share) -> Share:
    if parts.values:
        return Share(parts.scaled, values=1)
    if parts.absent:
        return Share(absent=1)
    return Share(not_applicable=1) if parts.not_applicable else NOTHING


def closed(indicator: Indicator, months: Iterable[Month], as_of: date) -> list[Month]:
    """Of the months, those that the indicator had closed by the day."""
    return [month for month in months if closes_on(indicator, month) <= as_of]

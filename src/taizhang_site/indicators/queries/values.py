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
from taizhang_site.indicators.shares import NOTHING, Share, share
from taizhang_site.places.models import Level, Place

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
    away: int = 0
    """Places below to which the indicator does not apply."""
    figure: int | None = None
    parts: Decimal | None = None
    """What the parts add up to, beside a figure of its own."""
    text: str = ""


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
    found = _found(every, places, months, when)
    rates = [each for each in wanted.values() if each.kind == Kind.RATE and each.numerator_id and each.denominator_id]
    if rates:
        found |= _rates(rates, _pairs(rates, found, places, months, when))
    return Values(found)


def _found(
    indicators: Mapping[int, Indicator], places: Sequence[Place], months: Sequence[Month], when: When
) -> dict[Key, Value]:
    """What is typed and what it adds up to; no rates of two indicators."""
    return _live(indicators, places, months) if when.live else _known(indicators, places, months, when)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of a rate over the same places; without `below`, the state that stands in for the rate."""

    state: str
    above: Decimal = Decimal(0)
    below: Decimal | None = None
    counted: int = 0
    absent: int = 0


def _rates(rates: Sequence[Indicator], pairs: Mapping[Key, Pair]) -> dict[Key, Value]:
    times = {each.pk: each.times for each in rates}
    made: dict[Key, Value] = {}
    for key, pair in pairs.items():
        if pair.below is None:
            made[key] = Value(pair.state, origin="rate", counted=pair.counted, absent=pair.absent)
        elif not pair.below:
            made[key] = Value(State.NOT_APPLICABLE, origin="rate")
        else:
            rate = pair.above / pair.below * times[key[0]]
            made[key] = Value(State.VALUE, rate, "rate", counted=pair.counted, absent=pair.absent)
    return made


def _pairs(
    rates: Sequence[Indicator], found: Mapping[Key, Value], places: Sequence[Place], months: Sequence[Month], when: When
) -> dict[Key, Pair]:
    """Both sides of each rate. A place below that has one side only is left out of both, or the rate would be of nothing.

    No pair where neither side is known, so that a figure of its own may stand.
    """
    below = _children(places)
    pairs: dict[Key, Pair] = {}
    uneven: set[Key] = set()
    for rate in rates:
        for place in places:
            deep = place.level not in (Level.TOWN, Level.VILLAGE)
            for month in months:
                sides = [found.get((part or 0, place.pk, month)) for part in (rate.numerator_id, rate.denominator_id)]
                one, other = sides
                if one is None or other is None:
                    continue
                key = (rate.pk, place.pk, month)
                if one.value is None or other.value is None:
                    pairs[key] = Pair(one.state if one.value is None else other.state)
                elif one.origin == other.origin == "parts" and (deep or not _whole(one, other, len(below[place.pk]))):
                    uneven.add(key)
                else:
                    pairs[key] = Pair(State.VALUE, one.value, other.value, min(one.counted, other.counted))
    if uneven:
        pairs |= _evened(rates, uneven, below, when)
    return pairs


def _whole(one: Value, other: Value, places: int) -> bool:
    """Whether every place below has given both sides."""
    return one.counted == other.counted == places


def _evened(
    rates: Sequence[Indicator], uneven: set[Key], below: Mapping[int, list[Place]], when: When
) -> dict[Key, Pair]:
    """The same from the places below that have both sides."""
    wanted = [each for each in rates if any(key[0] == each.pk for key in uneven)]
    sides = {part.pk: part for each in wanted for part in (each.numerator, each.denominator) if part}
    places = [child for pk in {key[1] for key in uneven} for child in below[pk]]
    months = sorted({key[2] for key in uneven})
    found = _pairs(wanted, _found(sides, places, months, when), places, months, when)
    pairs: dict[Key, Pair] = {}
    for key in uneven:
        children = below[key[1]]
        held = [found.get((key[0], child.pk, key[2])) for child in children]
        known = [pair for pair in held if pair and pair.below is not None]
        away = sum(pair is not None and pair.below is None and pair.state == State.NOT_APPLICABLE for pair in held)
        pairs[key] = Pair(
            State.VALUE if known else State.BLANK, sum((pair.above for pair in known), Decimal(0)),
            sum((pair.below or Decimal(0) for pair in known), Decimal(0)) if known else None,
            len(known), len(children) - len(known) - away,
        )  # fmt: skip
    return pairs


def _children(places: Sequence[Place]) -> dict[int, list[Place]]:
    """The places right below each of the places."""
    found: dict[int, list[Place]] = {place.pk: [] for place in places}
    for child in Place.objects.filter(parent__in=list(found)):
        found[child.parent_id or 0].append(child)
    return found


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
    for pk, indicator, place, year, month, state, scaled, status, text in own.values_list(
        "pk", "indicator_id", "place_id", "year", "month", "state", "scaled", "status", "text"
    ):
        key = (indicator, place, Month(year, month))
        found[key] = of_own(indicators[indicator], state, scaled, status, pk, sums.get(key), text)
    return found


def of_parts(indicator: Indicator, parts: Share) -> Value:
    """The value of a place that has no figure of its own."""
    if parts.values:
        value = indicator.value(parts.scaled)
        return Value(State.VALUE, value, "parts", "", parts.values, parts.absent, parts.not_applicable)
    if parts.absent:
        return Value(State.BLANK, None, "parts", "", 0, parts.absent, parts.not_applicable)
    return Value(State.NOT_APPLICABLE if parts.not_applicable else State.BLANK, None, "parts")


def of_own(
    indicator: Indicator, state: str, scaled: int | None, status: str, pk: int, parts: Share | None, text: str = ""
) -> Value:
    """The value of a place with a figure of its own; its parts stand beside it."""
    beside = indicator.value(parts.scaled) if parts and parts.values else None
    below = parts or NOTHING
    return Value(
        state,
        indicator.value(scaled),
        "own",
        status,
        below.values,
        below.absent,
        below.not_applicable,
        pk,
        beside,
        text,
    )


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
    own: dict[Key, tuple[str, int | None, int, str]] = {}
    for pk, indicator, place_id, year, number, state, scaled, text in rows.order_by(
        "figure_id", "effective_on", "number"
    ).values_list(
        "figure_id", "figure__indicator_id", "figure__place_id", "figure__year", "figure__month", "state", "scaled",
        "text",
    ):  # fmt: skip
        own[indicator, place_id, Month(year, number)] = (state, scaled, pk, text)
    tree = {place.pk: place for place in Place.objects.filter(_below(places))}
    return _rolled(indicators, tree, own)


def _below(places: Sequence[Place]) -> Q:
    span = Q()
    for place in places:
        span |= Q(path__startswith=place.path)
    return span


def _rolled(
    indicators: Mapping[int, Indicator], tree: Mapping[int, Place], own: Mapping[Key, tuple[str, int | None, int, str]]
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
                state, scaled, pk, text = own[key]
                found[key] = of_own(indicator, state, scaled, "", pk, parts, text)
                added = share(state, scaled)
            else:
                found[key] = of_parts(indicator, parts or NOTHING)
                added = _added(parts or NOTHING)
            parent = tree[key[1]].parent_id
            if indicator.adds_up and parent is not None and parent in tree:
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

"""Targets as they stood on a day and were known at a moment, growth turned into a value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from taizhang_site.indicators.models import Indicator, Kind, Target, TargetVersion
from taizhang_site.indicators.months import Month
from taizhang_site.indicators.queries.values import NOW, When, values
from taizhang_site.places.models import Place


@dataclass(frozen=True, slots=True)
class Standing:
    """A target with the version that holds. `value` is None where a growth target's base is not known."""

    target: Target
    version: TargetVersion
    value: Decimal | None
    base: Decimal | None = None

    @property
    def growth(self) -> Decimal | None:
        """The growth in percent, of a growth target."""
        return Decimal(self.version.scaled) / 100 if self.version.form == "growth" else None

    @property
    def shown(self) -> str:
        """The target as a person says it: `不低于 6%`."""
        return f"{self.version.get_bound_display()} {self.version.typed}{'%' if self.version.form == 'growth' else ''}"


def of_year(
    indicators: Iterable[Indicator], places: Sequence[Place], year: int, when: When = NOW
) -> dict[tuple[int, int], Standing]:
    """The year's targets of the places themselves (not their offices'), by indicator and place."""
    rows = Target.objects.filter(
        indicator__in=list(indicators),
        place__in=places,
        office=None,
        starts_on=date(year, 1, 1),
        ends_on=date(year, 12, 31),
    ).select_related("indicator", "place")
    return {(each.target.indicator_id, each.target.place_id): each for each in standing(rows, when)}


def standing(targets: Iterable[Target], when: When = NOW) -> list[Standing]:
    """The targets that stand (not withdrawn), in their order."""
    known = list(targets)
    versions = TargetVersion.objects.filter(target__in=known)
    if when.known_at:
        versions = versions.filter(recorded_at__lte=when.known_at)
    if when.as_of:
        versions = versions.filter(effective_on__lte=when.as_of)
    newest = {row.target_id: row for row in versions.order_by("effective_on", "number")}
    held = [(target, newest[target.pk]) for target in known if target.pk in newest and not newest[target.pk].withdrawn]
    bases = _bases(
        [target for target, version in held if version.form == "growth" and version.base_scaled is None], when
    )
    return [_stands(target, version, bases) for target, version in held]


def _stands(target: Target, version: TargetVersion, bases: dict[int, Decimal | None]) -> Standing:
    indicator = target.indicator
    if version.form == "value":
        return Standing(target, version, indicator.value(version.scaled))
    base = indicator.value(version.base_scaled) if version.base_scaled is not None else bases.get(target.pk)
    if base is None or base <= 0:
        return Standing(target, version, None, base)
    return Standing(target, version, base * (1 + Decimal(version.scaled) / 10000), base)


def _bases(targets: Sequence[Target], when: When) -> dict[int, Decimal | None]:
    """Last year's value of each growth target's indicator: the year's total, or where it stood at the year's end."""
    if not targets:
        return {}
    years = {target.starts_on.year - 1 for target in targets}
    months = [Month(year, month) for year in sorted(years) for month in range(1, 13)]
    indicators = {target.indicator_id: target.indicator for target in targets}
    places = list({target.place_id: target.place for target in targets}.values())
    found = values(indicators.values(), places, months, When(None, when.known_at))
    bases: dict[int, Decimal | None] = {}
    for target in targets:
        year = target.starts_on.year - 1
        if target.indicator.kind == Kind.IN_PERIOD:
            every = [found.at(target.indicator, target.place, Month(year, month)).value for month in range(1, 13)]
            known = [value for value in every if value is not None]
            bases[target.pk] = sum(known, Decimal(0)) if known else None
        else:
            bases[target.pk] = found.at(target.indicator, target.place, Month(year, 12)).value
    return bases


@dataclass(frozen=True, slots=True)
class Split:
    """A target's parts of one dimension, and how far their sum is from it."""

    title: str
    parts: list[Standing]
    total: Decimal
    difference: Decimal | None
    """Sum of the parts less the target; None where the target has no value."""


def splits(whole: Standing, when: When = NOW) -> list[Split]:
    """The parts that a target was given out in: by place, by office, by months."""
    rows = whole.target.parts.select_related("indicator", "place", "office").order_by(
        "starts_on", "place__order", "place__code"
    )
    kinds: dict[str, list[Standing]] = {}
    for part in standing(rows, when):
        same_time = (part.target.starts_on, part.target.ends_on) == (whole.target.starts_on, whole.target.ends_on)
        if not same_time:
            key = "months"
        elif part.target.office_id:
            key = "offices"
        else:
            key = "places"
        kinds.setdefault(key, []).append(part)
    found = []
    for key, parts in kinds.items():
        total = sum((part.value for part in parts if part.value is not None), Decimal(0))
        found.append(Split(key, parts, total, None if whole.value is None else total - whole.value))
    return found

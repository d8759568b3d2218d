"""How far each indicator of a place is: figure, target, completion, pace, lead, light, growth. The formulas are the library's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count

from taizhang.measures import (
    Answer,
    Goal,
    Light,
    completion,
    forecast,
    lead,
    light,
    met,
    needed_monthly,
    pace,
    standing_pace,
    time_progress,
    year_on_year,
)
from taizhang_site.indicators.models import FigureVersion, Indicator, Kind, Lights
from taizhang_site.indicators.months import Month, is_reported
from taizhang_site.indicators.queries import targets
from taizhang_site.indicators.queries.targets import Standing
from taizhang_site.indicators.queries.values import NOW, Value, Values, When, values
from taizhang_site.places.models import Place

ADDS_UP = frozenset({Kind.CUMULATIVE, Kind.IN_PERIOD})


@dataclass(frozen=True, slots=True)
class Published:
    """A growth rate published on a comparable basis, with its source."""

    rate: Decimal
    source: str


@dataclass(frozen=True, slots=True)
class Progress:
    """One indicator of one place at one month."""

    indicator: Indicator
    place: Place
    month: Month
    """The month of the figure: the one asked for, or the last before it for which the indicator is reported."""
    value: Value
    done: Decimal | None
    """The figure that is held against the target: year to date for what adds up, else where it stands."""
    year_ago: Value
    growth: Answer
    published: Published | None
    target: Standing | None
    completion: Answer
    time: Decimal
    due: Decimal | None
    lead: Decimal | None
    light: Light
    needed: Answer
    forecast: Answer
    missing: int = 0
    """Places right below that should have counted and did not."""

    @property
    def shown_growth(self) -> Decimal | None:
        """The growth to show: the published one where there is one."""
        return self.published.rate if self.published else self.growth.value

    @property
    def gap(self) -> Decimal | None:
        """What is missing to the target, in the indicator's unit; negative where it is exceeded."""
        if self.target is None or self.target.value is None or self.done is None:
            return None
        return self.target.value - self.done

    @property
    def in_points(self) -> bool:
        """Whether growth is a difference in percentage points."""
        return _in_points(self.indicator)


def progress(
    indicators: Sequence[Indicator], places: Sequence[Place], month: Month, when: When = NOW, day: date | None = None
) -> list[Progress]:
    """The progress of every indicator at every place. The same number of queries for any number of either.

    `day` is the one that pace is measured at; the month's last where it is None.
    """
    if not indicators or not places:
        return []
    year_end = Month(month.year - 1, 12)
    months = [Month(month.year, number) for number in range(1, month.month + 1)]
    months += [year_end, *(_reported(each, month).plus(-12) for each in indicators)]
    found = values(indicators, places, sorted(set(months)), when)
    aims = targets.of_year(indicators, places, month.year, when)
    rates = _published(indicators, places, month, when)
    settings = _settings(places, day or month.last_day())
    return [
        _one(
            each, found, settings[place.pk], _reported(each, month), aims.get((each.pk, place.pk)),
            rates.get((each.pk, place.pk, _reported(each, month))),
        )
        for place in places for each in indicators
    ]  # fmt: skip


def _reported(indicator: Indicator, month: Month) -> Month:
    """The last month up to `month`, in its year, for which the indicator has figures; `month` itself where there is none."""
    numbers = [number for number in range(month.month, 0, -1) if is_reported(indicator, Month(month.year, number))]
    return Month(month.year, numbers[0]) if numbers else month


def _one(
    indicator: Indicator, found: Values, setting: _Setting, month: Month, aim: Standing | None, published: Published | None
) -> Progress:  # fmt: skip
    place, day = setting.place, min(setting.day, month.last_day())
    value, year_ago = found.at(indicator, place, month), found.at(indicator, place, month.plus(-12))
    adds_up = indicator.kind in ADDS_UP
    done = _to_date(indicator, place, month, found)
    stood = None if adds_up else found.at(indicator, place, Month(month.year - 1, 12)).value
    starts_on, ends_on = date(month.year, 1, 1), date(month.year, 12, 31)
    time = time_progress(starts_on, ends_on, day)
    curve = [Decimal(share) for share in aim.version.curve] if aim else []
    by_curve = pace(starts_on, ends_on, day, curve)
    goal = _goal(aim, stood)
    completed = completion(done, goal)
    due = _due(goal, stood, by_curve, adds_up=adds_up)
    ahead = lead(completed.value, due) if due is not None else None
    holds = met(done, goal) if goal else None
    no_rate = Answer(why=None)
    return Progress(
        indicator, place, month, value, done, year_ago,
        year_on_year(value.value, year_ago.value, points=_in_points(indicator)), published, aim, completed, time, due,
        ahead, light(ahead, holds, *setting.limits),
        needed_monthly(done, goal, 12 - month.month) if adds_up else no_rate,
        forecast(done, by_curve) if adds_up else no_rate, _missing(value, setting.below),
    )  # fmt: skip


def _missing(value: Value, below: int) -> int:
    if value.origin == "own" or value.value is None:
        return 0
    return max(0, below - value.counted - value.away) if value.counted else 0


def _in_points(indicator: Indicator) -> bool:
    return indicator.kind == Kind.RATE and indicator.unit in ("%", "‰")


def _to_date(indicator: Indicator, place: Place, month: Month, found: Values) -> Decimal | None:
    if indicator.kind != Kind.IN_PERIOD:
        return found.at(indicator, place, month).value
    every = [found.at(indicator, place, Month(month.year, number)).value for number in range(1, month.month + 1)]
    known = [value for value in every if value is not None]
    return sum(known, Decimal(0)) if known else None


def _goal(aim: Standing | None, stood: Decimal | None) -> Goal | None:
    """The target as the formulas take it. Only what stands is brought down from a base: a year's limit is used up."""
    if aim is None or aim.value is None:
        return None
    base = None
    if aim.version.bound == "at_most":
        typed = aim.target.indicator.value(aim.version.base_scaled) if aim.version.base_scaled is not None else None
        base = typed if typed is not None else stood
        base = base if base is not None and base > aim.value else None
    return Goal(aim.value, aim.version.bound, base)  # type: ignore[arg-type]


def _due(goal: Goal | None, stood: Decimal | None, by_curve: Decimal, *, adds_up: bool) -> Decimal | None:
    """Percent of the target that should be reached by now; None where there is no such share."""
    if goal is None:
        return None
    if goal.falling:
        return by_curve if goal.base is not None else None
    return by_curve if adds_up else standing_pace(stood, goal.value, by_curve)


def _published(
    indicators: Sequence[Indicator], places: Sequence[Place], month: Month, when: When
) -> dict[tuple[int, int, Month], Published]:
    rows = FigureVersion.objects.filter(
        figure__indicator__in=indicators, figure__place__in=places, figure__office=None, figure__year=month.year,
        figure__month__lte=month.month,
    ).exclude(published_rate="")  # fmt: skip
    if when.known_at:
        rows = rows.filter(recorded_at__lte=when.known_at)
    return {
        (indicator, place, Month(month.year, number)): Published(Decimal(rate), source)
        for indicator, place, number, rate, source in rows.order_by("number").values_list(
            "figure__indicator_id", "figure__place_id", "figure__month", "published_rate", "published_source"
        )
    }


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all figures of one place share: the day, the lights' thresholds, how many places lie right below."""

    place: Place
    day: date
    limits: tuple[Decimal, Decimal]
    below: int


def _settings(places: Sequence[Place], day: date) -> dict[int, _Setting]:
    """The setting of each place; its thresholds are its own, or those of the nearest place above, or the defaults."""
    above = {int(key) for place in places for key in place.path.strip("/").split("/")}
    rows = {row.place_id: row for row in Lights.objects.filter(place_id__in=above)}
    children = Place.objects.filter(parent__in=places, valid_to=None).order_by()
    below = dict(children.values_list("parent").annotate(Count("id")))
    found: dict[int, _Setting] = {}
    for place in places:
        keys = [int(key) for key in reversed(place.path.strip("/").split("/"))]
        nearest = next((rows[key] for key in keys if key in rows), Lights())
        limits = (Decimal(nearest.yellow_behind), Decimal(nearest.red_behind))
        found[place.pk] = _Setting(place, day, limits, below.get(place.pk, 0))
    return found

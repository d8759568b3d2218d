"""What each place has to report for a month, and how far it has come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Max, Min, Q
from django.utils import timezone

from taizhang_site.indicators.models import Figure, FigureVersion, Indicator, Kind, Move, Status
from taizhang_site.indicators.months import Month, due_on, is_reported
from taizhang_site.places.models import Level, Place


def reported(place: Place, month: Month, indicators: Iterable[Indicator]) -> list[Indicator]:
    """Of the indicators, those that the place itself types for the month: rates are computed, villages have their own."""
    level = Level.VILLAGE if place.level == Level.VILLAGE else Level.TOWN
    if place.level not in (Level.VILLAGE, Level.TOWN):
        return []
    return [
        each for each in indicators
        if each.by_village == (level == Level.VILLAGE) and is_reported(each, month) and typed_by_hand(each)
        and (each.place_id is None or f"/{each.place_id}/" in place.path)
    ]  # fmt: skip


def typed_by_hand(indicator: Indicator) -> bool:
    """Whether the indicator is typed: a rate of two indicators is not."""
    return not (indicator.kind == Kind.RATE and indicator.numerator_id and indicator.denominator_id)


def dictionary(place: Place) -> list[Indicator]:
    """The indicators in use at the place: the pack's, and those that places above it, or it, defined."""
    above = [int(key) for key in place.path.strip("/").split("/")]
    usable = Indicator.objects.filter(Q(place=None) | Q(place_id__in=above))
    return list(usable.select_related("group", "numerator", "denominator"))


@dataclass(slots=True)
class Duty:
    """A place's month: how many figures are due, and where each of them is."""

    place: Place
    due: int = 0
    submitted: int = 0
    reviewed: int = 0
    locked: int = 0
    late: int = 0
    """Of those in, how many came after their day."""
    returned: int = 0
    drafts: int = 0
    overdue: int = 0
    missing: list[str] = field(default_factory=list)
    """Names of what is not in."""
    next_due: date | None = None

    @property
    def arrived(self) -> int:
        """Figures that were submitted, wherever they are now."""
        return self.submitted + self.reviewed + self.locked

    @property
    def open(self) -> int:
        """Figures still to come."""
        return self.due - self.arrived

    @property
    def share(self) -> int:
        """Whole percent of what is due that is in, rounded down: 100 means all."""
        return self.arrived * 100 // self.due if self.due else 100


def board(places: Sequence[Place], month: Month, today: date) -> list[Duty]:
    """The month of every place that has something to report, in the places' order. Three queries for any number."""
    used = dictionary_of(places)
    wanted = {place.pk: {each.pk: each for each in reported(place, month, used)} for place in places}
    duties = {place.pk: Duty(place, due=len(wanted[place.pk])) for place in places if wanted[place.pk]}
    standing = _standing(list(duties), month)
    for pk, duty in duties.items():
        for key, indicator in wanted[pk].items():
            _count(duty, indicator, standing.get((pk, key)), due_on(indicator, month), today)
    return [duties[place.pk] for place in places if place.pk in duties]


def dictionary_of(places: Sequence[Place]) -> list[Indicator]:
    """The indicators in use at any of the places."""
    above = {int(key) for place in places for key in place.path.strip("/").split("/")}
    usable = Indicator.objects.filter(Q(place=None) | Q(place_id__in=above))
    return list(usable.select_related("group", "numerator", "denominator"))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one figure is, when it first came in, whether it was sent back."""

    status: str
    first: datetime | None
    returned: bool


def _standing(places: Sequence[int], month: Month) -> dict[tuple[int, int], Standing]:
    rows = Figure.objects.filter(place_id__in=places, office=None, year=month.year, month=month.month)
    first = dict(FigureVersion.objects.filter(figure__in=rows).values_list("figure").annotate(at=Min("recorded_at")))
    newest = Move.objects.filter(figure__in=rows).values("figure").annotate(newest=Max("id")).values("newest")
    back = set(
        Move.objects.filter(pk__in=newest, now=Status.DRAFT, was=Status.SUBMITTED).values_list("figure", flat=True)
    )
    return {
        (place, indicator): Standing(status, first.get(pk), pk in back)
        for pk, place, indicator, status in rows.values_list("pk", "place_id", "indicator_id", "status")
    }


def _count(duty: Duty, indicator: Indicator, standing: Standing | None, due: date, today: date) -> None:
    arrived = standing is not None and standing.status != Status.DRAFT
    if standing is not None and arrived:
        name = {Status.SUBMITTED: "submitted", Status.REVIEWED: "reviewed", Status.LOCKED: "locked"}[
            Status(standing.status)
        ]
        setattr(duty, name, getattr(duty, name) + 1)
        duty.late += standing.first is not None and timezone.localdate(standing.first) > due
        return
    duty.missing.append(indicator.name)
    duty.returned += standing is not None and standing.returned
    duty.drafts += standing is not None and not standing.returned
    duty.overdue += today > due
    if duty.next_due is None or due < duty.next_due:
        duty.next_due = due


@dataclass(frozen=True, slots=True)
class Late:
    """A place with figures whose day is past."""

    place: Place
    overdue: int
    due: int
    since: date


def late_reporters(places: Sequence[Place], month: Month, today: date) -> list[Late]:
    """The places whose figures should be in and are not, most missing first."""
    found = [
        Late(duty.place, duty.overdue, duty.due, duty.next_due)
        for duty in board(places, month, today) if duty.overdue and duty.next_due
    ]  # fmt: skip
    return sorted(found, key=lambda each: (-each.overdue, each.since, each.place.code))


def open_at(place: Place) -> list[Place]:
    """The place and those below it that are in use today, the place first, in the tree's order."""
    today = timezone.localdate()
    rows = Place.objects.filter(path__startswith=place.path).filter(Q(valid_to=None) | Q(valid_to__gte=today))
    found = {each.pk: each for each in rows.order_by("order", "code")}
    below: dict[int | None, list[Place]] = defaultdict(list)
    for each in found.values():
        below[each.parent_id].append(each)
    ordered: list[Place] = []
    waiting = [found[place.pk]] if place.pk in found else []
    while waiting:
        each = waiting.pop(0)
        ordered.append(each)
        waiting[:0] = below[each.pk]
    return ordered

"""Figures at one step of their way, with what a reviewer weighs: the neighbours in time, doubts, reasons, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count

from taizhang_site.indicators.models import Figure, FigureVersion, Status
from taizhang_site.indicators.months import Month
from taizhang_site.indicators.queries.values import Value, values
from taizhang_site.places.models import Place


@dataclass(frozen=True, slots=True)
class Waiting:
    """One figure on the reviewer's desk."""

    figure: Figure
    value: Value
    before: Value
    year_ago: Value
    version: FigureVersion | None
    evidence: int


def waiting(place: Place, month: Month, status: Status) -> list[Waiting]:
    """The figures of the place and below for the month that stand at `status`, in the tree's and dictionary's order."""
    rows = list(
        Figure.objects.filter(
            place__path__startswith=place.path,
            office=None,
            year=month.year,
            month=month.month,
            status=status,
            number__gt=0,
        )
        .select_related("indicator__group", "indicator__numerator", "indicator__denominator", "place")
        .annotate(files=Count("evidence"))
        .order_by("place__path", "indicator__group__order", "indicator__order", "indicator_id")
    )
    if not rows:
        return []
    indicators = list({row.indicator_id: row.indicator for row in rows}.values())
    places = list({row.place_id: row.place for row in rows}.values())
    before, year_ago = month.plus(-1), month.plus(-12)
    stood = values(indicators, places, [month, before, year_ago])
    newest: dict[int, FigureVersion] = {}
    for version in FigureVersion.objects.filter(figure__in=rows).select_related("recorded_by").order_by("number"):
        newest[version.figure_id] = version
    return [
        Waiting(
            row, stood.at(row.indicator, row.place, month), stood.at(row.indicator, row.place, before),
            stood.at(row.indicator, row.place, year_ago), newest.get(row.pk), row.files,
        )
        for row in rows
    ]  # fmt: skip


def by_place(found: Sequence[Waiting]) -> list[tuple[Place, list[Waiting]]]:
    """The desk, a pile for each place."""
    piles: dict[int, tuple[Place, list[Waiting]]] = {}
    for each in found:
        piles.setdefault(each.figure.place_id, (each.figure.place, []))[1].append(each)
    return list(piles.values())


def counts(place: Place, month: Month) -> Counter[str]:
    """How many figures of the month stand at each step."""
    rows = Figure.objects.filter(
        place__path__startswith=place.path, office=None, year=month.year, month=month.month, number__gt=0
    )
    return Counter(dict(rows.order_by().values_list("status").annotate(Count("id"))))


def months(place: Place, status: Status) -> list[tuple[Month, int]]:
    """The newest twelve months that hold figures at the step, newest first, with how many."""
    rows = Figure.objects.filter(place__path__startswith=place.path, office=None, status=status, number__gt=0)
    counted = rows.order_by("-year", "-month").values_list("year", "month").annotate(Count("id"))[:12]
    return [(Month(year, month), count) for year, month, count in counted]

"""What changed lately, and where a place's own figure differs from its parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import F, OuterRef, Subquery

from taizhang_site.indicators.models import Figure, FigureVersion, Indicator, Parts, State
from taizhang_site.indicators.months import Month
from taizhang_site.places.models import Place

SHOWN = 12


@dataclass(frozen=True, slots=True)
class Change:
    """A figure that got a new version: what it was, what it is."""

    version: FigureVersion
    was: Decimal | None
    now: Decimal | None


def corrected(place: Place, since: datetime | None) -> tuple[list[Change], int, int]:
    """Since the moment: corrections of figures that had been in before, newest first; how many; how many new figures."""
    rows = FigureVersion.objects.filter(figure__place__path__startswith=place.path)
    if since:
        rows = rows.filter(recorded_at__gt=since)
    again = rows.filter(number__gt=1)
    before = FigureVersion.objects.filter(figure=OuterRef("figure"), number=OuterRef("number") - 1)
    newest = (
        again.select_related("figure__indicator", "figure__place", "recorded_by")
        .annotate(was=Subquery(before.values("scaled")[:1]))
        .order_by("-recorded_at")[:SHOWN]
    )
    changes = [
        Change(row, row.figure.indicator.value(row.was), row.figure.indicator.value(row.scaled)) for row in newest
    ]
    return changes, again.count(), rows.filter(number=1).count()


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A place's own figure beside the sum of its parts."""

    figure: Figure
    own: Decimal
    parts: Decimal

    @property
    def difference(self) -> Decimal:
        """Own less parts."""
        return self.own - self.parts


def disagreements(place: Place, month: Month) -> list[Disagreement]:
    """Own figures of the place and below that differ from parts that are all in."""
    parts = Parts.objects.filter(
        indicator=OuterRef("indicator"), place=OuterRef("place"), year=OuterRef("year"), month=OuterRef("month"),
        absent=0, values__gt=0,
    )  # fmt: skip
    rows = (
        Figure.objects.filter(
            place__path__startswith=place.path, office=None, year=month.year, month=month.month, number__gt=0,
            state=State.VALUE,
        )
        .annotate(parts_scaled=Subquery(parts.values("scaled")[:1]))
        .filter(parts_scaled__isnull=False)
        .exclude(parts_scaled=F("scaled"))
        .select_related("indicator", "place")
        .order_by("place__path", "indicator__order")
    )  # fmt: skip
    return [
        Disagreement(row, _value(row.indicator, row.scaled), _value(row.indicator, row.parts_scaled)) for row in rows
    ]


def _value(indicator: Indicator, scaled: int | None) -> Decimal:
    return indicator.value(scaled) or Decimal(0)

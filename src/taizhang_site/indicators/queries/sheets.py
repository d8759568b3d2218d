"""The sheet on which a place types its month, and the grid on which a clerk types several places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from taizhang_site.indicators.models import Figure, Group, Indicator, Move, State, Status
from taizhang_site.indicators.months import Month
from taizhang_site.indicators.queries.doubts import doubts
from taizhang_site.indicators.queries.duties import dictionary, reported
from taizhang_site.indicators.queries.values import Value, values
from taizhang_site.places.models import Place


@dataclass(slots=True)
class Line:
    """One cell to type, with what stands beside it: the month before, a year ago, doubts, the last refusal."""

    indicator: Indicator
    place: Place
    month: Month
    figure: Figure | None = None
    before: Value | None = None
    year_ago: Value | None = None
    doubts: tuple[str, ...] = ()
    problem: str = ""
    refused: str | None = None
    """The words that were refused, kept in the cell so that nothing typed is lost."""
    saved: bool = False
    returned: str = ""
    """Why the figure was sent back."""

    @property
    def key(self) -> str:
        """The cell's name in forms, unlike any other on a page."""
        return f"{self.indicator.pk}-{self.place.pk}"

    @property
    def revision(self) -> int:
        """The revision that the person sees."""
        return self.figure.revision if self.figure else 0

    @property
    def editable(self) -> bool:
        """Whether the figure is a draft."""
        return self.figure is None or self.figure.status == Status.DRAFT

    @property
    def words(self) -> str:
        """What the cell shows: the refused words, the draft as typed, or the submitted value."""
        if self.refused is not None:
            return self.refused
        if self.figure is None:
            return ""
        if self.figure.status == Status.DRAFT:
            return self.figure.draft_typed
        return shown_words(self.figure)

    @property
    def ready(self) -> bool:
        """Whether there is a draft that may go in."""
        return bool(self.figure and self.figure.status == Status.DRAFT and self.figure.draft_typed)

    @property
    def reason(self) -> str:
        """The reason typed for a doubtful draft."""
        return self.figure.draft_reason if self.figure else ""


def shown_words(figure: Figure) -> str:
    """A submitted figure as plain words: digits at the indicator's precision, or why there is none."""
    if figure.state != State.VALUE:
        return str(State(figure.state).label)
    if figure.text:
        return figure.text
    value = figure.indicator.value(figure.scaled)
    return "" if value is None else f"{value:,f}"


def sheet(place: Place, month: Month) -> list[Line]:
    """The lines of a place's month in the dictionary's order. The same number of queries for any length."""
    return lines(reported(place, month, dictionary(place)), [place], month)


def lines(indicators: Sequence[Indicator], places: Sequence[Place], month: Month) -> list[Line]:
    """A line for each of the indicators at each of the places."""
    if not indicators or not places:
        return []
    rows = Figure.objects.filter(
        place__in=places, indicator__in=indicators, office=None, year=month.year, month=month.month
    ).select_related("indicator", "place")
    figures = {(row.indicator_id, row.place_id): row for row in rows}
    before, year_ago = month.plus(-1), month.plus(-12)
    stood = values(indicators, places, [before, year_ago])
    doubtful = doubts(figures.values())
    found = []
    for place in places:
        for indicator in indicators:
            figure = figures.get((indicator.pk, place.pk))
            found.append(
                Line(
                    indicator, place, month, figure,
                    stood.at(indicator, place, before), stood.at(indicator, place, year_ago),
                    doubtful.get(figure.pk, ()) if figure else (),
                )
            )  # fmt: skip
    _say_why_returned(found)
    return found


def _say_why_returned(found: Iterable[Line]) -> None:
    drafts = {line.figure.pk: line for line in found if line.figure and line.figure.number and line.editable}
    if not drafts:
        return
    for figure, reason in (
        Move.objects.filter(figure__in=drafts, now=Status.DRAFT).order_by("id").values_list("figure", "reason")
    ):
        drafts[figure].returned = reason


def chapters(found: Sequence[Line]) -> list[tuple[Group, list[Line]]]:
    """The lines under their groups."""
    parted: list[tuple[Group, list[Line]]] = []
    for line in found:
        if not parted or parted[-1][0] != line.indicator.group:
            parted.append((line.indicator.group, []))
        parted[-1][1].append(line)
    return parted


def ready(found: Iterable[Line]) -> list[Figure]:
    """The drafts that may be submitted."""
    return [line.figure for line in found if line.ready and line.figure]


def by_place(found: Sequence[Line]) -> Mapping[Place, list[Line]]:
    """The lines of a grid, a list for each place."""
    rows: dict[Place, list[Line]] = {}
    for line in found:
        rows.setdefault(line.place, []).append(line)
    return rows

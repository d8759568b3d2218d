"""What is doubtful about drafts before they go in: a total that falls, a slip of 10⁴, a jump beyond habit."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from taizhang.measures import Doubt, falls, jumps, slips
from taizhang_site.indicators.models import Figure, Kind, State
from taizhang_site.indicators.months import Month
from taizhang_site.places.models import Place

YEARS = 3
Series = dict[Month, Decimal]


def doubts(figures: Iterable[Figure]) -> dict[int, tuple[str, ...]]:
    """The doubts about each draft, in words, by the figure's key. One query for any number of figures."""
    drafts = [row for row in figures if row.draft_state == State.VALUE and row.draft_scaled is not None]
    if not drafts:
        return {}
    series = _series(drafts)
    return {
        row.pk: tuple(doubt.words.zh for doubt in _about(row, series.get((row.place_id, row.indicator_id), {})))
        for row in drafts
    }


def _series(drafts: list[Figure]) -> dict[tuple[int, int], Series]:
    years = range(min(row.year for row in drafts) - YEARS, max(row.year for row in drafts) + 1)
    indicators = {row.indicator_id: row.indicator for row in drafts}
    places: set[Place | int] = {row.place_id for row in drafts}
    rows = Figure.objects.filter(
        indicator__in=indicators, place__in=places, office=None, year__in=years, state=State.VALUE, number__gt=0
    )
    found: dict[tuple[int, int], Series] = {}
    for place, indicator, year, month, scaled in rows.values_list(
        "place_id", "indicator_id", "year", "month", "scaled"
    ):
        value = indicators[indicator].value(scaled)
        if value is not None:
            found.setdefault((place, indicator), {})[Month(year, month)] = value
    return found


def _about(figure: Figure, series: Series) -> list[Doubt]:
    now = figure.indicator.value(figure.draft_scaled)
    if now is None:
        return []
    month = Month(figure.year, figure.month)
    earlier = {key: value for key, value in series.items() if key < month}
    before = _before(figure, earlier, month)
    year_ago = earlier.get(month.plus(-12))
    found: list[Doubt | None] = []
    if figure.indicator.kind == Kind.CUMULATIVE:
        found.append(falls(now, before))
    slip = slips(now, year_ago if year_ago is not None else before)
    found.append(slip)
    if slip is None:
        found.append(_jump(figure, now, earlier, month))
    return [doubt for doubt in found if doubt]


def _before(figure: Figure, earlier: Series, month: Month) -> Decimal | None:
    """The last figure before the month: of the same year for what runs up over it."""
    same = [key for key in earlier if figure.indicator.kind != Kind.CUMULATIVE or key.year == month.year]
    return earlier[max(same)] if same else None


def _jump(figure: Figure, now: Decimal, earlier: Series, month: Month) -> Doubt | None:
    """Against a year ago where there is one, so that a season is no jump; a stock against the month before."""
    stock = figure.indicator.kind == Kind.STOCK
    apart = 1 if stock else 12
    pairs = [(earlier[key], earlier[key.plus(apart)]) for key in sorted(earlier) if key.plus(apart) in earlier]
    return jumps(now, earlier.get(month.plus(-apart)), pairs)

"""What charts show, as the options of the chart library; every number of theirs stands in a table too."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from taizhang.measures import pace
from taizhang_site.indicators.models import Indicator, Kind
from taizhang_site.indicators.months import Month, is_reported
from taizhang_site.indicators.queries.progress import Progress
from taizhang_site.indicators.queries.values import Values
from taizhang_site.places.models import Place

INK = {"this": "#0f5c4d", "last": "#9db8ae", "target": "#b3261e"}


def course(indicator: Indicator, place: Place, month: Month, found: Values, aim: Progress) -> dict[str, Any]:
    """This year against last year month by month, and the target's course for what runs up to it."""
    numbers = [number for number in range(1, 13) if is_reported(indicator, Month(month.year, number))]
    years = (month.year - 1, month.year)
    rows = {
        year: [_number(found.at(indicator, place, Month(year, number)).value) for number in numbers] for year in years
    }
    bars = indicator.kind == Kind.IN_PERIOD
    series: list[dict[str, Any]] = [
        {"name": _("%(year)d年") % {"year": years[0]}, "type": "bar" if bars else "line", "data": rows[years[0]],
         "itemStyle": {"color": INK["last"]}, "lineStyle": {"color": INK["last"]}, "symbolSize": 5, "connectNulls": True},
        {"name": _("%(year)d年") % {"year": years[1]}, "type": "bar" if bars else "line", "data": rows[years[1]],
         "itemStyle": {"color": INK["this"]}, "lineStyle": {"color": INK["this"], "width": 3}, "symbolSize": 7, "connectNulls": True},
    ]  # fmt: skip
    if aim.target and aim.target.value is not None and not bars:
        series.append(
            {"name": _("目标"), "type": "line", "data": _aim(indicator, numbers, month.year, aim), "symbol": "none",
             "lineStyle": {"color": INK["target"], "type": "dashed"}, "itemStyle": {"color": INK["target"]}}
        )  # fmt: skip
    return {
        "grid": {"left": 8, "right": 16, "top": 40, "bottom": 8, "containLabel": True},
        "legend": {"top": 4}, "tooltip": {"trigger": "axis"},
        "xAxis": {"type": "category", "data": [_("%(month)d月") % {"month": number} for number in numbers]},
        "yAxis": {"type": "value", "name": indicator.unit, "scale": indicator.kind in (Kind.STOCK, Kind.RATE)},
        "series": series,
    }  # fmt: skip


def _aim(indicator: Indicator, numbers: Sequence[int], year: int, aim: Progress) -> list[float | None]:
    target = aim.target
    if target is None or target.value is None:
        return []
    if indicator.kind != Kind.CUMULATIVE or target.version.bound == "at_most":
        return [float(target.value) for _number_ in numbers]
    curve = [Decimal(share) for share in target.version.curve]
    first, last = Month(year, 1), Month(year, 12)
    start, end = first.last_day().replace(day=1), last.last_day()
    return [_number(target.value * pace(start, end, Month(year, number).last_day(), curve) / 100) for number in numbers]


def ranking(found: Sequence[Progress], what: str) -> dict[str, Any]:
    """Places side by side, the largest on top."""
    rows = [(each.place.name, _number(_measure(each, what)), str(each.light)) for each in reversed(found)]
    colours = {"red": "#d3382f", "yellow": "#e0a100", "green": "#23a061", "grey": INK["this"]}
    return {
        "grid": {"left": 8, "right": 56, "top": 8, "bottom": 8, "containLabel": True}, "tooltip": {},
        "xAxis": {"type": "value"}, "yAxis": {"type": "category", "data": [name for name, _value, _light in rows]},
        "series": [{"type": "bar", "barMaxWidth": 18, "label": {"show": True, "position": "right"},
                    "data": [{"value": value, "itemStyle": {"color": colours[light]}} for _name, value, light in rows]}],
    }  # fmt: skip


def _measure(each: Progress, what: str) -> Decimal | None:
    if what == "completion":
        return each.completion.value and round(each.completion.value, 1)
    if what == "growth":
        return each.shown_growth and round(each.shown_growth, 1)
    return each.done


def _number(value: Decimal | None) -> float | None:
    """A chart's point; drawing takes floats, arithmetic never does."""
    return None if value is None else float(value)

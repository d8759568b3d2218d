"""Pages about one indicator, one place, and places side by side."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from taizhang_site.accounts.asking import Asked
from taizhang_site.indicators.models import Indicator, Kind
from taizhang_site.indicators.months import Month
from taizhang_site.indicators.queries import charts, duties
from taizhang_site.indicators.queries.progress import Progress, progress
from taizhang_site.indicators.queries.values import values
from taizhang_site.indicators.questions import Question, asked, within
from taizhang_site.places.models import Level, Place

WAYS = ("completion", "done", "growth")


@require_safe
def indicator(request: Asked, code: str) -> HttpResponse:
    """One indicator of one place: where it stands, how it came there, how its parts stand."""
    question = asked(request)
    found = _named(question.place, code)
    months = [Month(question.month.year - back, number) for back in (0, 1) for number in range(1, 13)]
    series = values([found], [question.place], months, question.when)
    children = _children(question.place)
    rows = progress([found], [question.place, *children], question.month, question.when, question.day)
    parts = [each for each in rows[1:] if each.value.figure or each.value.value is not None or each.target]
    table = [
        (number, series.at(found, question.place, Month(question.month.year, number)),
         series.at(found, question.place, Month(question.month.year - 1, number)))
        for number in range(1, 13)
    ]  # fmt: skip
    shown = {
        "question": question, "indicator": found, "each": rows[0], "parts": parts, "table": table,
        "chart": charts.course(found, question.place, question.month, series, rows[0]),
        "aliases": [alias.name for alias in found.aliases.all()],
    }  # fmt: skip
    return render(request, "indicators/indicator.html", shown)


@require_safe
def place(request: Asked, key: int) -> HttpResponse:
    """Every indicator of a place in a month."""
    scope = request.actor.scope
    if scope is None:
        raise Http404
    where = within(scope, str(key))
    question = asked(request)
    question = Question(where, question.month, question.when, question.as_of, question.known_at)
    rows = progress(duties.dictionary(where), [where], question.month, question.when, question.day)
    held = [
        each
        for each in rows
        if each.value.figure or each.value.value is not None or each.target or each.value.origin != "own"
    ]
    groups: list[tuple[str, list[Progress]]] = []
    for each in held:
        name = each.indicator.group.name
        if not groups or groups[-1][0] != name:
            groups.append((name, []))
        groups[-1][1].append(each)
    above = list(
        Place.objects.filter(pk__in=where.path.strip("/").split("/"), path__startswith=scope.path).exclude(pk=where.pk)
    )
    shown = {
        "question": question, "where": where, "groups": groups, "above": sorted(above, key=lambda each: len(each.path)),
        "children": _children(where),
    }  # fmt: skip
    return render(request, "indicators/place.html", shown)


@require_safe
def compare(request: Asked) -> HttpResponse:
    """The places right below one, side by side on one indicator, best first."""
    question = asked(request)
    children = _children(question.place)
    numbers = [each for each in duties.dictionary(question.place) if each.kind not in (Kind.TEXT, Kind.MILESTONE)]
    used = [each for each in numbers if _comparable(each, children)] or numbers
    if not used:
        raise Http404
    wanted = request.GET.get("indicator", "")
    found = next((each for each in used if each.code == wanted), None) or next(
        (each for each in used if each.headline), used[0]
    )
    way = request.GET.get("by", "") if request.GET.get("by") in WAYS else "done"
    rows = progress([found], children, question.month, question.when, question.day)
    known = [each for each in rows if _by(each, way) is not None]
    falling = found.direction == "down" and way != "completion"
    known.sort(key=lambda each: _by(each, way) or Decimal(0), reverse=not falling)
    unknown = [each for each in rows if _by(each, way) is None]
    shown = {
        "question": question, "indicators": used, "indicator": found, "way": way, "rows": known, "unknown": unknown,
        "chart": charts.ranking(known, way),
    }  # fmt: skip
    return render(request, "indicators/compare.html", shown)


def _comparable(each: Indicator, places: Sequence[Place]) -> bool:
    """Whether the places can have figures of it: villages have those that villages report, and rates of them."""
    villages = any(place.level == Level.VILLAGE for place in places)
    parts = [part for part in (each.numerator, each.denominator) if part] or [each]
    return not villages or all(part.by_village for part in parts)


def _by(each: Progress, way: str) -> Decimal | None:
    return {"completion": each.completion.value, "growth": each.shown_growth, "done": each.done}[way]


def _children(where: Place) -> list[Place]:
    return list(Place.objects.filter(parent=where).order_by("order", "code"))


def _named(where: Place, code: str) -> Indicator:
    for each in duties.dictionary(where):
        if each.code == code:
            return each
    raise Http404

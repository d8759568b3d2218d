"""Typing a month: the sheet of a place, the grid of several places, one cell saved as it is left, handing in."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from taizhang_site.accounts.asking import Asked
from taizhang_site.accounts.rights import may
from taizhang_site.indicators.actions import figures
from taizhang_site.indicators.models import Group
from taizhang_site.indicators.queries import duties, sheets
from taizhang_site.indicators.queries.sheets import Line
from taizhang_site.indicators.questions import Question, asked
from taizhang_site.places.models import Level, Place


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: Asked) -> HttpResponse:
    """One place's month. A village cadre finds the village, a clerk the town, with the villages a choice away."""
    question = asked(request)
    places = _typed_places(request)
    if not places:
        return render(request, "indicators/nothing_to_type.html", {"question": question})
    place = question.place if question.place in places else places[0]
    question = Question(place, question.month)
    found = sheets.sheet(place, question.month)
    if request.method == "POST" and _kept(request, found) and request.POST.get("do") == "submit":
        return _submitted(request, "sheet", question, found)
    duty = next(iter(duties.board([place], question.month, timezone.localdate())), None)
    shown = {
        "question": question, "places": places, "chapters": sheets.chapters(found), "duty": duty,
        "ready": len(sheets.ready(found)), "may_type": may(request.actor, "figure.enter", place), "form": "row",
        "problems": [line for line in found if line.problem],
    }  # fmt: skip
    return render(request, "indicators/sheet.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def grid(request: Asked) -> HttpResponse:
    """One group of indicators for all villages of a town."""
    question = asked(request)
    towns = [place for place in duties.open_at(question.place) if place.level == Level.TOWN]
    if not towns:
        return render(request, "indicators/nothing_to_type.html", {"question": question})
    town = towns[0]
    villages = [place for place in duties.open_at(town) if place.level == Level.VILLAGE]
    typed = duties.reported(villages[0], question.month, duties.dictionary(town)) if villages else []
    groups = list(dict.fromkeys(each.group for each in typed))
    group = _group(groups, request.GET.get("group") or request.POST.get("group"))
    found = sheets.lines([each for each in typed if each.group == group], villages, question.month)
    question = Question(town, question.month)
    if request.method == "POST" and _kept(request, found) and request.POST.get("do") == "submit":
        return _submitted(request, "grid", question, found, f"&group={group.code}" if group else "")
    shown = {
        "question": question, "groups": groups, "group": group, "towns": towns, "form": "cell",
        "indicators": [each for each in typed if each.group == group], "rows": sheets.by_place(found).items(),
        "ready": len(sheets.ready(found)), "problems": [line for line in found if line.problem],
    }  # fmt: skip
    return render(request, "indicators/grid.html", shown)


@require_POST
def cell(request: Asked) -> HttpResponse:
    """Keeps one cell as a draft and gives it back: saved, doubted or refused, with what was typed."""
    question = asked(request)
    typed = [
        each for each in duties.reported(question.place, question.month, duties.dictionary(question.place))
        if str(each.pk) == request.POST.get("indicator")
    ]  # fmt: skip
    if not typed:
        raise Http404
    line = sheets.lines(typed, [question.place], question.month)[0]
    _kept(request, [line])
    if not line.problem:
        line = sheets.lines(typed, [question.place], question.month)[0]
        line.saved = True
    name = "indicators/_row.html" if request.POST.get("form") == "row" else "indicators/_cell.html"
    return render(
        request, name, {"line": line, "question": question, "may_type": True, "form": request.POST.get("form")}
    )


def _typed_places(request: Asked) -> list[Place]:
    """The places that the actor may type for and that have anything to type."""
    scope = request.actor.scope
    if scope is None:
        return []
    levels = (Level.TOWN, Level.VILLAGE)
    return [
        place for place in duties.open_at(scope)
        if place.level in levels and may(request.actor, "figure.enter", place)
    ]  # fmt: skip


def _group(groups: Sequence[Group], code: str | None) -> Group | None:
    return next((group for group in groups if group.code == code), groups[0] if groups else None)


def _kept(request: Asked, found: Sequence[Line]) -> bool:
    """Keeps what was typed into the lines and notes on them what was refused; whether nothing was."""
    changed: list[Line] = []
    cells: list[figures.Cell] = []
    for line in found:
        words = request.POST.get(f"cell-{line.key}")
        reason = request.POST.get(f"why-{line.key}", line.reason).strip()
        if words is None or (words.strip() == line.words and reason == line.reason):
            continue
        seen = request.POST.get(f"seen-{line.key}", "")
        revision = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0
        changed.append(line)
        cells.append(figures.Cell(line.indicator, line.place, line.month, words, revision, reason))
    _, refused = figures.type_in_each(request.actor, cells)
    for number, problem in refused.items():
        line = changed[number]
        line.problem, line.refused = str(problem), cells[number].words
        if isinstance(problem, figures.ConflictError):
            line.figure = problem.figure
    return not refused


def _submitted(request: Asked, page: str, question: Question, found: Sequence[Line], more: str = "") -> HttpResponse:
    """Hands in every draft of the lines, or none, and says which stood in the way."""
    places = list(dict.fromkeys(line.place for line in found))
    indicators = list(dict.fromkeys(line.indicator for line in found))
    drafts = sheets.ready(sheets.lines(indicators, places, question.month))
    back = HttpResponseRedirect(reverse(f"indicators:{page}") + question.link() + more)
    if not drafts:
        messages.info(request, _("没有待上报的数字：先在表里填数，再上报。"))
        return back
    try:
        figures.submit(request.actor, drafts)
    except figures.RefusedError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("已上报 %(count)d 项，等待审核。") % {"count": len(drafts)})
    return back

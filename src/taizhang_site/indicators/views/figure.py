"""One figure: its value, its story, its evidence; and what any value is made of."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang_site.accounts.asking import Asked
from taizhang_site.accounts.rights import may
from taizhang_site.indicators.actions import evidence as files
from taizhang_site.indicators.actions.figures import RefusedError
from taizhang_site.indicators.models import Evidence, Figure, Status
from taizhang_site.indicators.months import Month
from taizhang_site.indicators.queries import histories
from taizhang_site.indicators.queries.duties import dictionary
from taizhang_site.indicators.questions import asked

OFFERED = {
    Status.SUBMITTED: (("review", "figure.review"), ("send_back", "figure.review")),
    Status.REVIEWED: (("lock", "figure.lock"), ("reopen", "figure.reopen")),
    Status.LOCKED: (("reopen", "figure.lock"),),
    Status.DRAFT: (),
}


def _figure(request: Asked, key: int) -> Figure:
    scope = request.actor.scope
    if scope is None:
        raise PermissionDenied
    rows = Figure.objects.select_related("indicator__group", "place", "indicator__numerator", "indicator__denominator")
    return get_object_or_404(rows, pk=key, place__path__startswith=scope.path, number__gt=0)


@require_safe
def figure(request: Asked, key: int) -> HttpResponse:
    """Who put the figure in, when, from what; every version; what may be done with it now."""
    row = _figure(request, key)
    month = Month(row.year, row.month)
    newest = row.versions.order_by("-number").first()
    shown = {
        "figure": row, "month": month, "newest": newest, "story": histories.story(row),
        "value": row.indicator.value(row.scaled), "evidence": row.evidence.select_related("uploaded_by").order_by("id"),
        "acts": [act for act, right in OFFERED[Status(row.status)] if may(request.actor, right, row.place)],
        "may_type": may(request.actor, "figure.enter", row.place),
        "versions": [(each, row.indicator.value(each.scaled)) for each in row.versions.order_by("number")],
    }  # fmt: skip
    return render(request, "indicators/figure.html", shown)


@require_POST
def figure_note(request: Asked, key: int) -> HttpResponse:
    """Adds a file, or a published rate, to the figure."""
    row = _figure(request, key)
    try:
        file = request.FILES.get("file")
        if isinstance(file, UploadedFile):
            files.attach(request.actor, row, file)
            messages.success(request, _("附件已存。"))
        elif "rate" in request.POST:
            files.publish_rate(request.actor, row, request.POST["rate"], request.POST.get("source", ""))
            messages.success(request, _("公布的同比已存。"))
    except RefusedError as problem:
        messages.error(request, str(problem))
    return HttpResponseRedirect(reverse("indicators:figure", args=[row.pk]))


@require_safe
def evidence(request: Asked, key: int) -> FileResponse:
    """An attached file, always as a download."""
    scope = request.actor.scope
    if scope is None:
        raise PermissionDenied
    row = get_object_or_404(Evidence, pk=key, figure__place__path__startswith=scope.path)
    try:
        stream = (files.folder() / row.key).open("rb")
    except FileNotFoundError:
        raise Http404 from None
    answer = FileResponse(stream, as_attachment=True, filename=row.name, content_type="application/octet-stream")
    answer["Content-Security-Policy"] = "sandbox"
    return answer


@require_safe
def made_of(request: Asked, code: str) -> HttpResponse:
    """What the value of an indicator at a place in a month is made of, one level at a time."""
    question = asked(request)
    indicator = next((each for each in dictionary(question.place) if each.code == code), None)
    if indicator is None:
        raise Http404
    whole, parts = histories.pieces(indicator, question.place, question.month, question.when)
    shown = {"question": question, "indicator": indicator, "whole": whole, "parts": parts}
    return render(request, "indicators/made_of.html", shown)

"""The first page, the state of health, and the pages of refusal."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from taizhang_site.accounts.asking import Asked
from taizhang_site.front import queries
from taizhang_site.indicators.months import newest


@require_safe
def home(request: Asked) -> HttpResponse:
    """What waits for the one who comes in; a leader comes in at the overview."""
    if queries.is_leader(request.actor):
        return HttpResponseRedirect(reverse("indicators:overview"))
    shown = {
        "errands": queries.errands(request.actor, timezone.localdate()), "recent": queries.recent(request.actor),
        "month": newest(timezone.localdate()),
    }  # fmt: skip
    return render(request, "front/home.html", shown)


@require_safe
def search(request: Asked) -> HttpResponse:
    """Indicators and places by a word."""
    words = request.GET.get("q", "")
    hits = queries.search(request.actor, words)
    return render(request, "front/search.html", {"q": words, "hits": hits})


@require_safe
def help_page(request: Asked) -> HttpResponse:
    """The first steps of each role, and what the words mean."""
    return render(request, "front/help.html")


@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """200 when the site can answer: the database is there."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")


def csrf_refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """A form that did not come from this site, or that was open too long."""
    words = _("这个页面放得太久，或不是从本站打开的。请返回重新打开页面再提交，已填内容可用浏览器的后退键找回。")
    return render(request, "403.html", {"words": words}, status=403)

"""The first page, the state of health, and the pages of refusal."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What waits for the one who comes in."""
    return render(request, "front/home.html")


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

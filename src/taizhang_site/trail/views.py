"""The trail, for the audit administrator: read, verified, taken out. Each of these is in the trail too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from taizhang_site.accounts.asking import Asked
from taizhang_site.trail import verifying
from taizhang_site.trail.actions import Subject, record
from taizhang_site.trail.models import Entry
from taizhang_site.trail.queries import Search, found, kinds

PAGE = 50


@require_safe
def entries(request: Asked) -> HttpResponse:
    """Events, newest first, by person, kind, day, subject. Looking at them is an event."""
    search = Search.read(request.GET)
    record(request.actor, "trail.read", Subject("trail", search.words()))
    page = Paginator(found(search), PAGE).get_page(request.GET.get("page"))
    return render(request, "trail/list.html", {"page": page, "search": search, "kinds": kinds(), "more": search.link()})


@require_safe
def entry(request: Asked, number: int) -> HttpResponse:
    """One event with its differences."""
    return render(request, "trail/entry.html", {"entry": get_object_or_404(Entry, number=number)})


@require_POST
def verify(request: Asked) -> HttpResponse:
    """Goes through the chain and says whether it is whole."""
    result = verifying.check(request.POST.get("anchor", "").strip())
    record(request.actor, "trail.verified", Subject("trail"), success=result.whole, reason=result.words[:300])
    return render(request, "trail/verified.html", {"result": result})


@require_POST
def export(request: Asked) -> StreamingHttpResponse:
    """The whole trail as JSON lines."""
    record(request.actor, "trail.exported", Subject("trail"))

    def lines() -> Iterator[bytes]:
        for row in verifying.exported():
            yield json.dumps(row, ensure_ascii=False).encode() + b"\n"

    answer = StreamingHttpResponse(lines(), content_type="application/x-ndjson")
    answer["Content-Disposition"] = f'attachment; filename="trail-{timezone.localdate()}.jsonl"'
    return answer


@require_safe
def script(request: Asked) -> FileResponse:  # noqa: ARG001
    """The stand-alone script that checks an export on any machine."""
    path = Path(__file__).with_name("verify_trail.py")
    return FileResponse(path.open("rb"), as_attachment=True, filename=path.name, content_type="text/x-python")

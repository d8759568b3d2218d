"""The completeness board: due, in, late, returned, for every place of the scope."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from taizhang_site.accounts.asking import Asked
from taizhang_site.indicators.queries import duties
from taizhang_site.indicators.questions import asked


@require_safe
def completeness(request: Asked) -> HttpResponse:
    """Who has reported the month, who has not, what is missing."""
    question = asked(request)
    board = duties.board(duties.open_at(question.place), question.month, timezone.localdate())
    total = duties.Duty(question.place)
    for duty in board:
        for name in ("due", "submitted", "reviewed", "locked", "late", "returned", "drafts", "overdue"):
            setattr(total, name, getattr(total, name) + getattr(duty, name))
    shown = {"question": question, "board": board, "total": total}
    return render(request, "indicators/completeness.html", shown)

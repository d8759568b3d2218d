"""Review, locking and reopening: what a second person does with submitted figures."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.asking import Asked
from taizhang_site.accounts.rights import may
from taizhang_site.indicators.actions import figures
from taizhang_site.indicators.models import Figure, Status
from taizhang_site.indicators.queries import reviews
from taizhang_site.indicators.questions import Question, asked

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TABS = (
    (Status.SUBMITTED, gettext_lazy("待审核")),
    (Status.REVIEWED, gettext_lazy("待锁定")),
    (Status.LOCKED, gettext_lazy("已锁定")),
)
Act = Callable[[Actor, list[Figure], str], list[Figure]]
ACTS: dict[str, tuple[Act, StrOrPromise]] = {
    "review": (lambda actor, rows, why: figures.review(actor, rows), gettext_lazy("审核通过 %(count)d 项。")),  # noqa: ARG005
    "send_back": (figures.send_back, gettext_lazy("退回 %(count)d 项，填报人会看到理由。")),
    "lock": (lambda actor, rows, why: figures.lock(actor, rows), gettext_lazy("锁定 %(count)d 项。")),  # noqa: ARG005
    "reopen": (figures.reopen, gettext_lazy("重开 %(count)d 项，改后须重新上报。")),
}


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: Asked) -> HttpResponse:
    """Figures of the scope's month at one step of their way, with what speaks for and against each."""
    question = asked(request)
    tab = _tab((request.POST if request.method == "POST" else request.GET).get("tab", ""))
    if request.method == "POST":
        return _acted(request, question, tab)
    found = reviews.waiting(question.place, question.month, tab)
    shown = {
        "question": question, "tab": tab, "tabs": TABS, "counts": dict(reviews.counts(question.place, question.month)),
        "places": reviews.by_place(found), "acts": _acts(request.actor, tab), "months": reviews.months(question.place, tab),
    }  # fmt: skip
    return render(request, "indicators/review.html", shown)


def _tab(name: str) -> Status:
    return next((status for status, _title in TABS if status == name), Status.SUBMITTED)


def _acts(actor: Actor, tab: Status) -> list[str]:
    """The acts that the actor's role has at this step."""
    place = actor.scope
    if place is None:
        return []
    offered = {
        Status.SUBMITTED: [("review", "figure.review"), ("send_back", "figure.review")],
        Status.REVIEWED: [("lock", "figure.lock"), ("reopen", "figure.reopen")],
        Status.LOCKED: [("reopen", "figure.lock")],
    }[tab]
    return [act for act, right in offered if may(actor, right, place)]


def _acted(request: Asked, question: Question, tab: Status) -> HttpResponse:
    act = ACTS.get(request.POST.get("do", ""))
    keys = [key for key in request.POST.getlist("figure") if key.isascii() and key.isdigit() and len(key) < 19]
    back = request.POST.get("back", "")
    if act is None:
        raise Http404
    rows = list(Figure.objects.filter(pk__in=keys, place__path__startswith=question.place.path))
    if not rows:
        messages.info(request, _("先勾选要处理的数字。"))
    else:
        try:
            done = act[0](request.actor, rows, request.POST.get("reason", ""))
        except (figures.RefusedError, PermissionDenied) as problem:
            messages.error(request, str(problem) or _("您的岗位不能做这一步"))
        else:
            messages.success(request, act[1] % {"count": len(done)})
    if back.isdigit() and len(rows) == 1:
        return HttpResponseRedirect(reverse("indicators:figure", args=[rows[0].pk]))
    return HttpResponseRedirect(reverse("indicators:review") + question.link(tab=tab))

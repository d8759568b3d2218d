"""The leader's page: lights, biggest gaps, who is late, what changed."""

from __future__ import annotations

from collections import Counter

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from taizhang.measures import Light
from taizhang_site.accounts.asking import Asked
from taizhang_site.indicators.queries import changes, duties
from taizhang_site.indicators.queries.progress import Progress, progress
from taizhang_site.indicators.questions import asked

ORDER = {Light.RED: 0, Light.YELLOW: 1, Light.GREEN: 2, Light.GREY: 3}
WORST = 6


@require_safe
def overview(request: Asked) -> HttpResponse:
    """One place, one month, everything that has a target, worst first."""
    question = asked(request)
    used = duties.dictionary(question.place)
    found = progress(used, [question.place], question.month, question.when, question.day)
    aimed = sorted((each for each in found if each.target), key=_worst_first)
    headline = [each for each in found if each.indicator.headline and not each.target and each.value.value is not None]
    places = duties.open_at(question.place)
    since = request.actor.user.last_seen_changes if request.actor.user else None
    corrected, corrections, fresh = changes.corrected(question.place, since)
    shown = {
        "question": question, "aimed": aimed, "headline": headline, "lights": _lights(aimed),
        "worst": [each for each in aimed if each.light in (Light.RED, Light.YELLOW)][:WORST],
        "late": duties.late_reporters(places, question.month, timezone.localdate())[:WORST],
        "disagreements": changes.disagreements(question.place, question.month)[:WORST],
        "changes": corrected, "corrections": corrections, "fresh": fresh, "since": since,
        "time": aimed[0].time if aimed else None,
    }  # fmt: skip
    return render(request, "indicators/overview.html", shown)


def _worst_first(each: Progress) -> tuple[int, object, int]:
    return ORDER[each.light], each.lead if each.lead is not None else 0, each.indicator.order


def _lights(aimed: list[Progress]) -> list[tuple[str, int]]:
    counted = Counter(each.light for each in aimed)
    return [(str(each), counted[each]) for each in (Light.RED, Light.YELLOW, Light.GREEN, Light.GREY)]


@require_POST
def seen(request: Asked) -> HttpResponse:
    """Notes that the person has seen what changed."""
    user = request.actor.user
    if user:
        user.last_seen_changes = timezone.now()
        user.save(update_fields=("last_seen_changes",))
    return HttpResponseRedirect(reverse("indicators:overview") + asked(request).link())

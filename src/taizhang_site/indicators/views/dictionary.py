"""The dictionary of indicators, a local indicator, the lights' thresholds."""

from __future__ import annotations

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from taizhang_site.accounts.asking import Asked
from taizhang_site.accounts.rights import may
from taizhang_site.indicators.actions import dictionary as acts
from taizhang_site.indicators.forms import IndicatorForm, LightsForm
from taizhang_site.indicators.models import Alias, Indicator, Lights
from taizhang_site.indicators.queries import duties
from taizhang_site.indicators.questions import asked


@require_safe
def listing(request: Asked) -> HttpResponse:
    """Every indicator in use at the place, by group."""
    question = asked(request)
    words = request.GET.get("q", "").strip()
    used = duties.dictionary(question.place)
    names = {each.pk: [] for each in used} if not words else _aliases(used)
    found = [each for each in used if words in each.name or any(words in name for name in names[each.pk])]
    shown = {
        "question": question, "indicators": found, "q": words, "may_define": may(request.actor, "indicator.define", question.place),
    }  # fmt: skip
    return render(request, "indicators/list.html", shown)


def _aliases(used: list[Indicator]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {each.pk: [] for each in used}
    for indicator, name in Alias.objects.filter(indicator__in=used).values_list("indicator_id", "name"):
        names[indicator].append(name)
    return names


@require_http_methods(["GET", "HEAD", "POST"])
def define(request: Asked, code: str = "") -> HttpResponse:
    """A new local indicator, or a change to one."""
    question = asked(request)
    scope = question.place
    row = get_object_or_404(Indicator, code=code, place__path__startswith=scope.path) if code else None
    place = row.place if row and row.place else scope
    if not may(request.actor, "indicator.define", place):
        raise Http404
    before = None if row is None else model_to_dict(row) | {"kind": row.kind}
    form = IndicatorForm(request.POST or None, instance=row, usable=duties.dictionary(place))
    if request.method == "POST" and form.is_valid():
        try:
            acts.define(request.actor, form.save(commit=False), place, before)
        except ValueError:
            form.add_error("kind", _("已经有数的指标，不能再改类型、单位和小数位数；请停用它，另建一个"))
        else:
            messages.success(request, _("指标已存。"))
            return HttpResponseRedirect(reverse("indicators:list"))
    return render(request, "indicators/define.html", {"question": question, "form": form, "row": row})


@require_http_methods(["GET", "HEAD", "POST"])
def lights(request: Asked) -> HttpResponse:
    """The thresholds of the place's lights."""
    question = asked(request)
    if not may(request.actor, "indicator.define", question.place):
        raise Http404
    row = Lights.objects.filter(place=question.place).first()
    form = LightsForm(request.POST or None, instance=row)
    if request.method == "POST" and form.is_valid():
        acts.set_lights(
            request.actor, question.place, form.cleaned_data["yellow_behind"], form.cleaned_data["red_behind"]
        )
        messages.success(request, _("灯的标准已存，所有页面立即按新标准亮灯。"))
        return HttpResponseRedirect(reverse("indicators:overview") + question.link())
    return render(request, "indicators/lights.html", {"question": question, "form": form})

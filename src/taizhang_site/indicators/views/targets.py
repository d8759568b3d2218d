"""Targets: the year's list, one with its versions and parts, setting, adjusting, splitting."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from taizhang.measures import even, weighted
from taizhang_site.accounts.asking import Asked
from taizhang_site.accounts.rights import may
from taizhang_site.indicators.actions import targets as acts
from taizhang_site.indicators.actions.figures import RefusedError
from taizhang_site.indicators.forms import SplitForm, TargetForm
from taizhang_site.indicators.models import Indicator, Kind, Target
from taizhang_site.indicators.months import Month
from taizhang_site.indicators.queries import duties, targets
from taizhang_site.indicators.queries.values import values
from taizhang_site.indicators.questions import asked
from taizhang_site.places.models import Office, Place


@require_safe
def year(request: Asked) -> HttpResponse:
    """The targets of a place for a year, and what has none yet."""
    question = asked(request)
    wanted = request.GET.get("year", "")
    number = (
        int(wanted) if wanted.isascii() and wanted.isdigit() and 1990 <= int(wanted) <= 2100 else question.month.year
    )
    used = [each for each in duties.dictionary(question.place) if each.kind not in (Kind.TEXT, Kind.MILESTONE)]
    found = targets.of_year(used, [question.place], number, question.when)
    rows = [found[each.pk, question.place.pk] for each in used if (each.pk, question.place.pk) in found]
    shown = {
        "question": question, "year": number, "rows": rows, "splits": {row.target.pk: targets.splits(row) for row in rows},
        "without": [each for each in used if (each.pk, question.place.pk) not in found],
        "may_set": may(request.actor, "target.set", question.place),
    }  # fmt: skip
    return render(request, "indicators/targets.html", shown)


def _target(request: Asked, key: int) -> Target:
    scope = request.actor.scope
    if scope is None:
        raise PermissionDenied
    rows = Target.objects.select_related("indicator__group", "place", "office", "part_of__place")
    return get_object_or_404(rows, pk=key, place__path__startswith=scope.path)


@require_safe
def target(request: Asked, key: int) -> HttpResponse:
    """One target: what it is, on what ground, how it changed, how it was given out."""
    row = _target(request, key)
    now = next(iter(targets.standing([row])), None)
    shown = {
        "target": row, "now": now, "versions": row.versions.select_related("recorded_by", "post").order_by("-number"),
        "splits": targets.splits(now) if now else [], "may_set": may(request.actor, "target.set", row.place),
    }  # fmt: skip
    return render(request, "indicators/target.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: Asked) -> HttpResponse:
    """Sets or adjusts the target of an indicator for a place and a year (or other days)."""
    question = asked(request)
    given = request.POST if request.method == "POST" else request.GET
    used = {each.code: each for each in duties.dictionary(question.place)}
    indicator = used.get(given.get("indicator", ""))
    if indicator is None or not may(request.actor, "target.set", question.place):
        raise Http404
    form = TargetForm(
        request.POST or None, initial=_initial(question.place, indicator, given.get("year", str(question.month.year)))
    )
    if request.method == "POST" and form.is_valid():
        try:
            row = acts.set_target(
                request.actor, indicator, question.place, form.cleaned_data["starts_on"], form.cleaned_data["ends_on"],
                form.wanted(), revision=form.cleaned_data["revision"],
            )  # fmt: skip
        except RefusedError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("目标已存。"))
            return HttpResponseRedirect(reverse("indicators:target", args=[row.pk]))
    return render(request, "indicators/target_edit.html", {"question": question, "indicator": indicator, "form": form})


def _initial(place: Place, indicator: Indicator, year_: str) -> dict[str, object]:
    number = int(year_) if year_.isascii() and year_.isdigit() and 1990 <= int(year_) <= 2100 else date.today().year  # noqa: DTZ011
    starts_on, ends_on = date(number, 1, 1), date(number, 12, 31)
    row = Target.objects.filter(
        indicator=indicator, place=place, office=None, starts_on=starts_on, ends_on=ends_on
    ).first()
    newest = row.versions.order_by("-number").first() if row else None
    if row is None or newest is None:
        return {"starts_on": starts_on, "ends_on": ends_on, "revision": 0}
    return {
        "starts_on": starts_on, "ends_on": ends_on, "revision": row.revision, "form": newest.form, "words": newest.typed,
        "bound": newest.bound, "document": newest.document, "sentence": newest.sentence,
        "base": "" if newest.base_scaled is None else indicator.value(newest.base_scaled), "curve": " ".join(newest.curve),
    }  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def split(request: Asked, key: int) -> HttpResponse:
    """Gives a target out to villages, offices, quarters or months: proposed, changed by hand, checked against the whole."""
    row = _target(request, key)
    if not may(request.actor, "target.split", row.place):
        raise Http404
    now = next(iter(targets.standing([row])), None)
    if now is None or now.value is None:
        messages.error(request, _("目标还没有数值，不能分解。"))
        return HttpResponseRedirect(reverse("indicators:target", args=[row.pk]))
    by = request.POST.get("by") or request.GET.get("by") or "places"
    weights = request.GET.get("weights", "even")
    form = SplitForm(request.POST or None, owners=_owners(row, by), proposed=_proposed(row, now.value, by, weights))
    if request.method == "POST" and form.is_valid():
        shares = [acts.Share(words, *owner) for owner, words in form.shares()]
        try:
            acts.split(request.actor, row, shares, form.cleaned_data["reason"])
        except RefusedError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("已分解为 %(count)d 份。") % {"count": len(shares)})
            return HttpResponseRedirect(reverse("indicators:target", args=[row.pk]))
    shown = {"target": row, "now": now, "form": form, "by": by, "weights": weights}
    return render(request, "indicators/target_split.html", shown)


Owner = tuple[Place, Office | None, date | None, date | None]


def _owners(row: Target, by: str) -> list[tuple[str, Owner]]:
    """Whom or which months the parts are for, with their names."""
    if by == "offices":
        return [(office.name, (row.place, office, None, None)) for office in row.place.offices.all()]
    if by in ("quarters", "months"):
        step = 3 if by == "quarters" else 1
        first = Month.of(row.starts_on)
        count = (row.ends_on.year - first.year) * 12 + row.ends_on.month - first.month + 1
        spans = [(first.plus(at), first.plus(min(at + step, count) - 1)) for at in range(0, count, step)]
        return [
            (
                str(start) if start == end else f"{start} – {end}",
                (row.place, None, date(start.year, start.month, 1), end.last_day()),
            )
            for start, end in spans
        ]
    children = Place.objects.filter(parent=row.place, valid_to=None).order_by("order", "code")
    return [(child.name, (child, None, None, None)) for child in children]


def _proposed(row: Target, whole: Decimal, by: str, weights: str) -> list[Decimal]:
    """Equal parts, or parts in proportion to last year's figures of the places."""
    owners = _owners(row, by)
    places = row.indicator.precision
    whole = round(whole, places)
    if not owners:
        return []
    if weights == "last_year" and by == "places":
        month = Month(row.starts_on.year - 1, 12)
        found = values([row.indicator], [owner[0] for _name, owner in owners], [month])
        shares = [
            max(found.at(row.indicator, owner[0], month).value or Decimal(0), Decimal(0)) for _name, owner in owners
        ]
        if sum(shares) > 0:
            return weighted(whole, shares, places)
    return even(whole, len(owners), places)


@require_POST
def withdraw(request: Asked, key: int) -> HttpResponse:
    """Takes a target back, with a reason."""
    row = _target(request, key)
    try:
        acts.withdraw(request.actor, row, request.POST.get("reason", ""))
    except RefusedError as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("目标已撤销，旧版本仍可查。"))
    return HttpResponseRedirect(reverse("indicators:target", args=[row.pk]))

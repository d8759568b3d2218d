"""Places: the tree, one with its history, changes to it."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from taizhang_site.accounts.asking import Asked
from taizhang_site.accounts.rights import may
from taizhang_site.places import actions, queries
from taizhang_site.places.forms import CloseForm, OfficeForm, PlaceForm
from taizhang_site.places.models import Place


def _scope(request: Asked) -> Place:
    if request.actor.scope is None:
        raise PermissionDenied
    return request.actor.scope


def _place(request: Asked, key: int) -> Place:
    return get_object_or_404(Place, pk=key, path__startswith=_scope(request).path)


@require_safe
def listing(request: Asked) -> HttpResponse:
    """The scope's tree with the names and codes of a day."""
    words = request.GET.get("as_of", "")
    try:
        on = date.fromisoformat(words) if words else timezone.localdate()
    except ValueError:
        raise Http404 from None
    return render(request, "places/list.html", {"leaves": queries.tree(_scope(request), on), "on": on})


@require_safe
def place(request: Asked, key: int) -> HttpResponse:
    """One place: names and codes over time, offices, what may be changed."""
    row = _place(request, key)
    today = timezone.localdate()
    shown = {
        "place": row, "versions": row.versions.order_by("-valid_from"), "offices": row.offices.all(),
        "children": row.children.order_by("order", "code"), "may_change": may(request.actor, "place.change", row),
        "rename": PlaceForm(initial={"name": row.name, "code": row.code, "since": today}), "office": OfficeForm(),
        "add": PlaceForm(initial={"since": today}, prefix="add") if row.level in ("county", "town") else None,
        "close": CloseForm(initial={"until": today}, prefix="close"),
    }  # fmt: skip
    return render(request, "places/place.html", shown)


@require_POST
def change(request: Asked, key: int) -> HttpResponse:
    """Renames, recodes or closes a place."""
    row = _place(request, key)
    form = CloseForm(request.POST, prefix="close") if request.POST.get("do") == "close" else PlaceForm(request.POST)
    if not form.is_valid():
        messages.error(request, _told(form.errors.values()))
        return HttpResponseRedirect(reverse("places:place", args=[row.pk]))
    try:
        if isinstance(form, CloseForm):
            actions.close(request.actor, row, until=form.cleaned_data["until"], reason=form.cleaned_data["reason"])
        else:
            actions.rename(request.actor, row, **form.cleaned_data)
    except (actions.RefusedError, ValidationError) as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("已变更，原来的留作历史。"))
    return HttpResponseRedirect(reverse("places:place", args=[row.pk]))


@require_POST
def found(request: Asked, key: int) -> HttpResponse:
    """A new place below."""
    row = _place(request, key)
    form = PlaceForm(request.POST, prefix="add")
    if form.is_valid():
        try:
            actions.add(request.actor, row, **form.cleaned_data)
        except (actions.RefusedError, ValidationError) as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("已设。"))
    else:
        messages.error(request, _told(form.errors.values()))
    return HttpResponseRedirect(reverse("places:place", args=[row.pk]))


@require_POST
def office(request: Asked, key: int) -> HttpResponse:
    """A new office."""
    row = _place(request, key)
    form = OfficeForm(request.POST)
    if form.is_valid():
        try:
            actions.add_office(request.actor, row, form.cleaned_data["name"], timezone.localdate())
        except actions.RefusedError as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("站所已设。"))
    return HttpResponseRedirect(reverse("places:place", args=[row.pk]))


def _told(problems: object) -> str:
    return "；".join(str(words) for each in problems for words in each)  # type: ignore[attr-defined]

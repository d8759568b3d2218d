"""Who is acting on this request, and whether the table of rights lets them in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils import timezone

from taizhang_site.accounts import queries, rights, sittings
from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.models import User
from taizhang_site.trail.actions import Subject, record

Next = Callable[[HttpRequest], HttpResponse]
FREE = frozenset(
    {"accounts:login", "accounts:logout", "accounts:password", "accounts:second", "accounts:enrol", "front:health"}
)
"""Pages that stay open to one who must first change the password or give the second factor."""


class Acting:
    """Puts `request.actor` in place, and ends sittings that were idle too long or ended from elsewhere."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, never kept by the browser for one who is signed in."""
        user = request.user
        known: User | None = user if isinstance(user, User) and user.is_authenticated else None
        ip = queries.address(request)
        if known and not sittings.alive(request, known, timedelta(seconds=settings.SESSION_IDLE_SECONDS)):
            known = None
        post = queries.current_post(request, known) if known and not known.administrator else None
        request.actor = Actor(known, post, ip)  # type: ignore[attr-defined]
        request.now = timezone.now()  # type: ignore[attr-defined]
        response = self.get_response(request)
        if known:
            response.headers.setdefault("Cache-Control", "no-store")
        return response


class Rights:
    """Asks the table before any view runs; a refusal is in the trail."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Passes on; the question is put once the view is known."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:  # noqa: ARG002
        """Lets the view run, sends to the login or to the errand that must come first, or refuses."""
        match = request.resolver_match
        page = match.view_name if match else ""
        actor: Actor = request.actor  # type: ignore[attr-defined]
        method = request.method or "GET"
        if not rights.may_open(actor, page, method):
            if actor.user is None:
                return _to_login(request)
            record(actor, "page.refused", Subject(page, request.path[:300]), success=False)
            raise PermissionDenied
        if actor.user and page not in FREE and (errand := queries.errand(request, actor.user)):
            return HttpResponseRedirect(reverse(errand))
        return None


def _to_login(request: HttpRequest) -> HttpResponse:
    target = resolve_url(settings.LOGIN_URL)
    if request.method not in ("GET", "HEAD"):
        return HttpResponseRedirect(target)
    return HttpResponseRedirect(f"{target}?{urlencode({'next': request.get_full_path()})}")

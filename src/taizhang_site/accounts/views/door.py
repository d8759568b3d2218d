"""The way in and the way out."""

from __future__ import annotations

from django.contrib.auth import authenticate
from django.contrib.auth import login as begin
from django.contrib.auth import logout as leave
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from taizhang_site.accounts import queries, sittings
from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.forms import LoginForm
from taizhang_site.accounts.models import User
from taizhang_site.trail.actions import Subject, record


def login(request: HttpRequest) -> HttpResponse:
    """The way in: account and password; the same words whether the account exists or not."""
    form = LoginForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        ip = queries.address(request)
        name = form.cleaned_data["username"].lower()
        user = authenticate(request, username=name, password=form.cleaned_data["password"])
        if isinstance(user, User):
            begin(request, user)
            sittings.begin(request, user, ip)
            if queries.has_second(user):
                request.session["second"] = "wanted"
            record(Actor(user, None, ip), "login.ok", user)
            return HttpResponseRedirect(_next(request))
        record(Actor(None, None, ip), "login.failed", Subject("user", name[:150]), success=False)
        form.refuse()
    return render(request, "accounts/login.html", {"form": form, "demo_logins": queries.demo_logins()}, status=200)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if safe else reverse("front:home")


@require_POST
def logout(request: HttpRequest) -> HttpResponse:
    """The way out: the session ends on the server."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if actor.user:
        record(actor, "logout", actor.user)
        sittings.end(list(actor.user.sittings.filter(session_key=request.session.session_key)))
    leave(request)
    return HttpResponseRedirect(reverse("accounts:login"))

"""One's own account: password, sessions, posts, second factor."""

from __future__ import annotations

import segno
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_otp import login as second_passed
from django_otp.plugins.otp_totp.models import TOTPDevice

from taizhang_site.accounts import queries, sittings
from taizhang_site.accounts.actions import secrets as acts
from taizhang_site.accounts.asking import Asked
from taizhang_site.accounts.forms import CodeForm, PasswordForm
from taizhang_site.accounts.models import User
from taizhang_site.trail.actions import record


def _self(request: Asked) -> User:
    if request.actor.user is None:
        raise PermissionDenied
    return request.actor.user


@require_safe
def me(request: Asked) -> HttpResponse:
    """Posts, sessions, second factor."""
    user = _self(request)
    shown = {
        "posts": queries.held(user, timezone.localdate()), "sittings": user.sittings.all(),
        "here": request.session.session_key, "second": TOTPDevice.objects.filter(user=user, confirmed=True).exists(),
        "forced": bool(user.administrator) and settings.MODE == "serve",
    }  # fmt: skip
    return render(request, "accounts/me.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
def password(request: Asked) -> HttpResponse:
    """A new password; other sessions end."""
    user = _self(request)
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not user.check_password(form.cleaned_data["old"]):
            form.add_error("old", _("现在的密码不对"))
        else:
            try:
                acts.change_password(request.actor, user, form.cleaned_data["new"], request.session.session_key or "")
            except ValidationError as problem:
                form.add_error("new", problem)
            else:
                update_session_auth_hash(request, user)
                sittings.renew(request, user)
                messages.success(request, _("密码已改，别处的登录都已退出。"))
                return HttpResponseRedirect(reverse("accounts:me"))
    return render(request, "accounts/password.html", {"form": form})


@require_POST
def end_sessions(request: Asked) -> HttpResponse:
    """Ends one of one's sessions, or all the others."""
    user = _self(request)
    key = request.POST.get("sitting", "")
    if key:
        sittings.end([get_object_or_404(user.sittings, pk=key if key.isdigit() else 0)])
    else:
        sittings.end_all(user, request.session.session_key or "")
    record(request.actor, "sessions.ended", user)
    messages.success(request, _("已退出。"))
    return HttpResponseRedirect(reverse("accounts:me"))


@require_POST
def choose_post(request: Asked) -> HttpResponse:
    """Acts from another of one's posts from now on."""
    user = _self(request)
    wanted = request.POST.get("post", "")
    post = next((each for each in queries.held(user, timezone.localdate()) if str(each.pk) == wanted), None)
    if post is None:
        raise PermissionDenied
    request.session["post"] = post.pk
    record(request.actor, "post.chosen", post)
    return HttpResponseRedirect(reverse("front:home"))


@require_http_methods(["GET", "HEAD", "POST"])
def enrol(request: Asked) -> HttpResponse:
    """Sets up the second factor: a picture to scan, a first code, ten recovery codes."""
    user = _self(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and request.POST.get("do") == "remove":
        if user.administrator and settings.MODE == "serve":
            raise PermissionDenied(_("管理员必须使用动态口令"))
        acts.remove_device(request.actor, user)
        messages.success(request, _("动态口令已取消。"))
        return HttpResponseRedirect(reverse("accounts:me"))
    if request.method == "POST" and form.is_valid():
        codes = acts.confirm_device(request.actor, user, form.cleaned_data["code"])
        if codes:
            device = TOTPDevice.objects.get(user=user, confirmed=True)
            second_passed(request, device)
            request.session.pop("second", None)
            return render(request, "accounts/codes.html", {"codes": codes})
        form.add_error("code", _("验证码不对；请核对手机时间后再试"))
    device = acts.pending_device(user) if request.method == "POST" else None
    picture = segno.make(device.config_url).svg_data_uri(scale=4) if device else ""
    return render(request, "accounts/enrol.html", {"form": form, "picture": picture, "device": device})


@require_http_methods(["GET", "HEAD", "POST"])
def second(request: Asked) -> HttpResponse:
    """The second factor at login."""
    user = _self(request)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        device = acts.passes(user, form.cleaned_data["code"])
        if device:
            second_passed(request, device)
            request.session.pop("second", None)
            record(request.actor, "second.ok", user)
            return HttpResponseRedirect(reverse("front:home"))
        record(request.actor, "second.failed", user, success=False)
        form.add_error("code", _("验证码不对，或已用过"))
    return render(request, "accounts/second.html", {"form": form})

"""Sessions as a person sees them: when each began, when it was last used; ending one from another."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.auth import logout
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

from taizhang_site.accounts.models import Sitting, User

SEEN_EVERY = timedelta(seconds=60)
"""The time of last use is written no oftener, so that reading pages does not write."""


def begin(request: HttpRequest, user: User, ip: str) -> Sitting:
    """The sitting of a session that has just logged in."""
    if not request.session.session_key:
        request.session.save()
    agent = request.headers.get("User-Agent", "")[:200]
    sitting, _ = Sitting.objects.update_or_create(
        session_key=request.session.session_key or "", defaults={"user": user, "ip": ip, "agent": agent}
    )
    return sitting


def renew(request: HttpRequest, user: User) -> None:
    """Keeps the sitting of a session whose key has just been changed."""
    if not request.session.session_key:
        request.session.save()
    Sitting.objects.filter(user=user).exclude(session_key__in=Session.objects.values("session_key")).delete()
    Sitting.objects.get_or_create(session_key=request.session.session_key or "", defaults={"user": user})


def alive(request: HttpRequest, user: User, idle: timedelta) -> bool:
    """Whether the session goes on; one that idled too long, or that was ended elsewhere, is logged out here."""
    now = timezone.now()
    sitting = Sitting.objects.filter(session_key=request.session.session_key, user=user).first()
    if sitting is None or not user.is_active or now - sitting.seen_at > idle or sitting.seen_at - now > idle:
        if sitting:
            sitting.delete()
        logout(request)
        return False
    if now - sitting.seen_at > SEEN_EVERY:
        Sitting.objects.filter(pk=sitting.pk).update(seen_at=now)
    return True


def end(sittings: list[Sitting]) -> None:
    """Ends the sessions on the server: their next request is a stranger's."""
    Session.objects.filter(session_key__in=[each.session_key for each in sittings]).delete()
    Sitting.objects.filter(pk__in=[each.pk for each in sittings]).delete()


def end_all(user: User, but: str = "") -> int:
    """Ends every session of a person but the one with key `but`; how many."""
    found = list(Sitting.objects.filter(user=user).exclude(session_key=but))
    end(found)
    return len(found)

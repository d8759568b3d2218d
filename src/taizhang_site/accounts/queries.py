"""Questions about people and posts."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from taizhang_site.accounts.models import Holding, Post, User


def address(request: HttpRequest) -> str:
    """The caller's network address: the proxy's last word where a proxy stands in front, else the peer's."""
    if settings.HTTPS and (told := request.headers.get("X-Forwarded-For", "")):
        return told.rsplit(",", 1)[-1].strip()[:45]
    return str(request.META.get("REMOTE_ADDR", ""))[:45]


def held(user: User, on: date) -> QuerySet[Post]:
    """The posts that a person holds on a day."""
    holdings = Holding.objects.filter(Q(until=None) | Q(until__gte=on), user=user, since__lte=on)
    open_posts = Post.objects.filter(Q(valid_to=None) | Q(valid_to__gte=on), holdings__in=holdings)
    return open_posts.select_related("place", "office").distinct()


def current_post(request: HttpRequest, user: User) -> Post | None:
    """The post that the person chose for this session, or the first one held."""
    posts = list(held(user, timezone.localdate()))
    chosen = request.session.get("post")
    return next((post for post in posts if post.pk == chosen), posts[0] if posts else None)


def errand(request: HttpRequest, user: User) -> str:
    """The page that a person must see to before any other: a new password, the second factor; empty for none."""
    if user.must_change_password:
        return "accounts:password"
    verified = getattr(request.user, "is_verified", None)
    if verified and not verified() and request.session.get("second") == "wanted":
        return "accounts:second"
    return ""

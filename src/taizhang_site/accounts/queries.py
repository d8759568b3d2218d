"""Questions about people and posts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

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
    if verified and not verified():
        if request.session.get("second") == "wanted":
            return "accounts:second"
        if user.administrator and settings.MODE == "serve":
            return "accounts:enrol"
    return ""


def has_second(user: User) -> bool:
    """Whether the person uses a second factor."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def people(words: str) -> QuerySet[User]:
    """Accounts by name, account or post."""
    rows = User.objects.order_by("administrator", "username")
    if not words:
        return rows
    return rows.filter(
        Q(name__icontains=words) | Q(username__icontains=words) | Q(holdings__post__name__icontains=words)
    ).distinct()


def posts(words: str) -> QuerySet[Post]:
    """Posts by name, in the tree's order."""
    return (
        Post.objects.filter(name__icontains=words)
        .select_related("place", "office")
        .order_by("place__path", "role", "id")
    )


def _on(day: date) -> Q:
    return Q(since__lte=day) & (Q(until=None) | Q(until__gte=day))


def posts_of(users: Sequence[User], on: date) -> dict[int, list[Post]]:
    """The posts that each of the people holds on a day."""
    found: dict[int, list[Post]] = {user.pk: [] for user in users}
    for row in Holding.objects.filter(_on(on), user__in=list(found)).select_related("post__place"):
        found[row.user_id].append(row.post)
    return found


def holders(rows: Sequence[Post], on: date) -> dict[int, list[User]]:
    """The people who hold each of the posts on a day."""
    found: dict[int, list[User]] = {post.pk: [] for post in rows}
    for row in Holding.objects.filter(_on(on), post__in=list(found)).select_related("user"):
        found[row.post_id].append(row.user)
    return found


def locked_out() -> set[str]:
    """Accounts that have just been tried too often."""
    limit = settings.AXES_FAILURE_LIMIT
    rows = AccessAttempt.objects.filter(failures_since_start__gte=limit)
    return {name for name in rows.values_list("username", flat=True) if name}


def demo_logins() -> list[tuple[str, str, str]]:
    """Account, name and post of those whom the demo shows at its door; none outside the demo."""
    if settings.MODE != "demo":
        return []
    wanted = Q(post__place__level__in=("county", "town")) | Q(post__place__code__endswith="206")
    rows = Holding.objects.filter(wanted, until=None).select_related("user", "post").order_by("post__place__path", "id")
    found = [(row.user.username, row.user.name, row.post.name) for row in rows[:9]]
    return found + [
        (user.username, user.name, user.get_administrator_display()) for user in User.objects.exclude(administrator="")
    ]

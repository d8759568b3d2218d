"""Accounts and posts. The system administrator makes and closes accounts, the security administrator gives posts."""

from __future__ import annotations

import hashlib
import secrets
from datetime import date, timedelta

from axes.utils import reset
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taizhang_site.accounts import sittings
from taizhang_site.accounts.actions.secrets import change_password
from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.models import Holding, Invitation, Post, User
from taizhang_site.accounts.rights import demand
from taizhang_site.places.models import Office, Place
from taizhang_site.trail.actions import record

VALID = timedelta(hours=72)


class RefusedError(Exception):
    """What cannot be done, in words for the person; nothing was written."""


@transaction.atomic
def invite(actor: Actor, name: str) -> tuple[Invitation, str]:
    """An invitation to make an account, good once and for three days: the row, and the secret that is shown once."""
    demand(actor, "account.manage")
    if not name.strip():
        raise RefusedError(_("请写姓名"))
    secret = secrets.token_urlsafe(32)
    row = Invitation.objects.create(
        name=name.strip()[:40], token=_hash(secret), made_by_id=actor.user_id or 0, expires_at=timezone.now() + VALID
    )
    record(actor, "account.invited", row, reason=row.name)
    return row, secret


@transaction.atomic
def new_password_link(actor: Actor, user: User) -> tuple[Invitation, str]:
    """A link by which a person sets a new password; the old one goes at once, with every session."""
    demand(actor, "account.manage")
    if actor.user_id == user.pk:
        raise RefusedError(_("自己的密码请在“我的账号”里改"))
    secret = secrets.token_urlsafe(32)
    row = Invitation.objects.create(
        user=user, name=user.name, token=_hash(secret), made_by_id=actor.user_id or 0, expires_at=timezone.now() + VALID
    )
    user.set_unusable_password()
    user.save(update_fields=("password",))
    sittings.end_all(user)
    record(actor, "password.reset", user)
    return row, secret


def invited(secret: str) -> Invitation | None:
    """The open invitation that the secret belongs to."""
    rows = Invitation.objects.filter(
        token=_hash(secret), used_at=None, withdrawn_at=None, expires_at__gt=timezone.now()
    )
    return rows.select_related("user", "made_by").first()


@transaction.atomic
def accept(ip: str, secret: str, username: str, password: str) -> User:
    """Makes the account of an invitation, or sets the new password, and closes the invitation.

    Raises RefusedError where the link is used up or the account's name is taken, ValidationError for a poor password.
    """
    found = invited(secret)
    row = (
        Invitation.objects.select_for_update(of=("self",)).filter(pk=found.pk, used_at=None).first() if found else None
    )
    if row is None:
        raise RefusedError(_("这个链接已经用过或过期了，请管理员再发一个"))
    user = row.user
    if user is None:
        if User.objects.filter(username=username).exists():
            raise RefusedError(_("这个账号已有人用，换一个"))
        user = User(username=username, name=row.name)
        user.set_unusable_password()
        user.full_clean(exclude=("password",))
        user.save()
        record(Actor(user, None, ip), "account.created", user)
    change_password(Actor(user, None, ip), user, password)
    row.used_at = timezone.now()
    row.save(update_fields=("used_at",))
    return user


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def withdraw(actor: Actor, invitation: Invitation) -> None:
    """Closes an invitation that was not used."""
    demand(actor, "account.manage")
    invitation.withdrawn_at = timezone.now()
    invitation.save(update_fields=("withdrawn_at",))
    record(actor, "account.uninvited", invitation, reason=invitation.name)


@transaction.atomic
def set_active(actor: Actor, user: User, *, active: bool) -> None:
    """Closes an account, ending its sessions, or opens it again. Nobody closes the own one."""
    demand(actor, "account.manage")
    if actor.user_id == user.pk:
        raise RefusedError(_("不能停用自己的账号"))
    user.is_active = active
    user.save(update_fields=("is_active",))
    if not active:
        sittings.end_all(user)
    record(actor, "account.opened" if active else "account.closed", user)


@transaction.atomic
def unlock(actor: Actor, user: User) -> None:
    """Lets a person who was locked out try again."""
    demand(actor, "post.manage")
    reset(username=user.username)
    record(actor, "account.unlocked", user)


@transaction.atomic
def make_post(actor: Actor, name: str, role: str, place: Place, office: Office | None) -> Post:
    """A new post."""
    demand(actor, "post.manage")
    row = Post.objects.create(name=name.strip(), role=role, place=place, office=office)
    record(
        actor,
        "post.made",
        row,
        [{"object": f"post:{row.pk}", "field": "role", "was": "", "is": f"{role} {place.code}"}],
    )
    return row


@transaction.atomic
def appoint(actor: Actor, post: Post, user: User, since: date) -> Holding:
    """Gives a post to a person from a day; who held it until then hands over the day before.

    Raises RefusedError for oneself, an administrator, and a day before the present holder's first.
    """
    demand(actor, "post.manage")
    if actor.user_id == user.pk or user.administrator:
        raise RefusedError(_("管理员账号不能任业务岗位，也不能给自己派岗位"))
    for held in post.holdings.select_for_update().filter(until=None):
        if held.user_id == user.pk:
            raise RefusedError(_("此人已经在这个岗位上"))
        if held.since >= since:
            raise RefusedError(_("接任日期须晚于前任的到任日期"))
        held.until = since - timedelta(days=1)
        held.save(update_fields=("until",))
        sittings.end_all(held.user)
        record(
            actor,
            "post.left",
            held,
            [{"object": f"holding:{held.pk}", "field": "until", "was": "", "is": str(held.until)}],
        )
    row = Holding.objects.create(post=post, user=user, since=since)
    record(actor, "post.taken", row, [{"object": f"holding:{row.pk}", "field": "since", "was": "", "is": str(since)}])
    return row


@transaction.atomic
def dismiss(actor: Actor, holding: Holding, until: date) -> None:
    """Ends a holding on a day."""
    demand(actor, "post.manage")
    if until < holding.since:
        raise RefusedError(_("离任日期不能早于到任日期"))
    was = holding.until
    holding.until = until
    holding.save(update_fields=("until",))
    sittings.end_all(holding.user)
    record(
        actor, "post.left", holding,
        [{"object": f"holding:{holding.pk}", "field": "until", "was": str(was or ""), "is": str(until)}],
    )  # fmt: skip

"""Passwords and the second factor of a person."""

from __future__ import annotations

import hashlib
import secrets

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from taizhang_site.accounts import sittings
from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.models import OldPassword, User
from taizhang_site.trail.actions import record

CODES = 10
SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def change_password(actor: Actor, user: User, password: str, keep: str = "") -> None:
    """Sets a person's password and ends every session but the one with key `keep`.

    Raises ValidationError for a password that breaks a rule.
    """
    validate_password(password, user)
    if user.password and user.has_usable_password():
        OldPassword.objects.create(user=user, password=user.password)
    user.set_password(password)
    user.must_change_password = False
    user.password_changed_at = timezone.now()
    user.save()
    ended = sittings.end_all(user, keep)
    record(
        actor,
        "password.changed",
        user,
        [{"object": f"user:{user.pk}", "field": "sessions ended", "was": "", "is": ended}],
    )


def pending_device(user: User) -> TOTPDevice:
    """The device that waits for its first code; a new one where none waits."""
    device, _made = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "authenticator"})
    return device


@transaction.atomic
def confirm_device(actor: Actor, user: User, code: str) -> list[str]:
    """Takes the waiting device into use if its code is right: ten recovery codes, shown once; empty where it is wrong."""
    device = pending_device(user)
    if not device.verify_token(code):
        return []
    TOTPDevice.objects.filter(user=user, confirmed=True).delete()
    device.confirmed = True
    device.save()
    codes = ["".join(secrets.choice(SIGNS) for _sign in range(10)) for _code in range(CODES)]
    StaticDevice.objects.filter(user=user).delete()
    static = StaticDevice.objects.create(user=user, name="recovery")
    StaticToken.objects.bulk_create(StaticToken(device=static, token=hashed(code_)) for code_ in codes)
    record(actor, "second.set", user)
    return codes


@transaction.atomic
def remove_device(actor: Actor, user: User) -> None:
    """Takes the second factor away, the recovery codes with it."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    record(actor, "second.removed", user)


def hashed(code: str) -> str:
    """A recovery code as it is kept: sixteen digits of its SHA-256."""
    return hashlib.sha256(code.strip().lower().encode()).hexdigest()[:16]


def passes(user: User, code: str) -> TOTPDevice | StaticDevice | None:
    """The device that the code answers; a code answers once. None for a wrong one, and while too many were wrong."""
    code = code.strip().replace(" ", "")
    for device in TOTPDevice.objects.filter(user=user, confirmed=True):
        if device.verify_is_allowed()[0] and device.verify_token(code):
            return device
    for static in StaticDevice.objects.filter(user=user, confirmed=True):
        if static.verify_is_allowed()[0] and static.verify_token(hashed(code)):
            return static
    return None

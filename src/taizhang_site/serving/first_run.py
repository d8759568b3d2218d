"""The first run of a new installation: the three administrators, each with a password that is shown once."""

from __future__ import annotations

import secrets

from django.db import transaction

from taizhang.packs.indicators import common_indicators
from taizhang_site.accounts.actors import SYSTEM
from taizhang_site.accounts.models import Administrator, User
from taizhang_site.indicators.actions import dictionary
from taizhang_site.trail.actions import record

SIGNS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789"


@transaction.atomic
def first_run() -> list[tuple[str, str, str]]:
    """Makes the administrators and the dictionary where there is no account yet: title, account, password of each."""
    if User.objects.exists():
        return []
    made: list[tuple[str, str, str]] = []
    for administrator in Administrator:
        password = "-".join("".join(secrets.choice(SIGNS) for _sign in range(5)) for _part in range(3)) + "7k"
        title = str(administrator.label)
        user = User.objects.create_user(
            f"{administrator.value}-admin", password, name=title, administrator=administrator, must_change_password=True
        )
        record(SYSTEM, "user.created", user, reason="first run")
        made.append((title, user.username, password))
    dictionary.load(SYSTEM, common_indicators())
    return made

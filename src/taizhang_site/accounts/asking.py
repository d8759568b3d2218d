"""The request as every view gets it."""

from __future__ import annotations

from datetime import datetime

from django.http import HttpRequest

from taizhang_site.accounts.actors import Actor


class Asked(HttpRequest):
    """A request whose actor is known. Used as a type only; the middleware sets the attributes."""

    actor: Actor
    now: datetime

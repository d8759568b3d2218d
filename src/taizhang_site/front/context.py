"""What every page's frame shows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from taizhang_site.front.menu import menu


def site(request: HttpRequest) -> dict[str, Any]:
    """The actor, the menu that the actor's role has, and the standing warnings."""
    actor = getattr(request, "actor", None)
    return {
        "actor": actor,
        "menu": menu(actor, request.path) if actor and actor.user else [],
        "demo": settings.MODE == "demo",
        "demo_password": settings.DEMO_PASSWORD if settings.MODE == "demo" else "",
        "plain_http": settings.MODE == "serve" and not settings.HTTPS,
    }

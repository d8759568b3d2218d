"""The table of rights, read from `rights.toml`: the one place that says who may open or do what."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from taizhang_site.accounts.actors import Actor
from taizhang_site.places.models import Place

TABLE = Path(__file__).with_name("rights.toml")


@dataclass(frozen=True, slots=True)
class Table:
    """`pages`: view name → method → roles. `acts`: act → role → `own`, `below` or `all`."""

    pages: Mapping[str, Mapping[str, frozenset[str]]]
    acts: Mapping[str, Mapping[str, str]]


@cache
def table() -> Table:
    """The table as written, its groups opened."""
    written = tomllib.loads(TABLE.read_text("utf-8"))
    groups: dict[str, list[str]] = written["groups"]

    def opened(names: list[str]) -> frozenset[str]:
        found: set[str] = set()
        for name in names:
            found |= opened(groups[name]) if name in groups else {name}
        return frozenset(found)

    pages = {page: {method: opened(names) for method, names in row.items()} for page, row in written["pages"].items()}
    return Table(pages, written["acts"])


def may_open(actor: Actor, page: str, method: str) -> bool:
    """Whether the table lets the actor send `method` (GET, HEAD, POST …) to the page; a page without a row, nobody."""
    row = table().pages.get(page, {})
    roles = row.get("get" if method in ("GET", "HEAD", "OPTIONS") else "post", frozenset())
    return "anyone" in roles or actor.role in roles


def may(actor: Actor, act: str, place: Place | None = None) -> bool:
    """Whether the actor may do the act on what belongs to `place`; None for what belongs to no place.

    Raises KeyError for an act that the table does not have.
    """
    where = table().acts[act].get(actor.role)
    if where == "all":
        return True
    scope = actor.scope
    if where is None or scope is None or place is None:
        return False
    return scope.pk == place.pk if where == "own" else scope.contains(place)


def demand(actor: Actor, act: str, place: Place | None = None) -> None:
    """Raises PermissionDenied, with words for the person, where `may` says no."""
    if may(actor, act, place):
        return
    if place is None:
        raise PermissionDenied(_("您的岗位无权做这项操作"))
    raise PermissionDenied(_("您的岗位无权在“%(place)s”做这项操作") % {"place": place.name})

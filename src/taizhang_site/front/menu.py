"""The pages that a role finds in the menu, in the order of a working day."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.rights import may_open

PAGES = (
    ("front:home", _("首页")),
    ("indicators:overview", _("总览")),
    ("indicators:sheet", _("填报")),
    ("indicators:review", _("审核")),
    ("indicators:completeness", _("应报")),
    ("indicators:list", _("指标")),
    ("indicators:targets", _("目标")),
    ("places:list", _("地区")),
    ("indicators:compare", _("比较")),
    ("accounts:people", _("人员")),
    ("trail:list", _("日志")),
    ("front:help", _("帮助")),
)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the menu."""

    name: str
    title: str
    url: str
    here: bool


def menu(actor: Actor, path: str) -> list[Item]:
    """What the actor may open, the page at `path` marked."""
    items = []
    for name, title in PAGES:
        if not may_open(actor, name, "GET"):
            continue
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        here = path == url if url == "/" else path.startswith(url)
        items.append(Item(name, str(title), url, here))
    return items

"""Every page: no serious complaint of axe, no sideways scrolling on a phone, a clean print."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser_parts import AXE

PAGES = {
    "yingchuan-clerk": (
        "/", "/overview/", "/month/", "/month/grid/", "/completeness/", "/indicators/", "/indicators/new/", "/indicators/lights/",
        "/indicators/collective_income/", "/compare/", "/targets/", "/targets/1/", "/targets/1/split/",
        "/targets/set/?indicator=exports", "/made-of/medical_rate/", "/made-of/toilets/", "/figures/1/", "/places/", "/places/4/",
        "/places/4/figures/", "/search/?q=收入", "/help/", "/me/", "/me/password/", "/me/second/",
    ),
    "yingchuan-reviewer": ("/review/", "/review/?tab=reviewed"),
    "security-admin": ("/people/", "/posts/", "/posts/1/"),
    "system-admin": ("/people/",),
    "audit-admin": ("/trail/", "/trail/1/"),
}  # fmt: skip
SERIOUS = "r => r.violations.filter(v => ['serious', 'critical'].includes(v.impact)).map(v => v.id + ' ' + v.nodes.map(n => n.html.slice(0, 120)).slice(0, 3).join(' | '))"


@pytest.mark.parametrize("username", PAGES)
def test_axe_finds_nothing_serious(enter: Callable[..., Any], username: str) -> None:
    page = enter(username, bypass_csp=True)
    found = {}
    for path in PAGES[username]:
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        page.add_script_tag(path=str(AXE))
        complaints = page.evaluate(f"axe.run().then({SERIOUS})")
        if complaints:
            found[path] = complaints
    assert not found, "\n".join(f"{path}: {complaints}" for path, complaints in found.items())


@pytest.mark.parametrize("username", PAGES)
def test_a_phone_never_scrolls_sideways(enter: Callable[..., Any], username: str) -> None:
    page = enter(username, width=390, height=844)
    wide = {}
    for path in PAGES[username]:
        page.goto(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 390:
            wide[path] = width
    assert not wide


def test_print_leaves_out_what_only_a_screen_needs(enter: Callable[..., Any]) -> None:
    page = enter("yingchuan-leader")
    page.goto("/overview/")
    page.emulate_media(media="print")
    for words in (".head", ".side", ".bar", ".help"):
        assert not page.locator(words).first.is_visible()
    assert page.locator("table.data").first.is_visible()
    assert len(page.pdf(format="A4")) > 10_000

"""Every address, every role, own scope and others', reading and sending, against the written table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from taizhang_site.accounts import rights
from taizhang_site.accounts.actors import SYSTEM, Actor
from taizhang_site.accounts.models import Holding, Invitation, Post
from taizhang_site.indicators.actions import evidence, figures
from taizhang_site.indicators.actions import targets as target_acts
from taizhang_site.indicators.months import Month
from taizhang_site.places.models import Place
from taizhang_site.trail.actions import record

MONTH = Month(2026, 9)
ANSWERS = {200, 302, 400, 404, 410}
"""What a page that lets one in may say: 404 where what it is asked for lacks a parameter."""


def patterns(found: list[Any] | None = None, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every named address of the site."""
    for each in found if found is not None else get_resolver().url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each.url_patterns, f"{each.namespace}:" if each.namespace else space)
        else:
            yield f"{space}{each.name}", each


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    addresses = {name for name, _each in patterns()}
    rows = set(rights.table().pages)
    assert addresses - rows == set(), "an address without a row in rights.toml"
    assert rows - addresses - {"front:language"} == set(), "a row without an address"


def test_an_address_without_a_row_lets_nobody_in(world, monkeypatch) -> None:
    table = rights.table()
    pages = {name: row for name, row in table.pages.items() if name != "indicators:overview"}
    monkeypatch.setattr(rights, "table", lambda: rights.Table(pages, table.acts))
    assert world.enter("leader").get(reverse("indicators:overview")).status_code == 403


class Things:
    """One of each thing at each of the places, and the address of each."""

    def __init__(self, world: Any, dictionary: Any) -> None:
        self.places = [world.county, world.town, world.sister, world.village, world.far_village]
        clerk = Post.objects.get(holdings__user=world.people["county_clerk"])
        actor = Actor(world.people["county_clerk"], clerk)
        self.figures, self.targets, self.files = {}, {}, {}
        for place in self.places:
            cell = figures.Cell(dictionary["revenue"], place, MONTH, "12.50")
            row = figures.submit(actor, figures.type_in(actor, [cell]))[0]
            self.figures[place.pk] = row
            self.files[place.pk] = evidence.attach(actor, row, SimpleUploadedFile("凭证.pdf", b"%PDF-1.4"))
            wanted = target_acts.Wanted("100")
            year = MONTH.year
            self.targets[place.pk] = target_acts.set_target(
                actor,
                dictionary["revenue"],
                place,
                Month(year, 1).last_day().replace(day=1),
                Month(year, 12).last_day(),
                wanted,
            )
        record(SYSTEM, "test.made")
        self.world = world

    def arguments(self, name: str, place: Place) -> dict[str, Any] | None:
        """The address's parts for a thing at the place; None where the page shows no thing of a place."""
        return {
            "indicators:figure": {"key": self.figures[place.pk].pk},
            "indicators:figure_note": {"key": self.figures[place.pk].pk},
            "indicators:evidence": {"key": self.files[place.pk].pk},
            "indicators:target": {"key": self.targets[place.pk].pk},
            "indicators:target_split": {"key": self.targets[place.pk].pk},
            "indicators:target_withdraw": {"key": self.targets[place.pk].pk},
            "indicators:place": {"key": place.pk},
            "places:place": {"key": place.pk}, "places:change": {"key": place.pk},
            "places:found": {"key": place.pk}, "places:office": {"key": place.pk},
        }.get(name)  # fmt: skip

    def others(self, name: str) -> dict[str, Any]:
        """The parts of an address that belongs to no place."""
        return {
            "indicators:made_of": {"code": "revenue"}, "indicators:indicator": {"code": "revenue"},
            "indicators:change": {"code": "revenue"}, "trail:entry": {"number": 1},
            "accounts:accept": {"secret": "nothing"}, "accounts:change": {"key": self.world.people["clerk"].pk},
            "accounts:uninvite": {"key": self._invitation()}, "accounts:post": {"key": Post.objects.values_list("pk", flat=True)[0]},
            "accounts:dismiss": {"key": Holding.objects.values_list("pk", flat=True)[0]},
        }.get(name, {})  # fmt: skip

    def _invitation(self) -> int:
        row, _made = Invitation.objects.get_or_create(
            token="x", defaults={"name": "某人", "made_by": self.world.people["system_administrator"],
                                 "expires_at": "2099-01-01T00:00Z"},
        )  # fmt: skip
        return row.pk


@pytest.fixture
def things(world, dictionary, settings, tmp_path) -> Things:
    settings.MEDIA_ROOT = tmp_path
    return Things(world, dictionary)


ROLES = (
    "stranger", "no_post", "system_administrator", "security_administrator", "audit_administrator", "village_cadre",
    "clerk", "reviewer", "leader", "auditor", "county_clerk", "county_reviewer", "county_leader", "county_auditor",
    "sister_clerk", "sister_village_cadre",
)  # fmt: skip


def actor_of(world: Any, who: str) -> Actor:
    if who == "stranger":
        return Actor()
    user = world.people[who]
    return Actor(user, Post.objects.filter(holdings__user=user).select_related("place").first())


@pytest.mark.parametrize("who", ROLES)
def test_every_address_answers_as_the_table_says(world, things, who: str) -> None:
    actor = actor_of(world, who)
    wrong = []
    cells = 0
    for name, _pattern in patterns():
        if name in ("accounts:logout",):
            continue
        spots = [None] if things.arguments(name, world.town) is None else things.places
        for place in spots:
            parts = things.others(name) if place is None else things.arguments(name, place)
            for method in ("get", "post"):
                client = world.enter(who)
                status = getattr(client, method)(reverse(name, kwargs=parts)).status_code
                cells += 1
                if not _expected(actor, name, method, place, status):
                    wrong.append(f"{who} {method} {name} {place}: {status}")
    assert not wrong, "\n".join(wrong)
    assert cells > 90


def _expected(actor: Actor, name: str, method: str, place: Place | None, status: int) -> bool:
    if not rights.may_open(actor, name, method.upper()):
        return status == (302 if actor.user is None else 403)
    if place is not None and (actor.scope is None or not actor.scope.contains(place)):
        return status == 404
    return status in (ANSWERS | {403, 405} if method == "post" else ANSWERS)


OWN = {
    "village_cadre": ("village",), "clerk": ("town", "village"), "county_leader": ("county", "town", "sister", "village"),
}  # fmt: skip


@pytest.mark.parametrize("who", OWN)
@pytest.mark.parametrize(
    "page", ["indicators:overview", "indicators:completeness", "indicators:compare", "indicators:targets"]
)
def test_a_place_outside_the_scope_is_not_there(world, dictionary, who: str, page: str) -> None:
    client = world.enter(who)
    for name in ("county", "town", "sister", "village", "neighbour", "far_village"):
        place = getattr(world, name)
        status = client.get(reverse(page), {"place": place.pk}).status_code
        inside = actor_of(world, who).scope.contains(place)
        assert status == (200 if inside else 404), f"{who} {page} {name}"


def dump() -> dict[str, Any]:
    """All rows but sessions and the record of who looked."""
    from django.apps import apps

    passed = {"session", "sitting", "entry", "head", "accesslog", "accessattempt"}
    return {
        model._meta.label: list(model.objects.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.model_name not in passed
    }


@pytest.mark.parametrize(
    "who", ["village_cadre", "clerk", "county_leader", "audit_administrator", "security_administrator"]
)
def test_reading_changes_nothing(world, things, who: str) -> None:
    things.others("accounts:uninvite")
    client = world.enter(who)
    before = dump()
    for name, _pattern in patterns():
        parts = things.arguments(name, world.village) or things.others(name)
        client.get(reverse(name, kwargs=parts))
    assert dump() == before


@pytest.mark.parametrize("origin", ["", "https://elsewhere.example"])
def test_nothing_is_taken_without_the_token(world, things, origin: str) -> None:
    things.others("accounts:uninvite")
    clients = {who: Client(enforce_csrf_checks=True) for who in ("clerk", "system_administrator")}
    for who, client in clients.items():
        client.cookies = world.enter(who).cookies
    before = dump()
    for who, client in clients.items():
        for name, _pattern in patterns():
            parts = things.arguments(name, world.village) or things.others(name)
            extra = {"HTTP_ORIGIN": origin} if origin else {}
            status = client.post(reverse(name, kwargs=parts), **extra).status_code
            assert status == 403, f"{who} {name} {status}"
    assert dump() == before

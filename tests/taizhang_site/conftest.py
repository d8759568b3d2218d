"""A small county for the tests of the site, and the people in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.models import Holding, Post, Role, Sitting, User
from taizhang_site.indicators.actions import figures
from taizhang_site.indicators.models import Figure, Group, Indicator, Kind
from taizhang_site.indicators.months import Month
from taizhang_site.places.models import Level, Office, Place

PASSWORD = "Shan-shui-2026"


class World:
    """A county with two towns of two villages each, every post held by one person named after it."""

    def __init__(self) -> None:
        self.county = self.place("东陵县", Level.COUNTY, "990100000000")
        self.town = self.place("柳溪镇", Level.TOWN, "990100101000", self.county)
        self.sister = self.place("石桥镇", Level.TOWN, "990100102000", self.county)
        self.village = self.place("前湾村", Level.VILLAGE, "990100101201", self.town)
        self.neighbour = self.place("后坡村", Level.VILLAGE, "990100101202", self.town)
        self.far_village = self.place("南岭村", Level.VILLAGE, "990100102201", self.sister)
        self.office = Office.objects.create(place=self.town, name="经济发展办公室")
        self.people: dict[str, User] = {}
        for administrator in ("system", "security", "audit"):
            self.people[f"{administrator}_administrator"] = self.person(
                f"{administrator}-admin", administrator=administrator
            )
        self.people["no_post"] = self.person("nopost")
        for role in Role:
            home = self.village if role is Role.VILLAGE_CADRE else self.town
            self.people[role] = self.holder(role, role, home)
            sister = self.far_village if role is Role.VILLAGE_CADRE else self.sister
            self.people[f"sister_{role}"] = self.holder(f"sister-{role}", role, sister)
            if role is not Role.VILLAGE_CADRE:
                self.people[f"county_{role}"] = self.holder(f"county-{role}", role, self.county)

    @staticmethod
    def place(name: str, level: str, code: str, parent: Place | None = None) -> Place:
        """A place under its parent."""
        from taizhang_site.places.actions import found

        return found(name=name, level=level, code=code, parent=parent, since=date(2020, 1, 1))

    @staticmethod
    def person(username: str, **fields: Any) -> User:
        """An account with the password of the tests."""
        return User.objects.create_user(username.replace("_", "-"), PASSWORD, name=username, **fields)

    def holder(self, username: str, role: str, place: Place) -> User:
        """A person who holds a post of that role there since 2020."""
        user = self.person(username)
        post = Post.objects.create(name=f"{place.name}{Role(role).label}", role=role, place=place)
        Holding.objects.create(post=post, user=user, since=date(2020, 1, 1))
        return user

    def login(self, who: str) -> Client:
        """A browser in which that person is signed in."""
        client = Client()
        answer = client.post("/login/", {"username": self.people[who].username, "password": PASSWORD})
        assert answer.status_code == 302, answer.content.decode()
        return client

    def enter(self, who: str) -> Client:
        """As `login`, without the cost of the password."""
        client = Client()
        if who == "stranger":
            return client
        client.force_login(self.people[who], backend="django.contrib.auth.backends.ModelBackend")
        Sitting.objects.create(user=self.people[who], session_key=client.session.session_key)
        return client


@pytest.fixture
def world(db: None) -> World:
    """The county of the tests."""
    return World()


@pytest.fixture
def dictionary(db: None) -> dict[str, Indicator]:
    """One indicator of each kind, by its code."""
    group = Group.objects.create(code="economy", name="经济")
    made: dict[str, Indicator] = {}

    def make(code: str, name: str, kind: str, unit: str, precision: int, **more: object) -> None:
        made[code] = Indicator.objects.create(
            code=code, name=name, kind=kind, unit=unit, precision=precision, group=group, **more
        )

    make("revenue", "财政收入", Kind.CUMULATIVE, "万元", 2)
    make("sown", "播种面积", Kind.IN_PERIOD, "亩", 1)
    make("households", "户数", Kind.STOCK, "户", 0)
    make("covered", "参保户数", Kind.STOCK, "户", 0)
    make("coverage", "参保率", Kind.RATE, "%", 1, numerator=made["covered"], denominator=made["households"])
    make("finished", "完工", Kind.MILESTONE, "", 0)
    return made


@pytest.fixture
def actor(world) -> Callable[[str], Actor]:
    """The person by name, acting from the post held."""

    def make(who: str) -> Actor:
        user = world.people[who]
        return Actor(user, Post.objects.filter(holdings__user=user).first(), "127.0.0.1")

    return make


@pytest.fixture
def put(world, dictionary, actor) -> Callable[..., Figure]:
    """Types and submits a figure as the clerk of the place's town (or the county's clerk)."""

    def make(code: str, place: object, month: str, words: str, who: str = "county_clerk") -> Figure:
        month_ = Month.read(month)
        was = Figure.objects.filter(
            indicator=dictionary[code], place=place, year=month_.year, month=month_.month, office=None
        ).first()
        cell = figures.Cell(dictionary[code], place, month_, words, was.revision if was else 0, "核对过")
        made = figures.type_in(actor(who), [cell])
        return figures.submit(actor(who), made)[0]

    return make

"""A small county for the tests of the site, and the people in it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from taizhang_site.accounts.models import Holding, Post, Role, User
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


@pytest.fixture
def world(db: None) -> World:
    """The county of the tests."""
    return World()

"""Indicators of every kind, and a way to put a figure in place through the front door."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.models import Post
from taizhang_site.indicators.actions import figures
from taizhang_site.indicators.models import Figure, Group, Indicator, Kind
from taizhang_site.indicators.months import Month


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

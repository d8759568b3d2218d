"""The demo county: the same for the same day, believable, and every number of its pages computed twice."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from plain import KNOWN, Plain, months

from taizhang_site.accounts.models import Sitting, User
from taizhang_site.demo.county import county
from taizhang_site.demo.rows import County
from taizhang_site.demo.seed import seed
from taizhang_site.indicators.queries.progress import Progress
from taizhang_site.places.models import Place

TODAY = date(2026, 11, 25)
NEAR = Decimal("1e-15")


@pytest.fixture(scope="module")
def rows() -> County:
    return county(TODAY)


def test_the_same_day_makes_the_same_county(rows: County) -> None:
    assert county(TODAY) == rows


def test_the_county_is_what_a_mayor_expects(rows: County) -> None:
    levels = Counter(place.level for place in rows.places)
    assert levels["town"] == 5
    full = "990121101000"
    assert sum(place.parent == full for place in rows.places) == 20
    assert sum(place == full for place, _name in rows.offices) == 8
    used = {row.indicator for row in rows.figures if row.place == full or row.place[:9] == full[:9]}
    assert len(used | {code for code, each in KNOWN.items() if each.numerator}) >= 80
    assert len(months(rows)) == 36
    states = Counter(version.state for row in rows.figures for version in row.versions)
    assert all(states[state] for state in ("value", "blank", "not_applicable", "waiting"))
    statuses = Counter(row.status for row in rows.figures)
    assert all(statuses[status] for status in ("submitted", "reviewed", "locked"))
    assert any(len(row.versions) > 1 for row in rows.figures)
    assert any(person.until for person in rows.people)
    assert len({person.name for person in rows.people}) == len(rows.people)


def test_another_day_makes_a_county_that_is_as_fresh() -> None:
    later = county(date(2027, 2, 3))
    assert months(later)[-1] == (2027, 1)
    assert len(months(later)) == 36


def enter(username: str) -> Client:
    client = Client()
    user = User.objects.get(username=username)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    Sitting.objects.create(user=user, session_key=client.session.session_key)
    return client


def same(shown: Decimal | None, again: Decimal | None) -> bool:
    if shown is None or again is None:
        return shown is again
    return abs(shown - again) <= NEAR * max(1, abs(again))


def check(plain: Plain, each: Progress, year: int, month: int) -> list[str]:
    """What differs between a line of a page and the plain recomputation."""
    code, place = each.indicator.code, each.place.code
    month = plain.month_of(code, month)
    pairs = {
        "value": (each.value.value, plain.value(code, place, year, month)),
        "done": (each.done, plain.done(code, place, year, month)),
        "target": (each.target.value if each.target else None, plain.target(code, place, year)),
        "completion": (each.completion.value, plain.completion(code, place, year, month)),
        "lead": (each.lead, plain.lead(code, place, year, month)),
        "growth": (each.shown_growth, plain.growth(code, place, year, month)),
    }
    return [
        f"{code} {place} {year}-{month} {name}: {one} ≠ {other}"
        for name, (one, other) in pairs.items()
        if not same(one, other)
    ]


def test_every_number_of_every_month_end_is_computed_twice(db: None) -> None:
    seeded = seed(TODAY)
    plain = Plain(seeded)
    wrong: list[str] = []
    seen = Counter[str]()
    client = enter("county-leader")
    places = {place.code: place for place in Place.objects.all()}
    town, village, top = places["990121101000"], places["990121101203"], places["990121000000"]
    for year, month in months(seeded):
        asked = {"month": f"{year}-{month:02}"}
        for place in (town, top):
            page = client.get(reverse("indicators:overview"), {**asked, "place": place.pk}).context
            for each in [*page["aimed"], *page["headline"]]:
                wrong += check(plain, each, year, month)
                seen["overview"] += 1
        for place in (town, village):
            page = client.get(reverse("indicators:place", args=[place.pk]), asked).context
            for _name, group in page["groups"]:
                for each in group:
                    if each.indicator.kind not in ("text",):
                        wrong += check(plain, each, year, month)
                        seen["place"] += 1
        for code in ("collective_income", "water_rate", "electricity", "pm25", "gdp"):
            page = client.get(reverse("indicators:indicator", args=[code]), {**asked, "place": town.pk}).context
            for each in [page["each"], *page["parts"]]:
                wrong += check(plain, each, year, month)
                seen["indicator"] += 1
    assert not wrong, "\n".join(wrong[:20])
    assert seen["overview"] > 1000
    assert seen["place"] > 3000
    assert seen["indicator"] > 1500

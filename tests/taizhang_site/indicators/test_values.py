"""What a place's value is: its own figure, its parts, or a rate made of two."""

from __future__ import annotations

import random
from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from taizhang_site.indicators.actions import figures, totals
from taizhang_site.indicators.models import FigureVersion, Parts, State
from taizhang_site.indicators.months import Month
from taizhang_site.indicators.queries.values import When, values

OCTOBER = Month(2026, 10)


def rows() -> list[tuple[object, ...]]:
    return sorted(
        Parts.objects.exclude(values=0, not_applicable=0, absent=0).values_list(
            "indicator_id", "place_id", "year", "month", "scaled", "values", "not_applicable", "absent"
        )
    )


def test_parts_add_up_the_tree_at_once(world, dictionary, put) -> None:
    put("revenue", world.village, "2026-10", "0.1")
    put("revenue", world.neighbour, "2026-10", "0.2")
    put("revenue", world.sister, "2026-10", "5")
    found = values([dictionary["revenue"]], [world.town, world.county], [OCTOBER])
    assert found.at(dictionary["revenue"], world.town, OCTOBER).value == Decimal("0.3")
    assert found.at(dictionary["revenue"], world.county, OCTOBER).value == Decimal("5.3")


def test_a_figure_of_its_own_wins_and_its_parts_stand_beside(world, dictionary, put) -> None:
    put("revenue", world.village, "2026-10", "7")
    put("revenue", world.town, "2026-10", "9")
    found = values([dictionary["revenue"]], [world.town, world.county], [OCTOBER])
    town = found.at(dictionary["revenue"], world.town, OCTOBER)
    assert (town.value, town.parts, town.origin) == (Decimal(9), Decimal(7), "own")
    assert found.at(dictionary["revenue"], world.county, OCTOBER).value == Decimal(9)


def test_rates_are_never_added(world, dictionary, put) -> None:
    for place, covered, households in ((world.village, "90", "100"), (world.neighbour, "10", "300")):
        put("covered", place, "2026-10", covered)
        put("households", place, "2026-10", households)
    found = values([dictionary["coverage"]], [world.town], [OCTOBER])
    assert found.at(dictionary["coverage"], world.town, OCTOBER).value == Decimal(25)


def test_five_things_that_are_no_number_stay_apart(world, dictionary, put) -> None:
    for words, state in (("0", State.VALUE), ("—", State.BLANK), ("不适用", State.NOT_APPLICABLE),
                         ("未到期", State.NOT_DUE), ("待上级", State.WAITING)):  # fmt: skip
        figure = put("households", world.village, f"2026-{1 + list(State).index(state):02}", words)
        assert figure.state == state
        assert (figure.scaled is not None) == (state == State.VALUE)


def test_rebuilding_the_parts_changes_nothing(world, dictionary, put, actor) -> None:
    draw = random.Random(7)
    places = [world.village, world.neighbour, world.far_village, world.town, world.sister]
    for _ in range(60):
        place, month = draw.choice(places), f"2026-{draw.randint(1, 3):02}"
        figure = put("revenue", place, month, draw.choice(["1.5", "0", "—", "不适用", "12", "3.25"]))
        figures.send_back(actor("county_reviewer"), [figure], "重填")
    kept = rows()
    totals.rebuild()
    assert rows() == kept


def test_past_states_equal_a_replay(world, dictionary, put, actor) -> None:
    draw = random.Random(11)
    base = timezone.now() - timedelta(days=400)
    places = [world.village, world.neighbour, world.town, world.sister]
    for _ in range(40):
        figure = put("revenue", draw.choice(places), f"2026-{draw.randint(1, 3):02}", str(draw.randint(0, 90)))
        version = figure.versions.order_by("-number").first()
        when = base + timedelta(days=draw.randint(0, 300))
        FigureVersion.objects.filter(pk=version.pk).update(
            recorded_at=when, effective_on=figure.closes_on + timedelta(days=draw.choice([0, 0, 40, 90]))
        )
        figures.send_back(actor("county_reviewer"), [figure], "重填")
    months = [Month(2026, number) for number in (1, 2, 3)]
    for _ in range(25):
        known_at = base + timedelta(days=draw.randint(0, 320))
        as_of = (base + timedelta(days=draw.randint(0, 600))).date()
        found = values([dictionary["revenue"]], [world.county, world.town], months, When(as_of, known_at))
        for month in months:
            town = replay(world.town, [world.village, world.neighbour], month, as_of, known_at)
            county = [town, replay(world.sister, [world.far_village], month, as_of, known_at)]
            told = [each for each in county if each is not None]
            assert found.at(dictionary["revenue"], world.town, month).value == town
            assert found.at(dictionary["revenue"], world.county, month).value == (sum(told) if told else None)


def replay(place, below, month: Month, as_of, known_at) -> Decimal | None:
    """The plain way: every version in the order in which it was learned, the last that holds wins."""

    def own(where) -> Decimal | None:
        best = None
        for version in FigureVersion.objects.filter(figure__place=where, figure__year=month.year,
                                                    figure__month=month.month).order_by("number"):  # fmt: skip
            seen = version.recorded_at <= known_at and version.effective_on <= as_of
            if seen and version.figure.closes_on <= as_of and (best is None or version.effective_on >= best[0]):
                best = (version.effective_on, Decimal(version.scaled) / 100)
        return best[1] if best else None

    if (mine := own(place)) is not None:
        return mine
    parts = [each for each in map(own, below) if each is not None]
    return sum(parts, Decimal()) if parts else None

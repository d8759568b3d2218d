"""The golden cases of practice, and what must hold for every number."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.measures import (
    Goal,
    Light,
    completion,
    even,
    falls,
    forecast,
    in_period,
    jumps,
    lead,
    light,
    met,
    needed_monthly,
    pace,
    slips,
    standing_pace,
    time_progress,
    weighted,
    year_on_year,
    year_to_date,
)  # fmt: skip

D = Decimal
YEAR = (date(2025, 1, 1), date(2025, 12, 31))
NUMBERS = st.decimals(-(10**9), 10**9, places=2)
POSITIVE = st.decimals("0.01", 10**9, places=2)


def test_lead_is_taken_from_unrounded_values() -> None:
    done = completion(D("629.0"), Goal(D("647.4"))).value
    assert done is not None
    ahead = lead(done, time_progress(*YEAR, date(2025, 10, 31)))
    assert ahead is not None
    assert round(done, 1) == D("97.2")
    assert round(ahead, 1) == D("13.8")


def test_a_reversed_indicator_counts_the_way_come() -> None:
    assert completion(D(5), Goal(D(10), "at_most", base=D(20))).value == 150
    assert completion(D(20), Goal(D(10), "at_most", base=D(20))).value == 0
    assert completion(D(5), Goal(D(10), "at_most", base=D(10))).value is None
    assert completion(D(5), Goal(D(10), "at_most")).value is None
    assert met(D(5), Goal(D(10), "at_most")) is True
    assert met(D(11), Goal(D(10), "at_most")) is False


@pytest.mark.parametrize("target", [D(0), D(-3)])
def test_a_target_of_nought_or_below_has_no_rate_but_words(target: D) -> None:
    answer = completion(D(7), Goal(target))
    assert answer.value is None
    assert answer.why is not None


def test_over_fulfilment_is_kept() -> None:
    assert completion(D(150), Goal(D(100))).value == 150


@pytest.mark.parametrize(
    ("now", "then", "words"),
    [
        (3, -2, "由负转正"),
        (-3, 2, "由正转负"),
        (-1, -2, "减亏"),
        (-3, -2, "增亏"),
        (5, 0, "上年同期为零"),
        (0, 0, "两年均为零"),
    ],
)
def test_a_base_of_nought_or_below_gives_words(now: int, then: int, words: str) -> None:
    answer = year_on_year(D(now), D(then))
    assert answer.value is None
    assert answer.why is not None
    assert answer.why.zh == words


def test_growth_and_points() -> None:
    assert year_on_year(D("10.4"), D(8)).value == 30
    assert year_on_year(D("96.5"), D("95.1"), points=True).value == D("1.4")
    assert year_on_year(None, D(8)).value is None
    assert year_on_year(D(8), None).value is None


def test_time_by_months_and_by_days() -> None:
    assert time_progress(*YEAR, date(2025, 6, 30)) == 50
    assert time_progress(date(2024, 1, 1), date(2024, 12, 31), date(2024, 2, 29), "days") == D(60) / D(366) * 100
    assert time_progress(*YEAR, date(2024, 12, 31)) == 0
    assert time_progress(*YEAR, date(2026, 3, 1)) == 100
    with pytest.raises(ValueError, match="2025"):
        time_progress(YEAR[1], YEAR[0], YEAR[0])


def test_pace_follows_its_own_curve() -> None:
    curve = [D(0), D(0), D(0), D(0), D(40), D(40), D(0), D(0), D(20), D(0), D(0), D(0)]
    assert pace(*YEAR, date(2025, 4, 30), curve) == 0
    assert pace(*YEAR, date(2025, 5, 31), curve) == 40
    assert pace(*YEAR, date(2025, 9, 15), curve) == 90
    assert pace(*YEAR, date(2025, 12, 31), curve) == 100
    assert pace(*YEAR, date(2025, 6, 30)) == 50


def test_a_stock_starts_from_where_it_stood() -> None:
    assert standing_pace(D(50), D(52), D(50)) == D(51) / D(52) * 100
    assert standing_pace(None, D(52), D(50)) is None
    assert standing_pace(D(50), D(0), D(50)) is None


def test_needed_and_forecast() -> None:
    assert needed_monthly(D(70), Goal(D(100)), 3).value == 10
    assert needed_monthly(D(120), Goal(D(100)), 3).value == 0
    assert needed_monthly(D(70), Goal(D(100)), 0).value is None
    assert needed_monthly(None, Goal(D(100)), 1).value is None
    assert needed_monthly(D(5), Goal(D(10), "at_most"), 1).value is None
    assert forecast(D(60), D(75)).value == 80
    assert forecast(D(60), D(0)).value is None


def test_lights() -> None:
    assert light(D("-9.9")) is Light.GREEN
    assert light(D(-10)) is Light.YELLOW
    assert light(D(-30)) is Light.YELLOW
    assert light(D("-30.1")) is Light.RED
    assert light(None) is Light.GREY
    assert light(None, False) is Light.RED
    with pytest.raises(ValueError, match="30"):
        light(D(0), None, D(40), D(30))


def test_january_and_february_as_one() -> None:
    assert in_period([None, D(20), D(30)]) == [None, D(20), D(10)]
    assert year_to_date([None, D(20), D(10)]) == [None, D(20), D(30)]


def test_doubts() -> None:
    assert falls(D(9), D(10)) is not None
    assert falls(D(10), D(10)) is None
    assert slips(D(12_000_000), D(1300)) is not None
    assert slips(D(1300), D(12_000_000)) is not None
    assert slips(D(1300), D(1200)) is None
    habit = [(D(100), D(105)), (D(100), D(108)), (D(90), D(95)), (D(80), D(84)), (D(70), D(76)), (D(60), D(63))]
    assert jumps(D(300), D(100), habit) is not None
    assert jumps(D(110), D(100), habit) is None
    assert jumps(D(300), D(100), habit[:5]) is None


@given(POSITIVE, st.lists(st.integers(0, 10**6), min_size=1, max_size=40), st.integers(0, 4))
def test_parts_add_up_to_the_last_digit(whole: D, weights: list[int], places: int) -> None:
    whole = round(whole, places)
    if not sum(weights):
        with pytest.raises(ValueError, match="weights"):
            weighted(whole, [D(each) for each in weights], places)
        return
    parts = weighted(whole, [D(each) for each in weights], places)
    assert sum(parts) == whole
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - whole * weight / sum(weights)) <= D(1).scaleb(-places)


@given(POSITIVE, st.integers(1, 31))
def test_even_parts_differ_by_one_step_at_most(whole: D, count: int) -> None:
    parts = even(whole, count, 2)
    assert sum(parts) == whole
    assert max(parts) - min(parts) <= D("0.01")


@given(st.lists(st.one_of(st.none(), NUMBERS), min_size=1, max_size=12))
def test_months_and_year_to_date_undo_each_other(added: list[D | None]) -> None:
    assert in_period(year_to_date(added)) == added


@given(NUMBERS, POSITIVE)
def test_completion_grows_with_what_is_done(done: D, target: D) -> None:
    one, more = completion(done, Goal(target)).value, completion(done + 1, Goal(target)).value
    assert one is not None
    assert more is not None
    assert one < more


@given(NUMBERS, NUMBERS)
def test_growth_is_a_number_only_above_nought(now: D, then: D) -> None:
    answer = year_on_year(now, then)
    assert (answer.value is not None) == (then > 0 and now >= 0)
    assert (answer.value is None) == (answer.why is not None)

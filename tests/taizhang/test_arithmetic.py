"""Digits as written allow an interval, and no more."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.arithmetic import (
    Interval,
    implied,
    measured,
    percent_like,
    rate,
    rounded,
    spelled,
    target,
    verdict,
    written,
)
from taizhang.values.claims import Bound, Claim


def claim(value: str | None, unit: str = "%", *, bound: Bound = "=", kind: str = "rate", factor: str = "1") -> Claim:
    return Claim(
        id="c001", start=0, end=1, text=f"{value}{unit}", value=value, unit=unit, bound=bound, kind="level",
        indicator="税收", status="actual", period=None, of=None, core=True, unit_kind=kind, factor=Decimal(factor),
    )  # fmt: skip


def test_a_rate_is_anything_that_rounds_to_it() -> None:
    interval = rate(claim("26.3"), cut=False)
    assert interval == Interval(Fraction("0.2625"), Fraction("0.2635"), Fraction("0.263"))


def test_a_stated_rate_may_be_cut_off() -> None:
    cut = Interval.exact(Fraction("0.26395"))
    assert verdict(rate(claim("26.3")), cut) == "holds"
    assert verdict(rate(claim("26.3")), Interval.exact(Fraction("0.264"))) == "broken"
    assert verdict(rate(claim("26.3")), Interval.exact(Fraction("0.2624"))) == "broken"


def test_counted_things_are_exact() -> None:
    assert measured(claim("38", "件", kind="count")) == Interval.exact(38)


def test_a_count_in_ten_thousands_is_rounded() -> None:
    assert measured(claim("3.8", "万件", kind="count", factor="10000")) == Interval(
        Fraction(37500), Fraction(38500), Fraction(38000)
    )


@pytest.mark.parametrize(
    ("bound", "inside", "outside"),
    [(">", 59, 49), ("<", 49, 51), ("~", 52, 54), ("=", 50, 51)],
)
def test_bounds(bound: Bound, inside: int, outside: int) -> None:
    interval = written(claim("50", "户", bound=bound, kind="count"))
    assert interval is not None
    assert interval.low <= inside <= interval.high
    assert not interval.low <= outside <= interval.high


@pytest.mark.parametrize("bound", [">=", "<="])
def test_an_open_bound_is_unknown(bound: Bound) -> None:
    assert written(claim("50", "户", bound=bound)) is None
    assert verdict(written(claim("50", bound=bound)), Interval.exact(9)) == "unknown"


def test_a_target_is_its_number_whatever_its_bound() -> None:
    assert target(claim("50", "户", bound=">=", kind="count")) == Interval.exact(50)


def test_a_doubling() -> None:
    assert verdict(rate(claim("2", "番")), Interval.exact(3)) == "holds"
    assert verdict(rate(claim("1", "番")), Interval.exact(2)) == "broken"


def test_lost_digits_have_no_interval() -> None:
    assert measured(claim(None)) is None


def test_division_by_what_may_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        Interval.exact(1) / Interval(Fraction(-1), Fraction(1), Fraction(0))


def test_implied_base() -> None:
    level = claim("9240", "万元", kind="money", factor="10000")
    assert implied(level, rate(claim("44"), cut=False)) == "20764—21241万元"


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("0.25", 1, "0.3"), ("-0.25", 1, "-0.3"), ("2.5", 0, "3"), ("-0.01", 1, "0.0"), ("19.996", 2, "20.00")],
)
def test_rounding_is_half_up(value: str, places: int, text: str) -> None:
    assert rounded(Fraction(value), places) == text


def test_results_are_written_as_the_report_writes() -> None:
    assert percent_like(Fraction(290, 1150), claim("26.3")) == "25.2%"
    assert percent_like(Fraction(2), claim("3", "倍")) == "2倍"
    assert spelled(Interval.exact(5), 0, "户") == "5户"


numbers = st.fractions(min_value=-1000, max_value=1000)


@given(numbers, numbers, numbers, numbers)
def test_an_operation_holds_every_result(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> None:
    first, second = Interval(min(a, b), max(a, b), a), Interval(min(c, d), max(c, d), d)
    for x in (first.low, (first.low + first.high) / 2, first.high):
        for y in (second.low, (second.low + second.high) / 2, second.high):
            for result, interval in ((x + y, first + second), (x - y, first - second), (x * y, first * second)):
                assert interval.low <= result <= interval.high

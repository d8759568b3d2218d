"""Chinese numerals, spelt and digit by digit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taizhang.wording.numerals import number

DIGITS = "零一二三四五六七八九"


def spelt(n: int) -> str:
    """The usual spelling of 1–9999."""
    words, gap = "", False
    for scale, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = n // scale % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + sign
        gap = digit == 0
    return words


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("零", 0),
        ("两", 2),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("一百零三", 103),
        ("两千三百", 2300),
        ("三万五千", 35000),
        pytest.param(
            "一亿零五百万",
            105_000_000,
        ),
        ("三亿", 300_000_000),
        ("二〇二五", 2025),
        ("千", 1000),
        ("一二三", 123),
        ("", None),
        ("元", None),
        ("三四十", None),
    ],
)
def test_number(numeral: str, value: int | None) -> None:
    assert number(numeral) == value


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 9999))
def test_every_spelt_number_is_read_back(n: int) -> None:
    assert number(spelt(n)) == n


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 9999), st.integers(1000, 9999))
def test_ten_thousands_are_read_back(high: int, low: int) -> None:
    assert number(f"{spelt(high)}万{spelt(low)}") == high * 10_000 + low


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="零一二三四五六七八九十百千万亿两〇元", max_size=12))
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert number(text) is None or number(text) >= 0  # type: ignore[operator]

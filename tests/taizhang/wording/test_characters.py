"""Simplified, half-width text of the same length."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taizhang.wording.characters import plain


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_plain_keeps_the_length(text: str) -> None:
    assert len(plain(text)) == len(text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_plain_twice_is_plain_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@pytest.mark.parametrize(
    ("text", "simple"),
    [("萬億", "万亿"), ("１２．５％", "12.5%"), ("計畫", "计划"), ("（1）", "(1)"), ("①５", "①5"), ("²½٣", "²½٣")],
)
def test_plain(text: str, simple: str) -> None:
    assert plain(text) == simple

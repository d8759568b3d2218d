"""What holds of any text: spans, repetition, wraps, widths, scripts and signs that are no digits."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from opencc import OpenCC

from taizhang.claims import read
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.reports import Report
from taizhang.wording.characters import FULL_WIDTH, plain

SENTENCES = (
    "上半年，云岭镇实现财政收入13456万元，同比增长8.1%，占年计划的67%。",
    "完成固定资产投资2.8亿元，比上年增长12.5%，增速提高1.2个百分点。",
    "新建养殖小区一处，硬化道路12.6公里，安装路灯260盏，栽植果树3万多株。",
    "城镇居民人均可支配收入达到21500元，增长7.4%；粮食总产量12345吨，下降2.1%。",
    "力争全年招商引资到位资金突破5亿元，新增就业岗位300个，城镇登记失业率控制在4.2%以内。",
    "实现工业总产值9亿元，其中石坪园区6亿元，占66.7%。",
    "预计全年接待游客45万人次，旅游收入翻一番，年产鲜菇5万吨。",
    "调解纠纷两百余起，危房改造348户，争取资金50余万元。",
)
SIGNS = (
    "0123456789０１２３４５６７８９.,，。；：、%‰％一二三十百千万亿余多半零両兩xX*□①②٣٥²½ \n\t\u3000年月日()（）《》“”"
)
WORDS = [
    "万元",
    "亿元",
    "增长",
    "下降",
    "分别",
    "其中",
    "百分之",
    "个百分点",
    "翻",
    "番",
    "占",
    "计划",
    "预计",
    "公里",
    "倍",
]
PIECES = st.sampled_from([*SIGNS, *WORDS])
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=80).map("".join))
PARAGRAPHS = st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("".join)
WIDE = {chr(narrow): chr(wide) for wide, narrow in FULL_WIDTH.items() if chr(narrow).isdigit() or chr(narrow) in ".%"}
TO_TRADITIONAL = OpenCC("s2t")


def reading(text: str) -> Reading:
    return read(Report(name="x", format="txt", text=text))


def facts(claim: Claim) -> tuple[Any, ...]:
    """A claim without its place, in Simplified, half-width and without white space."""
    words = tuple("".join(plain(w or "").split()) for w in (claim.text, claim.unit, claim.indicator, claim.period))
    return (
        claim.id,
        *words,
        claim.value,
        claim.bound,
        claim.kind,
        claim.status,
        claim.of,
        claim.direction,
        claim.basis,
        claim.core,
    )


def told(text: str) -> list[tuple[Any, ...]]:
    return [facts(claim) for claim in reading(text).claims]


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_reads_with_spans_that_lie_in_it(text: str) -> None:
    found = reading(text)
    assert len(found.plain) == len(text)
    assert all(0 <= c.start < c.end <= len(text) and c.text == text[c.start : c.end] for c in found.claims)
    assert [c.start for c in found.claims] == sorted(c.start for c in found.claims)
    ids = [c.id for c in found.claims]
    assert len(set(ids)) == len(ids)
    assert {c.of for c in found.claims} <= {None, *ids}


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_reading_twice_gives_the_same(text: str) -> None:
    assert reading(text) == reading(text)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.integers(24, 45))
def test_fixed_width_wraps_change_nothing_but_white_space(text: str, width: int) -> None:
    assert told(wrapped(text, width)) == told(text)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.integers(0, 10_000))
def test_a_wrap_at_any_position_changes_nothing_but_white_space(text: str, seed: int) -> None:
    at = random.Random(seed).randrange(min(24, len(text) - 1), len(text))
    assert told(text[:at] + "\n" + text[at:]) == told(text)


RANGE = "云岭镇上下团结一心奋力拼搏，建成食用菌大棚，年产鲜菇3—5万吨。"


def test_a_wrap_inside_a_range_changes_nothing() -> None:
    assert told(RANGE.replace("3—", "3\n—")) == told(RANGE)


def test_a_wrap_after_the_dash_of_a_range_changes_nothing() -> None:
    assert told(RANGE.replace("3—", "3—\n")) == told(RANGE)


@settings(max_examples=30, deadline=None)
@given(PARAGRAPHS)
def test_full_width_reads_as_half_width(text: str) -> None:
    wide = "".join(WIDE.get(c, c) for c in text)
    assert wide != text
    assert told(wide) == told(text)


@pytest.mark.parametrize("text", SENTENCES)
def test_traditional_reads_as_simplified(text: str) -> None:
    traditional = TO_TRADITIONAL.convert(text)
    assert traditional != text
    assert told(traditional) == told(text)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["①", "②", "⑤", "²", "½", "٣", "۵", "५", "𝟓", "⒈"]), st.sampled_from(["5万元", "12.5%", "30公里"])
)
def test_a_sign_that_is_no_ascii_digit_never_joins_a_value(sign: str, figure: str) -> None:
    bare = reading(f"投资{figure}。").claims
    for text in (f"投资{sign}{figure}。", f"投资{sign} {figure}。"):
        assert {c.value for c in reading(text).claims} <= {bare[0].value, None}


def test_a_circled_number_before_a_figure_leaves_the_figure() -> None:
    assert [(c.text, c.value) for c in reading("①5万元用于修路。").claims] == [("5万元", "5")]

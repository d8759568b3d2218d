"""A figure in a table takes its unit, indicator, period and kind from the heads above it and beside it."""

from __future__ import annotations

import pytest

from taizhang.claims import read
from taizhang.documents.opening import from_bytes
from taizhang.values.claims import Claim
from taizhang.values.reports import Cell, Report, Table
from taizhang.values.spans import Span


def claims_of(rows: list[list[str]], caption: str = "") -> dict[str, Claim]:
    """The claims of a pipe table by their text."""
    lines = ["|" + "|".join(row) + "|" for row in rows]
    lines.insert(1, "|-" * len(rows[0]) + "|")
    text = f"{caption}\n\n" if caption else ""
    found = read(from_bytes("表.md", "md", (text + "\n".join(lines) + "\n").encode()))
    return {claim.text: claim for claim in found.claims}


UNITS = [
    ("", ["指标（单位：万元）", "2031年"]),
    ("", ["单位：万元", "2031年"]),
    ("", ["指标", "完成数（单位：万元）"]),
    ("", ["指标", "完成数（万元）"]),
    ("", ["指标", "完成数/万元"]),
    ("主要指标（单位：万元）", ["指标", "2031年"]),
    ("收入以单位：亩计。\n单位：万元", ["指标", "2031年"]),
]


@pytest.mark.parametrize(("caption", "head"), UNITS)
def test_the_unit_of_a_head_a_corner_or_a_caption(caption: str, head: list[str]) -> None:
    (claim,) = claims_of([head, ["税收", "713"]], caption).values()
    assert (claim.unit, claim.unit_kind, claim.factor) == ("万元", "money", 10_000)
    assert claim.indicator == "税收"


def test_the_nearest_unit_is_taken_and_a_name_is_none() -> None:
    found = claims_of([["村名（单位：万元）", "面积（亩）", "收入"], ["甲村", "713", "29"], ["乙户", "815", "37"]])
    assert {text: claim.unit for text, claim in found.items()} == {"713": "亩", "29": "万元", "815": "亩", "37": "万元"}
    assert {claim.indicator for claim in found.values()} == {"面积", "收入", "乙户"}


def test_a_column_of_units_holds_for_its_rows_and_not_for_percentages() -> None:
    head = ["指标名称", "计量单位", "年计划", "上半年完成", "占年计划%", "去年同期", "同比增长"]
    found = claims_of([head, ["植树", "亩", "713", "357", "50.1", "281", "27.0"]])
    told = {text: (c.unit, c.kind, c.status, c.period, c.indicator) for text, c in found.items()}
    assert told == {
        "713": ("亩", "level", "planned", None, "植树"),
        "357": ("亩", "level", "actual", "上半年", "植树"),
        "50.1": ("%", "completion", "actual", None, "植树"),
        "281": ("亩", "level", "actual", "去年", "植树"),
        "27.0": ("%", "growth", "actual", None, "植树"),
    }


def test_what_is_planned_belongs_to_no_past_period() -> None:
    rows = [["指标", "去年完成", "年计划"], ["税收（万元）", "713", "815"]]
    found = claims_of(rows, "去年与今年的主要指标")
    assert (found["713"].period, found["713"].status) == ("去年", "actual")
    assert (found["815"].period, found["815"].status) == ("今年", "planned")


def test_a_row_of_totals_is_named_by_its_column_where_that_names_something() -> None:
    found = claims_of([["村", "种植面积（亩）"], ["甲村", "713"], ["合计", "815"]])
    assert found["815"].indicator == "种植面积"
    found = claims_of([["项目", "上半年完成（万元）"], ["税收", "713"], ["合计", "815"]])
    assert (found["815"].indicator, found["815"].period) == ("合计", "上半年")


def test_years_alone_head_a_table_and_are_no_figures() -> None:
    found = claims_of([["指标（单位：亿元）", "2030", "2031"], ["总产值", "71", "83"]])
    assert {text: claim.period for text, claim in found.items()} == {"71": "2030年", "83": "2031年"}


def test_the_name_of_a_row_may_say_that_it_grows() -> None:
    found = claims_of(
        [["指标", "2031年", "2032年计划"], ["总产值增速（%）", "7.1", "8.3"], ["绿化率（%）", "31", "32"]]
    )
    assert [(claim.kind, claim.status) for claim in found.values()] == [
        ("growth", "actual"),
        ("growth", "planned"),
        ("share", "actual"),
        ("share", "planned"),
    ]


def test_words_in_brackets_that_are_no_unit_are_none() -> None:
    found = claims_of([["指标", "收入（含税）"], ["甲厂", "713"]], "单位：万元")
    assert found["713"].unit == "万元"


def test_a_title_over_the_whole_table_heads_no_column() -> None:
    title = "主要目标完成情况（单位：亩）"
    text = f"{title}\n作物\t实际完成\n水稻\t713\n"
    words = [(title, 0, 0, 2), ("作物", 1, 0, 1), ("实际完成", 1, 1, 1), ("水稻", 2, 0, 1), ("713", 2, 1, 1)]
    cells = tuple(
        Cell(Span(text.index(word), text.index(word) + len(word)), row, column, 1, columns)
        for word, row, column, columns in words
    )
    report = Report(name="表", format="docx", text=text, tables=(Table(Span(0, len(text)), cells),))
    (claim,) = read(report).claims
    assert (claim.unit, claim.status, claim.kind, claim.indicator) == ("亩", "actual", "level", "水稻")

"""PDF: wraps joined, running heads and page numbers dropped, scans refused, pages without text said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from making import TABLE, pdf

from taizhang.claims import read
from taizhang.documents import UnreadableFile, open_report, pdf_tables
from taizhang.documents.pdf import read_pdf

PAGES = [
    [
        "青溪镇上半年工作总结",
        "一、经济发展",
        "全镇完成固定资产投资三亿二千万元,同比增长百",
        "分之八,其中工业投资一亿元。",
        "财政收入1200万元。",
        "- 1 -",
    ],
    ["青溪镇上半年工作总结", "二、民生事业", "今年以来全镇新建农村公路十二公里,改造危房八", "— 2 —"],
    ["青溪镇上半年工作总结", "十户。", "三、存在问题", "还有差距。", "第3页"],
]


def test_wraps_are_joined_and_running_heads_dropped(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(pdf(PAGES))
    report = open_report(path)
    assert report.text.split("\n") == [
        "青溪镇上半年工作总结",
        "一、经济发展",
        "全镇完成固定资产投资三亿二千万元,同比增长百分之八,其中工业投资一亿元。",
        "财政收入1200万元。",
        "二、民生事业",
        "今年以来全镇新建农村公路十二公里,改造危房八十户。",
        "三、存在问题",
        "还有差距。",
        "",
    ]
    place = report.origin(report.text.index("十户"))
    assert place is not None
    assert (place.page, place.line) == (3, 2)
    ends = [0, *(stretch.end for stretch in report.stretches)]
    assert [s.start for s in report.stretches] == ends[:-1]
    assert ends[-1] == len(report.text)


@pytest.mark.parametrize("pages", [[[]], [[], []]])
def test_a_scan_says_that_it_holds_pictures(pages: list[list[str]]) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf("扫描.pdf", pdf(pages, picture=True))
    assert caught.value.code == "pictures"
    assert "图片" in caught.value.reason.zh


def test_a_page_without_text_is_said() -> None:
    pieces = read_pdf("a.pdf", pdf([["甲3万"], [], ["乙"]], picture=True))
    said = [notice.zh for notice in pieces.notices]
    assert "第2页未读取" in said
    assert any("图片" in words for words in said)


HEADS: list[str | None] = ["指标", "全年计划", "上半年完成", "同比增长(%)"]


def tabled(tmp_path: Path, pages: list[list[str]], tables: dict[int, list[list[str | None]]]) -> tuple[Any, list[Any]]:
    path = tmp_path / "表.pdf"
    path.write_bytes(pdf(pages, tables=tables))
    report = open_report(path)
    claims = read(report).claims
    inside = [claim for claim in claims for table in report.tables if table.span.start <= claim.start < table.span.end]
    return report, [(c.text, c.unit, c.kind, c.indicator, c.period, c.status) for c in inside]


def test_a_ruled_table_is_read_by_its_heads(tmp_path: Path) -> None:
    pages = [["青溪镇上半年工作总结", "主要指标(单位:万元)", TABLE, "下半年再建水渠3公里。"]]
    rows = [HEADS, ["固定资产\n投资", "12000", "6500", "8.1"], ["财政收入", "800", None, "7.2"]]
    report, claims = tabled(tmp_path, pages, {0: rows})
    assert report.text.split("\n") == [
        "青溪镇上半年工作总结",
        "主要指标(单位:万元)",
        "指标\t全年计划\t上半年完成\t同比增长(%)",
        "固定资产投资\t12000\t6500\t8.1",
        "财政收入\t800\t7.2",
        "下半年再建水渠3公里。",
        "",
    ]
    assert claims[:3] == [
        ("12000", "万元", "level", "固定资产投资", "全年", "planned"),
        ("6500", "万元", "level", "固定资产投资", "上半年", "actual"),
        ("8.1", "%", "growth", "固定资产投资", "上半年", "actual"),
    ]
    [table] = report.tables
    merged = next(cell for cell in table.cells if report.text[cell.span.start : cell.span.end] == "800")
    assert (merged.row, merged.column, merged.columns) == (2, 1, 2)
    place = report.origin(report.text.index("6500"))
    assert (place.part, place.page, place.table, place.row, place.column) == ("table", 1, 1, 2, 3)


@pytest.mark.parametrize("again", [True, False])
def test_a_table_over_two_pages_is_one(tmp_path: Path, again: bool) -> None:
    pages = [["青溪镇工作总结", "主要指标(单位:万元)", TABLE], [TABLE, "四、下一步打算"]]
    head = [HEADS] if again else []
    tables = {
        0: [HEADS, ["工业总产值", "900", "450", "3.0"], ["村级集体经济", "60", "31", "5.0"]],
        1: [*head, ["收入", "", "", ""], ["旅游综合收入", "70", "40", "6.0"]],
    }
    report, claims = tabled(tmp_path, pages, tables)
    assert len(report.tables) == 1
    assert "村级集体经济收入\t60\t31\t5.0\n旅游综合收入\t70\t40\t6.0\n四、下一步打算" in report.text
    assert ("40", "万元", "level", "旅游综合收入", "上半年", "actual") in claims
    assert report.origin(report.text.index("旅游")).page == 2


def test_tables_of_other_columns_stay_two(tmp_path: Path) -> None:
    rows: list[list[str | None]] = [["村", "户数"], ["东片", "31"]]
    report, _ = tabled(tmp_path, [["总结", TABLE], [TABLE]], {0: [HEADS, ["甲", "1", "2", "3"]], 1: rows})
    assert len(report.tables) == 2


@pytest.mark.parametrize("rows", [[["通知栏"], ["内容栏"]], [["", "", "", ""], ["", "图", "", ""], ["", "", "", ""]]])
def test_frames_and_empty_grids_are_no_tables(tmp_path: Path, rows: list[list[str | None]]) -> None:
    report, _ = tabled(tmp_path, [["总结", TABLE, "新修水渠3公里。"]], {0: rows})
    assert report.tables == ()
    assert "新修水渠3公里。" in report.text


def test_without_time_tables_are_read_line_by_line_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_tables, "SECONDS", -1.0)
    pieces = read_pdf("表.pdf", pdf([["总结", TABLE]], tables={0: [HEADS, ["甲", "1", "2", "3"]]}))
    assert not pieces.tables
    assert any("按行读取" in notice.zh for notice in pieces.notices)

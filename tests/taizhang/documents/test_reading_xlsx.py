"""Spreadsheets: values as shown, addresses, captions, merges; hidden and uncomputed parts said."""

from __future__ import annotations

import datetime
from pathlib import Path

import openpyxl
import pytest
from making import book, cells

from taizhang.documents import UnreadableFile, open_report
from taizhang.documents.number_formats import shown
from taizhang.documents.xlsx import letters, read_xlsx


def text(data: bytes) -> str:
    return "".join(read_xlsx("表.xlsx", data).parts)


def test_a_workbook_of_a_usual_program_reads_as_shown(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "财政"
    for row in (
        ["单位:万元"],
        ["指标", "完成", "增长"],
        ["收入", 1234.5, 0.263],
        ["支出", 0.1 + 0.2, datetime.date(2025, 6, 30)],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    sheet["B3"].number_format = "#,##0.00"
    sheet["C3"].number_format = "0.0%"
    sheet.row_dimensions[4].hidden = True
    sheet["A5"] = "=1+1"
    workbook.create_sheet("备查").append(["暗", 88])
    workbook["备查"].sheet_state = "hidden"
    path = tmp_path / "表.xlsx"
    workbook.save(path)
    report = open_report(path)
    assert (
        report.text
        == "财政\n单位:万元\n指标\t完成\t增长\n收入\t1,234.50\t26.3%\n支出\t0.3\t2025年6月30日\n备查\n暗\t88\n"
    )
    assert report.text[report.tables[0].span.start :].startswith("指标")
    place = report.origin(report.text.index("1,234"))
    assert place is not None
    assert (place.part, place.cell) == ("财政", "B3")
    said = " ".join(notice.zh for notice in report.notices)
    for words in ("1 个隐藏行列", "1 个公式没有存下结果", "隐藏工作表“备查”"):
        assert words in said
    ends = [0, *(stretch.end for stretch in report.stretches)]
    assert [s.start for s in report.stretches] == ends[:-1]
    assert ends[-1] == len(report.text)


def test_a_far_cell_costs_nothing_and_keeps_its_address() -> None:
    sheet = "<sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row r='60000'><c r='XFD60000'><v>7</v></c></row></sheetData>"
    pieces = read_xlsx("a", book(sheet))
    assert "".join(pieces.parts) == "表1\n1\t2\n7\n"
    assert pieces.stretches[-1].origin.cell == "XFD60000"
    assert (pieces.tables[0].cells[-1].row, pieces.tables[0].cells[-1].column) == (1, 2)


def test_merges_count_only_rows_and_columns_that_hold_something() -> None:
    sheet = (
        cells(("甲", "乙", "丙"), ("1", "2", "3"))
        + "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:XFD1048576'/></mergeCells>"
    )
    grid = read_xlsx("a", book(sheet)).tables[0].cells
    assert (grid[0].rows, grid[1].rows, grid[1].columns) == (2, 2, 2)


def test_shared_strings_without_their_phonetics() -> None:
    strings = "<si><r><t>财</t></r><r><t>政</t></r><rPh><t>cai</t></rPh></si>"
    assert text(book("<sheetData><row><c t='s'><v>0</v></c></row></sheetData>", strings=strings)) == "表1\n财政\n"


@pytest.mark.parametrize(
    "sheet",
    [
        "<sheetData><row><c t='s'><v>9</v></c></row></sheetData>",
        "<sheetData><row><c r='A0'><v>9</v></c></row></sheetData>",
        "<sheetData><row><c r='AAAA1'><v>9</v></c></row></sheetData>",
        "<sheetData><row><c r='A1048577'><v>9</v></c></row></sheetData>",
    ],
)
def test_cells_that_cannot_be_are_damage(sheet: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        text(book(sheet))
    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        ("0.26300000000000001", "", "0.263"),
        ("0.26300000000000001", "0.0%", "26.3%"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("-3.205", "0.00;[Red](0.00)", "-3.21"),
        ("3.2", '0.0"亿元"', "3.2亿元"),
        ("45838", "yyyy/m/d", "2025年6月30日"),
        ("45838", 'yyyy"年"m"月"', "2025年6月"),
        ("12345678", '0!.0,"万"', "12345678"),
        ("1.5E3", "General", "1500"),
        ("not", "0", "not"),
        ("٣", "0", "٣"),
        ("9e999", "0", "9e999"),
    ],
)
def test_numbers_as_shown(value: str, code: str, expected: str) -> None:
    assert shown(value, code) == expected


def test_letters() -> None:
    assert [letters(n) for n in (1, 26, 27, 702, 703, 16384)] == ["A", "Z", "AA", "ZZ", "AAA", "XFD"]

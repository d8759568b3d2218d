"""Encodings are told apart or refused; the text of a .txt file is its own; stdin is told from its content."""

from __future__ import annotations

import io
import os
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from taizhang.documents import UnreadableFile, budgets, open_report
from taizhang.values.reports import Report

SIMPLE = "青溪镇2025年上半年工作总结\n一、经济发展\n完成固定资产投资3.2亿元,同比增长8.1%。\n"
TRADITIONAL = "青溪鎮上半年工作總結\n完成固定資產投資3.2億元,同比增長8.1%,農民人均收入增加三百元。\n"


def opened(tmp_path: Path, data: bytes, name: str = "报告.txt") -> Report:
    path = tmp_path / name
    path.write_bytes(data)
    return open_report(path)


def covered(report: Report) -> bool:
    ends = [0, *(stretch.end for stretch in report.stretches)]
    return [s.start for s in report.stretches] == ends[:-1] and ends[-1] == len(report.text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    report = opened(tmp_path, SIMPLE.encode(encoding))
    assert report.text == SIMPLE
    assert covered(report)


@pytest.mark.parametrize("encoding", ["big5", "gb18030", "utf-16", "utf-16-be", "utf-8"])
def test_traditional_text_too(tmp_path: Path, encoding: str) -> None:
    assert opened(tmp_path, TRADITIONAL.encode(encoding)).text == TRADITIONAL


@pytest.mark.parametrize(
    "data",
    [bytes(range(128, 256)) * 20, "Ein Bericht über Größe".encode("latin-1"), SIMPLE.encode()[:-2] + b"\xff\xfe\xfd"],
)
def test_what_no_encoding_fits_is_refused_and_never_mojibake(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableFile) as caught:
        opened(tmp_path, data)
    assert caught.value.code == "encoding"
    assert caught.value.name == "报告.txt"
    assert "UTF-8" in caught.value.reason.zh


def test_binary_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        opened(tmp_path, b"\x01\x02\x03\x04 abc" * 100)


def test_line_ends_and_everything_else_stay(tmp_path: Path) -> None:
    report = opened(tmp_path, "甲\r\n乙\f丙\u2028丁\n\n".encode())
    assert report.text == "甲\n乙\f丙\u2028丁\n\n"
    assert [report.origin(i).line for i in (0, 2, 5)] == [1, 2, 2]  # type: ignore[union-attr]


def test_an_empty_file_is_an_empty_report(tmp_path: Path) -> None:
    assert opened(tmp_path, b"").text == ""


def test_a_text_over_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "FILE_BYTES", 100)
    assert len(opened(tmp_path, b"a" * 100).text) == 100
    path = _sized(tmp_path, 101)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("read"))
    with pytest.raises(UnreadableFile) as caught:
        open_report(path)
    assert caught.value.code == "large"


def _sized(tmp_path: Path, size: int) -> Path:
    path = tmp_path / "b.txt"
    descriptor = os.open(path, os.O_CREAT | os.O_WRONLY)
    os.truncate(descriptor, size)
    os.close(descriptor)
    return path


@pytest.mark.parametrize("source", ["没有.txt", ".", "a\0b.txt"])
def test_what_cannot_be_opened_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnreadableFile) as caught:
        open_report(source)
    assert caught.value.code == "missing"


@pytest.mark.parametrize(("data", "form"), [(SIMPLE.encode("gb18030"), "txt"), (b"<!DOCTYPE html><p>3.2</p>", "html")])
def test_stdin_is_told_from_its_content(monkeypatch: pytest.MonkeyPatch, data: bytes, form: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    report = open_report("-", name="来稿")
    assert (report.name, report.format) == ("来稿", form)


def test_markdown_keeps_words_and_reads_tables(tmp_path: Path) -> None:
    source = "# 一、经济\n完成**3.2**亿元\n\n| 指标 | 完成 |\n| --- | ---: |\n| 收入(万元) | 1200 |\n后文\n"
    report = opened(tmp_path, source.encode(), "报告.md")
    assert report.text == "一、经济\n完成3.2亿元\n\n指标\t完成\n收入(万元)\t1200\n后文\n"
    table = report.tables[0]
    assert [(report.text[c.span.start : c.span.end], c.row, c.column) for c in table.cells][2:] == [
        ("收入(万元)", 1, 0),
        ("1200", 1, 1),
    ]
    assert covered(report)
    lines = source.split("\n")
    for before, after in pairwise(report.stretches):
        assert before.end == after.start
    for stretch in report.stretches:
        words = report.text[stretch.start : stretch.end].rstrip("\n\t")
        line = lines[(stretch.origin.line or 0) - 1]
        assert line[stretch.offset :].startswith(words)

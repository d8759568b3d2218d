"""Every limit lets its own size through and refuses one more."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from making import archive, book, cells, paragraph, pdf, word

from taizhang.documents import UnreadableFile, budgets, open_report
from taizhang.documents.docx import read_docx
from taizhang.documents.html import read_html
from taizhang.documents.pdf import read_pdf
from taizhang.documents.pieces import Pieces
from taizhang.documents.xlsx import read_xlsx

THREE = archive({"a": "", "b": "", "c": ""})
PLAIN = word(paragraph("甲"))
UNPACKED = sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(PLAIN)).infolist())


def _zip(data: bytes) -> object:
    return budgets.Archive("a", data)


def _docx(data: bytes) -> Pieces:
    return read_docx("a", data)


CASES: tuple[tuple[str, int, Callable[[], object]], ...] = (
    ("ZIP_MEMBERS", 3, lambda: _zip(THREE)),
    ("UNPACKED_BYTES", UNPACKED, lambda: _docx(PLAIN)),
    ("XML_DEPTH", 5, lambda: _docx(PLAIN)),
    ("TEXT_CHARACTERS", 2, lambda: _docx(PLAIN)),
    ("PAGES", 3, lambda: read_pdf("a", pdf([["甲"]] * 3))),
    ("SHEETS", 2, lambda: read_xlsx("a", book(cells(("a",)), cells(("b",))))),
    ("CELLS", 4, lambda: read_xlsx("a", book(cells(("a", 1)), cells(("b", 2))))),
    ("CELLS", 4, lambda: read_html("a", b"<table><tr><td>1<td>2<tr><td>3<td>4</table>")),
    ("HTML_EVENTS", 3, lambda: read_html("a", b"<p>1</p>")),
)


@pytest.mark.parametrize(("limit", "size", "read"), CASES, ids=[f"{name}-{n}" for n, (name, _, _) in enumerate(CASES)])
def test_limit(limit: str, size: int, read: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, limit, size)
    assert read()
    monkeypatch.setattr(budgets, limit, size - 1)
    with pytest.raises(UnreadableFile) as caught:
        read()
    assert caught.value.code == "large"


@pytest.mark.parametrize(
    ("kind", "read"), [("docx", lambda: _docx(PLAIN)), ("xlsx", lambda: read_xlsx("a", book(cells(("a",)))))]
)
def test_elements(kind: str, read: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> None:
    seen = next(n for n in range(1, 60) if _reads(kind, n, read, monkeypatch))
    assert seen > 3


def _reads(kind: str, limit: int, read: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setitem(budgets.XML_ELEMENTS, kind, limit)
    try:
        return bool(read())
    except UnreadableFile as refusal:
        return refusal.code != "large"


def test_ratio(monkeypatch: pytest.MonkeyPatch) -> None:
    data = archive({"a": b"\0" * 5_000}, zipfile.ZIP_DEFLATED)
    member = budgets.Archive("a", data)
    assert len(member.read("a")) == 5_000
    monkeypatch.setattr(budgets, "RATIO", 10)
    assert budgets.Archive("a", data)
    monkeypatch.setattr(budgets, "RATIO_FROM", 4_999)
    with pytest.raises(UnreadableFile):
        budgets.Archive("a", data)


def test_actual_size_counts_where_the_declared_one_was_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    package = budgets.Archive("a", archive({"a": b"x" * 100, "b": b"y" * 100}))
    monkeypatch.setattr(budgets, "UNPACKED_BYTES", 199)
    package.read("a")
    with pytest.raises(UnreadableFile):
        package.read("b")


def test_the_declared_limits_are_those_agreed() -> None:
    assert (budgets.ZIP_MEMBERS, budgets.UNPACKED_BYTES, budgets.RATIO) == (2_000, 50 * 1024 * 1024, 200)
    assert budgets.XML_ELEMENTS == {"docx": 200_000, "xlsx": 1_000_000}
    assert (budgets.XML_DEPTH, budgets.TEXT_CHARACTERS, budgets.PAGES) == (256, 5_000_000, 500)
    assert (budgets.SHEETS, budgets.CELLS, budgets.FILE_BYTES) == (50, 500_000, 20 * 1024 * 1024)
    assert (budgets.CPU_SECONDS, budgets.WALL_SECONDS, budgets.MEMORY_BYTES) == (10, 10, 1024**3)


def test_a_file_of_any_format_over_the_upload_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(PLAIN)
    monkeypatch.setattr(budgets, "FILE_BYTES", len(PLAIN))
    assert open_report(path).text == "甲\n"
    monkeypatch.setattr(budgets, "FILE_BYTES", len(PLAIN) - 1)
    with pytest.raises(UnreadableFile):
        open_report(path)

"""Figures planted where readers tend to lose them are found, or a notice says that their part was not read."""

from __future__ import annotations

import itertools
import os
import random
from collections.abc import Callable, Iterator

import pytest
from making import book, cells, paragraph, pdf, word, word_part

from taizhang.documents import UnreadableFile
from taizhang.documents import docx as word_reader
from taizhang.documents.docx import read_docx
from taizhang.documents.html import read_html
from taizhang.documents.pdf import read_pdf
from taizhang.documents.pieces import Pieces
from taizhang.documents.xlsx import read_xlsx

EACH = 100 if os.environ.get("TAIZHANG_SOAK") else 40


def table(*rows: tuple[str, ...]) -> str:
    return (
        "<w:tbl>"
        + "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
        + "</w:tbl>"
    )


def run(inside: str) -> str:
    return f"<w:p><w:r>{inside}</w:r></w:p>"


def nested(figure: str) -> bytes:
    inner = paragraph(figure)
    for _ in range(5):
        inner = table((paragraph("a"), inner))
    return word(inner)


def box(figure: str, wrap: str) -> bytes:
    return word(run(f"<{wrap}><w:txbxContent>{paragraph(figure)}</w:txbxContent></{wrap}>"))


PLACES: dict[str, tuple[Callable[[str, bytes], Pieces], Callable[[str], bytes]]] = {
    "word nested table": (read_docx, nested),
    "word frame": (read_docx, lambda f: word(table((paragraph("a") + table((paragraph(f),)),)))),
    "word box": (read_docx, lambda f: box(f, "w:drawing")),
    "word old box": (read_docx, lambda f: box(f, "v:shape")),
    "word box in a cell": (read_docx, lambda f: word(table((paragraph("a"), run(f"<w:txbxContent>{paragraph(f)}</w:txbxContent>"))))),
    "word merged cell": (read_docx, lambda f: word(table((paragraph("a"), paragraph("b")), ("<w:tcPr><w:vMerge/></w:tcPr>" + paragraph(f), paragraph("c"))))),
    "word header": (read_docx, lambda f: word("", header2__xml=word_part("hdr", paragraph(f + "万元")))),
    "word footer": (read_docx, lambda f: word("", footer1__xml=word_part("ftr", paragraph("共" + f + "户")))),
    "word footnote": (read_docx, lambda f: word("", footnotes__xml=word_part("footnotes", f"<w:footnote>{paragraph(f)}</w:footnote>"))),
    "word endnote": (read_docx, lambda f: word("", endnotes__xml=word_part("endnotes", f"<w:endnote>{paragraph(f)}</w:endnote>"))),
    "word comment": (read_docx, lambda f: word("", comments__xml=word_part("comments", f"<w:comment>{paragraph(f)}</w:comment>"))),
    "word insertion": (read_docx, lambda f: word(f"<w:p><w:ins><w:r><w:t>{f}</w:t></w:r></w:ins></w:p>")),
    "word inserted row": (read_docx, lambda f: word(f"<w:tbl><w:ins><w:tr><w:tc>{paragraph(f)}</w:tc></w:tr></w:ins></w:tbl>")),
    "word deletion": (read_docx, lambda f: word(f"<w:p><w:del><w:r><w:delText>{f}</w:delText></w:r></w:del></w:p>")),
    "word hidden": (read_docx, lambda f: word(run(f"<w:rPr><w:vanish/></w:rPr><w:t>{f}</w:t>"))),
    "word control": (read_docx, lambda f: word(f"<w:sdt><w:sdtContent>{paragraph(f)}</w:sdtContent></w:sdt>")),
    "word link": (read_docx, lambda f: word(f"<w:p><w:hyperlink><w:r><w:t>{f}</w:t></w:r></w:hyperlink></w:p>")),
    "word formula": (read_docx, lambda f: word(f"<w:p><oMath><r><t>{f}</t></r></oMath></w:p>")),
    "word unknown": (read_docx, lambda f: word(f"<strange>{paragraph(f)}</strange>")),
    "word picture": (read_docx, lambda _: word(run("<w:drawing><pic/></w:drawing>"))),
    "sheet hidden row": (read_xlsx, lambda f: book(cells(("a", f), hidden=True))),
    "sheet hidden": (read_xlsx, lambda f: book(cells(("a",)), cells((f,)), state="state='veryHidden'")),
    "sheet merged": (read_xlsx, lambda f: book(cells(("a", "b"), ("c", f)) + "<mergeCell ref='A1:B2'/>")),
    "sheet far": (read_xlsx, lambda f: book(f"<sheetData><c r='XFD1048576'><v>{f}</v></c></sheetData>")),
    "sheet formula": (read_xlsx, lambda f: book(f"<sheetData><row><c><f>A2</f><v>{f}</v></c></row></sheetData>")),
    "sheet formula without a result": (read_xlsx, lambda f: book(f"<sheetData><row><c><f>{f}</f></c></row></sheetData>")),
    "sheet comment": (read_xlsx, lambda f: book(cells(("a",)), comments1__xml=f"<a>{f}</a>")),
    "sheet box": (read_xlsx, lambda f: book(cells(("a",)), **{"drawings/drawing1__xml": f"<a>{f}</a>"})),
    "sheet chart": (read_xlsx, lambda f: book(cells(("a",)), **{"charts/chart1__xml": f"<a>{f}</a>"})),
    "page depth": (read_html, lambda f: ("<div>" * 300 + f).encode()),
    "page after depth": (read_html, lambda f: ("<div>" * 300 + "</div>" * 300 + f"<p>{f}").encode()),
    "page nested table": (read_html, lambda f: ("<table><tr><td>a<td>" * 5 + f).encode()),
    "page between cells": (read_html, lambda f: f"<table><tr><td>a<td>b</tr>{f}<tr><td>c<td>d</table>".encode()),
    "page noscript": (read_html, lambda f: f"<noscript>{f}</noscript>".encode()),
    "page option": (read_html, lambda f: f"<select><option>{f}</select>".encode()),
    "page unclosed script": (read_html, lambda f: f"<p>a<script>{f}".encode()),
    "page unclosed tag": (read_html, lambda f: f"<p>a</b {f}".encode()),
    "page character data": (read_html, lambda f: f"<p>a<![CDATA[{f}]]>".encode()),
    "scan": (read_pdf, lambda _: pdf([[]], picture=True)),
    "scan among pages": (read_pdf, lambda _: pdf([["a"], []], picture=True)),
}  # fmt: skip


def figures(count: int) -> Iterator[str]:
    chance = random.Random(7)
    return itertools.islice(
        (f"{chance.randrange(100_000, 999_999)}.{chance.randrange(1, 9)}" for _ in itertools.count()), count
    )


def fate(read: Callable[[str, bytes], Pieces], data: bytes, figure: str) -> str:
    try:
        pieces = read("a", data)
    except UnreadableFile:
        return "refused"
    if figure in "".join(pieces.parts):
        return "found"
    return "said" if any("未" in notice.zh for notice in pieces.notices) else "lost"


@pytest.mark.parametrize("place", PLACES)
def test_no_figure_is_lost_in_silence(place: str) -> None:
    read, make = PLACES[place]
    assert "lost" not in {fate(read, make(figure), figure) for figure in figures(EACH)}


def test_a_thousand_in_all() -> None:
    assert EACH * len(PLACES) >= 1_000


def test_a_reader_that_skips_text_boxes_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_reader, "SKIPPED", word_reader.SKIPPED | {"drawing"})
    read, make = PLACES["word box"]
    assert fate(read, make("123456.7"), "123456.7") == "lost"

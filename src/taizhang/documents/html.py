"""HTML by the standard library's parser, which never drops deeply nested text."""

from __future__ import annotations

from html.parser import HTMLParser

from taizhang.documents.pieces import Pieces
from taizhang.documents.text import decode
from taizhang.values.reports import Origin

HIDDEN = frozenset({"script", "style", "head", "noscript", "template", "svg"})
BLOCKS = frozenset(
    "p div br h1 h2 h3 h4 h5 h6 li ul ol table tr section article header footer nav main hr dd dt dl blockquote pre form option title".split()  # noqa: SIM905
)


class _Reader(HTMLParser):
    def __init__(self, pieces: Pieces) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces = pieces
        self.hidden: list[str] = []
        self.paragraph = 1
        self.break_due = False
        self.row = self.column = -1
        self.tables = 0
        self.in_table = 0
        self.cell_text: list[str] | None = None
        self.span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden.append(tag)
        elif tag == "table":
            self._start_table()
        elif tag in ("td", "th") and self.in_table == 1:
            self._end_cell()
            self.cell_text, self.column = [], self.column + 1
            values = dict(attrs)
            self.span = (_size(values.get("rowspan")), _size(values.get("colspan")))
        elif tag == "tr" and self.in_table == 1:
            self._end_cell()
            self.row, self.column, self.break_due = self.row + 1, -1, True
        elif tag in BLOCKS and self.cell_text is None:
            self.break_due = True

    def handle_endtag(self, tag: str) -> None:
        if tag in HIDDEN and tag in self.hidden:
            self.hidden.remove(tag)
        elif tag == "table" and self.in_table:
            self._end_table()
        elif tag in ("td", "th", "tr") and self.in_table == 1:
            self._end_cell()
        elif tag in BLOCKS and self.cell_text is None:
            self.break_due = True

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        words = " ".join(data.split()) if data.strip() else ""
        if not words:
            return
        if self.cell_text is not None:
            self.cell_text.append(words)
            return
        if self.break_due and self.pieces.length:
            self.paragraph += 1
            self.pieces.add("\n", Origin(paragraph=self.paragraph, line=self.getpos()[0]))
        self.break_due = False
        self.pieces.add(words, Origin(paragraph=self.paragraph, line=self.getpos()[0]))

    def _start_table(self) -> None:
        self.in_table += 1
        if self.in_table == 1:
            self.tables += 1
            self.row = self.column = -1
            if self.pieces.length:
                self.pieces.add("\n", Origin(part="table", table=self.tables))
            self.pieces.open_table()

    def _end_table(self) -> None:
        if self.in_table == 1:
            self._end_cell()
            self.pieces.close_table()
            self.break_due = True
        self.in_table -= 1

    def _end_cell(self) -> None:
        if self.cell_text is None:
            return
        origin = Origin(
            part="table", table=self.tables, row=max(self.row, 0) + 1, column=self.column + 1, line=self.getpos()[0]
        )
        if self.break_due and self.column == 0 and self.row > 0:
            self.pieces.add("\n", origin)
        elif self.column > 0:
            self.pieces.add("\t", origin)
        self.break_due = False
        self.pieces.cell(" ".join(self.cell_text), origin, (max(self.row, 0), self.column), self.span)
        self.cell_text = None

    def finish(self) -> None:
        self.close()
        while self.in_table:
            self._end_table()


def _size(value: str | None) -> int:
    return min(int(value), 500) if value and value.isascii() and value.isdigit() and len(value) < 5 else 1


def read_html(name: str, data: bytes) -> Pieces:
    """The text that a browser would show, block elements as lines, tables as rows."""
    pieces = Pieces(name)
    reader = _Reader(pieces)
    reader.feed(decode(name, data))
    reader.finish()
    if pieces.length:
        pieces.add("\n", Origin(paragraph=reader.paragraph))
    return pieces

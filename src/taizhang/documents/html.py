"""HTML by the standard library's parser, which never drops deeply nested text; tables that only lay a page out flow as text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.pieces import Pieces
from taizhang.documents.text import decode
from taizhang.values.reports import Cell, Origin
from taizhang.values.spans import Span
from taizhang.values.words import Words

HIDDEN = frozenset({"script", "style", "title", "template"})
BLOCK_TAGS = (
    "address article aside blockquote body br center dd details dialog div dl dt fieldset figcaption figure footer form"
    " h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol option p pre section summary table tbody tfoot thead"
    " tr td th caption ul"
)
BLOCKS = frozenset(BLOCK_TAGS.split())
VERBATIM = frozenset({"pre", "textarea"})
CHARSET = re.compile(rb"charset[ ]{0,4}=[ \"']{0,4}([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
WORD = re.compile(r"[^ \t\n\r\f]+")
LONG_CELL = 400
OPEN_TAGS = 1_000
CHINESE_FROM = "\u2e80"


@dataclass(slots=True)
class _Shape:
    """What the first pass learns of a table: whether it holds data or only lays out the page."""

    cells: int = 0
    rows: int = 0
    nested: bool = False
    length: int = 0
    longest: int = 0

    @property
    def lays_out(self) -> bool:
        return self.nested or self.cells <= max(self.rows, 1) or self.longest > LONG_CELL


@dataclass(slots=True)
class _Event:
    """A tag that opens (`+`) or closes (`-`), or text (`t`), with its line and column in the source."""

    sort: str
    value: str
    line: int
    column: int
    size: tuple[int, int] = (1, 1)


class _Parser(HTMLParser):
    """First pass: events in order, and the shape of each table."""

    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.name = name
        self.events: list[_Event] = []
        self.shapes: list[_Shape] = []
        self.open: list[_Shape] = []
        self.hidden = ""
        self.cells = 0

    def _event(self, sort: str, value: str, size: tuple[int, int] = (1, 1)) -> None:
        self.events.append(_Event(sort, value, *self.getpos(), size))
        if len(self.events) > budgets.HTML_EVENTS:
            raise UnreadableFile(self.name, "large")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN:
            self.hidden = tag
        if tag == "table":
            for shape in self.open[-1:]:
                shape.nested = True
            self.shapes.append(_Shape())
            self.open.append(self.shapes[-1])
        elif tag == "tr" and self.open:
            self.open[-1].rows += 1
        elif tag in ("td", "th") and self.open:
            self.cells += 1
            if self.cells > budgets.CELLS:
                raise UnreadableFile(self.name, "large")
            self.open[-1].cells += 1
            self.open[-1].length = 0
            values = dict(attrs)
            self._event("+", tag, (_size(values.get("rowspan")), _size(values.get("colspan"))))
            return
        if tag in BLOCKS or tag in VERBATIM:
            self._event("+", tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # a browser reads <table/> as <table>, and <script/> hides what follows
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag == self.hidden:
            self.hidden = ""
        if tag == "table" and self.open:
            self.open.pop()
        if tag in BLOCKS or tag in VERBATIM:
            self._event("-", tag)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self._event("t", data)
            if self.open:
                self.open[-1].length += len(data.strip())
                self.open[-1].longest = max(self.open[-1].longest, self.open[-1].length)

    def unknown_decl(self, data: str) -> None:
        self.handle_data(data.removeprefix("CDATA["))


class _Writer:
    """Second pass: text, lines and tables."""

    def __init__(self, pieces: Pieces, shapes: list[_Shape]) -> None:
        self.pieces = pieces
        self.shapes = iter(shapes)
        self.tables: list[bool] = []
        self.number = 0
        self.cells: list[Cell] | None = None
        self.start = self.cell_start = 0
        self.row = self.column = -1
        self.size = (1, 1)
        self.in_cell = False
        self.taken: dict[int, int] = {}
        self.gap = ""
        self.paragraph = 1
        self.verbatim = 0

    def write(self, event: _Event) -> None:
        if event.sort == "t":
            self._text(event)
        elif event.value == "table":
            self._table(event.sort == "+")
        elif self.cells is not None:
            self._in_grid(event)
        else:
            self.verbatim = max(0, self.verbatim + (event.value in VERBATIM) * (1 if event.sort == "+" else -1))
            self._break()

    def _break(self) -> None:
        self.gap = ""
        if self.pieces.length and not self.pieces.ended:
            self.pieces.separate("\n")
            self.paragraph += 1

    def _table(self, opens: bool) -> None:
        if opens:
            self._close_cell()
            self._break()
            shape = next(self.shapes)
            self.tables.append(shape.lays_out or self.cells is not None)
            if not self.tables[-1]:
                self.number += 1
                self.cells, self.start, self.row, self.taken = [], self.pieces.length, -1, {}
        elif self.tables:
            self.close_table()

    def close_table(self) -> None:
        """End the innermost table."""
        if not self.tables.pop() and self.cells is not None:
            self._close_cell()
            self._break()
            self.pieces.add_table(self.start, self.cells)
            self.cells = None
        else:
            self._break()

    def _in_grid(self, event: _Event) -> None:
        if event.value in ("td", "th"):
            self._close_cell()
            if event.sort == "+":
                self._open_cell(event.size)
        elif event.value == "tr":
            self._close_cell()
            if event.sort == "+":
                self._next_row()
        elif self.in_cell:
            # a row stays one line
            self.gap = self.gap or " "
        else:
            self._break()

    def _next_row(self) -> None:
        self._break()
        self.row, self.column = self.row + 1, -1

    def _open_cell(self, size: tuple[int, int]) -> None:
        if self.row < 0:
            self._next_row()
        if self.column >= 0:
            self.pieces.separate("\t")
        self.column += 1
        while self.taken.get(self.column, 0) > self.row:
            self.column += 1
        self.gap, self.in_cell, self.size, self.cell_start = "", True, size, self.pieces.length
        for column in range(self.column, self.column + size[1]):
            self.taken[column] = self.row + size[0]

    def _close_cell(self) -> None:
        if self.in_cell and self.cells is not None:
            self.cells.append(Cell(Span(self.cell_start, self.pieces.length), self.row, self.column, *self.size))
            self.column += self.size[1] - 1
        self.in_cell, self.gap = False, ""

    def _origin(self, line: int) -> Origin:
        if self.in_cell:
            return Origin(
                part="table", line=line, paragraph=self.paragraph, table=self.number, row=self.row + 1, column=self.column + 1
            )  # fmt: skip
        return Origin(line=line, paragraph=self.paragraph)

    def _text(self, event: _Event) -> None:
        if self.cells is not None and not self.in_cell and event.value.strip():
            # words between the cells of a table stand before it in a browser; here they are a cell of their own
            self._open_cell((1, 1))
        for number, line in enumerate(event.value.split("\n")):
            offset = event.column if number == 0 else 0
            if number:
                self._wrap()
            self._line(line, self._origin(event.line + number), offset)

    def _wrap(self) -> None:
        if self.verbatim and not self.in_cell:
            self.pieces.separate("\n")
        else:
            self.gap = "\n"

    def _line(self, line: str, origin: Origin, offset: int) -> None:
        end = 0
        for word in WORD.finditer(line):
            if word.start() > end and self.gap != "\n":
                self.gap = " "
            self._write_gap(word.group()[0])
            self.pieces.add(word.group(), origin, offset + word.start())
            end = word.end()
        if end < len(line) and self.gap != "\n":
            self.gap = " "

    def _write_gap(self, following: str) -> None:
        at_start = self.pieces.ended or (self.in_cell and self.pieces.length == self.cell_start)
        wrapped = self.gap == "\n" and following >= CHINESE_FROM and self.pieces.last >= CHINESE_FROM
        if self.gap and self.pieces.length and not at_start and not wrapped:
            self.pieces.separate(" ")
        self.gap = ""


def _size(value: str | None) -> int:
    value = (value or "").strip()
    return max(1, min(int(value), 500)) if value.isascii() and value.isdigit() and len(value) < 5 else 1


def read_html(name: str, data: bytes) -> Pieces:
    """The text that a browser would show, block elements as lines, tables of data as rows.

    Raises UnreadableFile (encoding, large).
    """
    declared = CHARSET.search(data[:4096])
    source = decode(name, data, declared[1].decode("ascii") if declared else None)
    pieces = Pieces(name)
    parser = _Parser(name)
    parser.feed(_without_open_ends(name, source))
    parser.close()
    writer = _Writer(pieces, parser.shapes)
    for event in parser.events:
        writer.write(event)
    while writer.tables:
        writer.close_table()
    if pieces.length and not pieces.ended:
        pieces.separate("\n")
    _say_unclosed(pieces, source.lower())
    return pieces


def _without_open_ends(name: str, source: str) -> str:
    """`source` without a heap of comments that never end, for each of which the parser would look anew to the end."""
    last = source.rfind("-->") + 1
    if source.count("<!--", last) > OPEN_TAGS:
        source = source[: source.find("<!--", last)]
    if source.count("<", source.rfind(">") + 1) > OPEN_TAGS:
        raise UnreadableFile(name, "damaged")
    return source


def _say_unclosed(pieces: Pieces, source: str) -> None:
    for opened, closed in (("<!--", "-->"), *((f"<{tag}", f"</{tag}") for tag in sorted(HIDDEN))):
        at = source.rfind(opened)
        if at > source.rfind(closed):
            line = source.count("\n", 0, at) + 1
            pieces.notices.append(
                Words(
                    zh=f"第{line}行起未读取:{opened} 没有结束",
                    en=f"From line {line} on not read: {opened} is not closed",
                )
            )

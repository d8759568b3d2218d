"""Ruled tables of a PDF page: cells by the crossings of their lines, tables that run over pages put together again."""

from __future__ import annotations

import io
import re
import time
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from taizhang.documents.pieces import Pieces
from taizhang.values.reports import Cell, Origin
from taizhang.values.spans import Span

if TYPE_CHECKING:
    from pdfplumber.page import Page

SECONDS = 4.0
"""Processor time after which no more tables are looked for: what is left is read line by line, and said."""
RULE = re.compile(rb"(?<![\w.])(?:re|l)(?![\w.])")
HEADED = re.compile(r"[一二三四五六七八九十0-9（(]{1,3}[、.．)）]|[^一-鿿]{0,10}$")
"""A cell that begins a row of its own: numbered, or without a word."""
RULES = 6
"""A page with fewer strokes has no table of two rows and two columns."""
NEAR = 3.0
"""Points within which two edges are one."""
SPOKEN = 3
"""At least one cell of so many holds words; the grid of a chart does not."""


@dataclass(slots=True)
class PageCell:
    """A cell by its place in the grid (0-based), how far it reaches, and its words."""

    row: int
    column: int
    rows: int
    columns: int
    words: str


@dataclass(slots=True)
class PageTable:
    """A table on a page, or over several: the edges of its columns in points, and its rows as (page, cells)."""

    edges: tuple[float, ...]
    rows: list[tuple[int, list[PageCell]]]

    def goes_on(self, following: PageTable) -> bool:
        """Whether `following`, at the head of the next page, has the same columns."""
        return len(self.edges) == len(following.edges) and all(
            abs(one - other) <= NEAR for one, other in zip(self.edges, following.edges, strict=True)
        )

    def take(self, following: PageTable) -> None:
        """Append the rows of the next page: heads that it repeats are dropped, a row that the page's end cut is made whole."""
        pairs = zip(self.rows, following.rows, strict=False)
        repeated = sum(1 for _ in takewhile(lambda pair: _words(pair[0][1]) == _words(pair[1][1]), pairs))
        rows = following.rows[repeated:]
        if rows and _is_rest(rows[0][1]):
            last = {cell.column: cell for cell in self.rows[-1][1]}
            for cell in rows[0][1]:
                if cell.words and cell.column in last:
                    last[cell.column].words = joined([last[cell.column].words, cell.words])
            rows = rows[1:]
        for page, cells in rows:
            for cell in cells:
                cell.row = len(self.rows)
            self.rows.append((page, cells))


def _words(cells: list[PageCell]) -> list[str]:
    return [cell.words for cell in cells]


def _is_rest(cells: list[PageCell]) -> bool:
    """Whether a row at the head of a page is only the end of the one before: few words, and no figure."""
    spoken = [cell.words for cell in cells if cell.words]
    return len(cells) > 2 and len(spoken) == 1 and not HEADED.match(spoken[0])


def joined(lines: Iterable[str]) -> str:
    """The lines of a cell as one; a blank only between Latin words."""
    whole = ""
    for line in lines:
        words = line.strip()
        between = " " if whole and words and is_latin(whole[-1]) and is_latin(words[0]) else ""
        whole += between + words
    return whole


def is_latin(character: str) -> bool:
    """Whether words that end or begin so stand apart."""
    return character.isascii() and character.isalpha()


def is_ruled(content: bytes) -> bool:
    """Whether a page's drawing commands hold enough strokes for a table."""
    return sum(1 for _, _ in zip(RULE.finditer(content), range(RULES), strict=False)) == RULES


class TableFinder:
    """Looks for tables on the pages of one file; `given_up` says that time ran out."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._until = time.process_time() + SECONDS
        self._pdf: Any = None
        self.given_up = False

    def page(self, index: int) -> list[str | PageTable] | None:
        """Lines and tables of the page from the top, None where it has no table (or none could be looked for)."""
        if time.process_time() > self._until:
            self.given_up = True
            return None
        import pdfplumber  # noqa: PLC0415 - only ruled pages need it

        try:
            self._pdf = self._pdf or pdfplumber.open(io.BytesIO(self._data))
            page = self._pdf.pages[index]
            try:
                return _parts(page, index + 1)
            finally:
                page.close()
        except MemoryError:
            raise
        except Exception:  # a page that this reader cannot follow is read line by line
            self.given_up = True
            return None


def _parts(page: Page, number: int) -> list[str | PageTable] | None:
    found = [(each.bbox[1], table, each.bbox) for each in page.find_tables() if (table := _table(page, each, number))]
    if not found:
        return None
    boxes = [box for _, _, box in found]
    rest: Any = page.filter(lambda part: not any(_in(part, box) for box in boxes))
    parts: list[tuple[float, str | PageTable]] = [(top, table) for top, table, _ in found]
    parts += [(line["top"], line["text"]) for line in rest.extract_text_lines(return_chars=False)]
    return [part for _, part in sorted(parts, key=lambda part: part[0])]


def _table(page: Page, found: Any, number: int) -> PageTable | None:
    """The grid of a table, None where it is a mere frame or an empty grid."""
    across = _edges([edge for cell in found.cells for edge in (cell[0], cell[2])])
    down = _edges([edge for cell in found.cells for edge in (cell[1], cell[3])])
    if len(across) < 3 or len(down) < 3:
        return None
    letters: dict[tuple[int, int], list[Any]] = {}
    places = {}
    for left, top, right, bottom in found.cells:
        row, column = _index(down, top), _index(across, left)
        rows, columns = _index(down, bottom) - row, _index(across, right) - column
        places[row, column] = (rows, columns)
        letters[row, column] = []
    covered = {
        (row + below, column + beside): (row, column)
        for (row, column), (rows, columns) in places.items()
        for below in range(rows)
        for beside in range(columns)
    }
    for letter in page.chars:
        x, y = _middle(letter)
        row, column = bisect_left(down, y) - 1, bisect_left(across, x) - 1
        if _in(letter, found.bbox) and (row, column) in covered:
            letters[covered[row, column]].append(letter)
    cells = [PageCell(*place, *places[place], _read(letters[place])) for place in sorted(places)]
    if sum(bool(cell.words) for cell in cells) * SPOKEN < len(cells):
        return None
    by_row = [[cell for cell in cells if cell.row == row] for row in range(len(down) - 1)]
    return PageTable(tuple(across), [(number, row) for row in by_row])


def _middle(part: Any) -> tuple[float, float]:
    return (part["x0"] + part["x1"]) / 2, (part["top"] + part["bottom"]) / 2


def _in(part: Any, box: tuple[float, float, float, float]) -> bool:
    """Whether the middle of a letter or stroke lies in the box: letters at an edge reach over it."""
    x, y = _middle(part)
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _read(letters: list[Any]) -> str:
    from pdfplumber.utils.text import extract_text  # noqa: PLC0415 - as in page

    return joined(extract_text(letters).split("\n")) if letters else ""


def _edges(values: list[float]) -> list[float]:
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > NEAR:
            edges.append(value)
    return edges


def _index(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda index: abs(edges[index] - value))


def put_together(pages: list[list[tuple[int, int, str | PageTable]]]) -> Iterator[tuple[int, int, str | PageTable]]:
    """The parts of all pages as (page, line, part), a table that goes on at the head of the next page as one."""
    open_table: PageTable | None = None
    for parts in pages:
        for index, (page, line, part) in enumerate(parts):
            if index == 0 and open_table and isinstance(part, PageTable) and open_table.goes_on(part):
                open_table.take(part)
                continue
            open_table = part if isinstance(part, PageTable) and part.rows else None
            yield page, line, part


def write_table(pieces: Pieces, table: PageTable, number: int) -> None:
    """A line a row, cells apart by tabs; the `number`-th table of the file."""
    start, placed = pieces.length, []
    for page, row in table.rows:
        for index, cell in enumerate(row):
            if index:
                pieces.separate("\t")
            begun = pieces.length
            pieces.add(
                cell.words, Origin(part="table", page=page, table=number, row=cell.row + 1, column=cell.column + 1)
            )
            placed.append(Cell(Span(begun, pieces.length), cell.row, cell.column, cell.rows, cell.columns))
        pieces.separate("\n")
    pieces.add_table(start, placed)

"""Spreadsheets: each sheet a table; hidden rows and sheets are read and said."""

from __future__ import annotations

import datetime
import io
import re

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.pieces import Pieces
from taizhang.documents.xml import Counter, parse
from taizhang.values.reports import Origin
from taizhang.values.words import Words

ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})$")


class _Shape:
    """A scan of one sheet's XML before any cell is kept: how many cells, and how far out they stand."""

    def __init__(self, name: str) -> None:
        self.name, self.cells, self.merged, self.hidden_rows = name, 0, [], 0  # type: ignore[var-annotated]

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self.cells += 1
            row, column = _position(attributes.get("r", ""))
            if self.cells > budgets.CELLS or row > budgets.ROWS or column > budgets.COLUMNS:
                raise UnreadableFile(self.name, "large")
        elif tag == "row" and attributes.get("hidden") in ("1", "true"):
            self.hidden_rows += 1
        elif tag == "mergeCell" and len(self.merged) < budgets.CELLS:
            self.merged.append(attributes.get("ref", ""))


def _position(address: str) -> tuple[int, int]:
    match = ADDRESS.match(address)
    if not match:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    return int(match[2]), column


def _shapes(name: str, data: bytes) -> dict[str, _Shape]:
    archive = budgets.open_zip(name, data)
    names = archive.namelist()
    if "xl/workbook.xml" not in names:
        raise UnreadableFile(name, "format")
    counter = Counter(name, budgets.XML_ELEMENTS["xlsx"])
    shapes: dict[str, _Shape] = {}
    for path in names:
        if path.endswith((".xml", ".rels")):
            shape = _Shape(name)
            is_sheet = path.startswith("xl/worksheets/sheet")
            parse(
                budgets.member(name, archive, path),
                counter,
                shape.start if is_sheet else _ignore,
                _ignore_end,
                _ignore_end,
            )
            if is_sheet:
                shapes[path] = shape
    if len(shapes) > budgets.SHEETS:
        raise UnreadableFile(name, "large")
    return shapes


def _ignore(_tag: str, _attributes: dict[str, str]) -> None:
    return


def _ignore_end(_: str) -> None:
    return


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.10f}".rstrip("0").rstrip(".")
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)


def read_xlsx(name: str, data: bytes) -> Pieces:
    """Sheets as tables, cell by cell with addresses; raises UnreadableFile (damaged, large, unsafe, format)."""
    import openpyxl  # noqa: PLC0415 - 0.2 s that only spreadsheets need

    shapes = _shapes(name, data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except UnreadableFile:
        raise
    except Exception as error:  # openpyxl raises many types on broken parts
        raise UnreadableFile(name, "damaged") from error
    pieces = Pieces(name)
    for sheet in book.worksheets:
        _sheet(pieces, sheet)
    hidden = sum(shape.hidden_rows for shape in shapes.values())
    if hidden:
        pieces.notices.append(Words(zh=f"{hidden} 个隐藏行已一并读取", en=f"{hidden} hidden rows were read too"))
    return pieces


def _sheet(pieces: Pieces, sheet: object) -> None:
    title = str(getattr(sheet, "title", ""))
    if getattr(sheet, "sheet_state", "visible") != "visible":
        pieces.notices.append(Words(zh=f"隐藏工作表“{title}”已一并读取", en=f"The hidden sheet {title} was read too"))
    pieces.add(title + "\n", Origin(part=title))
    sizes = {
        (merged.min_row, merged.min_col): (merged.max_row - merged.min_row + 1, merged.max_col - merged.min_col + 1)
        for merged in sheet.merged_cells.ranges  # type: ignore[attr-defined]
    }
    pieces.open_table()
    for row in sheet.iter_rows():  # type: ignore[attr-defined]
        written = False
        for cell in row:
            words = _shown(cell.value)
            if not words:
                continue
            origin = Origin(part=title, row=cell.row, column=cell.column, cell=cell.coordinate)
            if written:
                pieces.add("\t", origin)
            pieces.cell(words, origin, (cell.row - 1, cell.column - 1), sizes.get((cell.row, cell.column), (1, 1)))
            written = True
        if written:
            pieces.add("\n", Origin(part=title, row=row[0].row))
    pieces.close_table()
    pieces.add("\n", Origin(part=title))

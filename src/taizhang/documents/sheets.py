"""The cells of one worksheet as its XML gives them, with merges, hidden rows and formulas that hold no result."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile

ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})$")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


@dataclass(slots=True)
class RawCell:
    """A cell's type (`s` shared string, `n` number, `str`, `inlineStr`, `b`, `e`, `d`), style and value."""

    sort: str
    style: int
    value: str = ""


@dataclass(slots=True)
class Sheet:
    """Cells by row and column from 1; `merged` gives height and width by top left cell."""

    cells: dict[tuple[int, int], RawCell] = field(default_factory=dict)
    merged: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden: int = 0
    uncomputed: int = 0


def position(address: str) -> tuple[int, int]:
    """Row and column from 1; zeros where it is no address."""
    match = ADDRESS.match(address)
    if not match:
        return 0, 0
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - 64
    row = int(match[2])
    return (row, column) if 0 < row <= LAST_ROW and column <= LAST_COLUMN else (0, 0)


def _number(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 8 else 0


class SheetReader:
    """Handlers for expat; refuses addresses off the sheet and too many cells while they come."""

    def __init__(self, name: str) -> None:
        self.name, self.sheet = name, Sheet()
        self.row = self.column = 0
        self.cell: RawCell | None = None
        self.formula = False
        self.inside: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.inside.append(tag)
        if tag == "c":
            self._open_cell(attributes)
        elif tag == "f":
            self.formula = True
        elif tag == "row":
            self.row, self.column = _number(attributes.get("r")) or self.row + 1, 0
            self.sheet.hidden += attributes.get("hidden") in ("1", "true")
        elif tag == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = _number(attributes.get("min")), _number(attributes.get("max"))
            self.sheet.hidden += max(0, last - first + 1)
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if "r" in attributes:
            self.row, self.column = position(attributes["r"])
        else:
            self.column += 1
        if not (0 < self.row <= LAST_ROW and 0 < self.column <= LAST_COLUMN):
            raise UnreadableFile(self.name, "damaged")
        self.cell, self.formula = RawCell(attributes.get("t", "n"), _number(attributes.get("s"))), False

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        (top, left), (bottom, right) = position(first), position(last)
        if 0 < top <= bottom and 0 < left <= right and len(self.sheet.merged) < budgets.CELLS:
            self.sheet.merged[top, left] = (bottom - top + 1, right - left + 1)

    def characters(self, text: str) -> None:
        if self.cell is not None and (
            self.inside[-1] == "v" or (self.inside[-1] == "t" and "rPh" not in self.inside[-4:])
        ):
            self.cell.value += text

    def end(self, tag: str) -> None:
        self.inside.pop()
        if tag != "c" or self.cell is None:
            return
        if self.cell.value:
            self.sheet.cells[self.row, self.column] = self.cell
            if len(self.sheet.cells) > budgets.CELLS:
                raise UnreadableFile(self.name, "large")
        elif self.formula and self.cell.sort != "str":
            self.sheet.uncomputed += 1
        self.cell = None

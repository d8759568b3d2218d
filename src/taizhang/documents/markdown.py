"""Markdown as text: marks of headings and emphasis dropped, pipe tables as tables."""

from __future__ import annotations

import re

from taizhang.documents.pieces import Pieces
from taizhang.documents.text import decode
from taizhang.values.reports import Cell, Origin
from taizhang.values.spans import Span

HEADING = re.compile(r"[ ]{0,3}#{1,6}[ \t]{1,8}")
RULER = re.compile(r"[ |:]{0,8}-{1,60}[|:\- ]{0,900}$")
EMPHASIS = re.compile(r"\*\*|__")


def read_markdown(name: str, data: bytes) -> Pieces:
    """The lines of a .md file without their marks. Raises UnreadableFile (encoding)."""
    pieces = Pieces(name)
    lines = decode(name, data).split("\n")
    number = 0
    while number < len(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        if "|" in lines[number] and "|" in following and RULER.match(following):
            number = _table(pieces, lines, number)
            continue
        last = number + 1 == len(lines)
        _line(pieces, lines[number], number + 1, "" if last else "\n")
        number += 1
    return pieces


def _line(pieces: Pieces, line: str, number: int, end: str) -> None:
    heading = HEADING.match(line)
    at = heading.end() if heading else 0
    for mark in EMPHASIS.finditer(line, at):
        pieces.add(line[at : mark.start()], Origin(line=number), at)
        at = mark.end()
    pieces.add(line[at:] + end, Origin(line=number), at)


def _table(pieces: Pieces, lines: list[str], number: int) -> int:
    """Write the table that begins at index `number`; the index after it."""
    begin, start = number, pieces.length
    cells: list[Cell] = []
    while number < len(lines) and "|" in lines[number]:
        if number != begin + 1:
            _row(pieces, cells, lines[number], number - begin - (number > begin), number + 1)
        number += 1
    pieces.add_table(start, cells)
    return number


def _row(pieces: Pieces, cells: list[Cell], line: str, row: int, number: int) -> None:
    body = line.strip().removeprefix("|").removesuffix("|")
    at = line.find(body)
    for column, piece in enumerate(body.split("|")):
        if column:
            pieces.separate("\t")
        begin, words = pieces.length, piece.strip()
        offset = at + len(piece) - len(piece.lstrip())
        pieces.add(words, Origin(part="table", line=number, row=row + 1, column=column + 1), offset)
        cells.append(Cell(Span(begin, pieces.length), row, column))
        at += len(piece) + 1
    pieces.separate("\n")

"""A text put together piece by piece, each remembered with where it stood."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.values.reports import Cell, Origin, Stretch, Table
from taizhang.values.spans import Span
from taizhang.values.words import Words


@dataclass
class Pieces:
    """Text under construction. `name` is the file's, for errors."""

    name: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    stretches: list[Stretch] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    notices: list[Words] = field(default_factory=list)
    last: str = "\n"
    cells: int = 0

    def add(self, text: str, origin: Origin, offset: int = 0) -> None:
        """Append `text`; raises UnreadableFile when the whole grows past the limit."""
        if not text:
            return
        start, self.length, self.last = self.length, self.length + len(text), text[-1]
        before = self.stretches[-1] if self.stretches else None
        if before and before.origin == origin and before.offset + start - before.start == offset:
            self.stretches[-1] = Stretch(before.start, self.length, origin, before.offset)
        else:
            self.stretches.append(Stretch(start, self.length, origin, offset))
        self.parts.append(text)
        if self.length > budgets.TEXT_CHARACTERS:
            raise UnreadableFile(self.name, "large")

    @property
    def ended(self) -> bool:
        """Whether the text is at the start of a line."""
        return self.last == "\n"

    def separate(self, mark: str) -> None:
        """Append a line end, tab or blank that the file holds as structure only: part of the stretch before it."""
        if self.stretches:
            before = self.stretches[-1]
            self.parts.append(mark)
            self.length, self.last = self.length + len(mark), mark[-1]
            self.stretches[-1] = Stretch(before.start, self.length, before.origin, before.offset)
            if self.length > budgets.TEXT_CHARACTERS:
                raise UnreadableFile(self.name, "large")

    def add_table(self, start: int, cells: list[Cell]) -> None:
        """A table whose text began at `start`."""
        self.cells += len(cells)
        if self.cells > budgets.CELLS:
            raise UnreadableFile(self.name, "large")
        if cells:
            self.tables.append(Table(Span(start, self.length), tuple(cells)))

    def result(self) -> dict[str, Any]:
        """Plain data for the way out of the child process."""
        return {
            "text": "".join(self.parts),
            "stretches": [[s.start, s.end, origin_fields(s.origin), s.offset] for s in self.stretches],
            "tables": [
                [
                    t.span.start,
                    t.span.end,
                    [[c.span.start, c.span.end, c.row, c.column, c.rows, c.columns] for c in t.cells],
                ]
                for t in self.tables
            ],
            "notices": [[notice.zh, notice.en] for notice in self.notices],
        }


def origin_fields(origin: Origin) -> dict[str, Any]:
    return {name: value for name in Origin.__slots__ if (value := getattr(origin, name)) is not None}


def unread(part_zh: str, part_en: str) -> Words:
    """The notice that a part could not be read."""
    return Words(zh=f"{part_zh}未读取", en=f"{part_en} was not read")

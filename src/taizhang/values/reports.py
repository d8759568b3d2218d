"""A document whose every character can be traced back to where it stood in its file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from taizhang.values.spans import Span
from taizhang.values.words import Words

Role = Literal["results", "problems", "plan", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a stretch of text stood. Counts start at 1; what a format does not have is None."""

    part: str = "body"
    """`body`, `table`, `footnote`, `textbox`, `header`, `comment` …, or the sheet's name."""
    page: int | None = None
    line: int | None = None
    paragraph: int | None = None
    run: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    cell: str | None = None
    """Spreadsheet address such as `D7`."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]` came from `origin`; `offset` is where it began inside that run, cell or line."""

    start: int
    end: int
    origin: Origin
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One table cell: its text's span and grid position (0-based; merged cells span several)."""

    span: Span
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table inside the text: the span that holds it and its cells."""

    span: Span
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading and everything under it.

    `heading` is the heading's own span (for a run-in heading such as 一是…。 up to the end of its
    sentence), `span` the whole section including sub-sections, `level` 1 for the outermost.
    """

    heading: Span
    span: Span
    level: int
    role: Role
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What a report is about and how it is built."""

    title: Span | None = None
    place: str | None = None
    years: tuple[int, ...] = ()
    period: str | None = None
    """The period that the report as a whole is about, as its title words it (`上半年`, `2025年`)."""
    sections: tuple[Section, ...] = ()
    furniture: tuple[Span, ...] = ()
    """Words of the web page or the file around the report: they yield no claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document as text. `text` is what every offset of claims and findings counts in."""

    name: str
    format: str
    text: str
    stretches: Sequence[Stretch] = ()
    tables: tuple[Table, ...] = ()
    outline: Outline = field(default_factory=Outline)
    notices: tuple[Words, ...] = ()
    """What could not be read, or reads doubtfully; never skipped in silence."""

    def origin(self, position: int) -> Origin | None:
        """Where the character at `position` stood."""
        index = bisect_right(self.stretches, position, key=lambda stretch: stretch.start) - 1
        if index >= 0 and position < self.stretches[index].end:
            return self.stretches[index].origin
        return None

    def line_column(self, position: int) -> tuple[int, int]:
        """Line and column of the text, both from 1."""
        before = self.text.count("\n", 0, position)
        return before + 1, position - (self.text.rfind("\n", 0, position) + 1) + 1

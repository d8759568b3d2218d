"""The text as the passes match on it: Simplified, half-width, without the white space that only wraps or spaces out."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from taizhang.values.spans import Span

BLANK = re.compile(r"[ \n\u200b\ufeff]{1,400}")
PARAGRAPH = "\n"
CLOSERS = frozenset('。!?;:…”"》)')
MARKER = re.compile(
    r"[ ]{0,8}(?:[(]?[一二三四五六七八九十]{1,3}[、)]|[(]?[0-9]{1,2}(?:[、)]|[.](?![0-9]))|第[一二三四五六七八九十]{1,3}[章节部条,、]|[-—·●◆■](?![0-9]))"
)
BROKEN_NUMBER = re.compile(r"[0-9]{0,8}(?:[.][0-9]{1,4})?[一-鿿%‰]")
HEADING = re.compile(
    r"[ ]{0,8}(?:[一二三四五六七八九十]{1,3}、|[(][一二三四五六七八九十]{1,3}[)]|第[一二三四五六七八九十]{1,3}[章节部])[^。;!?]{0,40}$"
)


@dataclass(frozen=True)
class Dense:
    """`text` with `starts`/`shifts`: the character at `i` stood at `i + shift` of the last start ≤ i."""

    text: str
    starts: list[int]
    shifts: list[int]

    def origin(self, position: int) -> int:
        """Offset in the report's text of the character at `position` here."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def span(self, start: int, end: int) -> Span:
        return Span(self.origin(start), self.origin(end - 1) + 1)

    def position(self, origin: int) -> int:
        """The first position here whose character stood at or after `origin`."""
        index = bisect_right(self._origins, origin) - 1
        if index < 0:
            return 0
        end = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return min(origin - self.shifts[index], end)

    @cached_property
    def _origins(self) -> list[int]:
        return [start + shift for start, shift in zip(self.starts, self.shifts, strict=True)]


def hard_wrapped(text: str) -> bool:
    """Whether lines break inside sentences: four in ten line ends have no closing sign and no blank line after."""
    inside = total = 0
    lines = text.split("\n")
    for line, following in itertools.pairwise(lines):
        if not line.strip():
            continue
        total += 1
        if following.strip() and line.rstrip()[-1] not in CLOSERS and len(line) > 10 and not MARKER.match(following):
            inside += 1
    return total > 5 and inside * 10 >= total * 4


def _joins(text: str, start: int, end: int, wrapped: bool) -> bool:
    """Whether the white space `text[start:end]` is a wrap or padding inside a sentence."""
    if start == 0 or end == len(text):
        return True
    gap, before, after = text[start:end], text[start - 1], text[end]
    if gap.count("\n") > 1:
        return False
    if "\n" in gap:
        return _wraps(text, start, end, wrapped)
    if before.isascii() and after.isascii():
        return not (before.isalnum() and after.isalnum())
    return not (before.isascii() and before.isdigit() and after.isascii() and after.isdigit())


def _wraps(text: str, start: int, end: int, wrapped: bool) -> bool:
    before, after = text[start - 1], text[end]
    if before in CLOSERS or MARKER.match(text, end) or text[start:end].endswith(("  ", "\n ")):
        return wrapped and before not in "。!?" and not MARKER.match(text, end) and not text[start:end].endswith("  ")
    line_start = text.rfind("\n", 0, start) + 1
    if "\t" in text[line_start:start]:
        return False
    if HEADING.match(text[line_start:start][:60]):
        return False
    if before.isdigit() and after.isdigit():
        return wrapped or (start - line_start > 12 and BROKEN_NUMBER.match(text, end) is not None)
    return wrapped or start - line_start > 12 or before in ",、" or after in ",。、;"


def dense(simple: str, breaks: frozenset[int] = frozenset()) -> Dense:
    """Drop from Simplified, half-width text the white space that carries no meaning; a gap that ends a paragraph becomes one line break.

    `breaks` are ends of lines that stand alone (titles, headings, words of the page): what follows is not joined to them.
    """
    wrapped = hard_wrapped(simple)
    pieces: list[str] = []
    starts, shifts = [0], [0]
    length = last = 0

    def keep(piece: str, shift_from: int) -> None:
        nonlocal length
        if length and shift_from - length != shifts[-1]:
            starts.append(length)
            shifts.append(shift_from - length)
        elif not length:
            shifts[0] = shift_from
        pieces.append(piece)
        length += len(piece)

    for match in BLANK.finditer(simple):
        start, end = match.span()
        if start > last:
            keep(simple[last:start], last)
        if ("\n" in match.group() and start in breaks) or not _joins(simple, start, end, wrapped):
            keep(PARAGRAPH if "\n" in match.group() else " ", start)
        last = end
    if last < len(simple):
        keep(simple[last:], last)
    return Dense("".join(pieces), starts, shifts)

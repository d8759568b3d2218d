"""The lines of a text, cut once for all that look at them one by one, and each line as a stretch of its file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import overload

from taizhang.values.reports import Origin, Stretch
from taizhang.values.spans import Span


def _starts(words: list[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in words[:-1]), initial=0))


class Lines:
    """The lines of `text`: their words without the line break, and their starts in code points."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = text.split("\n")
        self.starts = _starts(self.words)

    def span(self, index: int) -> Span:
        """The line at `index` without its line break."""
        start = self.starts[index]
        return Span(start, start + len(self.words[index]))

    def index(self, position: int) -> int:
        """The index of the line that holds `position`."""
        return bisect_right(self.starts, position) - 1

    def holding(self, positions: Iterable[int]) -> list[int]:
        """The indices of the lines that hold ascending `positions`, each once and in order."""
        found: list[int] = []
        end = -1
        for position in positions:
            if position > end:
                index = self.index(position)
                found.append(index)
                end = self.starts[index] + len(self.words[index])
        return found


@dataclass(frozen=True)
class LineStretches(Sequence[Stretch]):
    """The stretches of a .txt file, one a line with its line break, made when they are asked for."""

    text: str

    @cached_property
    def starts(self) -> list[int]:
        words = self.text.split("\n")
        starts = _starts(words)
        return starts if words[-1] else starts[:-1]

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Stretch: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Stretch, ...]: ...
    def __getitem__(self, index: int | slice) -> Stretch | tuple[Stretch, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        number = range(len(self))[index]
        end = self.starts[number + 1] if number + 1 < len(self) else len(self.text)
        return Stretch(self.starts[number], end, Origin(line=number + 1))

"""Where a quantity stands: its sentence, statement and clause, and the words on both sides."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from taizhang.claims.figures import Quantity
from taizhang.values.spans import Span

SENTENCE = re.compile(r"[。!?\n]")
STATEMENT = re.compile(r"[。!?\n;]")
NEAR, FAR = 120, 240
"""How many characters around a number are looked at: no clause of a report is longer, and time stays linear."""
CLAUSE = re.compile(r"[。!?\n;,:\t]")


class Breaks:
    """Positions after which a unit of the text ends."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self.ends = [match.end() for match in pattern.finditer(text)]
        self.length = len(text)

    def around(self, position: int) -> Span:
        index = bisect_right(self.ends, position)
        start = self.ends[index - 1] if index else 0
        return Span(start, self.ends[index] if index < len(self.ends) else self.length)


@dataclass(slots=True)
class Place:
    """One quantity with its surroundings; `left` and `right` stop at the clause or the next quantity."""

    quantity: Quantity
    sentence: Span
    statement: Span
    clause: Span
    left: str
    right: str
    after: str
    """What follows the number up to the next quantity but one, in the same sentence."""
    before: str
    """The clause up to the number, other quantities included."""


def places(text: str, quantities: list[Quantity]) -> list[Place]:
    sentences, statements, clauses = (Breaks(pattern, text) for pattern in (SENTENCE, STATEMENT, CLAUSE))
    starts = [quantity.start for quantity in quantities]
    found = []
    for index, quantity in enumerate(quantities):
        clause = clauses.around(quantity.start)
        left_from = max(clause.start, quantities[index - 1].end if index else 0, quantity.start - NEAR)
        following = bisect_left(starts, quantity.end)
        right_to = min(
            clauses.around(quantity.end).end if quantity.end < len(text) else len(text),
            starts[following] if following < len(starts) else len(text),
        )
        found.append(
            Place(
                quantity,
                sentences.around(quantity.start),
                statements.around(quantity.start),
                clause,
                text[left_from : quantity.start],
                text[quantity.end : min(right_to, quantity.end + NEAR)],
                text[quantity.end : min(sentences.around(quantity.start).end, quantity.end + 90)],
                text[max(clause.start, quantity.start - FAR) : quantity.start],
            )
        )
    return found

"""Where a quantity stands: its sentence, statement and clause, and the words on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.claims.figures import Quantity
from taizhang.values.spans import Span

SENTENCE = re.compile(r"[。!?\n]")
STATEMENT = re.compile(r"[。!?\n;]")
NEAR, FAR = 120, 240
"""How many characters around a number are looked at: no clause of a report is longer, and time stays linear."""
CLAUSE = re.compile(r"[。!?\n;,:\t]")


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


def _around(text: str, position: int, floor: int, signs: str, ending: re.Pattern[str]) -> Span:
    """The stretch that holds `position`: it begins behind the last of `signs`, or at `floor`, and goes up to `ending`."""
    begin = max(text.rfind(sign, floor, position) for sign in signs) + 1
    end = ending.search(text, position)
    return Span(max(floor, begin), end.end() if end else len(text))


def places(text: str, quantities: list[Quantity]) -> list[Place]:
    """Where each of the ascending `quantities` stands; a stretch that holds several is looked for once."""
    sentence = statement = clause = Span(0, 0)
    found, earlier = [], 0
    nexts = [*(quantity.start for quantity in quantities[1:]), len(text)]
    for quantity, following in zip(quantities, nexts, strict=False):
        start, end = quantity.start, quantity.end
        if start >= sentence.end:
            sentence = _around(text, start, sentence.end, "。!?\n", SENTENCE)
        if start >= statement.end:
            statement = _around(text, start, max(sentence.start, statement.end), ";", STATEMENT)
        if start >= clause.end:
            clause = _around(text, start, max(statement.start, clause.end), ",:\t", CLAUSE)
        stop = clause.end
        if end >= stop:
            broken = CLAUSE.search(text, end)
            stop = broken.end() if broken else len(text)
        found.append(
            Place(
                quantity,
                sentence,
                statement,
                clause,
                text[max(clause.start, earlier, start - NEAR) : start],
                text[end : min(stop, following, end + NEAR)],
                text[end : min(sentence.end, end + 90)],
                text[max(clause.start, start - FAR) : start],
            )
        )
        earlier = end
    return found

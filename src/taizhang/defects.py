"""Findings that point at words of the text, and where words stand: lines, furniture, the title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from taizhang.findings import Finding, RuleWord, Verdict
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words

STOP = re.compile(r"[,。;:!?\n]")
LINE = re.compile(r"[^\n]{1,100000}")


def defect(
    code: str,
    rule: RuleWord,
    span: tuple[int, int],
    message: Words,
    *,
    verdict: Verdict = "broken",
    claims: Sequence[Claim] = (),
    stated: str | None = None,
    computed: str | None = None,
) -> Finding:
    """A finding at `span`."""
    return Finding(
        code=code,
        rule=rule,
        verdict=verdict,
        start=span[0],
        end=span[1],
        claims=tuple(claims),
        message=message,
        stated=stated,
        computed=computed,
    )


def clause(reading: Reading, start: int, end: int) -> Span:
    """`start`–`end` widened to the clause that holds it, its punctuation left out."""
    low = max(reading.plain.rfind(sign, max(0, start - 200), start) for sign in ",。;:!?\n") + 1
    stop = STOP.search(reading.plain, end)
    return Span(max(low, start - 200), stop.start() if stop else len(reading.plain))


def lines(reading: Reading) -> Iterator[Span]:
    """The lines that hold words of the report: no blank ones, no furniture of a web page."""
    for match in LINE.finditer(reading.plain):
        span = Span(match.start(), match.end())
        if match.group().strip() and not in_furniture(reading, span):
            yield span


def in_furniture(reading: Reading, span: Span) -> bool:
    """Whether `span` touches words of the web page or file around the report."""
    furniture = reading.report.outline.furniture
    index = bisect_left(furniture, span.end, key=lambda each: each.start) - 1
    return index >= 0 and furniture[index].meets(span)


def title(reading: Reading) -> Span | None:
    """The report's title: what the outline says, else the first line where it is short."""
    if reading.report.outline.title:
        return reading.report.outline.title
    first = next(lines(reading), None)
    return first if first and first.end - first.start <= 60 else None

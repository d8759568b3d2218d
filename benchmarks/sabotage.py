"""Changes one operand of each relation that holds, and looks whether the relation turns broken and the rest stays quiet.

An operand is changed by 30 % and three units of its last written digit, at least by twice what its own rounding
and bound allow. Relations that stand close to each other are changed in different copies of the text, so that each
is tried as if it alone were wrong.
"""

from __future__ import annotations

import random
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from taizhang.arithmetic import decimals, last_place, rounded, written
from taizhang.audit import Audit, audit
from taizhang.claims import read
from taizhang.documents.outline import outline
from taizhang.findings import Finding
from taizhang.values.claims import Claim
from taizhang.values.reports import Report

NUMERALS = "零一二三四五六七八九十"
ROUNDS = 60
APART = 120
"""Characters between the relations that are changed in one copy."""


@dataclass
class Outcome:
    """One rule in one copy of the text: relations tried and caught, and new findings elsewhere."""

    code: str
    tried: int = 0
    caught: int = 0
    stray: int = 0
    words: str = ""
    """Where a relation was not caught: what was changed into what, and the relation's words."""


@dataclass(frozen=True)
class Change:
    """One operand's new words."""

    finding: Finding
    claim: Claim
    start: int
    end: int
    words: str


def sabotage(result: Audit) -> list[Outcome]:
    """What happens to every relation of `result` that holds, each changed once."""
    draw = random.Random(result.reading.report.name)
    waiting = [finding for finding in result.findings if finding.verdict == "holds" and finding.claims]
    outcomes: list[Outcome] = []
    for _ in range(ROUNDS):
        if not waiting:
            break
        changes, waiting = _chosen(waiting, draw)
        if changes:
            outcomes += _tried(result, changes)
    return outcomes


def _chosen(waiting: list[Finding], draw: random.Random) -> tuple[list[Change], list[Finding]]:
    """Changes of relations that stand apart, and the relations that must wait."""
    taken: list[Claim] = []
    changes: list[Change] = []
    later: list[Finding] = []
    for finding in waiting:
        if any(abs(one.start - other.start) < APART for one in finding.claims for other in taken):
            later.append(finding)
            continue
        possible = [change for claim in finding.claims if (change := changed(finding, claim))]
        if possible:
            taken += finding.claims
            changes.append(draw.choice(possible))
    return sorted(changes, key=lambda change: change.start), later


def changed(finding: Finding, claim: Claim) -> Change | None:
    """The claim's number changed by more than its rounding; None where it is no single number in plain signs."""
    number = claim.number
    if number is None:
        return None
    if claim.core:
        place = re.search(r"[0-9０-９][0-9０-９,，.．]{0,20}", claim.text)
        words = _larger(claim) if place else None
    else:
        place = re.search(f"[{NUMERALS}两]", claim.text)
        small = (
            place and number == int(number) and 1 <= number <= 7 and len(re.findall(f"[{NUMERALS}两]", claim.text)) == 1
        )
        words = NUMERALS[int(number) + 3] if small else None
    if not place or words is None:
        return None
    return Change(finding, claim, claim.start + place.start(), claim.start + place.end(), words)


def _larger(claim: Claim) -> str | None:
    allowed = written(replace(claim, bound="~" if claim.bound in (">=", "<=") else claim.bound))
    number = Fraction(claim.number or 0)
    if allowed is None:
        return None
    step = max(number * 3 / 10, (allowed.high - allowed.low) * 2) + 3 * last_place(claim)
    return rounded(number + step, decimals(claim.value or ""))


def _tried(result: Audit, changes: list[Change]) -> list[Outcome]:
    text, moved = _with(result.reading.report.text, changes)
    report = Report(name="changed.txt", format="txt", text=text, outline=outline(text))
    after = audit(read(report))
    was = {(finding.code, moved.at(finding.start)) for finding in result.broken}
    touched = [(moved.at(claim.start), moved.at(claim.end)) for change in changes for claim in change.finding.claims]
    outcomes = [_outcome(change, after, moved) for change in changes]
    for finding in after.broken:
        if (finding.code, finding.start) not in was and not any(
            start < each.end and each.start < end for each in _places(finding) for start, end in touched
        ):
            outcomes.append(Outcome(finding.code, stray=1))
    return outcomes


def _places(finding: Finding) -> tuple[Claim | Finding, ...]:
    return finding.claims or (finding,)


def _outcome(change: Change, after: Audit, moved: _Moved) -> Outcome:
    at = moved.at(change.claim.start)
    relation = {moved.at(claim.start) for claim in change.finding.claims}
    caught = any(
        at in starts or (finding.code == change.finding.code and len(starts & relation) * 2 >= len(relation))
        for finding in after.broken
        for starts in [{claim.start for claim in finding.claims}]
    )
    span = after.reading.report.text[moved.at(change.finding.start) : moved.at(change.finding.end)]
    words = "" if caught else f"{change.claim.text} → {change.words}: {''.join(span.split())[:120]}"
    return Outcome(change.finding.code, tried=1, caught=int(caught), words=words)


class _Moved:
    """Where a place of the old text lies in the new one."""

    def __init__(self, changes: list[Change]) -> None:
        self.places = [change.end for change in changes]
        self.shifts = [0]
        for change in changes:
            self.shifts.append(self.shifts[-1] + len(change.words) - (change.end - change.start))

    def at(self, place: int) -> int:
        return place + self.shifts[bisect_right(self.places, place)]


def _with(text: str, changes: list[Change]) -> tuple[str, _Moved]:
    return "".join(_pieces(text, changes)), _Moved(changes)


def _pieces(text: str, changes: list[Change]) -> Iterator[str]:
    last = 0
    for change in changes:
        yield text[last : change.start]
        yield change.words
        last = change.end
    yield text[last:]

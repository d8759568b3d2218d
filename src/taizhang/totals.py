"""Parts that the words set out without 其中: in front of their total, behind a colon, and what is done beside what is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from taizhang.arithmetic import Interval, like, measured, verdict
from taizhang.findings import Finding
from taizhang.relations import comparable_units, level, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

OUTSIDE = re.compile(
    r"还有|另有|此外|同时|每|平均|均|累计|共|比|较|占|达标|增加|减少|争取|去年|上年|明年|目标|计划|新增|其中|带动|辐射|覆盖|可|等"
)
"""Words that make a number no part of the list that it stands in."""
NAMED = re.compile(r"[^,;、。:!?\n0-9等]{0,2}[,;、和及](?P<name>[^,;、。:!?\n0-9]{0,16})")
LEAST, MOST = Fraction(2, 5), Fraction(5, 2)
"""A sum farther off than this is of other things, not a slip."""


@dataclass(frozen=True, slots=True)
class Total:
    """A whole and the parts that the words say make it up."""

    whole: Claim
    parts: tuple[Claim, ...]


def is_part(claim: Claim, whole: Claim) -> bool:
    """Whether the number can be added to others into `whole`."""
    return level(claim) and bool(claim.number) and comparable_units(claim, whole)


def judged(code: str, total: Total) -> Iterator[Finding]:
    """One finding, `holds` or `broken`; none where a number has no single value or the sum is far off."""
    whole = measured(total.whole)
    sum_of_parts = Interval.exact(0)
    for part in total.parts:
        amount = measured(part)
        if amount is None:
            return
        sum_of_parts = sum_of_parts + amount
    if whole is None or whole.point <= 0 or not LEAST <= sum_of_parts.point / whole.point <= MOST:
        return
    shown = like(sum_of_parts.point, total.whole)
    equation = "+".join(part.text for part in total.parts) + f"={shown}"
    claims = (total.whole, *total.parts)
    result = verdict(whole, sum_of_parts)
    yield outcome(code, "sum", result, claims, equation, stated=total.whole.text, computed=shown)


def name_of(words: str) -> str | None:
    """What a part is called, `words` being those from the number in front of it; None where it is no part."""
    named = NAMED.fullmatch(words)
    return None if named is None or OUTSIDE.search(named["name"]) else named["name"]


def gap(reading: Reading, first: Claim, second: Claim) -> str:
    """The words between two claims of a flow of words, as they stand."""
    return reading.plain[first.end : second.start]

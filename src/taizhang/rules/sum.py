"""Parts against their whole.

What it checks: the parts listed behind a total (其中, 分别是, 其余) in the total's own unit.
Why: parts are updated one at a time, and the total is forgotten.
Fails: 共排查隐患50处，已整改41处，其余8处。
Passes: 共排查隐患50处，已整改42处，其余8处。
When to overrule: the parts overlap, or a small remainder is left out on purpose.
Source: parts add up to the whole within the rounding of all numbers. A list left open (等, 主要) and a list that covers less than nine tenths are not judged, unless its parts exclude each other and leave nothing (水田 and 旱田, 其余).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from taizhang.arithmetic import like, measured, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.parts import Parts, decides, parts_of
from taizhang.relations import level, outcome
from taizhang.values.readings import Reading

CHINESE = """
查什么：总数与其后所列各部分（其中、分别是、其余）之和是否一致。
为什么：分项逐个更新，总数忘了改。
错例：共排查隐患50处，已整改41处，其余8处。
对例：共排查隐患50处，已整改42处，其余8处。
何时不理：各部分互有重叠，或有意略去零头。
依据：各部分之和与总数在各自舍入范围内比较；列举未尽（等、主要）或不足九成的不判，互斥且无遗漏的（水田与旱田、其余）除外。
"""

RULE: RuleWord = "sum"
CODE = "sum"


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each whole whose parts decide it."""
    for index, claim in enumerate(reading.claims):
        if level(claim) and claim.number and index + 2 < len(reading.claims):
            parts = parts_of(reading, index)
            if parts and not parts.open and (len(parts.claims) > 1 or parts.times[0] > 1):
                yield from _judge(parts)


def _judge(parts: Parts) -> Iterator[Finding]:
    whole = measured(parts.whole)
    amounts = [measured(claim) for claim in parts.claims]
    if whole is None or None in amounts or any(not claim.number for claim in parts.claims):
        return
    pieces = [a.scaled(n) for a, n in zip(amounts, parts.times, strict=True) if a is not None]
    totals = list(accumulate(pieces))
    count = len(pieces)
    if not whole.meets(totals[-1]):
        # What is listed behind the parts may be another matter: a run that fills the whole is the list.
        count = next((n for n in range(2, count) if whole.meets(totals[n - 1])), count)
    total = totals[count - 1]
    result = verdict(whole, total)
    if result == "broken" and not decides(parts, total.point / whole.point):
        return
    shown = like(total.point, parts.whole)
    listed = list(zip(parts.claims, parts.times, strict=True))[:count]
    terms = "+".join(f"{n}×{claim.text}" if n > 1 else claim.text for claim, n in listed)
    claims = (parts.whole, *(claim for claim, _ in listed))
    yield outcome(CODE, RULE, result, claims, f"{terms}={shown}", stated=parts.whole.text, computed=shown)

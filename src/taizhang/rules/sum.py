"""Parts against their whole.

What it checks: the parts listed behind a total (其中, 分别是, 其余) in the total's own unit.
Why: parts are updated one at a time, and the total is forgotten.
Fails: 共排查隐患50处，已整改41处，其余8处。
Passes: 共排查隐患50处，已整改42处，其余8处。
When to overrule: the parts overlap, or a small remainder is left out on purpose.
Source: parts add up to the whole within the rounding of all numbers. A list left open (等, 主要) and a list that covers less than nine tenths are not judged, unless its parts exclude each other and leave nothing (水田 and 旱田, 其余).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import accumulate

from taizhang.arithmetic import like, measured, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.parts import Parts, parts_of
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
MEASURE_TAIL = re.compile(
    r"(?:面积|产量|产值|收入|人口|人数|户数|数量|投资|资金|总?量|总?数|总?额)+(?:为|是|有|共|约|达)?$"
)
EXCLUSIVE = (
    ("水田", "旱"), ("水电", "火电"), ("男", "女"), ("城镇", "农村"), ("城镇", "乡村"), ("城区", "乡村"), ("农业", "非农"),
    ("约束性", "预期性"), ("中央", "地方"), ("国内", "国外"), ("公办", "民办"), ("新建", "续建"), ("已", "未"), ("出口", "进口"),
    ("省重点", "市重点"), ("省级", "市级"), ("财政拨款", "自筹"), ("完成", "未"), ("在用", "闲置"), ("集体", "个人"), ("村民", "居民"),
)  # fmt: skip


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
    if result == "broken" and not _decides(parts, total.point / whole.point):
        return
    shown = like(total.point, parts.whole)
    listed = list(zip(parts.claims, parts.times, strict=True))[:count]
    terms = "+".join(f"{n}×{claim.text}" if n > 1 else claim.text for claim, n in listed)
    claims = (parts.whole, *(claim for claim, _ in listed))
    yield outcome(CODE, RULE, result, claims, f"{terms}={shown}", stated=parts.whole.text, computed=shown)


def _decides(parts: Parts, ratio: Fraction) -> bool:
    """Whether a sum that misses its whole is an error, not a list of some parts."""
    if parts.rest or _exclusive(parts.names):
        return Fraction(1, 3) < ratio < 3
    if len(parts.claims) > 2 or _one_kind(parts.names):
        return Fraction(8, 10) <= ratio <= Fraction(12, 10)
    return Fraction(9, 10) <= ratio <= Fraction(12, 10)


def _one_kind(names: list[str]) -> bool:
    """天然林 and 人工林: parts whose names end alike divide one thing."""
    ends = {MEASURE_TAIL.sub("", name)[-1:] for name in names}
    return len(names) == 2 and len(ends) == 1 and ends != {""}


def _exclusive(names: list[str]) -> bool:
    if len(names) != 2:
        return False
    first, second = (MEASURE_TAIL.sub("", name) for name in names)
    pairs = (pair for a, b in EXCLUSIVE for pair in ((a, b), (b, a)))
    return any(a in first and b in second and b not in first and a not in second for a, b in pairs)

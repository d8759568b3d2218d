"""A part larger than its whole.

What it checks: a number behind 其中 against the total in front of it.
Why: the total is of another unit or another month than its part.
Fails: 全镇耕地8200亩，其中水田9100亩。
Passes: 全镇耕地8200亩，其中水田3100亩。
When to overrule: the number behind 其中 is of another thing than the total.
Source: a part does not exceed its whole, whatever the rounding. Averages, thresholds and parts that belong to another year are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.arithmetic import measured
from taizhang.findings import Finding, RuleWord
from taizhang.parts import Parts, decides, parts_of
from taizhang.relations import before, level, outcome
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：“其中”之后的数是否大于前面的总数。
为什么：总数与分项的单位或月份不一致。
错例：全镇耕地8200亩，其中水田9100亩。
对例：全镇耕地8200亩，其中水田3100亩。
何时不理：“其中”之后所指不是总数的一部分。
依据：部分不大于总体；平均数、标准线和另一年度的数不在此列。
"""

RULE: RuleWord = "share"
CODE = "part_over_whole"
AVERAGE = re.compile(r"平均|年均|每|户均|人均|均")
OTHER = re.compile(r"[0-9]{4}年|过|超|投资|到|以上|增|年")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each part that no rounding fits into its whole."""
    for index, claim in enumerate(reading.claims):
        if not level(claim) or not claim.number or claim.bound != "=" or AVERAGE.search(before(reading, claim, 16)):
            continue
        parts = parts_of(reading, index)
        if parts and parts.among and not _is_a_sum(parts):
            yield from _judge(parts)


def _is_a_sum(parts: Parts) -> bool:
    """A list that must fill its whole is judged as one, by the rule for sums."""
    whole, amounts = parts.whole.amount, [claim.amount for claim in parts.claims]
    if not whole or len(amounts) < 2 or parts.open:
        return False
    total = sum(Fraction(amount) * times for amount, times in zip(amounts, parts.times, strict=True) if amount)
    return decides(parts, total / Fraction(whole))


def _judge(parts: Parts) -> Iterator[Finding]:
    whole = measured(parts.whole)
    for claim, name in zip(parts.claims, parts.names, strict=True):
        part = measured(claim)
        if whole and part and part.low > whole.high and claim.bound == "=" and not OTHER.search(name):
            equation = Words(
                f"{claim.text}大于所属的{parts.whole.text}", f"{claim.text} is more than its whole, {parts.whole.text}"
            )
            yield outcome(CODE, RULE, "broken", (parts.whole, claim), equation, stated=claim.text)

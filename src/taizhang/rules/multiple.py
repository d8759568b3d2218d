"""Multiples in words.

What it checks: 增长N倍 where the two values say 增长到N倍, and a fall by a whole multiple (下降2倍).
Why: 增长3倍 means four times as much; 下降 can never exceed the whole.
Fails: 日处理能力由100吨提高到300吨，增长3倍。
Passes: 日处理能力由100吨提高到300吨，增长2倍。
When to overrule: a quotation.
Source: 出版物上数字用法 and common usage of 倍; B ÷ A within the rounding of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.arithmetic import Interval, measured, percent_like, rate
from taizhang.findings import Finding, RuleWord
from taizhang.relations import before, between, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：按前后两个数应为“增长到N倍”而写成“增长N倍”，以及“下降N倍”。
为什么：“增长3倍”是原来的四倍；下降不可能超过全部。
错例：日处理能力由100吨提高到300吨，增长3倍。
对例：日处理能力由100吨提高到300吨，增长2倍。
何时不理：引用他人原文。
依据：“倍”的通行用法；B÷A在两数舍入范围内比较。
"""

RULE: RuleWord = "wording"
CODE = "multiple"
FROM = re.compile(r"[由从][^,;。由从]{0,24}$")
TO = re.compile(r"[^,;。、]{0,16}(?:到|至|为)(?:了)?[^,;。0-9]{0,14}")
FALL = re.compile(r"(?:下降|降低|减少|压减|缩小|缩短)[了约近超过]{0,2}$")
RISE = re.compile(r"(?:增长|增加|提高|上升|提升|扩大|增)[了约近超过]{0,2}$")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each 倍 whose wording cannot stand."""
    for index, claim in enumerate(reading.claims):
        if claim.unit != "倍" or claim.number is None or claim.kind != "growth":
            continue
        words = before(reading, claim, 12)
        if FALL.search(words) and claim.number >= 1:
            equation = Words(
                f"下降{claim.text}:下降不能超过原有的全部", f"down {claim.text}: no more than all can be lost"
            )
            yield outcome(CODE, RULE, "broken", (claim,), equation, stated=claim.text)
        elif RISE.search(words) and index >= 2:
            yield from _risen(reading, reading.claims[index - 2], reading.claims[index - 1], claim)


def _risen(reading: Reading, old: Claim, new: Claim, claim: Claim) -> Iterator[Finding]:
    if not TO.fullmatch(between(reading, old, new)) or not FROM.search(before(reading, old)):
        return
    if len(between(reading, new, claim)) > 12:
        return
    start, end, stated = measured(old), measured(new), rate(claim)
    if start is None or end is None or stated is None or start.low <= 0 or old.unit_kind != new.unit_kind:
        return
    ratio = end / start
    if stated.meets(ratio) and not stated.meets(ratio - Interval.exact(1)):
        right = percent_like(ratio.point - 1, claim)
        times = percent_like(ratio.point, claim)
        equation = Words(
            f"{new.text}是{old.text}的{times}，即增长{right}", f"{new.text} is {times} {old.text}, growth of {right}"
        )
        yield outcome(CODE, RULE, "broken", (old, new, claim), equation, stated=claim.text, computed=right)

"""One value as a multiple of another.

What it checks: that a value said to be N times an earlier or another value (是2019年的3倍) is so many times the value that the same sentence states.
Why: 增长2倍 and 是…的3倍 say the same and are taken for one another.
Fails: 水产品产量由2019年的2000吨提高到2024年的6000吨，是2019年的4倍。
Passes: 水产品产量由2019年的2000吨提高到2024年的6000吨，是2019年的3倍。
When to overrule: the multiple is of another body's value, or at constant prices.
Source: new ÷ old within the rounding of all three numbers. Where the old value is not stated, what the multiple implies is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.arithmetic import implied, measured, percent_like, rate, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.multiples import base_named
from taizhang.relations import CONSTANT_PRICES, before, between, comparable_units, level, one_sentence, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：“是某年（某数）的N倍”与同一句所写的两个数是否一致。
为什么：“增长2倍”与“是……的3倍”意思相同，写法容易混淆。
错例：水产品产量由2019年的2000吨提高到2024年的6000吨，是2019年的4倍。
对例：水产品产量由2019年的2000吨提高到2024年的6000吨，是2019年的3倍。
何时不理：倍数按另一口径或不变价计算。
依据：后数÷前数，在三个数字各自的舍入范围内比较；文中没有前数的，给出推得的数。
"""

RULE: RuleWord = "growth"
CODE = "multiple_of"
YEAR = re.compile(r"[0-9]{4}年")
PAST = re.compile(r"^(?:原来|原先|过去|以前|去年|上年|(?:去年|上年)?同期)$")
FROM = re.compile(r"[由从][^,;。由从]{0,24}$")
BESIDE = re.compile(
    r"[^,;。]{0,6},?[^,;。]{0,4}(?:是|为|相当于|等于|达到?)了?[^,;。0-9]{0,16}(?:[0-9]{4}年的?)?[^,;。0-9]{0,8}"
)
STRAIGHT = re.compile(r"[^,;。]{0,4},?(?:[已也就约]|已经|正好)?(?:是|为|相当于|等于|达到?)")
"""From the value to `是…的`: other words there name another subject (价格是2018年的2倍)."""
REACH = 4
"""Claims in front of the multiple among which the two values are looked for."""


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each multiple of something named."""
    for index, claim in enumerate(reading.claims):
        if claim.unit == "倍" and claim.number and (base := base_named(reading, claim)):
            yield from _judge(reading, index, claim, base)


def _judge(reading: Reading, index: int, claim: Claim, base: str) -> Iterator[Finding]:
    pair = _pair(reading, index, claim, base)
    stated = rate(claim)
    if pair is None:
        yield from _implied(reading, claim, base)
        return
    old, new = pair
    start, end = measured(old), measured(new)
    if start is None or end is None or stated is None or start.low <= 0:
        return
    times = end / start
    result = verdict(stated, times)
    if result == "broken" and (claim.comparable or CONSTANT_PRICES.search(new.indicator)):
        return
    shown = percent_like(times.point, claim)
    yield outcome(
        CODE, RULE, result, (old, new, claim), f"{new.text}÷{old.text}={shown}", stated=claim.text, computed=shown
    )


def _pair(reading: Reading, index: int, claim: Claim, base: str) -> tuple[Claim, Claim] | None:
    """The value that the multiple is of and the value that is so many times as large."""
    near = [each for each in reading.claims[max(0, index - REACH) : index] if _in_sentence(reading, each, claim)]
    if not near:
        return None
    last = near[-1]
    if last.text in base.replace(" ", "") and level(last):
        # 是2019年2100吨的3倍: the value itself is named
        others = [each for each in near[:-1] if level(each) and comparable_units(each, last)]
        fits = others and others[-1] is near[-2] and BESIDE.fullmatch(between(reading, others[-1], last))
        return (last, others[-1]) if fits else None
    if not level(last) or not STRAIGHT.match(between(reading, last, claim)):
        return None
    for old in near[:-1]:
        if level(old) and comparable_units(old, last) and _is_base(reading, old, base):
            return old, last
    return None


def _in_sentence(reading: Reading, first: Claim, second: Claim) -> bool:
    gap = between(reading, first, second)
    return one_sentence(gap) and ";" not in gap


def _is_base(reading: Reading, old: Claim, base: str) -> bool:
    """Whether the words in front of `old` date it as the base is dated."""
    words = before(reading, old, 24)
    clause = re.split("[,;]", words)[-1]
    year = YEAR.search(base)
    if year:
        return year.group() in clause
    if not PAST.match(base):
        return False
    return base[:2] in clause or bool(FROM.search(words) and not YEAR.search(clause))


def _implied(reading: Reading, claim: Claim, base: str) -> Iterator[Finding]:
    now = reading.by_id.get(claim.of or "")
    if now is None or not level(now):
        equation = Words(f"是{base}的{claim.text}，两数均未写明", f"{claim.text} of {base}, neither value stated")
        yield outcome(CODE, RULE, "unknown", (claim,), equation, stated=claim.text)
        return
    start = implied(now, rate(claim, cut=False))
    equation = Words(
        f"{now.text}是{base}的{claim.text}" + (f"，推得后者为{start}" if start else ""),
        f"{now.text} is {claim.text} of {base}" + (f", which implies {start}" if start else ""),
    )
    yield outcome(CODE, RULE, "unknown", (now, claim), equation, stated=claim.text, computed=start)

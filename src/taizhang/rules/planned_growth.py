"""A planned growth against the result that it starts from.

What it checks: a target with its growth (明年达到36亿元，增长12%) against the result of the year that the same report gives further up.
Why: the result is revised before the meeting and the plan at the end of the report is not.
Fails: 全年实际利用外资50万美元。……明年实际利用外资力争达到56万美元，增长22%。
Passes: 全年实际利用外资50万美元。……明年实际利用外资力争达到56万美元，增长12%。
When to overrule: the result further up is of part of a year, or of another body.
Source: target ÷ result − 1 within the rounding of all three numbers. Output and income, whose growth is counted at constant prices, are never refuted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.arithmetic import PERCENT, Interval, measured, percent_like, rate, target, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.relations import CONSTANT_PRICES, alike, before, comparable_units, level, nearest, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

CHINESE = """
查什么：计划数及其增幅（明年达到36亿元，增长12%），与同一报告前文所写的当年完成数是否一致。
为什么：完成数会前修订，报告后半部分的计划没有同步。
错例：全年实际利用外资50万美元。……明年实际利用外资力争达到56万美元，增长22%。
对例：全年实际利用外资50万美元。……明年实际利用外资力争达到56万美元，增长12%。
何时不理：前文完成数不是全年数，或不是同一口径。
依据：计划数÷完成数－1，在三个数字各自的舍入范围内比较；产值、居民收入按不变价计算，不判错。
"""

RULE: RuleWord = "growth"
CODE = "planned_growth"
AVERAGE = re.compile(r"年均|平均|递增|每年|累计|五年|十[一二三四五]五")
PART_YEAR = re.compile(r"上半年|下半年|季度|月|过去|五年|来|目前")
WIDEST = Fraction(1, 10)
"""`1万亿元` says too little of a growth by 18%."""
FARTHEST = 30
"""Percentage points: a growth that is farther off starts from another year or another body."""


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each planned growth whose starting point is stated once, further up."""
    results = [claim for claim in reading.claims if level(claim) and claim.number and claim.status != "planned"]
    for claim in reading.claims:
        plan = reading.by_id.get(claim.of or "")
        if plan is None or claim.kind != "growth" or claim.unit not in ("%", "％") or claim.number is None:
            continue
        if claim.status != "planned" or plan.status != "planned" or not level(plan):
            continue
        if AVERAGE.search(before(reading, claim, 20) + (plan.period or "")):
            continue
        starts = [
            each
            for each in nearest(results, plan.start)
            if comparable_units(each, plan) and alike(each.indicator, plan.indicator) == "same"
        ]
        if len({each.amount for each in starts}) == 1 and not PART_YEAR.search(starts[-1].period or ""):
            yield from _judge(starts[-1], plan, claim)


def _judge(start: Claim, plan: Claim, claim: Claim) -> Iterator[Finding]:
    base, aim, stated = measured(start), target(plan), rate(claim)
    if stated is None and (bare := target(claim)) is not None:
        stated = bare.scaled(PERCENT)
    if base is None or aim is None or stated is None or base.low <= 0:
        return
    stated = stated.scaled(-1) if claim.direction == "down" else stated
    computed = aim / base - Interval.exact(1)
    if computed.high - computed.low > WIDEST:
        return
    result = verdict(stated, computed)
    far = abs(computed.point - stated.point) * 100 > FARTHEST
    if result == "broken" and (far or claim.comparable or CONSTANT_PRICES.search(plan.indicator)):
        return
    shown = percent_like(abs(computed.point), claim)
    equation = f"{plan.text}÷{start.text}－1={shown}"
    yield outcome(
        CODE, RULE, result, (start, plan, claim), equation, stated=claim.text, computed=shown, at=(plan, claim)
    )

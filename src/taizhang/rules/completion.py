"""Share of a target reached.

What it checks: a level that is said to be X% of a plan or task, against the target that the same report states.
Why: percentages of a plan are computed by hand and are the first figures a superior looks up.
Fails: 年初计划财政收入1200万元。上半年财政收入完成300万元，完成年度任务的35%。
Passes: 年初计划财政收入1200万元。上半年财政收入完成300万元，完成年度任务的25%。
When to overrule: the target was adjusted during the year, or the share is of another body's plan.
Source: actual ÷ target, compared within the rounding of all three numbers; 约 and 近 widen it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.arithmetic import Interval, implied, measured, percent_like, rate, target, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.relations import alike, before, between, comparable_units, level, nearest, one_sentence, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：完成数占计划、任务的百分比，与同一报告所写的目标数是否一致。
为什么：完成比例多由人工计算，又是上级首先核对的数字。
错例：年初计划财政收入1200万元。上半年财政收入完成300万元，完成年度任务的35%。
对例：年初计划财政收入1200万元。上半年财政收入完成300万元，完成年度任务的25%。
何时不理：年中调整过目标，或所占的是另一口径的计划。
依据：完成数÷目标数，在三个数字各自的舍入范围内比较；“约”“近”放宽。
"""

RULE: RuleWord = "completion"
CODE = "completion"
EXCESS = re.compile(r"(?:超额?|超额完成|超过)[^,;。占的]{0,14}$")
SHARE_OF_PLAN = re.compile(r"(?:的|达到?|为)?(?:约|近|超过)?$")
TARGET_IN_FRONT = re.compile(r"(?:计划|任务|目标|预算)(?:数|额)?(?:为|是)?(?:约)?$")
NOT_THE_YEAR = re.compile(r"上半年|下半年|季度|月|五年|十[一二三四五]五|20[0-9]{2}—")
PROGRESS = re.compile(r"进度[^,;]{0,4}$")
NOT_ANNUAL = re.compile(r"序时|时间进度|进度|五年|季度|半年|月计划|月度|总量|十[一二三四五]五")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each completion whose level is known."""
    planned = [claim for claim in reading.claims if claim.status == "planned" and level(claim)]
    for index, claim in enumerate(reading.claims):
        if claim.kind not in ("completion", "share") or claim.number is None or claim.unit not in ("%", "％"):
            continue
        reached = reading.by_id.get(claim.of or "")
        named = _named_beside(reading, index, reached)
        if named:
            yield _compared(reading, *named, claim, sure=True)
        elif claim.kind == "completion" and claim.direction != "down" and reached and level(reached):
            words = re.split("[,;]", before(reading, claim))[-1]
            if not PROGRESS.search(words):
                yield _looked_up(reading, planned, reached, claim, words)


def _named_beside(reading: Reading, index: int, reached: Claim | None) -> tuple[Claim, Claim] | None:
    """`完成A，占计划B的X%` and `计划B，完成A，占计划的X%`: level and target of the same sentence."""
    claim = reading.claims[index]
    if index < 2:
        return None
    first, second = reading.claims[index - 2], reading.claims[index - 1]
    if not (level(first) and level(second) and comparable_units(first, second)):
        return None
    gap, tail = between(reading, first, second), between(reading, second, claim)
    if not one_sentence(gap + tail) or ";" in gap + tail:
        return None
    if re.search(r"(?:占|完成)[^,;]{0,16}$", gap) and TARGET_IN_FRONT.search(gap) and SHARE_OF_PLAN.fullmatch(tail):
        return first, second
    plans = TARGET_IN_FRONT.search(before(reading, first, 12))
    if plans and reached is second and re.fullmatch(r"[^,;]{0,6},[^,;]{0,8}(?:完成|实现)[^,;]{0,4}", gap):
        return second, first
    return None


def _looked_up(reading: Reading, planned: list[Claim], reached: Claim, claim: Claim, words: str) -> Finding:
    found: dict[str, list[Claim]] = {"same": [], "near": [], "no": []}
    if not NOT_ANNUAL.search(words):
        for each in nearest(planned, reached.start):
            if comparable_units(each, reached):
                found[alike(each.indicator, reached.indicator)].append(each)
    for kind in ("same", "near"):
        aims = [each for each in found[kind] if _may_be_target(reading, each, reached)]
        if len({each.amount for each in aims}) == 1:
            return _compared(reading, reached, aims[-1], claim, sure=kind == "same")
    return _implied(reading, reached, claim)


def _may_be_target(reading: Reading, aim: Claim, reached: Claim) -> bool:
    """A target stands before its result: a plan behind the results is the next year's."""
    if aim.end > reached.start:
        return False
    own = NOT_THE_YEAR.search(aim.period or "")
    # A period that only the title or a heading gives is the report's, not the target's.
    return not own or "".join((aim.period or "").split()) not in before(reading, aim, 80)


def _compared(reading: Reading, reached: Claim, aim: Claim, claim: Claim, *, sure: bool) -> Finding:
    amount, wanted, stated = measured(reached), target(aim), rate(claim)
    if amount is None or wanted is None or stated is None or wanted.low <= 0:
        return _implied(reading, reached, claim)
    share = amount / wanted
    over = bool(EXCESS.search(before(reading, claim, 20)))
    if over:
        share = share - Interval.exact(1)
    result = verdict(stated, share)
    if result == "broken" and not sure:
        return _implied(reading, reached, claim)
    computed = percent_like(share.point, claim)
    equation = f"{reached.text}÷{aim.text}{'－1' if over else ''}={computed}"
    return outcome(
        CODE, RULE, result, (aim, reached, claim), equation, stated=claim.text, computed=computed, at=(reached, claim)
    )


def _implied(reading: Reading, reached: Claim, claim: Claim) -> Finding:
    """No target in the text: the target that the percentage implies."""
    stated = rate(claim, cut=False)
    if stated is not None and EXCESS.search(before(reading, claim, 20)):
        stated = stated + Interval.exact(1)
    base = implied(reached, stated)
    equation = Words(
        f"{reached.text}占{claim.text}" + (f"，推得目标为{base}" if base else ""),
        f"{reached.text} is {claim.text}" + (f", which implies a target of {base}" if base else ""),
    )
    return outcome(CODE, RULE, "unknown", (reached, claim), equation, stated=claim.text, computed=base)

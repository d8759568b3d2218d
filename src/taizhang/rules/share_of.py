"""A share of a whole that is named with its value.

What it checks: a number that is N% of another named in the same words (水田2000亩，占耕地8000亩的25%).
Why: the share is typed from last year's report.
Fails: 水田面积2000亩，占耕地总面积8000亩的30%。
Passes: 水田面积2000亩，占耕地总面积8000亩的25%。
When to overrule: the share is of another base than the number beside it.
Source: part ÷ whole within the rounding of all three numbers. Shares of a plan are the rule `completion`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.arithmetic import measured, percent_like, rate, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.relations import before, between, comparable_units, level, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

CHINESE = """
查什么：占比与紧挨着写明的总体是否一致（水田2000亩，占耕地8000亩的25%）。
为什么：占比沿用了上年稿件。
错例：水田面积2000亩，占耕地总面积8000亩的30%。
对例：水田面积2000亩，占耕地总面积8000亩的25%。
何时不理：占比不以紧邻的数为总体。
依据：部分÷总体，在三个数字各自的舍入范围内比较；占计划、任务的见 completion。
"""

RULE: RuleWord = "share"
CODE = "share_of"
OF = re.compile(r"的(?:近|约|比重为|比例为)?")
TAKES = re.compile(r"[^,;。0-9]{0,6},?(?:约|仅|已)?(?:占|相当于)(?:了|到)?(?P<whole>[^,;。0-9]{0,16})")
PLAN = re.compile(r"计划|任务|目标|预算|同期|上年|去年|指标")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each share with its part and its whole in front."""
    claims = reading.claims
    for index in range(2, len(claims)):
        share, whole = claims[index], claims[index - 1]
        if (
            share.unit not in ("%", "％", "‰")
            or share.number is None
            or share.start - whole.end > 8
            or not level(whole)
        ):
            continue
        part = claims[index - 2]
        if not (level(part) and comparable_units(part, whole) and OF.fullmatch(between(reading, whole, share))):
            continue
        takes = TAKES.fullmatch(between(reading, part, whole))
        if takes and not PLAN.search(takes["whole"]):
            yield from _judge(reading, part, whole, share)


def _judge(reading: Reading, part: Claim, whole: Claim, share: Claim) -> Iterator[Finding]:
    piece, total, stated = measured(part), measured(whole), rate(share)
    if piece is None or total is None or stated is None or total.low <= 0 or PLAN.search(before(reading, whole, 10)):
        return
    computed = piece / total
    shown = percent_like(computed.point, share)
    equation = f"{part.text}÷{whole.text}={shown}"
    claims = (part, whole, share)
    yield outcome(CODE, RULE, verdict(stated, computed), claims, equation, stated=share.text, computed=shown)

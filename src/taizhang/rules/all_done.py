"""A plan said to be done in full.

What it checks: a number of things that are all begun or finished (3栋已全部开工) against the number that was planned.
Why: "all" hides a part that was dropped from the plan.
Fails: 计划新建文化广场5处。4处文化广场已全部建成。
Passes: 计划新建文化广场5处。5处文化广场已全部建成。
When to overrule: the plan was changed, or the things are others than those planned.
Source: done in full means done ÷ planned = 100%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.findings import Finding, RuleWord
from taizhang.relations import after, alike, comparable_units, level, nearest, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：写明“已全部开工（建成）”的数量与计划数量是否一致。
为什么：“全部”掩盖了未实施的部分。
错例：计划新建文化广场5处。4处文化广场已全部建成。
对例：计划新建文化广场5处。5处文化广场已全部建成。
何时不理：计划作过调整，或所指不是计划中的事项。
依据：全部完成即完成数÷计划数=100%。
"""

RULE: RuleWord = "completion"
CODE = "all_done"
ALL = re.compile(r"[^,;。]{0,14}(?:现?已经?|均已?|都已?)全部(?:开工|建成|完工|竣工|投产|完成|投入使用|启动|落地|动工)")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each number done in full whose plan stands in front of it."""
    planned = [claim for claim in reading.claims if claim.status == "planned" and level(claim)]
    for claim in reading.claims:
        if not level(claim) or claim.status == "planned" or claim.unit_kind != "count":
            continue
        if not ALL.match(after(reading, claim, 30)):
            continue
        aim = _plan(planned, claim)
        if aim:
            result = "holds" if aim.amount == claim.amount else "broken"
            sign = "=" if result == "holds" else "≠"
            equation = Words(
                f"已全部实施的{claim.text}{sign}计划的{aim.text}", f"all {claim.text} done {sign} {aim.text} planned"
            )
            yield outcome(
                CODE, RULE, "holds" if result == "holds" else "broken", (aim, claim), equation,
                stated=claim.text, computed=aim.text, at=(claim,),
            )  # fmt: skip


def _plan(planned: list[Claim], claim: Claim) -> Claim | None:
    """The only number planned of the very thing, in front of the claim."""
    found = [
        each
        for each in nearest(planned, claim.start)
        if each.end <= claim.start
        and comparable_units(each, claim)
        and alike(each.indicator, claim.indicator) == "same"
    ]
    return found[-1] if len({each.amount for each in found}) == 1 else None

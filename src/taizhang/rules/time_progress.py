"""Lead over the calendar.

What it checks: a completion that is said to lead or lag the calendar (超时间进度8个百分点) against the months that have passed.
Why: the lead is carried over from last month's report.
Fails: 1-6月财政收入完成全年任务的58%，超时间进度18个百分点。
Passes: 1-6月财政收入完成全年任务的58%，超时间进度8个百分点。
When to overrule: the office counts its progress by another schedule (序时 by quarter or by plan).
Source: completion − months passed ÷ 12, within the rounding of all numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.arithmetic import POINTS, Interval, like, rate, verdict, written
from taizhang.findings import Finding, RuleWord
from taizhang.relations import before, between, one_sentence, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：“超（落后）时间进度若干个百分点”与完成比例、已过月份是否一致。
为什么：超进度数沿用上月稿件。
错例：1-6月财政收入完成全年任务的58%，超时间进度18个百分点。
对例：1-6月财政收入完成全年任务的58%，超时间进度8个百分点。
何时不理：进度按季度或另定计划计算。
依据：完成比例－已过月份÷12，在各数字的舍入范围内比较。
"""

RULE: RuleWord = "completion"
CODE = "time_progress"
LEAD = re.compile(r"(?:[超快高]|超过|快于|高于|超前)(?:出|于)?(?:序时|时间|时序)(?:的)?进度[^,;。0-9]{0,4}$")
LAG = re.compile(r"(?:落后|慢于|低于|滞后|欠|差)(?:于)?(?:序时|时间|时序)(?:的)?进度[^,;。0-9]{0,4}$")
MONTHS = re.compile(r"(?:1|一)?[-—–~～至到](?P<last>[0-9]{1,2})月")
NAMED = {"一季度": 3, "第一季度": 3, "上半年": 6, "前三季度": 9, "三季度": 9}


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each stated lead whose completion and months are known."""
    for index, claim in enumerate(reading.claims):
        if claim.unit not in POINTS or claim.number is None or not index:
            continue
        words = before(reading, claim)
        lags = bool(LAG.search(words))
        share = reading.claims[index - 1]
        if not (lags or LEAD.search(words)) or share.kind != "completion" or share.unit not in ("%", "％"):
            continue
        if one_sentence(between(reading, share, claim)):
            yield _judge(claim, share, _months(reading, share), lags=lags)


def _months(reading: Reading, share: Claim) -> int | None:
    """Months of the year that the figures are of, from the claim's period or the report's."""
    for period in (share.period, reading.report.outline.period):
        if not period:
            continue
        found = MONTHS.search(period)
        if found and 1 <= int(found["last"]) <= 12:
            return int(found["last"])
        for name, months in NAMED.items():
            if period.endswith(name):
                return months
    return None


def _judge(claim: Claim, share: Claim, months: int | None, *, lags: bool) -> Finding:
    done, stated = rate(share), written(claim, cut=True)
    if months is None or done is None or stated is None:
        equation = Words(f"完成{share.text}，相差{claim.text}", f"{share.text} done, {claim.text} apart")
        return outcome(CODE, RULE, "unknown", (share, claim), equation, stated=claim.text)
    # A schedule of 33%, 42% … is the month's share rounded to a whole per cent.
    passed = Fraction(months * 100, 12)
    slack = Fraction(0) if passed.denominator == 1 else Fraction(1, 2)
    lead = done.scaled(100) - Interval(passed - slack, passed + slack, passed)
    lead = lead.scaled(-1) if lags else lead
    shown = like(lead.point, claim)
    equation = Words(
        f"{share.text}{'低于' if lags else '超过'}{months}个月的进度{shown}",
        f"{share.text} is {'behind' if lags else 'ahead of'} {months} months by {shown}",
    )
    return outcome(CODE, RULE, verdict(stated, lead), (share, claim), equation, stated=claim.text, computed=shown)

"""A part of the year that is larger than the year.

What it checks: a cumulative figure of a half-year, a quarter or some months against the same figure of the whole year.
Why: such figures can only grow, so one of the two is wrong or belongs to another year.
Fails: 2021年上半年财政收入完成860万元。2021年全年财政收入完成790万元。
Passes: 2021年上半年财政收入完成360万元。2021年全年财政收入完成790万元。
When to overrule: the two are counted in different ways.
Source: a sum of non-negative parts is no smaller than any of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import defect
from taizhang.findings import Finding, RuleWord
from taizhang.relations import alike, comparable_units, level
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：半年、季度或几个月的累计数，与同年全年的同一指标。
为什么：累计数只增不减，部分大于全年，必有一处有误或不是同一年。
错例：2021年上半年财政收入完成860万元。2021年全年财政收入完成790万元。
对例：2021年上半年财政收入完成360万元。2021年全年财政收入完成790万元。
何时不理：两个数字口径不同。
依据：非负数之和不小于其中任何一部分。
"""

RULE: RuleWord = "period"
CODE = "half_year_larger"
CUMULATIVE = re.compile(r"收入|投资|总额|产值|税收|进出口|生产总值|增加值|利润|销售额|到位资金")
PER_HEAD = re.compile(r"人均|户均|亩均|存款|贷款|债务|余额")
PART = re.compile(r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?:上半年|[一二三]季度|前[一二三]季度|1[-—–~至到][1-9]月份?)$")
WHOLE = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年(?:全年|度)?$|全年$")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each part that exceeds its whole."""
    wholes = list(_cumulative(reading, WHOLE))
    for part, year in _cumulative(reading, PART):
        for whole, other in wholes:
            if year != other or not comparable_units(part, whole) or alike(part.indicator, whole.indicator) != "same":
                continue
            if (part.amount or 0) > (whole.amount or 0):
                yield defect(
                    CODE,
                    RULE,
                    (min(part.start, whole.start), max(part.end, whole.end)),
                    Words(
                        f"{part.period}的{part.text}大于{whole.period}的{whole.text}",
                        f"{part.text} of {part.period} exceeds {whole.text} of {whole.period}",
                    ),
                    claims=tuple(sorted((part, whole), key=lambda claim: claim.start)),
                    stated=part.text,
                    computed=f"≤{whole.text}",
                )


def _cumulative(reading: Reading, pattern: re.Pattern[str]) -> Iterator[tuple[Claim, str | None]]:
    for claim in reading.claims:
        if claim.status != "actual" or claim.unit_kind != "money" or not level(claim) or not claim.period:
            continue
        match = pattern.search("".join(claim.period.split()))
        if match and CUMULATIVE.search(claim.indicator) and not PER_HEAD.search(claim.indicator):
            yield claim, match["year"]

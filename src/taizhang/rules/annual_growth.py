"""Average growth a year between two stated values.

What it checks: 从2015年的A增长到2020年的B，年均增长X%, with both years in the text.
Why: an average is often the whole growth divided by the number of years.
Fails: 存款余额从2015年的40亿元增长到2020年的80亿元，年均增长20%。
Passes: 存款余额从2015年的40亿元增长到2020年的80亿元，年均增长14.9%。
When to overrule: the growth is counted at constant prices or on a comparable basis.
Source: (1 + X)ⁿ = B ÷ A within the rounding of all three numbers, n the years between. Output and income, whose growth is counted at constant prices, are never refuted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from taizhang.arithmetic import Interval, common, decimals, rate, rounded, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.relations import CONSTANT_PRICES, before, between, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：“从2015年的A增长到2020年的B，年均增长X%”中的年均增幅，两个年份均须写明。
为什么：常把总增幅除以年数当作年均增幅。
错例：存款余额从2015年的40亿元增长到2020年的80亿元，年均增长20%。
对例：存款余额从2015年的40亿元增长到2020年的80亿元，年均增长14.9%。
何时不理：按可比价或同口径计算。
依据：(1+X)的n次方=B÷A，n为相隔年数，在各数字舍入范围内比较；产值、居民收入按不变价计算，不判错。
"""

RULE: RuleWord = "growth"
CODE = "annual_growth"
FROM = re.compile(r"[由从](?P<year>(?:19|20)[0-9]{2})年的?[^,;。由从]{0,12}$")
TO = re.compile(r"[^,;。、]{0,12}(?:到|至|为)(?:了)?(?P<year>(?:19|20)[0-9]{2})年的?[^,;。0-9]{0,12}")
YEARLY = re.compile(r",?(?:年均|年平均|平均每年|每年平均|年)(?:递增|增长|增速|增幅|提高)(?:为|达|达到|约)?")
REVENUE = re.compile(r"收入|税")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each average growth whose two values and two years are stated."""
    claims = reading.claims
    for index in range(len(claims) - 2):
        old, new, change = claims[index : index + 3]
        if (
            change.unit not in ("%", "％")
            or change.number is None
            or not YEARLY.fullmatch(between(reading, new, change))
        ):
            continue
        start, end = FROM.search(before(reading, old)), TO.fullmatch(between(reading, old, new))
        if start and end and 1 < int(end["year"]) - int(start["year"]) < 60:
            yield from _judge(old, new, change, int(end["year"]) - int(start["year"]))


def _judge(old: Claim, new: Claim, change: Claim, years: int) -> Iterator[Finding]:
    pair, stated = common(old, new), rate(change)
    if pair is None or stated is None or pair[0].low <= 0:
        return
    ratio = pair[1] / pair[0]
    grown = Interval(*((1 + growth) ** years for growth in (stated.low, stated.high, stated.point)))
    result = verdict(grown, ratio)
    names = old.indicator + new.indicator
    if result == "broken" and (change.comparable or CONSTANT_PRICES.search(names) or REVENUE.search(names)):
        result = "unknown"
    middle = Decimal(ratio.point.numerator) / Decimal(ratio.point.denominator)
    yearly = Fraction(middle ** (Decimal(1) / years)) - 1
    shown = rounded(yearly * 100, decimals(change.value or "")) + change.unit
    equation = Words(
        f"({new.text}÷{old.text})的{years}次方根－1={shown}", f"({new.text} ÷ {old.text})^(1/{years}) − 1 = {shown}"
    )
    yield outcome("annual_growth", RULE, result, (old, new, change), equation, stated=change.text, computed=shown)

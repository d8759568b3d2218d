"""A value ten thousand times off its neighbour.

What it checks: two values of one thing, side by side, that differ by a factor of ten thousand (亿 for 万, a lost 万).
Why: 万元 and 亿元 are mixed up when tables are typed into prose.
Fails: 税收由3.2亿元增长到3.5万元。
Passes: 税收由3.2亿元增长到3.5亿元。
When to overrule: the value did change so much.
Source: growth by a factor of about 10⁴ is a slip of the unit. The same digits told twice with two units are the rule `duplicate`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from taizhang.findings import Finding, RuleWord
from taizhang.relations import before, between, level, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：同一事项前后相连的数值相差一万倍（“亿”“万”混用，漏写“万”）。
为什么：表格数字录入文字时，“万元”“亿元”容易混淆。
错例：税收由3.2亿元增长到3.5万元。
对例：税收由3.2亿元增长到3.5亿元。
何时不理：数值确实变化如此之大。
依据：增减约一万倍即为单位之误；同一数字两处单位不同的，见 duplicate。
"""

RULE: RuleWord = "wording"
CODE = "unit_slip"
FROM = re.compile(r"[由从][^,;。由从]{0,24}$")
TO = re.compile(r"[^,;。、]{0,16}(?:到|至|为)(?:了)?(?:[0-9]{4}年的?)?[^,;。0-9]{0,14}")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each pair of values that a unit's slip explains."""
    for old, new in pairwise(reading.claims):
        apart = old.unit != new.unit and 2_000 <= _ratio(old, new) <= 50_000
        if apart and FROM.search(before(reading, old)) and TO.fullmatch(between(reading, old, new)):
            yield _slip(old, new)


def _ratio(first: Claim, second: Claim) -> Decimal:
    """How many times the larger is the smaller; 0 where the two cannot be compared."""
    if first.unit_kind != second.unit_kind or not (level(first) and level(second)):
        return Decimal(0)
    one, two = first.amount, second.amount
    return max(one, two) / min(one, two) if one and two else Decimal(0)


def _slip(first: Claim, second: Claim) -> Finding:
    equation = Words(
        f"{first.text}与{second.text}相差约一万倍", f"{first.text} and {second.text} are ten thousand times apart"
    )
    return outcome(
        CODE, RULE, "broken", (first, second), equation, stated=second.text, computed=f"{second.value}{first.unit}"
    )  # fmt: skip

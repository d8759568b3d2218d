"""Quantity times price.

What it checks: N things at X each against the total that the sentence states (每亩补助200元，共3000亩，合计60万元).
Why: the quantity is updated and the total is not.
Fails: 每亩补助200元，共补助3000亩，合计补助资金80万元。
Passes: 每亩补助200元，共补助3000亩，合计补助资金60万元。
When to overrule: the rate is not the same for all, or the total holds other things.
Source: quantity × price = total within the rounding of all three numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from taizhang.arithmetic import like, measured, verdict, written
from taizhang.findings import Finding, RuleWord
from taizhang.relations import after, before, between, level, one_sentence, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

CHINESE = """
查什么：“每亩补助200元，共3000亩，合计60万元”中数量×单价与总额是否一致。
为什么：数量更新了，总额没有更新。
错例：每亩补助200元，共补助3000亩，合计补助资金80万元。
对例：每亩补助200元，共补助3000亩，合计补助资金60万元。
何时不理：标准不统一，或总额含其他项目。
依据：数量×单价=总额，在三个数字各自的舍入范围内比较。
"""

RULE: RuleWord = "product"
CODE = "product"
UNIT = r"(?:亩|户|人|个|座|处|头|只|吨|公斤|斤|平方米|公里|米|棵|株|套|间|家|名|台|辆|村)"
EACH_BEFORE = re.compile(rf"每(?P<unit>{UNIT})[^,;。每]{{0,12}}$")
EACH_AFTER = re.compile(rf"^(?:/|每)(?P<unit>{UNIT})")
TOTAL = re.compile(r"(?:共|合计|总计|共计|总额|总价)[^,;。]{0,14}$")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each price with the quantity and the total that stand beside it."""
    for index, price in enumerate(reading.claims):
        if price.unit_kind != "money" or not level(price):
            continue
        each = EACH_BEFORE.search(before(reading, price, 20)) or EACH_AFTER.match(after(reading, price, 8))
        if not each:
            continue
        beside = [
            claim
            for claim in reading.claims[max(0, index - 2) : index + 3]
            if claim is not price and level(claim) and one_sentence(_gap(reading, price, claim))
        ]
        for quantity, total in permutations(beside, 2):
            if quantity.unit.endswith(each["unit"]) and total.unit_kind == "money":
                yield from _judge(reading, price, quantity, total)
                break


def _gap(reading: Reading, one: Claim, other: Claim) -> str:
    return between(reading, one, other) if one.start < other.start else between(reading, other, one)


def _judge(reading: Reading, price: Claim, quantity: Claim, total: Claim) -> Iterator[Finding]:
    one, number, stated = measured(price), written(quantity), measured(total)
    if one is None or number is None or stated is None:
        return
    plural = Fraction(10) ** (4 * quantity.unit.startswith("万"))
    product = one * number.scaled(plural)
    result = verdict(stated, product)
    if result == "broken" and not TOTAL.search(before(reading, total, 20)):
        return
    shown = like(product.point, total)
    equation = f"{price.text}×{quantity.text}={shown}"
    yield outcome(CODE, RULE, result, (price, quantity, total), equation, stated=total.text, computed=shown)

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

from taizhang.arithmetic import Interval, like, measured, verdict, written
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
EACH_BEFORE = re.compile(rf"(?:每(?P<unit>{UNIT})|(?P<mean>[亩户人株头])[均产])[^,;。每]{{0,12}}$")
EACH_AFTER = re.compile(rf"^(?:/|每)(?P<unit>{UNIT})(?P<mean>(?!))?")
TOTAL = re.compile(r"(?:共|合计|总计|共计|总额|总价|,(?:实现|预计)?总(?:投资|收入|产值|产量|成本))[^,;。]{0,14}$")
TOTAL_OF_MEANS = re.compile(r",(?:实现|预计)?年?总(?:收入|产值|产量)(?:达到?|为|约)?$")
"""An average is of the people or fields in front; only a total that goes on without another subject is of the same."""
EACH = re.compile("每|[亩户人株头][均产]|/")
NEAR = 24
MEASURES = ("money", "mass")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each price with the quantity and the total that stand beside it."""
    for index, price in enumerate(reading.claims):
        if price.unit_kind not in MEASURES or not level(price):
            continue
        if not EACH.search(reading.plain, max(0, price.start - NEAR), price.end + 4):
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
            if quantity.unit.endswith(each["unit"] or each["mean"]) and total.unit_kind == price.unit_kind:
                yield from _judge(reading, price, quantity, total, mean=bool(each["mean"]))
                break


def _gap(reading: Reading, one: Claim, other: Claim) -> str:
    return between(reading, one, other) if one.start < other.start else between(reading, other, one)


def _as_mean(price: Claim, written_as: Interval) -> Interval:
    """An average is rounded to its last digit that is not 0: 4000元 stands for 3500—4500元."""
    digits = price.value or ""
    if "." in digits:
        return written_as
    half = Fraction(10 ** (len(digits) - len(digits.rstrip("0")))) * Fraction(price.factor) / 2
    return Interval(written_as.point - half, written_as.point + half, written_as.point)


def _judge(reading: Reading, price: Claim, quantity: Claim, total: Claim, *, mean: bool) -> Iterator[Finding]:
    one, number, stated = measured(price), written(quantity), measured(total)
    if one is None or number is None or stated is None:
        return
    plural = Fraction(10) ** (4 * quantity.unit.startswith("万"))
    one = _as_mean(price, one) if mean else one
    if mean and not TOTAL_OF_MEANS.search(before(reading, total, 20)):
        return
    product = one * number.scaled(plural)
    result = verdict(stated, product)
    if result == "broken" and not TOTAL.search(before(reading, total, 20)):
        return
    shown = like(product.point, total)
    equation = f"{price.text}×{quantity.text}={shown}"
    yield outcome(CODE, RULE, result, (price, quantity, total), equation, stated=total.text, computed=shown)

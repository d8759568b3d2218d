"""A value ten thousand times off its neighbour.

What it checks: two values of one thing, side by side, that differ by a factor of ten thousand (亿 for 万, a lost 万); a part whose unit makes it vanish beside the others of its list.
Why: 万元 and 亿元 are mixed up when tables are typed into prose.
Fails: 税收由3.2亿元增长到3.5万元。
Passes: 税收由3.2亿元增长到3.5亿元。
When to overrule: the value did change so much.
Source: growth by a factor of about 10⁴ is a slip of the unit. The same digits told twice with two units are the rule `duplicate`. In a list the part must make the sum right in the unit of the others, or lie among three or more others by its digits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from taizhang.arithmetic import Interval, measured
from taizhang.findings import Finding, RuleWord
from taizhang.relations import before, between, comparable_units, level, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：同一事项前后相连的数值相差一万倍（“亿”“万”混用，漏写“万”）；列举中某一项的单位使它与其他各项相差悬殊。
为什么：表格数字录入文字时，“万元”“亿元”容易混淆。
错例：税收由3.2亿元增长到3.5万元。
对例：税收由3.2亿元增长到3.5亿元。
何时不理：数值确实变化如此之大。
依据：增减约一万倍即为单位之误；同一数字两处单位不同的，见 duplicate。列举中的一项，按其他各项的单位计正合总数，或数字与三项以上相近，才判。
"""

RULE: RuleWord = "wording"
CODE = "unit_slip"
FROM = re.compile(r"[由从][^,;。由从]{0,24}$")
ITEM = re.compile(r"[,、:和及]{0,1}(?:其中|分别)?[,:]?(?:(?![每均人户亩])[^,;。、:0-9]){0,14}")
LEAST = 3
FARTHEST = 60
LEAST_APART = 500
TO = re.compile(r"[^,;。、]{0,16}(?:到|至|为)(?:了)?(?:[0-9]{4}年的?)?[^,;。0-9]{0,14}")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each pair of values that a unit's slip explains."""
    for index, (old, new) in enumerate(pairwise(reading.claims)):
        if old.unit == new.unit or new.start - old.end > FARTHEST or not comparable_units(old, new):
            continue
        apart = _ratio(old, new)
        if 2_000 <= apart <= 50_000 and FROM.search(before(reading, old)) and TO.fullmatch(between(reading, old, new)):
            yield _slip(old, new)
        elif apart >= LEAST_APART:
            yield from _in_list(reading, index)


def _in_list(reading: Reading, index: int) -> Iterator[Finding]:
    """The one of a list that is in another unit than all others, where theirs explains it."""
    run = _run(reading, index)
    units = Counter(claim.unit for claim in run).most_common(2)
    if len(run) < 3 or len(units) != 2 or units[1][1] != 1 or units[0][1] < 2:
        return
    odd = next(claim for claim in run if claim.unit == units[1][0])
    others = [claim for claim in run if claim is not odd]
    if odd is not reading.claims[index + 1]:
        return
    meant = replace(odd, unit=others[0].unit, factor=others[0].factor)
    if _adds_up(run, odd, meant) or _among(reading, run, odd, others):
        equation = Words(
            f"{odd.text}与前后各项相差约一万倍", f"{odd.text} is ten thousand times off the others of its list"
        )
        computed = f"{odd.value}{others[0].unit}"
        yield outcome(CODE, RULE, "broken", (*run,), equation, stated=odd.text, computed=computed, at=(odd,))


def _run(reading: Reading, index: int) -> list[Claim]:
    """The numbers of one kind around `index` that stand in one list."""
    claims, first, last = reading.claims, index, index
    while first > 0 and _listed(reading, claims[first - 1], claims[first]):
        first -= 1
    while last + 1 < len(claims) and _listed(reading, claims[last], claims[last + 1]):
        last += 1
    return list(claims[first : last + 1])


def _listed(reading: Reading, one: Claim, other: Claim) -> bool:
    alike = one.unit_kind == other.unit_kind and level(one) and level(other) and other.start - one.end <= 24
    return alike and bool(ITEM.fullmatch(between(reading, one, other)))


def _adds_up(run: list[Claim], odd: Claim, meant: Claim) -> bool:
    """Whether the parts behind the first number make it up once the odd one has their unit."""
    whole, parts = measured(run[0]), [measured(meant if claim is odd else claim) for claim in run[1:]]
    known = [part for part in parts if part is not None]
    return whole is not None and len(known) == len(parts) and whole.meets(sum(known, Interval.exact(0)))


def _among(reading: Reading, run: list[Claim], odd: Claim, others: list[Claim]) -> bool:
    """Whether the odd one's digits lie among those of three others, all set off by 、."""
    values = [claim.number for claim in others if claim.number]
    if len(values) < LEAST or len(values) < len(others) or not odd.number:
        return False
    joined = all(between(reading, one, other).startswith("、") for one, other in pairwise(run))
    return joined and min(values) / 3 <= odd.number <= max(values) * 3


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

"""A structure that adds up to a hundred.

What it checks: a ratio a:b:c of a structure (三次产业结构, 比重) adds up to 100, or to 10.
Why: one term is corrected and the others are left.
Fails: 三次产业结构调整为12.3:46.5:45.2。
Passes: 三次产业结构调整为12.3:46.5:41.2。
When to overrule: the ratio is not of shares (配合比, 性别比).
Source: shares of a whole add up to it, give or take half a last digit for each term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.arithmetic import decimals, rounded
from taizhang.findings import Finding, RuleWord
from taizhang.relations import before, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：结构比例a:b:c（三次产业结构、比重）各项之和是否为100或10。
为什么：改了一项，忘了其余。
错例：三次产业结构调整为12.3:46.5:45.2。
对例：三次产业结构调整为12.3:46.5:41.2。
何时不理：不是构成比例（配合比、性别比）。
依据：各部分占比之和等于全部，每项允许末位半个单位的舍入。
"""

RULE: RuleWord = "sum"
CODE = "ratio"
STRUCTURE = re.compile(r"结构|产业|比重|占比|构成|比例")
TERM = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,4})?")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each ratio of three or more terms that is a structure."""
    for claim in reading.claims:
        if claim.kind != "ratio" or claim.value is None:
            continue
        terms = claim.value.split(":")
        if len(terms) < 3 or not all(TERM.fullmatch(term) for term in terms):
            continue
        if STRUCTURE.search(before(reading, claim, 40)):
            yield from _judge(claim, terms)


def _judge(claim: Claim, terms: list[str]) -> Iterator[Finding]:
    total = sum((Fraction(term) for term in terms), Fraction(0))
    places = max(decimals(term) for term in terms)
    slack = sum((Fraction(1, 2 * 10 ** decimals(term)) for term in terms), Fraction(0)) if places else Fraction(3, 2)
    shown = rounded(total, places)
    equation = f"{'+'.join(terms)}={shown}"
    if abs(total - 100) <= slack or total == 10:
        yield outcome(CODE, RULE, "holds", (claim,), equation, stated=claim.text, computed=shown)
    elif 50 <= total <= 200:
        yield outcome(
            CODE,
            RULE,
            "broken",
            (claim,),
            Words(f"{equation}，应为100", f"{equation}, not 100"),
            stated=claim.text,
            computed="100",
        )

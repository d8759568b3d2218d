"""Three sectors against the whole economy.

What it checks: the value added of the first, second and third sector against the gross product of the same place.
Why: the three come from the statistics office at another time than the total.
Fails: 全年生产总值10亿元，其中第一产业增加值2亿元，第二产业增加值5亿元，第三产业增加值4亿元。
Passes: 全年生产总值10亿元，其中第一产业增加值2亿元，第二产业增加值5亿元，第三产业增加值3亿元。
When to overrule: the total was revised and the sectors were not, and the text says so.
Source: the three sectors are the whole economy (三次产业划分规定), so they add up within rounding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.arithmetic import like, measured, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.relations import before, between, level, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

CHINESE = """
查什么：第一、二、三产业增加值之和与生产总值是否一致。
为什么：三次产业数与总数往往不是同一时间取得。
错例：全年生产总值10亿元，其中第一产业增加值2亿元，第二产业增加值5亿元，第三产业增加值4亿元。
对例：全年生产总值10亿元，其中第一产业增加值2亿元，第二产业增加值5亿元，第三产业增加值3亿元。
何时不理：总数修订而分产业数未修订，且文中已说明。
依据：三次产业构成全部经济（三次产业划分规定），在舍入范围内相加应等于总数。
"""

RULE: RuleWord = "sum"
CODE = "three_sectors"
SECTORS = (
    re.compile(r"(?:第一产业|一产|农业)[^,;。0-9]{0,10}$"),
    re.compile(r"(?:第二产业|二产)[^,;。0-9]{0,10}$"),
    re.compile(r"(?:第三产业|三产)[^,;。0-9]{0,10}$"),
)
WHOLE = re.compile(r"(?:生产总值|GDP)[^,;。%]{0,14}$")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each gross product that its three sectors follow."""
    for index, claim in enumerate(reading.claims):
        if not level(claim) or claim.unit_kind != "money" or not WHOLE.search(before(reading, claim)):
            continue
        if re.search("人均", before(reading, claim)):
            continue
        sectors = _sectors(reading, index)
        if sectors:
            yield from _judge(claim, sectors)


def _sectors(reading: Reading, index: int) -> tuple[Claim, ...] | None:
    whole = reading.claims[index]
    found: list[Claim] = []
    for claim in reading.claims[index + 1 : index + 16]:
        if claim.start - whole.end > 260 or "¶" in between(reading, whole, claim):
            return None
        if claim.unit_kind != "money" or not level(claim):
            continue
        words = before(reading, claim)
        if not SECTORS[len(found)].search(words):
            return None
        found.append(claim)
        if len(found) == 3:
            return tuple(found)
    return None


def _judge(whole: Claim, sectors: tuple[Claim, ...]) -> Iterator[Finding]:
    first, second, third = (measured(claim) for claim in sectors)
    stated = measured(whole)
    if first is None or second is None or third is None or stated is None:
        return
    total = first + second + third
    shown = like(total.point, whole)
    equation = f"{'+'.join(claim.text for claim in sectors)}={shown}"
    yield outcome(
        CODE, RULE, verdict(stated, total), (whole, *sectors), equation, stated=whole.text, computed=shown
    )  # fmt: skip

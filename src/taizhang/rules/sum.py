"""Parts against their whole.

What it checks: the parts listed behind a total (其中, 分别是, 其余) in the total's own unit.
Why: parts are updated one at a time, and the total is forgotten.
Fails: 共排查隐患50处，已整改41处，其余8处。
Passes: 共排查隐患50处，已整改42处，其余8处。
When to overrule: the parts overlap, or a small remainder is left out on purpose.
Source: parts add up to the whole within the rounding of all numbers. A list left open (等, 主要) and a list that covers less than nine tenths are not judged, unless its parts exclude each other and leave nothing (水田 and 旱田, 其余).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import accumulate

from taizhang.arithmetic import like, measured, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.relations import comparable_units, level, one_sentence, outcome, words_between
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

CHINESE = """
查什么：总数与其后所列各部分（其中、分别是、其余）之和是否一致。
为什么：分项逐个更新，总数忘了改。
错例：共排查隐患50处，已整改41处，其余8处。
对例：共排查隐患50处，已整改42处，其余8处。
何时不理：各部分互有重叠，或有意略去零头。
依据：各部分之和与总数在各自舍入范围内比较；列举未尽（等、主要）或不足九成的不判，互斥且无遗漏的（水田与旱田、其余）除外。
"""

RULE: RuleWord = "sum"
CODE = "sum"
AMONG = re.compile(r"[^,;。!?¶]{0,16}[,(:;]{0,2}(?:这)?(?:其中|分别(?:为|是))[,:]?(?P<names>[^,;。!?¶:]{0,40})")
INSIDE = re.compile(r"[^,;。!?¶]{0,8}[中里]有(?P<names>[^,;。!?¶]{0,10})")
BARE = re.compile(r"[^,;。!?¶]{0,12},?(?P<names>[^,;。!?¶]{0,12})")
NEXT = re.compile(r"(?P<tail>[^,;、。!?¶]{0,16})[、,;和及)]{1,2}(?P<names>[^,;。!?¶]{0,40})")
REST = re.compile(r"(?:其余|剩余|其它|其他|余下|剩下|另外)(?:的)?[^,;。]{0,8}$")
OPEN = re.compile(r"等(?:等)?(?=$|[,;、。)各的])|主要")
OUTSIDE = re.compile(
    r"还有|另有|此外|同时|每|平均|人均|户均|累计|总投资|总面积|共|比|较|占|达到|增加|减少|争取|年内|今年|去年|上年|明年|预计|计划|将|目标|新增|其中|带动|辐射|覆盖|实现|可"
)
MEASURE_TAIL = re.compile(
    r"(?:面积|产量|产值|收入|人口|人数|户数|数量|投资|资金|总?量|总?数|总?额)+(?:为|是|有|共|约|达)?$"
)
EXCLUSIVE = (
    ("水田", "旱"), ("水电", "火电"), ("男", "女"), ("城镇", "农村"), ("城镇", "乡村"), ("城区", "乡村"), ("农业", "非农"),
    ("约束性", "预期性"), ("中央", "地方"), ("国内", "国外"), ("公办", "民办"), ("新建", "续建"), ("已", "未"), ("出口", "进口"),
    ("省重点", "市重点"), ("省级", "市级"), ("财政拨款", "自筹"), ("完成", "未"), ("在用", "闲置"), ("集体", "个人"),
)  # fmt: skip


@dataclass(slots=True)
class Parts:
    """A whole with the parts that follow it; each part counts `times` (各 behind a list of names)."""

    whole: Claim
    claims: list[Claim] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    open: bool = False
    rest: bool = False
    among: bool = False


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each whole whose parts decide it."""
    for index, claim in enumerate(reading.claims):
        if level(claim) and claim.number and index + 2 < len(reading.claims):
            parts = _parts(reading, index)
            if parts and not parts.open and (len(parts.claims) > 1 or parts.times[0] > 1):
                yield from _judge(parts)


def _parts(reading: Reading, index: int) -> Parts | None:
    found = Parts(reading.claims[index])
    last = found.whole
    for claim in reading.claims[index + 1 : index + 40]:
        gap = words_between(reading, last, claim)
        if len(gap) > 80 or not one_sentence(gap):
            break
        if _transparent(claim, found.whole):
            continue
        if not level(claim) or not comparable_units(claim, found.whole):
            break
        if not _takes(found, gap, claim):
            break
        last = claim
    if not found.claims:
        return None
    tail = reading.plain[last.end : last.end + 14]
    found.open = found.open or bool(re.match(r"[^,;。\d]{0,10}等(?:[,;。]|\s|$)", tail))
    return found if found.among or found.rest else None


def _transparent(claim: Claim, whole: Claim) -> bool:
    """Rates of a part, and the size that a thing must have to be counted, stand between parts."""
    if claim.kind in ("growth", "share", "completion"):
        return claim.unit_kind == "rate"
    return whole.unit_kind == "count" and claim.unit_kind in ("money", "usd") and claim.bound in (">", ">=")


def _takes(found: Parts, gap: str, claim: Claim) -> bool:
    """Adds `claim` as a part if the words in front of it make it one."""
    if not found.claims:
        match = AMONG.fullmatch(gap) or INSIDE.fullmatch(gap)
        found.among = bool(match)
        match = match or BARE.fullmatch(gap)
        if not match or (not found.among and not _bare_start(gap)):
            return False
    else:
        match = NEXT.fullmatch(_without_rates(gap))
        if not match:
            return False
    names = match["names"]
    each = names.endswith("各")
    if OUTSIDE.search(names) or (len(names) > 18 and not each):
        return False
    if ")" in gap and "(" not in gap:
        return False
    if OPEN.search(gap):
        found.open = True
    found.rest = found.rest or bool(REST.search(names))
    found.claims.append(claim)
    found.names.append(names)
    found.times.append(len([name for name in re.split("[、和及与]", names[:-1]) if name]) if each else 1)
    return True


def _bare_start(gap: str) -> bool:
    """Without 其中 a list is one only if it says what became of the whole."""
    return bool(
        re.search(
            r"(?:已|现已|当场|成功|目前)?[^,]{0,4}(?:化解|整改|办结|解决|完成|调处|处理|拆除|销号|答复|建成|开工|脱贫|合格|通过)(?:了)?$",
            gap,
        )
    )


def _without_rates(gap: str) -> str:
    """`80万元,增长5%,乙` reads as `80万元,乙`."""
    return re.sub(r"[,(](?:同比|比上年|占)?[^,;、。]{0,12}[0-9.]{1,8}(?:%|个百分点)\)?", "", gap)


def _judge(parts: Parts) -> Iterator[Finding]:
    whole = measured(parts.whole)
    amounts = [measured(claim) for claim in parts.claims]
    if whole is None or None in amounts or any(not claim.number for claim in parts.claims):
        return
    pieces = [a.scaled(n) for a, n in zip(amounts, parts.times, strict=True) if a is not None]
    totals = list(accumulate(pieces))
    count = len(pieces)
    if not whole.meets(totals[-1]):
        # What is listed behind the parts may be another matter: a run that fills the whole is the list.
        count = next((n for n in range(2, count) if whole.meets(totals[n - 1])), count)
    total = totals[count - 1]
    result = verdict(whole, total)
    if result == "broken" and not _decides(parts, total.point / whole.point):
        return
    shown = like(total.point, parts.whole)
    listed = list(zip(parts.claims, parts.times, strict=True))[:count]
    terms = "+".join(f"{n}×{claim.text}" if n > 1 else claim.text for claim, n in listed)
    claims = (parts.whole, *(claim for claim, _ in listed))
    yield outcome(CODE, RULE, result, claims, f"{terms}={shown}", stated=parts.whole.text, computed=shown)


def _decides(parts: Parts, ratio: Fraction) -> bool:
    """Whether a sum that misses its whole is an error, not a list of some parts."""
    if parts.rest or _exclusive(parts.names):
        return Fraction(1, 3) < ratio < 3
    return Fraction(9, 10) <= ratio <= Fraction(12, 10)


def _exclusive(names: list[str]) -> bool:
    if len(names) != 2:
        return False
    first, second = (MEASURE_TAIL.sub("", name) for name in names)
    pairs = (pair for a, b in EXCLUSIVE for pair in ((a, b), (b, a)))
    return any(a in first and b in second and b not in first and a not in second for a, b in pairs)

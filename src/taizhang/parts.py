"""Lists of parts behind a whole (其中, 分别是, 其余), as the words set them out, and when they must fill it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction

from taizhang.relations import between, comparable_units, level, one_sentence
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

AMONG = re.compile(r"[^;。!?¶]{0,60}?(?:其中|分别(?:为|是))[,:]?(?P<names>[^,;。!?¶:]{0,40})")
INSIDE = re.compile(r"[^,;。!?¶]{0,8}[中里]有(?P<names>[^,;。!?¶]{0,10})")
LIST = re.compile(r"其\s{0,9}[中余他它]|分\s{0,9}别|[中里]\s{0,9}有|剩\s{0,9}[余下]|余\s{0,9}下|另\s{0,9}外")
"""No list without one of these words; looked for first, since most numbers begin none."""
BARE = re.compile(r"[^,;。!?¶]{0,12},?(?P<names>[^,;。!?¶]{0,12})")
NEXT = re.compile(r"[^,;、。!?¶]{0,16}[、,;和及)]{1,2}(?P<names>[^,;。!?¶]{0,40})")
BESIDE = re.compile(r"[^,;。!?¶、]{0,8}[、,(]?(?P<names>[^,;。!?¶、]{0,8})")
"""Between the two numbers of one item: `签约项目42个、总投资203.5亿元`."""
STATE = re.compile(r"(?:化解|整改|办结|解决|完成|调处|处理|拆除|销号|答复|建成|开工|脱贫|合格|通过)了?$")
"""Without 其中 a list is one only if it says what became of the whole."""
REST = re.compile(r"(?:其余|剩余|其它|其他|余下|剩下|另外)(?:的)?[^,;。]{0,8}$")
OPEN = re.compile(r"等等?(?=$|[,;、。)各的])|主要")
OPEN_BEHIND = re.compile(r"[^,;。0-9]{0,10}等(?:[,;。]|\s|$)")
OUTSIDE = re.compile(
    r"还有|另有|此外|同时|每(?!年)|平均|人均|户均|累计|共|比|较|占|达到?(?!标)|增加|减少|争取|去年|上年|明年|目标|新增|其中|带动|辐射|覆盖|可(?!再)"
)
TOTALS = re.compile(r"总投资|总面积|^(?:完成)?投资$")
RATES = re.compile(r"[,(、](?:同比|比上年|占)?[^,;、。]{0,12}[0-9.]{1,8}(?:%|个百分点)\)?")
MEASURE_TAIL = re.compile(
    r"(?:面积|产量|产值|收入|人口|人数|户数|数量|投资|资金|总?量|总?数|总?额)+(?:为|是|有|共|约|达)?$"
)
EXCLUSIVE = (
    ("水田", "旱"), ("水电", "火电"), ("男", "女"), ("城镇", "农村"), ("城镇", "乡村"), ("城区", "乡村"), ("农业", "非农"),
    ("约束性", "预期性"), ("中央", "地方"), ("国内", "国外"), ("公办", "民办"), ("新建", "续建"), ("已", "未"), ("出口", "进口"),
    ("省重点", "市重点"), ("省级", "市级"), ("财政拨款", "自筹"), ("完成", "未"), ("在用", "闲置"), ("集体", "个人"), ("村民", "居民"), ("国内", "国外"), ("农户", "企业"), ("基本建设", "更新改造"),
)  # fmt: skip
LONGEST_NAME = 18
MOST_PARTS = 40


@dataclass(slots=True)
class Parts:
    """A whole with the parts that follow it; each part counts `times` (各 behind a list of names).

    `among`: 其中 or its like opens the list. `rest`: its last part is what remains. `open`: it ends in 等.
    `skips` counts the numbers of other units in front of each part, where items have two numbers.
    """

    whole: Claim
    claims: list[Claim] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    skips: list[int] = field(default_factory=list)
    open: bool = False
    rest: bool = False
    among: bool = False


def parts_of(reading: Reading, index: int) -> Parts | None:
    """The parts behind `reading.claims[index]`; None where the words set out no list."""
    whole = reading.claims[index]
    if not LIST.search(reading.plain, whole.end, whole.end + 200):
        return None
    found = Parts(whole)
    last, skipped = whole, 0
    for claim in reading.claims[index + 1 : index + MOST_PARTS]:
        gap = _words(reading, last, claim)
        if len(gap) > 80 or not one_sentence(gap):
            break
        if _transparent(claim, found.whole):
            continue
        if level(claim) and comparable_units(claim, found.whole):
            if not _takes(found, gap, claim, skipped):
                break
            skipped = 0
        elif not level(claim) or skipped or not _passes(found, gap):
            break
        else:
            skipped = 1
        last = claim
    return _ended(reading, found)


def _ended(reading: Reading, found: Parts) -> Parts | None:
    if not found.claims or not (found.among or found.rest):
        return None
    # Items of one number and items of two are no one list.
    uneven = next((at for at, skips in enumerate(found.skips[1:], 1) if skips != found.skips[1]), None)
    if uneven:
        for each in (found.claims, found.times, found.names, found.skips):
            del each[uneven:]
    end = found.claims[-1].end
    found.open = found.open or bool(OPEN_BEHIND.match(reading.plain[end : end + 14]))
    return found


def _words(reading: Reading, first: Claim, second: Claim) -> str:
    """The words between, without quotation marks and without a part's own rate: `80万元,增长5%,乙`."""
    words = between(reading, first, second)
    return RATES.sub("", words.replace("“", "").replace("”", "").replace('"', ""))


def _transparent(claim: Claim, whole: Claim) -> bool:
    """Rates and changes of a part, and the size that a thing must have to be counted, stand between parts."""
    if claim.kind in ("growth", "share", "completion"):
        return claim.unit_kind == "rate" or claim.of == whole.id
    return whole.unit_kind == "count" and claim.unit_kind in ("money", "usd") and claim.bound in (">", ">=")


def _passes(found: Parts, gap: str) -> bool:
    """Whether a number of another unit may stand here: beside the whole or beside a part."""
    if not found.claims and AMONG.fullmatch(gap):
        found.among = True
        return True
    if BESIDE.fullmatch(gap):
        return True
    named = NEXT.fullmatch(gap)
    return bool(found.claims and named and not OUTSIDE.search(named["names"]))


def _takes(found: Parts, gap: str, claim: Claim, skipped: int) -> bool:
    """Adds `claim` as a part if the words in front of it make it one."""
    names = _names(found, gap, skipped)
    if names is None or (")" in gap and "(" not in gap):
        return False
    if ";" in gap and found.names and not skipped and not _divides(found.names[-1], names):
        return False
    each = names.endswith("各")
    if OUTSIDE.search(names) or (TOTALS.search(names) and not skipped) or (len(names) > LONGEST_NAME and not each):
        return False
    found.open = found.open or bool(OPEN.search(gap))
    found.rest = found.rest or bool(REST.search(names))
    found.claims.append(claim)
    found.names.append(names)
    found.skips.append(skipped)
    found.times.append(len([name for name in re.split("[、和及与]", names[:-1]) if name]) if each else 1)
    return True


def _names(found: Parts, gap: str, skipped: int) -> str | None:
    """What the words in front of a part call it; None where they make it no part."""
    if found.claims:
        match = BESIDE.fullmatch(gap) if skipped and not NEXT.fullmatch(gap) else NEXT.fullmatch(gap)
        return match["names"] if match else None
    opened = AMONG.fullmatch(gap) or INSIDE.fullmatch(gap)
    if opened:
        found.among = True
        return opened["names"]
    if skipped and found.among:
        beside = BESIDE.fullmatch(gap)
        return beside["names"] if beside else None
    bare = BARE.fullmatch(gap)
    return bare["names"] if bare and not skipped and STATE.search(gap) else None


def decides(parts: Parts, ratio: Fraction) -> bool:
    """Whether a sum that misses its whole is an error, not a list of some parts."""
    if parts.rest or _exclusive(parts.names):
        return Fraction(1, 10) < ratio < 10
    if sum(parts.times) > 2 or _one_kind(parts.names):
        return Fraction(8, 10) <= ratio <= Fraction(13, 10)
    return Fraction(9, 10) <= ratio <= Fraction(12, 10)


def _divides(first: str, second: str) -> bool:
    """Behind a semicolon a new statement may begin: only names of one kind go on with the list."""
    return _one_kind([first, second]) or _exclusive([first, second])


def _one_kind(names: list[str]) -> bool:
    """天然林 and 人工林: parts whose names end alike divide one thing."""
    ends = {MEASURE_TAIL.sub("", name)[-1:] for name in names}
    return len(names) == 2 and len(ends) == 1 and ends != {""}


def _exclusive(names: list[str]) -> bool:
    if len(names) != 2:
        return False
    first, second = (MEASURE_TAIL.sub("", name) for name in names)
    pairs = (pair for a, b in EXCLUSIVE for pair in ((a, b), (b, a)))
    return any(a in first and b in second and b not in first and a not in second for a, b in pairs)

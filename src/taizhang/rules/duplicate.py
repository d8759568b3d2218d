"""One quantity stated twice.

What it checks: a figure that the report states again in the same words, or again for the same thing with the same value.
Why: a figure is corrected in one paragraph and left in another.
Fails: 全年接待游客12.6万人次，收入可观。……全年接待游客16.2万人次，收入可观。
Passes: 全年接待游客12.6万人次，收入可观。……全年接待游客12.6万人次，收入可观。
When to overrule: the two sentences are of two years or two places and do not say so.
Source: two statements of one quantity must agree within the rounding of both. Only words that repeat, a headline figure with the same named period, or the same digits in two units make two different values broken; mere likeness of names never does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from taizhang.arithmetic import decimals, measured, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.relations import after, alike, before, comparable_units, core, level, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

CHINESE = """
查什么：同一数字以相同的话再次出现，或同一事项以相同数值再次出现，前后是否一致。
为什么：一处改了，另一处没改。
错例：全年接待游客12.6万人次，收入可观。……全年接待游客16.2万人次，收入可观。
对例：全年接待游客12.6万人次，收入可观。……全年接待游客12.6万人次，收入可观。
何时不理：两句分属两个年度或两个地方而未写明。
依据：同一数量的两处表述应在各自舍入范围内一致；仅凭名称相近不判错，须语句重复，或主要指标且时期相同，或同一数字单位不同。
"""

RULE: RuleWord = "duplicate"
CODE = "duplicate"
CONTEXT = 14
"""As many characters in front that are the same make two statements one."""
SLIP = 10
"""Units at least so many times apart: 亩 and 公顷, 万 and 亿."""
RESTATED_UP_TO = 160
"""Among more figures than a town's report has, one value met twice is chance as often as a thing told again."""
HEADLINE = re.compile(
    r"(?:地区生产总值|国内生产总值|(?:全部|财政总|一般公共预算|公共财政预算|全口径财政|财政)收入|固定资产投资|社会消费品零售总额|"
    r"(?:城镇居民|农村居民|城乡居民|农民)?人均(?:可支配|纯)收入|进出口总额|常住人口|总人口|粮食总?产量|耕地面积|总面积)$"
)
OTHER_TIME = re.compile(
    r"去年|上年|同期|年初|比|较|由|从|前|[0-9]{4}年|增加|新增|其中|每|各|人均|分别|目标|力争|计划|预计"
)
PLAIN_START = re.compile(
    r"(?:^|[,;:。!?、¶)])(?:(?:全|我|本)(?:镇|乡|县|市|区|省|国|年)|累计|今年|预计|实现|完成|全年)*$"
)


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each restated figure, against the statement before it."""
    seen: set[tuple[str, str]] = set()
    for first, second in (*_repeated(reading), *_headlines(reading), *_other_units(reading)):
        if (first.id, second.id) not in seen:
            seen.add((first.id, second.id))
            yield _finding(first, second, strict=True)
    told = {claim for pair in seen for claim in pair}
    for first, second in _restated(reading):
        if first.id not in told or second.id not in told:
            told |= {first.id, second.id}
            yield _finding(first, second, strict=False)


def _finding(first: Claim, second: Claim, *, strict: bool) -> Finding:
    one, two = measured(first), measured(second)
    result = verdict(one, two) if strict else "holds"
    if strict and first.bound == second.bound == "=" and first.unit == second.unit:
        # Written alike to the last digit, the two are one number or not.
        same = decimals(first.value or "") != decimals(second.value or "") or first.value == second.value
        result = result if same else "broken"
    sign = "=" if result == "holds" else "≠"
    return outcome(
        CODE, RULE, result, (first, second), f"{second.text}{sign}{first.text}",
        stated=second.text, computed=first.text, at=(second,),
    )  # fmt: skip


def _usable(claim: Claim) -> bool:
    return level(claim) and claim.core and claim.bound in ("=", "~", ">") and bool(claim.unit)


def _repeated(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Two figures behind the same words, and in front of the same words."""
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if _usable(claim):
            around = _around(reading, claim, CONTEXT + 8, 6)
            groups[around[0], around[1], claim.unit].append(claim)
            words = before(reading, claim, CONTEXT * 2)
            if len(words) >= CONTEXT and not re.search(r"[0-9]", words):
                groups[words, after(reading, claim, 12)[:4], f"{claim.unit} {claim.status}"].append(claim)
    for group in groups.values():
        yield from pairwise(group)


def _around(reading: Reading, claim: Claim, left: int, right: int) -> tuple[str, str]:
    """The words on both sides, across sentences and numbers: what a whole passage told twice repeats."""
    plain = reading.plain
    front = "".join(plain[max(0, claim.start - left * 2) : claim.start].split())[-left:]
    return front, "".join(plain[claim.end : claim.end + right * 2].split())[:right]


def _headlines(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """A headline figure of the whole place, stated twice for one named period."""
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if not _usable(claim) or not claim.period or claim.status != "actual":
            continue
        if HEADLINE.fullmatch(core(claim.indicator)) and _alone(reading, claim):
            groups[core(claim.indicator), claim.period, claim.unit_kind].append(claim)
    for group in groups.values():
        for first, second in pairwise(group):
            if comparable_units(first, second):
                yield first, second


def _alone(reading: Reading, claim: Claim) -> bool:
    """Whether the clause speaks of the figure itself: no owner, no earlier year, no part."""
    words = before(reading, claim, 40)
    clause = re.split("[,;:]", words)[-1]
    head, found, _ = clause.rpartition(claim.indicator)
    return bool(found) and not OTHER_TIME.search(clause) and bool(PLAIN_START.search(head))


def _other_units(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """The same digits of the same thing in two units: 3150公顷 here and 3150亩 there cannot both be."""
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if _usable(claim) and claim.unit_kind != "count" and _digits(claim) > 2:
            groups[claim.value or "", claim.unit_kind].append(claim)
    for group in groups.values():
        for first, second in pairwise(group):
            apart = not 1 / SLIP < second.factor / first.factor < SLIP
            if apart and alike(first.indicator, second.indicator) == "same":
                yield first, second


def _digits(claim: Claim) -> int:
    """Digits of the number without the zeros at its ends."""
    return len((claim.value or "").replace(".", "").strip("0"))


def _restated(reading: Reading) -> Iterator[tuple[Claim, Claim]]:
    """The same value of the same thing, told again in another sentence."""
    if len(reading.claims) > RESTATED_UP_TO:
        return
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if level(claim) and claim.unit and claim.amount and len(core(claim.indicator)) > 2:
            groups[str(claim.amount.normalize()), claim.unit_kind].append(claim)
    needed = _digits_needed(reading)
    for group in groups.values():
        for first, second in pairwise(group):
            if _finished(reading, first, second) or not (first.core or second.core):
                continue
            apart = reading.sentence(first.start) != reading.sentence(second.start)
            if apart and _may_agree(reading, first, second) and _one_thing(first, second, needed):
                yield first, second


def _may_agree(reading: Reading, first: Claim, second: Claim) -> bool:
    """A result and a plan of one size are one thing only with many digits, or before the same noun."""
    if not comparable_units(first, second) or {first.bound, second.bound} >= {">", "<"}:
        return False
    if (first.status == "planned") == (second.status == "planned"):
        return True
    nouns = [after(reading, claim, 8)[:4] for claim in (first, second)]
    return nouns[0] == nouns[1] and len(nouns[0]) == 4 and not re.search("[,;、]", nouns[0])


def _digits_needed(reading: Reading) -> int:
    """The more figures a report has, the more digits it takes that chance does not repeat one."""
    return sum(len(reading.claims) > size for size in (130, 200, 300, 450))


def _finished(reading: Reading, first: Claim, second: Claim) -> bool:
    """A plan and its end (`3栋已全部开工`) is a completion, for its own rule."""
    return first.status == "planned" and bool(
        re.match(r"[^,;。]{0,14}(?:已经?|均|都)?全部", after(reading, second, 20))
    )


def _one_thing(first: Claim, second: Claim, needed: int) -> bool:
    """Names that are alike, or a number with so many digits that chance does not repeat it."""
    digits = _digits(first)
    if digits >= needed + 3:
        return True
    short, long = sorted((core(first.indicator), core(second.indicator)), key=len)
    near = alike(first.indicator, second.indicator) != "no" or (len(short) == 3 and long.endswith(short))
    return near and digits > needed

"""Growth between two stated values.

What it checks: 由A增长到B，增长X% and 从A提高到B，提高N个百分点, with the two values in the same clause.
Why: one of the three numbers is often changed alone in the last hour before a report goes out.
Fails: 存栏由400头增加到500头，增长20%。
Passes: 参保率由88.5%提高到91%，提高2.5个百分点。
When to overrule: the growth is stated at constant prices, or it is of another period than the two values.
Source: B ÷ A − 1, or B − A for points and amounts, within the rounding of all three numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from taizhang.arithmetic import (
    PERCENTS,
    POINTS,
    Interval,
    common,
    decimals,
    percent_like,
    rate,
    rounded,
    verdict,
    written,
)
from taizhang.findings import Finding, RuleWord
from taizhang.relations import CONSTANT_PRICES, before, between, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：“由A增长到B，增长X%”“从A提高到B，提高N个百分点”中三个数字是否一致。
为什么：定稿前常只改其中一个数字。
错例：存栏由400头增加到500头，增长20%。
对例：参保率由88.5%提高到91%，提高2.5个百分点。
何时不理：增幅按可比价计算，或与前两个数字不是同一时段。
依据：B÷A－1（百分点和增减量为B－A），在三个数字各自的舍入范围内比较。
"""

RULE: RuleWord = "growth"
CODE = "growth_from_to"
FROM = re.compile(r"[由从][^,;。由从]{0,24}$")
TO = re.compile(
    r"[^,;。、]{0,10}(?P<verb>增加|增长|提高|上升|提升|扩大|发展|壮大|跃升|攀升|拓展|扩展|下降|降低|减少|压缩|压减|缩短|缩小|回落|[增升降减])"
    r"(?:[到至为])(?:了)?(?:[0-9]{4}年(?:的)?)?[^,;。0-9]{0,14}"
)
THEN = re.compile(
    r",?(?:五年|[0-9]年)?(?:同比|净|共|总共|累计|平均)?(?:净)?(?:增加|增长|增幅|提高|上升|提升|扩大|下降|降低|减少|降幅|翻|[增升降减])(?:幅度)?[了达约为近超过]{0,3}"
)
FALLS = re.compile(r"下降|降低|减少|压缩|压减|缩短|缩小|回落|[降减]")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each pair of values with the growth that follows at once."""
    claims = reading.claims
    for index in range(len(claims) - 2):
        old, new, change = claims[index : index + 3]
        if change.kind != "growth" or change.number is None or old.number is None or new.number is None:
            continue
        gap = TO.fullmatch(between(reading, old, new))
        if not gap or not FROM.search(before(reading, old)) or not THEN.fullmatch(between(reading, new, change)):
            continue
        finding = _judge(old, new, change, bool(FALLS.search(gap["verb"])))
        if finding:
            yield finding


def _judge(old: Claim, new: Claim, change: Claim, falls: bool) -> Finding | None:
    pair = common(old, new)
    if pair is None or pair[0].low <= 0 or (change.direction == "down") != falls:
        return None
    start, end = pair
    if change.unit in POINTS or change.unit_kind != "rate":
        return _absolute(old, new, change)
    computed = (start - end if falls else end - start) / start
    result = verdict(rate(change), computed)
    if result == "broken" and (_multiple_slip(change, start, end) or _points_meant(start, new, change)):
        # 增长N倍 for 增长到N倍 and % for 百分点 are matters of wording, each with its own rule.
        return None
    if result == "broken" and (change.comparable or _constant(old, new)):
        result = "unknown"
    shown = percent_like(abs(computed.point), change)
    equation = f"{f'1－{new.text}÷{old.text}' if falls else f'{new.text}÷{old.text}－1'}={shown}"
    return outcome(CODE, RULE, result, (old, new, change), equation, stated=change.text, computed=shown)


def _absolute(old: Claim, new: Claim, change: Claim) -> Finding | None:
    """Growth by points or by an amount in the values' own unit."""
    if not new.unit or not change.unit:
        return None
    intervals = common(old, change, new)
    if intervals is None:
        return None
    start, stated, end = intervals
    computed = start - end if change.direction == "down" else end - start
    # Of an amount in another unit the base unit was taken for all three.
    scale = (
        Fraction(1) if change.unit in (*PERCENTS, new.unit) and old.unit in ("", new.unit) else Fraction(change.factor)
    )
    shown = rounded(abs(computed.point) / scale, decimals(change.value or "")) + change.unit
    equation = Words(f"{old.text}到{new.text}相差{shown}", f"{old.text} to {new.text} is {shown}")
    result = verdict(stated, computed)
    return outcome(CODE, RULE, result, (old, new, change), equation, stated=change.text, computed=shown)


def _multiple_slip(change: Claim, start: Interval, end: Interval) -> bool:
    """增长N倍 where B is N times A is a matter of wording, for its own rule."""
    stated = rate(change)
    return change.unit == "倍" and stated is not None and stated.meets(end / start)


def _points_meant(start: Interval, new: Claim, change: Claim) -> bool:
    """`由30%提高到40%，提高10%`: the difference, written as a percentage."""
    end, stated = written(new), written(change)
    if new.unit not in PERCENTS or end is None or stated is None:
        return False
    return stated.meets(start - end if change.direction == "down" else end - start)


def _constant(old: Claim, new: Claim) -> bool:
    """Growth of output and income is counted at constant prices even beside values at current ones."""
    return bool(CONSTANT_PRICES.search(new.indicator) or CONSTANT_PRICES.search(old.indicator))

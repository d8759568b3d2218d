"""Growth against a year-ago value.

What it checks: a level with its growth rate, against the earlier value or the amount of change that the same sentence states, or against the year-ago value of the same name in another sentence that says its year.
Why: a growth rate typed from last month's report no longer fits this month's level.
Fails: 上年完成税收200万元，今年完成税收250万元，同比增长35%。
Passes: 今年完成税收250万元，比上年增加50万元，增长25%。
When to overrule: the rate is at constant prices or on a comparable basis and the text does not say so.
Source: new ÷ old − 1 within the rounding of all numbers. Growth of output and income is counted at constant prices and is never refuted by levels at current prices.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.arithmetic import POINTS, Interval, implied, measured, percent_like, rate, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.multiples import base_named
from taizhang.relations import CONSTANT_PRICES, alike, before, between, comparable_units, level, one_sentence, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words
from taizhang.years import Dated

CHINESE = """
查什么：完成数及其增幅，与同一句所写的上年数或增减量，或与另一句写明年份的同名上年数，是否一致。
为什么：增幅沿用了上月稿件，完成数已改而增幅未改。
错例：上年完成税收200万元，今年完成税收250万元，同比增长35%。
对例：今年完成税收250万元，比上年增加50万元，增长25%。
何时不理：增幅按可比价或同口径计算而文中未说明。
依据：今年数÷上年数－1，在各数字的舍入范围内比较；产值、增加值、居民收入按不变价计算，不以现价数判错。
"""

RULE: RuleWord = "growth"
CODE = "growth"
YEAR_AGO = re.compile(r"(?:去年|上年|上一年|去年同期|上年同期|同期)[^,;。]{0,20}$")
BASE_NAMED = re.compile(r"[比较][^,;。]{1,20}的$")
"""`比2015年的30万吨增加12万吨`: the level in front is the base, not the level reached."""
BASIS = re.compile(r"同比|环比|年初|上年末|上年底|上月|上年|去年")
SAME_BASIS = {"同比": "上年", "去年": "上年", "上年末": "年初", "上年底": "年初"}
NOT_COMPARABLE = re.compile(f"{CONSTANT_PRICES.pattern}|固定资产|零售")
"""Growth of these is also counted on last year's value as revised, so a value told elsewhere decides nothing."""
FARTHEST = 1
"""A growth that is farther off, as a fraction, is of another body's value."""
AVERAGE = re.compile(r"年均|平均|递增|每年|累计|环比")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each growth rate whose level is known."""
    dated = Dated(reading)
    for index, claim in enumerate(reading.claims):
        if claim.kind != "growth" or claim.unit in POINTS or claim.unit_kind != "rate":
            continue
        now = reading.by_id.get(claim.of or "")
        if now is None or not level(now) or claim.number is None or AVERAGE.search(before(reading, claim, 16)):
            continue
        if _has_start(reading, now) or BASE_NAMED.search(before(reading, now, 24)) or base_named(reading, claim):
            continue
        yield (
            _judge(reading, index, claim, now)
            or _told_elsewhere(reading, dated, claim, now)
            or _implied(claim, now, _signed(reading, claim, cut=False))
        )


def _signed(reading: Reading, claim: Claim, *, cut: bool) -> Interval | None:
    """The rate with its sign; `-3.2%` and 负增长 are falls."""
    change = rate(claim, cut=cut)
    if change is None:
        return None
    fall = claim.direction == "down" or before(reading, claim, 1) in ("-", "−", "－")
    return change.scaled(-1) if fall else change


def _has_start(reading: Reading, now: Claim) -> bool:
    """`由A增长到B，增长X%` belongs to the rule for from–to growth."""
    return bool(
        re.search(
            r"(?:增加|增长|提高|上升|扩大|发展|下降|降低|减少|降|升|增|减|压减)(?:到|至|为)$", before(reading, now, 8)
        )
    )


def _judge(reading: Reading, index: int, claim: Claim, now: Claim) -> Finding | None:
    for base, claims, words in _bases(reading, index, claim, now):
        change, amount = _signed(reading, claim, cut=True), measured(now)
        if change is None or amount is None or base.low <= 0:
            continue
        computed = amount / base - Interval.exact(1)
        result = verdict(change, computed)
        if result == "broken" and (claim.comparable or CONSTANT_PRICES.search(now.indicator)):
            return None
        shown = percent_like(abs(computed.point), claim)
        return outcome(CODE, RULE, result, claims, f"{words}={shown}", stated=claim.text, computed=shown)
    return None


def _told_elsewhere(reading: Reading, dated: Dated, claim: Claim, now: Claim) -> Finding | None:
    """Against the year-ago value of another sentence, where names are the same and both sentences name their year."""
    old = None if claim.comparable or NOT_COMPARABLE.search(now.indicator) else dated.year_before(now)
    if old is None or _basis(reading, claim) not in (None, "上年"):
        return None
    start, end, stated = measured(old), measured(now), _signed(reading, claim, cut=True)
    if start is None or end is None or stated is None or start.low <= 0:
        return None
    computed = end / start - Interval.exact(1)
    if abs(computed.point - stated.point) > FARTHEST:
        return None
    shown = percent_like(abs(computed.point), claim)
    return outcome(
        CODE, RULE, verdict(stated, computed), (old, now, claim), f"{now.text}÷{old.text}－1={shown}",
        stated=claim.text, computed=shown, at=(now, claim),
    )  # fmt: skip


def _bases(reading: Reading, index: int, claim: Claim, now: Claim) -> Iterator[tuple[Interval, tuple[Claim, ...], str]]:
    """Year-ago values that the sentence gives: by itself, or through the amount of change."""
    for other in reading.claims[max(0, index - 3) : index + 2]:
        changed = other.kind == "growth" and other.of == now.id
        if other is claim or not comparable_units(other, now):
            continue
        if not changed and not (level(other) and other.start < now.start):
            continue
        first, last = (other, claim) if other.start < claim.start else (claim, other)
        if not one_sentence(between(reading, min(first, now, key=lambda c: c.start), last)):
            continue
        if _basis(reading, other) not in (None, _basis(reading, claim) or _basis(reading, other)):
            continue
        size, amount = measured(other), measured(now)
        if size is None or amount is None:
            continue
        if changed:
            fall = other.direction == "down"
            base = amount + size if fall else amount - size
            yield base, (now, other, claim), f"{other.text}÷({now.text}{'+' if fall else '－'}{other.text})"
        elif _is_year_ago(reading, other, now):
            yield size, (other, now, claim), f"{now.text}÷{other.text}－1"


def _basis(reading: Reading, claim: Claim) -> str | None:
    """What the claim's own clause compares with: 比年初 and 同比 are two bases."""
    named = BASIS.search(re.split("[,;]", before(reading, claim, 20))[-1])
    return SAME_BASIS.get(named.group(), named.group()) if named else None


def _is_year_ago(reading: Reading, other: Claim, now: Claim) -> bool:
    words = before(reading, other, 24)
    if not YEAR_AGO.search(words) or (re.search(r"[比较]", words[-12:]) and not re.search(r"的$|由|从", words)):
        return False
    return alike(other.indicator, now.indicator) != "no"


def _implied(claim: Claim, now: Claim, change: Interval | None) -> Finding:
    base = None if change is None else implied(now, change + Interval.exact(1))
    falls = claim.direction == "down"
    equation = Words(
        f"{now.text}{'下降' if falls else '增长'}{claim.text}" + (f"，推得基数为{base}" if base else ""),
        f"{now.text}, {'down' if falls else 'up'} {claim.text}"
        + (f", which implies an earlier {base}" if base else ""),
    )
    return outcome(CODE, RULE, "unknown", (now, claim), equation, stated=claim.text, computed=base)

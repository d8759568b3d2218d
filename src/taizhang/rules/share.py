"""A part's share of its whole.

What it checks: part ÷ whole = stated share or rate (占总数的28%, 办结率97.7%); a part never exceeds its whole, a covering rate never 100%.
Why: rates are typed from an earlier report while the counts are new.
Fails: 受理信访60件，办结57件，办结率98%。
Passes: 受理信访60件，办结57件，办结率95%。
When to overrule: the rate is of another base than the whole named in front.
Source: part ÷ whole within the rounding of all three numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.arithmetic import Interval, measured, percent_like, rate, verdict
from taizhang.findings import Finding, RuleWord
from taizhang.parts import parts_of
from taizhang.relations import alike, before, between, comparable_units, level, one_sentence, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：部分÷总体与所写占比、比率（占总数的28%、办结率97.7%）是否一致；部分不应大于总体，覆盖类比率不应超过100%。
为什么：比率沿用旧稿，件数已更新。
错例：受理信访60件，办结57件，办结率98%。
对例：受理信访60件，办结57件，办结率95%。
何时不理：比率以另一口径的总体计算。
依据：部分÷总体，在三个数字各自的舍入范围内比较。
"""

RULE: RuleWord = "share"
CODE = "share"
DONE = r"(?:办结|化解|调处|调解|整改|完成|合格|回复|处置|销号|脱贫|参保|签约|解决|入住|就业|成功|兑现|满意|答复|建档|接种|检测|复查|达标|拆除|覆盖|入户|核查|结案|破案|执结|审结|查处)"
RATE_OF = re.compile(rf"[^,;。、]{{0,4}}[,;]?(?:其中)?(?P<work>{DONE})(?:成功)?率(?:为|达|达到|高达|是)?(?:了)?$")
OF_WHOLE = re.compile(
    r"[^,;。、0-9]{0,6}[,(、]?(?:约|分别)?占(?:了|到|全部|其中)?(?P<whole>总数|总量|总额|总人口|总面积|总户数|[^,;。、0-9占]{0,10}?)的?(?:比重|比例)?(?:为|约)?"
)
CAPPED = re.compile(
    r"(?:覆盖|合格|普及|参保|参合|办结|达标|绿化|入住|巩固|通达|受理|及时|满意|化解|调处|整改|接种|硬化|收集|处理|入户|通车|通水|知晓)率(?:为|达|达到|均达|均达到|高达|是)?(?:了)?$"
)
PART_OF = re.compile(r"[^,;。]{0,12}[,(]?(?:其中|已)?[^,;。]{0,16}")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each share whose part and whole stand in front of it, and for each rate over a hundred."""
    wholes = _wholes(reading)
    for index, claim in enumerate(reading.claims):
        if claim.number is None or claim.unit not in ("%", "％", "‰") or claim.kind not in ("share", "completion"):
            continue
        words = before(reading, claim)
        if claim.number > 100 and claim.unit != "‰" and CAPPED.search(words):
            equation = Words(f"{claim.indicator}不能超过100%", f"{claim.indicator} cannot exceed 100%")
            yield outcome(CODE, RULE, "broken", (claim,), equation, stated=claim.text, computed="100%")
        elif index >= 2:
            yield from _share(reading, wholes, index)


def _share(reading: Reading, wholes: dict[str, Claim], index: int) -> Iterator[Finding]:
    claim, part = reading.claims[index], reading.claims[index - 1]
    tail = between(reading, part, claim)
    of_whole = OF_WHOLE.fullmatch(tail)
    if of_whole and part.id in wholes and _is_named(wholes[part.id], of_whole["whole"]) is not False:
        yield from _judge(wholes[part.id], part, claim, sure=True)
        return
    whole = reading.claims[index - 2]
    if not (level(whole) and level(part) and comparable_units(whole, part)):
        return
    gap = between(reading, whole, part)
    if not one_sentence(gap + tail) or not PART_OF.fullmatch(gap):
        return
    worked = RATE_OF.fullmatch(tail)
    if worked:
        named = worked["work"] in gap or worked["work"] in tail[: worked.start("work")]
        yield from _judge(whole, part, claim, sure=named)
    elif of_whole:
        right = _is_named(whole, of_whole["whole"])
        if right is not False:
            yield from _judge(whole, part, claim, sure="其中" in gap or bool(right))


def _is_named(whole: Claim, name: str) -> bool | None:
    """Whether 占总人口的 names this whole; None where the words name none (占, 占总数的)."""
    if name in ("", "总数", "总量", "总额", "总面积", "总户数"):
        return None
    return alike(name, whole.indicator) == "same"


def _wholes(reading: Reading) -> dict[str, Claim]:
    """For each part of a list behind 其中, by its id, the whole in front."""
    lists = (parts_of(reading, index) for index, claim in enumerate(reading.claims) if level(claim) and claim.number)
    return {part.id: parts.whole for parts in lists if parts and parts.among for part in parts.claims}


def _judge(whole: Claim, part: Claim, claim: Claim, *, sure: bool) -> Iterator[Finding]:
    total, piece, stated = measured(whole), measured(part), rate(claim)
    if total is None or piece is None or stated is None or total.low <= 0:
        return
    if piece.low > total.high:
        return
    share: Interval = piece / total
    result = verdict(stated, share)
    if result == "broken" and not sure:
        return
    shown = percent_like(share.point, claim)
    equation = f"{part.text}÷{whole.text}={shown}"
    yield outcome(CODE, RULE, result, (whole, part, claim), equation, stated=claim.text, computed=shown)

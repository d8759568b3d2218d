"""Things listed in front of their number.

What it checks: names joined by 、 and 和 right in front of a number and its noun (A、B、C三个村) against that number.
Why: a name is added to or dropped from the list and the number stays.
Fails: 建成柳湾、石桥、杏坪四个文化广场。
Passes: 建成柳湾、石桥、杏坪三个文化广场。
When to overrule: one of the names stands for several things, or the words in front are no list.
Source: the names are counted; 和 inside a name is allowed for, and a list that ends in 等 is open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.findings import Finding, RuleWord, Verdict
from taizhang.flowing import flowing
from taizhang.listings import LEVEL_WORDS, PARTICLE, VERB, Listing, before
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：数词前面用顿号、“和”并列的名称个数，与该数词是否一致（A、B、C三个村）。
为什么：名单增减之后，数字往往忘了改。
错例：建成柳湾、石桥、杏坪四个文化广场。
对例：建成柳湾、石桥、杏坪三个文化广场。
何时不理：某个名称代表多项，或前面的词语并不是名单。
依据：逐个数名称；名称内部的“和”予以放宽，以“等”收尾的为未列全。
"""

RULE: RuleWord = "count"
CODE = "count_before"
LARGEST = 20
HOLDS_SEVERAL = re.compile(
    r"^(?:北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆)(?:省|市|自治区)?$"
    r"|(?<!第)[两二三四五六七八九十][一-鿿]{2}$"
)
"""Items that may stand for several: a province holds many works, and 三杨庄 may be three villages."""
TWO_THINGS_AT_MOST = 6
"""Two names beside a larger number are rather two owners of several things."""
NOUN_FOLLOWS = re.compile(r"(?!字|以上|以下|以内|左右|之多|一百|线管|线制|线改|线和|一体)[一-鿿]")
PAIR = re.compile(r"(?:^|[^春秋城乡东西南北城镇党政])(?:春秋|城乡|东西|南北|党政|男女|冬春)$")


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each number whose list can be counted."""
    for claim in reading.claims:
        if not _counts_things(claim):
            continue
        noun = NOUN_FOLLOWS.match(reading.plain, claim.end)
        names = before(reading, claim)
        if names is None:
            yield from _pair(reading, claim)
        elif noun:
            yield from _compared(claim, names)


def _counts_things(claim: Claim) -> bool:
    number = claim.number
    if number is None or claim.kind != "level" or claim.bound != "=":
        return False
    if claim.unit == "轮":
        return False
    return 2 <= number <= LARGEST and number == int(number) and (claim.unit_kind == "count" or not claim.unit)


def _pair(reading: Reading, claim: Claim) -> Iterator[Finding]:
    if claim.number == 2 and not claim.core and PAIR.search(reading.plain[max(0, claim.start - 3) : claim.start]):
        yield _finding(claim, claim.start - 2, "holds", 2)


def _compared(claim: Claim, names: Listing) -> Iterator[Finding]:
    number = int(claim.number or 0)
    if names.open:
        # one name too many may be a verb that shares the list (规划、建设A、B等两个)
        excess = names.least > number + 1
        yield _finding(claim, names.span.start, "broken" if excess else "unknown", names.least)
    elif names.fits(number):
        if names.sure or (names.named and names.least > 2 and _are_names(names, number, claim.unit)):
            yield _finding(claim, names.span.start, "holds", number)
    elif (names.sure or (names.named and number > names.most)) and _are_names(names, number, claim.unit):
        yield _finding(claim, names.span.start, "broken", names.most)


def _are_names(names: Listing, number: int, unit: str) -> bool:
    """Two things beside a large number are rather kinds of things (水利、交通12个项目)."""
    last = names.items[-1]
    if PARTICLE.search(last) or (LEVEL_WORDS.fullmatch(last) and unit != "级"):
        return False
    if any(HOLDS_SEVERAL.search(item) for item in names.items):
        return False
    if len(names.items) > 2:
        return True
    return not VERB.search(last) and len(last) <= 10 and number <= TWO_THINGS_AT_MOST


def _finding(claim: Claim, start: int, verdict: Verdict, listed: int) -> Finding:
    says = {
        "holds": ("相符", "agrees"),
        "broken": ("不符", "disagrees"),
        "unknown": ("未列全，无从核对", "the list is open: cannot be checked"),
    }[verdict]
    return Finding(
        code=CODE,
        rule=RULE,
        verdict=verdict,
        start=start,
        end=claim.end,
        claims=(claim,),
        message=Words(
            f"列出{listed}项，报告写的是{claim.text}，{says[0]}",
            f"{listed} listed, the report says {claim.text}: {says[1]}",
        ),
        stated=claim.text,
        computed=str(listed),
    )

"""A homophone in the place of a unit or measure word.

What it checks: 珠 for 株, 公倾 for 公顷, 颗 for 棵 and the like, where the noun beside the number leaves no doubt.
Why: they are typed by sound and no spelling checker stops at a real character.
Fails: 补植侧柏300珠。
Passes: 补植侧柏300株。
When to overrule: the character is part of a name.
Source: a closed table of confusions, each with the nouns it may be judged beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from taizhang.defects import defect
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words

CHINESE = """
查什么：量词、单位误写为同音字，如“株”写成“珠”、“公顷”写成“公倾”、“棵”写成“颗”，且相邻名词足以断定。
为什么：按音录入，又是真字，校对不易发现。
错例：补植侧柏300珠。
对例：补植侧柏300株。
何时不理：该字是名称的一部分。
依据：封闭的易混表，每一条只在所列名词旁判断。
"""

RULE: RuleWord = "wording"
CODE = "measure_word"
PLANTS = r"[松柏杨柳槐桃杏李梨樱桂榆桐枫竹梅枣茶椿杉]|[树苗木]|棉槐|碧桃|果|花卉|灌木|乔木"
NEAR = 12


class Confusion(NamedTuple):
    """`wrong` behind a number stands for `right` where `nouns` match beside it."""

    wrong: str
    right: str
    nouns: str


CONFUSIONS = (
    Confusion("珠", "株", PLANTS),
    Confusion("颗", "棵", r"[松柏杨柳槐榆桐枫杉](?:树|$)|树(?!种|脂)|树木|古树"),
    Confusion("公倾", "公顷", ""),
    Confusion("顷亩", "亩", ""),
    Confusion("平方公理", "平方公里", ""),
    Confusion("公理", "公里", r"路|渠|管|线|沟|道|河|堤"),
    Confusion("拣", "栋", r"楼|房|厂房|住宅"),
    Confusion("撞", "幢", r"楼|房|厂房|住宅"),
    Confusion("坐", "座", r"桥|水库|站|塔|公厕|大棚|房"),
    Confusion("俩", "辆", r"车"),
    Confusion("搜", "艘", r"船|艇|轮"),
    Confusion("展", "盏", r"灯"),
    Confusion("顿", "吨", r"粮|煤|肥|水泥|钢|肉|菜|果|垃圾|产量"),
    Confusion("仗", "丈", r"布|渠|堤"),
)
BY_WORD = {confusion.wrong: confusion for confusion in CONFUSIONS}
NUMBER = re.compile(
    r"[0-9]{1,12}(?:\.[0-9]{1,4})?[余多]?[百千万]{0,2}[余多]?(?P<wrong>"
    + "|".join(sorted(BY_WORD, key=len, reverse=True))
    + r")(?![饭饱餐价重谈率览示开厅出品])"
)


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each confusion behind a number in digits."""
    for match in NUMBER.finditer(reading.plain):
        confusion = BY_WORD[match["wrong"]]
        before = re.split(r"[,。;、:!?\n]", reading.plain[max(0, match.start() - NEAR) : match.start()])[-1]
        behind = re.split(r"[,。;、:!?\n]", reading.plain[match.end() : match.end() + NEAR])[0]
        if confusion.nouns and not (re.search(confusion.nouns, before) or re.search(confusion.nouns, behind)):
            continue
        claims = _claims_at(reading, match.start(), match.end())
        start = match.start() - len(before)
        yield defect(
            CODE,
            RULE,
            (start, match.end()),
            Words(f"“{confusion.wrong}”应为“{confusion.right}”", f"{confusion.wrong} is written for {confusion.right}"),
            claims=claims,
            stated=match.group(),
            computed=match.group().replace(confusion.wrong, confusion.right),
        )


def _claims_at(reading: Reading, start: int, end: int) -> tuple[Claim, ...]:
    return reading.within(Span(start, end))[:1]

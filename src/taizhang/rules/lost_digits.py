"""A unit that no number stands before.

What it checks: units and measure words where a number is due and none stands (新修道路公里, 增长%, 共有党员____名).
Why: drafts go out with blanks, and converters drop digits set in another font.
Fails: 今年新修道路公里，同比增长%。
Passes: 今年新修道路12公里，同比增长8%。
When to overrule: the report is a form whose blanks are meant to be filled.
Source: only words that cannot stand without a number, behind a noun or verb and in front of a stop.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import defect, in_furniture
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words

CHINESE = """
查什么：应有数字而没有数字的单位、量词（新修道路公里、增长%、共有党员____名）。
为什么：初稿的空格未填，或转换格式时丢了另一种字体的数字。
错例：今年新修道路公里，同比增长%。
对例：今年新修道路12公里，同比增长8%。
何时不理：文本本来就是待填的表样。
依据：只判断离开数字就不能成立、前有名词或动词、后有停顿的单位。
"""

RULE: RuleWord = "missing"
CODE = "lost_digits"
UNITS = (
    "万元 亿元 万美元 亿美元 平方公里 万平方公里 平方米 万平方米 立方米 万立方米 公里 公顷 万亩 万吨 万株 万头 千瓦 千瓦时 "
    "万千瓦 万千瓦时 个百分点 % ‰ 元 亩 株 户 人 名 个 处 米 吨 家 座 件 起 次 项 条 眼"
)
UNIT = re.compile("|".join(sorted(map(re.escape, UNITS.split()), key=len, reverse=True)))
"""No group and no look-behind in front: the search then skips from one first letter to the next."""
NOUN_OR_BLANK = re.compile(r"[一-鿿_]")
NUMBER_IN_FRONT = frozenset(
    "每各按以元余多几数百千万亿十半两一二三四五六七八九零〇超过破上近约达第亩平方立人车吨等成和是个家论为于把比"
)
LONG = re.compile(r"[万亿].{1,5}|平方公里|平方米|立方米|公里|公顷|千瓦时?|个百分点")
STOP = re.compile(r"[,。;、!)]")
ANYTHING = re.compile("")
BLANK = r"_{0,12}$"
ABOUT = r"(?<!签)约|(?<![附最])近"
LOST = (
    (
        re.compile(r"%|‰|个百分点"),
        re.compile(rf"(?:增长|下降|提高|达到?|上升|增加|减少|占|完成|高于|低于|回落|{ABOUT})了?{BLANK}"),
        ANYTHING,
    ),
    (re.compile("元"), re.compile(rf"(?:达到|收入|支出|增收|补助|达){BLANK}"), re.compile(r"[,。;、]|以上|左右")),
    (
        re.compile(r"平方公里|平方米|立方米|公里|公顷|千瓦时?"),
        re.compile(rf"(?:达到?|共|共计|累计|完成|投资|投入|产值|面积|{ABOUT}){BLANK}"),
        re.compile(r"[,。;、的]|以上|左右"),
    ),
    (
        re.compile("亩|株"),
        re.compile(rf"(?:面积|造林|耕地|流转土地|绿化|[种栽]植[一-鿿]{{0,4}}){BLANK}"),
        re.compile(r"[,。;]"),
    ),
    (
        re.compile(r"[个户家处座条眼]"),
        re.compile(rf"(?:辖|现有|共有|下设|拥有|新建|建成|实施|引进|完成){BLANK}"),
        re.compile(r"(?:行政|自然)?村|项目|企业|农户|居委会|社区|小区|水库|机井|村民小组"),
    ),
    (re.compile(r".{1,6}"), re.compile(r"_{2,12}$"), ANYTHING),
)
"""A unit, the words in front and those behind between which a number must have stood."""


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each unit that lacks its number and is no claim."""
    text = reading.plain
    for match in UNIT.finditer(text):
        start, end = match.span()
        if start == 0 or not NOUN_OR_BLANK.match(text[start - 1]) or not _lacks_number(text, start, end):
            continue
        known = reading.within(Span(start - 12, end))
        if in_furniture(reading, Span(start, end)) or any(claim.end > start for claim in known):
            continue
        yield defect(
            CODE,
            RULE,
            (max(0, start - 2), end),
            Words(f"“{match.group()}”前缺数字", f"digits are missing before {match.group()}"),
            stated=reading.report.text[start:end],
        )


def _lacks_number(text: str, start: int, end: int) -> bool:
    unit = text[start:end]
    if LONG.fullmatch(unit) and text[start - 1] not in NUMBER_IN_FRONT and STOP.match(text, end):
        return True
    before = text[max(0, start - 20) : start]
    return any(
        units.fullmatch(unit) and behind.match(text, end) and front.search(before) for units, front, behind in LOST
    )

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
UNIT = r"(?:[万亿]元|[万亿]美元|万?平方公里|万?平方米|万?立方米|公里|公顷|万亩|万吨|万株|万头|万?千瓦时?|个百分点)"
PLAIN_UNIT = r"(?:平方公里|平方米|立方米|公里|公顷|千瓦时?|个百分点)"
BLANK = "_{0,12}"
NUMBER_IN_FRONT = (
    "每各按以元余多几数百千万亿十半两一二三四五六七八九零〇/超过破上近约达第亩平方立人车吨等成和是个家论为于把比"
)
PATTERNS = (
    re.compile(rf"(?<![{NUMBER_IN_FRONT}])(?<=[一-鿿_])(?P<unit>{UNIT})(?=[,。;、!)])"),
    re.compile(
        rf"(?:增长|下降|提高|达到?|上升|增加|减少|占|完成|高于|低于|回落|(?<!签)约|(?<![附最])近)了?{BLANK}(?P<unit>%|‰|个百分点)"
    ),
    re.compile(rf"(?:达到|收入|支出|增收|补助|达){BLANK}(?P<unit>元)(?=[,。;、]|以上|左右)"),
    re.compile(
        rf"(?:达到?|共|共计|累计|完成|投资|投入|产值|面积|(?<!签)约|(?<![附最])近){BLANK}(?P<unit>{PLAIN_UNIT})(?=[,。;、的]|以上|左右)"
    ),
    re.compile(
        rf"(?:面积|造林|耕地|流转土地|绿化|种植[一-鿿]{{0,4}}|栽植[一-鿿]{{0,4}}){BLANK}(?P<unit>亩|株)(?=[,。;])"
    ),
    re.compile(
        rf"(?:辖|现有|共有|下设|拥有|新建|建成|实施|引进|完成){BLANK}(?P<unit>[个户家处座条眼])"
        r"(?=(?:行政|自然)?村|项目|企业|农户|居委会|社区|小区|水库|机井|村民小组)"
    ),
    re.compile(r"(?P<blank>_{2,12})(?P<unit>[万亿]?元|%|亩|户|人|名|个|处|公里|米|吨|家|座|件|起|次|项)"),
)


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each unit that lacks its number and is no claim."""
    seen: set[int] = set()
    for pattern in PATTERNS:
        for match in pattern.finditer(reading.plain):
            unit = Span(*match.span("unit"))
            known = reading.within(Span(unit.start - 12, unit.end))
            if unit.start in seen or in_furniture(reading, unit) or any(claim.end > unit.start for claim in known):
                continue
            seen.add(unit.start)
            yield defect(
                CODE,
                RULE,
                (max(0, unit.start - 2), unit.end),
                Words(f"“{match['unit']}”前缺数字", f"digits are missing before {match['unit']}"),
                stated=reading.report.text[unit.start : unit.end],
            )

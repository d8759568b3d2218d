"""% where 百分点 is meant.

What it checks: a rate that goes from x% to y% and is said to rise by z%, where z is y − x; a rate of x% that is said to rise by z% on last year is pointed at.
Why: from 40% to 50% is 10 percentage points, and 25 percent.
Fails: 自来水普及率由82%提高到90%，提高8%。
Passes: 自来水普及率由82%提高到90%，提高8个百分点。
When to overrule: never where the difference is exactly that of the two rates.
Source: 国家统计局, 《统计指标解释》: the difference of two percentages is counted in 百分点.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from taizhang.defects import defect
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words

CHINESE = """
查什么：比率由x%升降到y%，又写“提高（下降）z%”，而z恰为两者之差；只写比率x%比上年提高z%的，作提示。
为什么：由40%到50%是提高10个百分点，增长25%。
错例：自来水普及率由82%提高到90%，提高8%。
对例：自来水普及率由82%提高到90%，提高8个百分点。
何时不理：差数恰好相等时，一般都应改。
依据：国家统计局《统计指标解释》：两个百分数之差以百分点计。
"""

RULE: RuleWord = "wording"
CODE = "points_word"
NUMBER = r"[0-9]{1,3}(?:\.[0-9]{1,4})?"
CHANGE = re.compile(
    rf"(?:由|从)[^,。;0-9%]{{0,16}}(?P<old>{NUMBER})%[^,。;0-9%]{{0,12}}(?:到|至|为)(?:了)?[^,。;0-9%]{{0,12}}?(?P<new>{NUMBER})%"
    rf"[,，][^,。;0-9%]{{0,10}}(?P<verb>提高|上升|增加|增长|提升|下降|降低|减少|回落)了?(?P<by>{NUMBER})%"
)
RATE = re.compile(
    rf"(?:率|比重)(?:为|是|已?达到?|提高到|上升到|下降到|降至|保持在|稳定在)?了?{NUMBER}%"
    rf"[,，(]?(?:同比|[比较](?:上年|去年)(?:同期)?)(?P<verb>提高|上升|增加|增长|提升|下降|降低|减少|回落)了?(?P<by>{NUMBER})%"
)
BASIS = re.compile(r"%[,(]?[同比较]")


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each rise of a rate that is counted in % and should be in points, or may have to be."""
    yield from _between_two(reading)
    for sign in BASIS.finditer(reading.plain):
        match = RATE.search(reading.plain, max(0, sign.start() - 24), sign.end() + 24)
        if match and match.start() < sign.start() < match.end():
            yield defect(
                CODE,
                RULE,
                match.span(),
                Words(
                    f"若“{match['by']}%”是两个比率之差，应写“{match['verb']}{match['by']}个百分点”，报告中无从核对",
                    f"if {match['by']}% is the difference of two rates, it is {match['by']} percentage points: cannot be checked from the text",
                ),
                verdict="unknown",
                claims=reading.within(Span(match.start("by"), match.end("by"))),
                stated=f"{match['by']}%",
                computed=f"{match['by']}个百分点",
            )


def _between_two(reading: Reading) -> Iterator[Finding]:
    for match in CHANGE.finditer(reading.plain):
        old, new, by = (Decimal(match[name]) for name in ("old", "new", "by"))
        if by == 0 or abs(new - old) != by:
            continue
        yield defect(
            CODE,
            RULE,
            match.span(),
            Words(
                f"{match['new']}%−{match['old']}%={new - old}，应写“{match['verb']}{by}个百分点”",
                f"{match['new']}% − {match['old']}% = {new - old} percentage points, not percent",
            ),
            claims=reading.within(Span(match.start("by"), match.end("by"))),
            stated=f"{by}%",
            computed=f"{by}个百分点",
        )

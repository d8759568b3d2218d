"""A number of things against 一是, 二是, 三是.

What it checks: a number right in front of a run of ordinals (抓好三项工作：一是…二是…三是…) against the last of them.
Why: a point is added or struck while the number stays.
Fails: 重点抓好四项工作：一是修路，二是改水，三是植树。
Passes: 重点抓好三项工作：一是修路，二是改水，三是植树。
When to overrule: the things are grouped under fewer points.
Source: the ordinals are counted in their order, up to the next 一是.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import defect
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words
from taizhang.wording.numerals import number

CHINESE = """
查什么：紧接着“一是……二是……三是……”的个数（抓好三项工作：一是……）与最后一个序号是否一致。
为什么：增删了一条，总数没有改。
错例：重点抓好四项工作：一是修路，二是改水，三是植树。
对例：重点抓好三项工作：一是修路，二是改水，三是植树。
何时不理：几件事归并在一条里。
依据：按顺序数序号，到下一个“一是”为止。
"""

RULE: RuleWord = "count"
CODE = "count_ordinals"
NUMERALS = "一二三四五六七八九十"
LEAD = re.compile(
    r"(?<![第十百千0-9一二三四五六七八九])(?P<number>[两二三四五六七八九十]|[2-9]|10)"
    r"(?P<noun>(?:个|项|件|大|条|点|种|方面)[一-鿿]{0,14})[:,](?P<first>一是|一要|首先,?一是)"
)
ORDINAL = re.compile(rf"(?<=[。;,:!?\n”])(?P<numeral>[{NUMERALS}])(?P<word>[是要])")
REACH = 3000


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each number that a run of ordinals follows."""
    for match in LEAD.finditer(reading.plain):
        stated = int(match["number"]) if match["number"].isdigit() else number(match["number"]) or 0
        end, last = _ordinals(reading.plain, match.end("first"), match["first"][-1])
        # two points and no more may be followed by others in other words (还有两类)
        if last < 2 or last == 2 < stated:
            continue
        claims = tuple(
            claim for claim in reading.within(Span(match.start(), match.start() + 1)) if claim.number == stated
        )
        holds = stated == last
        says = ("相符", "agrees") if holds else ("不符", "disagrees")
        yield defect(
            CODE,
            RULE,
            (match.start(), end),
            Words(
                f"其后列到第{last}条，报告写的是“{match['number']}”，{says[0]}",
                f"the points run to {last}, the report says {stated}: {says[1]}",
            ),
            verdict="holds" if holds else "broken",
            claims=claims,
            stated=match["number"],
            computed=str(last),
        )


def _ordinals(text: str, start: int, word: str) -> tuple[int, int]:
    """Where the last ordinal of the run stands, and which it is."""
    last, end = 1, start
    for match in ORDINAL.finditer(text, start, start + REACH):
        if match["word"] != word:
            continue
        if match["numeral"] != NUMERALS[last : last + 1]:
            break
        last, end = last + 1, match.end()
    return end, last

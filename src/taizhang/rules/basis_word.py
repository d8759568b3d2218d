"""同比 where 环比 is meant, and the other way round.

What it checks: the period that growth is counted from, where the sentence names it beside 同比 or 环比.
Why: 同比 sets a period against the same one a year before, 环比 against the one before it: the figures differ.
Fails: 三月份工业用电量较上月同比增长4.1%。
Passes: 三月份工业用电量较上月增长4.1%。
When to overrule: 上年 is named for another figure of the sentence.
Source: 国家统计局, 《统计指标解释》 (同比、环比).
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

CHINESE = """
查什么：句中写明了对比的时期，而“同比”“环比”用反。
为什么：同比是与上年同期比，环比是与上一时期比，数字不同。
错例：三月份工业用电量较上月同比增长4.1%。
对例：三月份工业用电量较上月增长4.1%。
何时不理：句中的“上年”说的是另一个数字。
依据：国家统计局《统计指标解释》对同比、环比的解释。
"""

RULE: RuleWord = "wording"
CODE = "basis_word"
LAST_PERIOD = re.compile(
    r"(?:较|比|与)上(?:个?月|季度?|一季度|一个月)(?:末|底|相比)?,?(?P<word>同比)(?:增|减|下|上|提|升|降|回)"
)
LAST_YEAR = re.compile(
    r"(?:较|比|与)(?:上年|去年)(?:同期|同月|同季度?)?(?:相比)?,?(?P<word>环比)(?:增|减|下|上|提|升|降|回)"
)


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each comparison whose word contradicts the period it names."""
    for pattern, right in ((LAST_PERIOD, "环比"), (LAST_YEAR, "同比")):
        for match in pattern.finditer(reading.plain):
            growth = [claim for claim in reading.within(Span(match.end(), match.end() + 8)) if claim.kind == "growth"]
            yield defect(
                CODE,
                RULE,
                (match.start(), growth[0].end if growth else match.end()),
                Words(
                    f"与所写时期相比应为“{right}”，报告写的是“{match['word']}”",
                    f"against the period named it is {right}, the report says {match['word']}",
                ),
                claims=growth[:1],
                stated=match["word"],
                computed=right,
            )

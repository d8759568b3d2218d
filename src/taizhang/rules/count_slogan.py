"""A slogan's number against its parts.

What it checks: the number behind quoted parts (“A、B、C”三化) against those parts, where the number is no figure.
Why: slogans are copied from year to year and a part is lost on the way.
Fails: 大力实施“河道净化、村庄绿化”三化行动。
Passes: 大力实施“河道净化、村庄绿化”两化行动。
When to overrule: the number belongs to the words behind it.
Source: the parts are counted; 和 inside a part is allowed for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.listings import listing
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words
from taizhang.wording.numerals import number

CHINESE = """
查什么：引号内并列的内容与其后的概括数（“A、B、C”三化）是否一致，该数本身不是指标。
为什么：口号年年沿用，转抄中容易丢项。
错例：大力实施“河道净化、村庄绿化”三化行动。
对例：大力实施“河道净化、村庄绿化”两化行动。
何时不理：概括数说的是后面的词。
依据：逐项计数；项内的“和”予以放宽。
"""

RULE: RuleWord = "count"
CODE = "count_slogan"
SLOGAN = re.compile(
    r"[“\"](?P<parts>[^“”\",。;\n]{3,80})[”\"](?P<number>[两二三四五六七八九十])(?P<noun>[一-鿿])(?P<tail>战略|行动|工程|计划)?"
)
NOT_A_SLOGAN = re.compile(r"[字月年日万亿百千届中次级一二三四五六七八九十]")


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each quoted list with a number behind it that is no claim."""
    for match in SLOGAN.finditer(reading.plain):
        if NOT_A_SLOGAN.match(match["noun"]) or reading.within(Span(match.start("number"), match.end("number"))):
            continue
        parts = listing(match["parts"], match.start("parts"))
        stated = number(match["number"]) or 0
        if parts is None or parts.open or "、" not in match["parts"]:
            continue
        holds = parts.fits(stated)
        if not holds and not parts.sure:
            continue
        says = ("相符", "agrees") if holds else ("不符", "disagrees")
        listed = stated if holds else parts.most
        end = match.end("tail") if match["tail"] else match.end("number") + 1
        yield Finding(
            code=CODE,
            rule=RULE,
            verdict="holds" if holds else "broken",
            start=match.start(),
            end=end,
            claims=(),
            message=Words(
                f"引号内{listed}项，概括为“{match['number']}”，{says[0]}", f"{listed} parts, called {stated}: {says[1]}"
            ),
            stated=match["number"],
            computed=str(listed),
        )

"""Things listed behind their number.

What it checks: a number of things against the list that sets them out (三个重点，即A、B和C; 项目2个，分别为A和B; “三化”（A、B、C）).
Why: a name is added to or dropped from the list and the number stays.
Fails: 全力实施三大工程，即河道清淤、道路硬化。
Passes: 全力实施两大工程，即河道清淤、道路硬化。
When to overrule: one of the names stands for several things, or only some of the things are set out.
Source: the things are counted, a thing with a number of its own (两个碎石项目) as many times; 和 inside a name is allowed for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from taizhang.findings import Finding, RuleWord, Verdict
from taizhang.flowing import flowing
from taizhang.listings import AND
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words
from taizhang.wording.numerals import number as numeral

CHINESE = """
查什么：数词与其后逐项列举的内容是否一致（三个重点，即A、B和C；项目2个，分别为A和B；“三化”（A、B、C））。
为什么：名单增减之后，数字往往忘了改。
错例：全力实施三大工程，即河道清淤、道路硬化。
对例：全力实施两大工程，即河道清淤、道路硬化。
何时不理：某个名称代表多项，或只列举了一部分。
依据：逐项计数，自带数量的项（两个碎石项目）按其数量计；名称内部的“和”予以放宽。
"""

RULE: RuleWord = "count"
CODE = "count_after"
LARGEST = 20
LEAD = re.compile(
    r"(?<![第双十百千万0-9.一二三四五六七八九])(?P<number>[两二三四五六七八九]|十[一二三四五六七八九]?|[0-9]{1,2})"
    r"(?![年月日号亿万元千百十])(?P<noun>(?:(?![一二三四五六七八九十两年])[一-鿿]){1,13})[”\"]?"
    r"(?:[,:]?(?:分别是|分别为|即|依次是|包括)(?:指|为|是)?[:]?|\()"
)
TAIL = re.compile(r"[。;!?\n()]")
NOUN_IN_FRONT = re.compile(
    r"(?:个|处|项|家|座|条|所|种|类|户|名|件)(?P<gap>[^。;:!?\n(、]{0,30}),?(?:分别是|分别为)[:]?"
)
OPEN = re.compile(r"等(?:$|[0-9一-鿿]{0,8}$)")
SERIES = re.compile(r"[一二三四五六七八九十两0-9][^、,。;:“\"]{0,5}$")
NOT_THINGS = re.compile(r"[0-9年月日%]{1,6}")
VALUE_FIRST = re.compile(r"[约近]?[0-9]")
REACH = 400


class Enumeration(NamedTuple):
    """Things set out in `span`: between `least` and `most`, with the claims that count some of them."""

    span: Span
    least: int
    most: int
    counts: tuple[Claim, ...]
    sure: bool


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each number that a closed list follows."""
    seen: set[int] = set()
    for match in LEAD.finditer(reading.plain):
        digits = match["number"]
        stated = int(digits) if digits.isdigit() else numeral(digits)
        claim = _claim_at(reading, match.start())
        one_of_several = SERIES.search(reading.plain[max(0, match.start() - 7) : match.start()])
        if stated and 2 <= stated <= LARGEST and not (claim and claim.start < match.start()) and not one_of_several:
            seen.add(match.start())
            yield from _compared(reading, match.start(), match.end(), stated, claim)
    for claim in reading.claims:
        lead = NOUN_IN_FRONT.match(reading.plain, claim.end - len(claim.unit)) if claim.unit_kind == "count" else None
        if lead and claim.number and claim.start not in seen and 2 <= claim.number <= LARGEST:
            yield from _compared(reading, claim.start, lead.end(), int(claim.number), claim)


def _claim_at(reading: Reading, position: int) -> Claim | None:
    return next((claim for claim in reading.within(Span(position - 3, position + 1)) if claim.end > position), None)


def _compared(reading: Reading, start: int, list_start: int, stated: int, claim: Claim | None) -> Iterator[Finding]:
    things = _enumeration(reading, list_start, claim)
    if things is None:
        return
    verdict: Verdict = "holds" if things.least <= stated <= things.most else "broken"
    if verdict == "broken" and not things.sure:
        return
    listed = stated if verdict == "holds" else things.most
    text = claim.text if claim else reading.report.text[start : start + 2]
    says = ("相符", "agrees") if verdict == "holds" else ("不符", "disagrees")
    yield Finding(
        code=CODE,
        rule=RULE,
        verdict=verdict,
        start=start,
        end=things.span.end,
        claims=((claim, *things.counts) if claim else ()),
        message=Words(
            f"其后列出{listed}项，报告写的是{text}，{says[0]}", f"{listed} set out, the report says {text}: {says[1]}"
        ),
        stated=text,
        computed=str(listed),
    )


def _enumeration(reading: Reading, start: int, claim: Claim | None) -> Enumeration | None:
    words = reading.plain[start : start + REACH]
    end = TAIL.search(words)
    if end is None or end.group() == "(":
        return None
    body = words[: end.start()].replace(",和", "和").replace(",以及", "和")
    segments = body.split("、")
    if (len(segments) < 2 and not AND.search(body)) or OPEN.search(body) or VALUE_FIRST.match(body):
        return None
    in_brackets = reading.plain[start - 1] == "("
    if NOT_THINGS.fullmatch(segments[0]) or min(map(len, segments)) < (2 if in_brackets else 1):
        return None
    span = Span(start, start + end.start())
    counts = tuple(each for each in reading.within(span) if _counts_a_thing(reading, each, span, claim))
    extra = sum(int(each.number or 0) - 1 for each in counts)
    joined = [len(AND.findall(segment)) for segment in segments]
    least = max(len(segments), 2)
    most = len(segments) + sum(joined)
    sure = not re.search(r"[,:.…]", body) and end.group() != ";"
    return Enumeration(span, least + extra, most + extra, counts, sure)


def _counts_a_thing(reading: Reading, claim: Claim, span: Span, whole: Claim | None) -> bool:
    """A number at the start of a thing, of the same measure word as the whole (两个各投资400万元的碎石项目)."""
    if whole is None or claim.number is None or claim.unit != whole.unit or claim.number != int(claim.number):
        return False
    return claim.start == span.start or reading.plain[claim.start - 1] in "、和及与"

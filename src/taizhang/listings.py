"""Lists inside sentences: how many things are named, and whether the list is certainly whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.spans import Span

CLAUSE_END = re.compile(r"[,。;:!?\n()【】\[\]]")
AND = re.compile(
    r"以及|(?<![共缓温饱祥维平总中])和(?![平谐睦县田解气])"
    r"|(?<![参给付赠授])与(?![会时否])|(?<![普以涉])及(?![时其格])"
)
LINK = re.compile(r"以及|和(?![平谐睦县田解气])")
OPEN = re.compile(r"等(?![级离同候待效额距于])")
NAMES_MANY = re.compile(r"[0-9%]|[二两三四五六七八九十][个大项条种级省市县区镇乡村座家处]|分别|[^、]等")
LEVEL_WORDS = re.compile(r"(?:国家|中央|省|市|县|区|[省市县]级|[市县区]委|[市县区]政府)")
PARTICLE = re.compile(
    r"(?:的|地|了|在|到|将|被|是|对|把|由|向|给|于|共|各|劣|全国|全省|全市|年度|入选|实施|提出|深化|打好|抓好|落实|完善|坚持|出台|制定|涉及|围绕|[一二三四五六七八九十][~—至到-]?)$"
)
VERB = re.compile(
    r"(?:为|有|达|设|施|增|造|进|现|成|得|获|签|办|推|抓|握|实现|成立|落实|坚持|涉及|围绕|提出|完善|开展|打好|深化|召开|"
    r"出台|制定|培育|引进|达成|列入|以至|新|升级|激发|强化|宣传)$"
)
HEADS_OF_SCOPE = re.compile(r"^(?:全(?![科产链域民要员面新程])|我|本|各|其他|其它|另|新增|新建)")
MAX_ITEM = 16
BLANKS = " 　“”\"'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Things named one after another.

    `least` counts what 、 sets apart, `most` also what 和, 与, 及 join; `open` says that 等 follows, `sure`
    that nothing else in the words could be part of the list or cut it short.
    """

    span: Span
    items: tuple[str, ...]
    least: int
    most: int
    open: bool
    sure: bool

    def fits(self, number: int) -> bool:
        return self.least <= number <= self.most


def listing(words: str, start: int) -> Listing | None:
    """The list that `words`, which begin at `start` of the text, are made of; None where they are none."""
    lead = len(words) - len(words.lstrip(BLANKS))
    body = words.strip(BLANKS)
    segments = body.split("、")
    items = tuple(item.strip(BLANKS) for segment in segments for item in AND.split(segment))
    if len(items) < 2 or not all(items):
        return None
    joined = [len(AND.findall(segment)) for segment in segments]
    # 和 before the last thing closes the list; elsewhere it may stand inside a thing's name, as 与 and 及 mostly do
    closed = joined[-1] <= 1 and not any(map(LINK.search, segments[:-1])) and "与" not in segments[0]
    most = len(segments) + sum(joined)
    return Listing(
        span=Span(start + lead, start + lead + len(body)),
        items=items,
        least=len(segments) if len(segments) > 1 else most,
        most=most,
        open=bool(re.search(r"等{1,2}[^、]{0,6}$", body)),
        sure=closed and _balanced(body) and all(_is_name(item) for item in items[1:]),
    )


def _balanced(body: str) -> bool:
    return body.count("“") == body.count("”") and body.count('"') % 2 == 0


def _is_name(item: str) -> bool:
    return len(item) <= MAX_ITEM and "的" not in item and not HEADS_OF_SCOPE.match(item)


def before(reading: Reading, claim: Claim, reach: int = 120) -> Listing | None:
    """The list that ends right in front of `claim`, in its clause."""
    low = max(0, claim.start - reach)
    words = reading.plain[low : claim.start]
    clause = cut = max((match.end() for match in CLAUSE_END.finditer(words)), default=0)
    for match in NAMES_MANY.finditer(words, cut):
        if "等" not in match.group() or match.end() < len(words) - 6:
            cut = match.end()
            clause = cut if words[cut : cut + 1] == "年" else clause
    opening = max(words.rfind("《", cut), words.rfind("“", cut))
    if words.endswith("“") or (words.endswith('"') and words.count('"') % 2):
        return None
    if opening >= 0 and (words.endswith("”") or ("》" not in words[opening:] and words[opening] == "《")):
        cut = clause = opening + 1
    found = listing(words[cut:].rstrip("”"), low + cut)
    # behind another number the words may be a series of numbers and no list of names
    return replace(found, sure=False) if found and cut != clause else found

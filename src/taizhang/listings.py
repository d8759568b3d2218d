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
    r"^(?:新建|改建|扩建|建设|建成|修建|设立|成立|规划|改造|整治|打造|推进|引进|达成|培育|提升|整合|续建|复工)$|"
    r"(?:为|有|达|(?<!制)造|新增|共建|新建|改建|进入|呈现|建成|获得|获|签订|签|承办|举办|推出|抓|把握|实现|成立|列入|以至|设有|"
    r"升级|激发|强化|宣传|召开|开展|推进|..建设)$"
)
RESTART = re.compile(r"年|[”\"]?(?:即|是|指)|[^、]{0,12}(?:的|用于)")
"""Behind a number these begin anew: what follows them is no part of a series of numbers."""
HEADS_OF_SCOPE = re.compile(r"^(?:全(?![科产链域民要员面新程])|我|本|各|其他|其它|另|新增|新建)")
MAX_ITEM = 16
QUOTES = re.compile('[“”"]')
NO_LIST = re.compile(r"等[省市县区地州]|\u3000| {2}")
BLANKS = " 　“”\"'"


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Things named one after another.

    `least` counts what 、 sets apart, `most` also what 和, 与, 及 join; `open` says that 等 follows, `named`
    that each thing looks like a name, `sure`
    that nothing else in the words could be part of the list or cut it short.
    """

    span: Span
    items: tuple[str, ...]
    least: int
    most: int
    open: bool
    named: bool
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
    named = not NO_LIST.search(body) and not QUOTES.search(items[0]) and all(_is_name(item) for item in items[1:])
    return Listing(
        span=Span(start + lead, start + lead + len(body)),
        items=items,
        least=max(len(segments), 2),
        most=most,
        open=bool(re.search(r"等{1,2}[^、]{0,6}$", body)),
        named=named,
        sure=closed and named,
    )


def _is_name(item: str) -> bool:
    return (
        len(item) <= MAX_ITEM
        and item.count("“") == item.count("”")
        and "的" not in item.replace("党的", "党")
        and not HEADS_OF_SCOPE.match(item)
    )


def before(reading: Reading, claim: Claim, reach: int = 120) -> Listing | None:
    """The list that ends right in front of `claim`, in its clause."""
    low = max(0, claim.start - reach)
    words = reading.plain[low : claim.start]
    clause = cut = max((match.end() for match in CLAUSE_END.finditer(words)), default=0)
    for match in NAMES_MANY.finditer(words, cut):
        if "等" not in match.group() or match.end() < len(words) - 6:
            cut = match.end()
            clause = cut if RESTART.match(words, cut) else clause
    if words.endswith('"') and words.count('"') % 2:
        return None
    if words.endswith('"'):
        words = f"{words[:-1]}”".replace('"', "“")
    opening = max(words.rfind("《", cut), words.rfind("“", cut))
    if words.endswith("“"):
        return None
    if opening >= 0 and (words.endswith("”") or ("》" not in words[opening:] and words[opening] == "《")):
        cut = clause = opening + 1
    found = listing(words[cut:].rstrip("”"), low + cut)
    # behind another number the words may be a series of numbers and no list of names
    return replace(found, named=False, sure=False) if found and cut != clause else found

"""What the rules share: the words between claims, whether two claims are about one thing, and a finding's form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from taizhang.findings import Finding, RuleWord, Verdict
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

PARAGRAPH = "¶"
BLANK = re.compile(r"\s{1,400}")
WITHIN = 500
LONGEST_LINE = 400
WRAP_AFTER = 18
"""A line at least this long may be broken inside a sentence; a shorter one is a heading or an item."""
SCOPE = re.compile(
    r"^(?:全(?:镇|乡|县|市|区|省|国|村|街道|社会)|(?:我|本)(?:镇|乡|县|市|区|省|国|村)|实现|完成|累计|共|落实|新(?![建修增型农能材兴]))+"
)
WORK = re.compile(r"^(?:新建|改扩建|改建|扩建|改造|建设|修建|新修|维修|整修|硬化|建成|打造|实施)+")
PARTICLES = re.compile(r"[的了“”\"'()《》\s]|任务$|目标$")
SYNONYMS = (
    frozenset({"招商引资", "引进资金", "招商引资额", "引资", "招商引资到位资金", "到位资金", "实际到位资金"}),
    frozenset({"地区生产总值", "生产总值", "国内生产总值", "GDP"}),
    frozenset({"固定资产投资", "全社会固定资产投资", "固投", "固定资产投资额"}),
    frozenset({"社会消费品零售总额", "社消零", "社会消费品零售额"}),
    frozenset({"农民人均纯收入", "农民纯收入", "农村居民人均纯收入", "人均纯收入"}),
)
OPPOSED = (
    ("收入", "支出"), ("城镇", "农村", "农民"), ("进口", "出口", "进出口"), ("存款", "贷款"), ("男", "女"), ("水田", "旱田"),
    ("第一产业", "第二产业", "第三产业"), ("一产", "二产", "三产"), ("签约", "开工", "竣工", "投产", "在建", "洽谈"), ("新增", "减少"),
)  # fmt: skip
"""Heads that make two indicators different things however alike they look."""
CONSTANT_PRICES = re.compile(r"生产总值|GDP|增加值|国民收入|总产值|可支配收入|纯收入|消费支出|人均收入|产值")
"""Growth of these is counted at constant prices, so levels at current prices neither prove nor refute it."""

Alike = Literal["same", "near", "no"]


def squeezed(text: str) -> str:
    """`text` without white space; a gap that ends a paragraph becomes ¶."""
    pieces: list[str] = []
    last = 0
    for gap in BLANK.finditer(text):
        pieces.append(text[last : gap.start()])
        if _ends_paragraph(text, gap.start(), gap.group()):
            pieces.append(PARAGRAPH)
        last = gap.end()
    pieces.append(text[last:])
    return "".join(pieces)


def _ends_paragraph(text: str, start: int, gap: str) -> bool:
    if "\n" not in gap:
        return False
    if gap.count("\n") > 1 or gap.endswith(("  ", "\u3000")):
        return True
    line = start - (text.rfind("\n", 0, start) + 1)
    return text[max(0, start - 1) : start] in "。!?" or line < WRAP_AFTER


def between(reading: Reading, first: Claim, second: Claim) -> str:
    """The words from the end of `first` to the start of `second`."""
    return _cut(reading, first.end, second.start)


def before(reading: Reading, claim: Claim, length: int = 30) -> str:
    """Up to `length` characters in front of `claim`, back to the last 。 or paragraph."""
    words = _cut(reading, max(0, claim.start - length), claim.start)
    return re.split(r"[。!?¶]", words)[-1]


def after(reading: Reading, claim: Claim, length: int = 30) -> str:
    """Up to `length` characters behind `claim`, up to the next 。 or paragraph."""
    words = _cut(reading, claim.end, claim.end + length)
    return re.split(r"[。!?¶]", words)[0]


def _cut(reading: Reading, start: int, end: int) -> str:
    words = reading.plain[start:end]
    if not BLANK.search(words):
        return words
    # The line that `start` stands in is looked at too, so that a short line is told from a wrapped one.
    farthest = max(0, start - LONGEST_LINE)
    line = max(farthest, reading.plain.rfind("\n", farthest, start) + 1)
    whole = squeezed(reading.plain[line:end])
    head = squeezed(reading.plain[line:start])
    return whole[len(head) :] if whole.startswith(head) else squeezed(words)


def one_sentence(words: str) -> bool:
    """Whether `words` hold no end of a sentence or paragraph."""
    return not re.search(r"[。!?¶]", words)


@lru_cache(maxsize=8192)
def core(indicator: str) -> str:
    """An indicator without the place it belongs to and without particles."""
    name = SCOPE.sub("", PARTICLES.sub("", indicator))
    work = WORK.sub("", name)
    return work if len(work) > 1 else name


def alike(first: str, second: str) -> Alike:
    """Whether two indicators name one thing: `same` beyond doubt, `near` where one head noun is shared."""
    a, b = core(first), core(second)
    if not a or not b:
        return "no"
    if a == b or any(a in group and b in group for group in SYNONYMS):
        return "same"
    if any(_heads(a, heads) and _heads(b, heads) and _heads(a, heads) != _heads(b, heads) for heads in OPPOSED):
        return "no"
    short, long = sorted((a, b), key=len)
    if len(short) >= 4 and long.endswith(short):
        return "near"
    if len(short) >= 4 and _common(short, long) >= max(4, len(short) - 2):
        return "near"
    return "no"


def _heads(indicator: str, heads: tuple[str, ...]) -> set[str]:
    return {head for head in heads if head in indicator}


def _common(short: str, long: str) -> int:
    """Length of the longest run of characters that both share."""
    for size in range(min(len(short), 40), 0, -1):
        if any(short[at : at + size] in long for at in range(len(short) - size + 1)):
            return size
    return 0


def comparable_units(first: Claim, second: Claim) -> bool:
    """Whether two amounts can be compared: one kind, and for counts one measure word."""
    if first.unit_kind != second.unit_kind or not first.unit_kind:
        return False
    return first.unit_kind not in ("count", "currency") or first.unit == second.unit or _bare(first) == _bare(second)


def _bare(claim: Claim) -> str:
    return claim.unit.lstrip("十百千万亿萬億")


def nearest(claims: Sequence[Claim], position: int) -> Sequence[Claim]:
    """The last claims in front of `position`: as many as a report has, however long a text is."""
    end = bisect_left(claims, position, key=lambda claim: claim.start)
    return claims[max(0, end - WITHIN) : end]


def level(claim: Claim) -> bool:
    """Whether the claim is a magnitude with a single value."""
    return claim.kind == "level" and claim.number is not None and claim.factor != 0


def outcome(
    code: str,
    rule: RuleWord,
    result: Verdict,
    claims: Sequence[Claim],
    equation: str | Words,
    *,
    stated: str | None = None,
    computed: str | None = None,
    at: Sequence[Claim] | None = None,
) -> Finding:
    """A finding whose message is `equation` and what it means; `at` are the claims to show, if not all."""
    shown = at or claims
    return Finding(
        code=code,
        rule=rule,
        verdict=result,
        start=min(claim.start for claim in shown),
        end=max(claim.end for claim in shown),
        claims=tuple(sorted(claims, key=lambda claim: claim.start)),
        message=_message(result, equation, stated, computed),
        stated=stated,
        computed=computed,
    )


def _message(result: Verdict, equation: str | Words, stated: str | None, computed: str | None) -> Words:
    words = Words(equation, equation) if isinstance(equation, str) else equation
    # A number may be broken over two lines of the report.
    chinese, english = "".join(words.zh.split()), " ".join(words.en.split())
    if result == "holds":
        if stated and computed and "".join(stated.split()) != computed:
            return Words(f"{chinese}，在舍入范围内相符", f"{english}: agrees within rounding")
        return Words(f"{chinese}，相符", f"{english}: agrees")
    if result == "unknown":
        return Words(f"{chinese}，报告中无从核对", f"{english}: cannot be checked from the text")
    if stated is None:
        return Words(f"{chinese}，不符", f"{english}: disagrees")
    said = "".join(stated.split())
    return Words(f"{chinese}，报告写的是{said}，不符", f"{english}, the report says {said}: disagrees")

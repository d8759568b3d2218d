"""A whole and its parts without 其中.

What it checks: parts behind a colon (办结案件35件：民事20件、刑事10件、行政5件), and what is done beside what is not (受理80件，办结60件，未办结20件).
Why: the whole is taken from one table and the parts from another.
Fails: 今年共受理来信80件，办结60件，未办结25件。
Passes: 今年共受理来信80件，办结60件，未办结20件。
When to overrule: only the largest parts are listed, or they overlap.
Source: parts add up to the whole within the rounding of all numbers. A list that ends in 等, whose items have other numbers, or that goes on behind the next full stop is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.totals import Total, gap, is_part, judged, name_of
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

CHINESE = """
查什么：冒号之后分列各部分的（办结案件35件：民事20件、刑事10件、行政5件），以及已办与未办并列的（受理80件，办结60件，未办结20件），各部分之和与总数是否一致。
为什么：总数与分项取自两张表。
错例：今年共受理来信80件，办结60件，未办结25件。
对例：今年共受理来信80件，办结60件，未办结20件。
何时不理：只列了主要部分，或各部分互有重叠。
依据：各部分之和与总数在各自舍入范围内比较；以“等”结尾、夹有其他数字、句号后仍在继续的列举不判。
"""

RULE: RuleWord = "sum"
CODE = "sum_listed"
COLON = re.compile(r"[^,;、。:!?\n0-9]{0,8}:(?P<name>[^,;、。:!?\n0-9]{0,14})")
NO_LIST = re.compile(r"其中|分别|如下|[是为]$|主要|不|最|第")
END = re.compile(r"[^,;、。:!?\n0-9等]{0,2}(?:[。;\n]|$)")
WHOLE_CLAUSE = re.compile(r"受理|接到|接访|接待|收到|排查|发现|摸排|交办|转办|登记|立案|[共总]")
STATE = r"办结|化解|整改|调处|解决|处理|答复|办理|审结|执结|侦破|销号|拆除|验收|完成|核查|回复|整治|处置|修复|改造"
DONE = re.compile(
    rf"[^,;。、:\n0-9等]{{0,4}}[,;、](?:其中|目前|现)?已?(?:经|全部)?(?P<done>{STATE})了?(?P<noun>[^,;。、:\n0-9]{{0,4}})"
)
NOT_YET = re.compile("[,;、][^,;、]{0,4}[未没正待]")
NOT_DONE = re.compile(
    rf"[^,;。、:\n0-9等]{{0,4}}[,;、](?:还有|尚有|目前|仍有)?(?:尚?未能?|没有|正在|待)(?P<open>{STATE})的?(?P<noun>[^,;。、:\n0-9]{{0,4}})"
)
MOST_PARTS = 20
FARTHEST = 24


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each whole whose parts stand behind it."""
    plain = reading.plain
    for index, (whole, first) in enumerate(pairwise(reading.claims), 1):
        if first.unit_kind != whole.unit_kind or first.start - whole.end > FARTHEST:
            continue
        total = None
        if plain.find(":", whole.end, first.start) >= 0:
            total = _listed(reading, index)
        elif NOT_YET.search(plain, first.end, first.end + FARTHEST):
            total = _done_and_open(reading, index + 1)
        if total:
            yield from judged(CODE, total)


def _listed(reading: Reading, index: int) -> Total | None:
    """The whole in front of a colon with every number of the sentence behind it."""
    whole, parts = reading.claims[index - 1], list[Claim]()
    if not is_part(whole, whole):
        return None
    last = whole
    for claim in reading.claims[index : index + MOST_PARTS]:
        words = gap(reading, last, claim)
        if parts and re.search("[。!?\n]", words):
            break
        name = _opening(words) if last is whole else name_of(words)
        if name is None or not is_part(claim, whole) or NO_LIST.search(name):
            return None
        parts.append(claim)
        last = claim
    if len(parts) < 2 or not END.match(reading.plain, last.end):
        return None
    return Total(whole, tuple(parts))


def _opening(words: str) -> str | None:
    opened = COLON.fullmatch(words)
    return name_of("," + opened["name"]) if opened and not NO_LIST.search(words) else None


def _done_and_open(reading: Reading, index: int) -> Total | None:
    """Found, solved and open, the last two by one verb."""
    if index >= len(reading.claims):
        return None
    whole, done, left = reading.claims[index - 2 : index + 1]
    if not (is_part(whole, whole) and is_part(done, whole) and is_part(left, whole)):
        return None
    one, two = DONE.fullmatch(gap(reading, whole, done)), NOT_DONE.fullmatch(gap(reading, done, left))
    if not one or not two or not _one_matter(one["done"], two["open"]):
        return None
    words = re.split("[,;、。:!?\n]", reading.plain[max(0, whole.start - 30) : whole.start])[-1]
    return Total(whole, (done, left)) if WHOLE_CLAUSE.search(words) else None


def _one_matter(done: str, left: str) -> bool:
    """办结 and 未办理 are of one matter, 整改 and 未验收 of two."""
    return done[0] == left[0] or {done, left} <= {"化解", "调处", "解决", "处理", "办结", "办理"}

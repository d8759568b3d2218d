"""Works against the places they stand in.

What it checks: a number of works built in named places (在A村和B村新建养猪小区2处), one in each.
Why: it says whether every place named has its work.
Fails: 在柳湾村和石桥村各新建水井3处。
Passes: 在柳湾村和石桥村新建水井2处。
When to overrule: a place has more than one of the works.
Source: places are counted; a number that is no multiple of them is broken only where each is said to have some (各).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.findings import Finding, RuleWord
from taizhang.listings import listing
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：分设在若干地点的工程数（在A村和B村新建养猪小区2处）与地点个数是否一致。
为什么：可看出所列地点是否都有着落。
错例：在柳湾村和石桥村各新建水井3处。
对例：在柳湾村和石桥村新建水井2处。
何时不理：某个地点不止一处。
依据：逐个数地点；只有写明“各”时，不一致才判为不符。
"""

RULE: RuleWord = "count"
CODE = "count_places"
PLACES = re.compile(
    r"在(?P<places>[^,。;:!?\n0-9在]{4,60}?)(?P<each>各)?(?:规划|新建|建设|修建|建成|建立|发展|建起|兴建|实施|开工)"
)
NAMED = re.compile(r"村|镇|乡|社区|街道|河|沟|屯|营|庄|组")
WORKS = frozenset(["处", "座", "个", "所", "眼", "条", "家"])


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each number of works that equals the number of places."""
    for claim in reading.claims:
        if claim.unit not in WORKS or claim.kind != "level" or claim.number is None:
            continue
        low = max(reading.sentence(claim.start).start, claim.start - 90)
        clause = max(low, *(reading.plain.rfind(sign, low, claim.start) + 1 for sign in ",;:。"))
        match = PLACES.search(reading.plain, clause, claim.start)
        places = listing(match["places"], match.start("places")) if match else None
        if match is None or places is None or places.open or not all(map(NAMED.search, places.items)):
            continue
        if not match["each"] and places.fits(int(claim.number)):
            yield _finding(claim, match.start(), len(places.items))


def _finding(claim: Claim, start: int, places: int) -> Finding:
    return Finding(
        code=CODE,
        rule=RULE,
        verdict="holds",
        start=start,
        end=claim.end,
        claims=(claim,),
        message=Words(
            f"地点{places}个,报告写的是{claim.text},相符", f"{places} places, the report says {claim.text}: agrees"
        ),
        stated=claim.text,
        computed=str(places),
    )

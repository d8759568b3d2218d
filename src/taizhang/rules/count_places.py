"""Works against the places they stand in.

What it checks: a number of works built in named places (在A村和B村新建养猪小区2处), one in each.
Why: it says whether every place named has its work.
Fails: 在柳湾村、石桥村和杏坪村新建养猪小区2处。
Passes: 在柳湾村、石桥村和杏坪村新建养猪小区3处。
When to overrule: one work lies on the ground of two places.
Source: places are counted; fewer works than places leave a place without, more decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.findings import Finding, RuleWord, Verdict
from taizhang.flowing import flowing
from taizhang.listings import Listing, listing
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：分设在若干地点的工程数（在A村和B村新建养猪小区2处）与地点个数是否一致。
为什么：可看出所列地点是否都有着落。
错例：在柳湾村、石桥村和杏坪村新建养猪小区2处。
对例：在柳湾村、石桥村和杏坪村新建养猪小区3处。
何时不理：一处工程跨两个地点。
依据：逐个数地点；工程数少于地点数，必有地点落空；多于地点数不作判断。
"""

RULE: RuleWord = "count"
CODE = "count_places"
PLACES = re.compile(
    r"在(?P<places>[^,。;:!?\n0-9在]{4,60}?)(?P<each>各)?(?:规划|新建|建设|修建|建成|建立|发展|建起|兴建|实施|开工)"
)
NAMED = re.compile(r"村|镇|乡|社区|街道|河|沟|屯|营|庄|组")
WORKS = frozenset(["处", "座", "个", "所", "眼", "条", "家"])


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each number of works that is no larger than the number of places."""
    for claim in reading.claims:
        if claim.unit not in WORKS or claim.kind != "level" or claim.number is None:
            continue
        low = max(reading.sentence(claim.start).start, claim.start - 90)
        clause = max(low, *(reading.plain.rfind(sign, low, claim.start) + 1 for sign in ",;:。"))
        match = PLACES.search(reading.plain, clause, claim.start)
        places = listing(match["places"], match.start("places")) if match else None
        if match is None or places is None or places.open or not all(map(NAMED.search, places.items)):
            continue
        if not match["each"] and (places.fits(int(claim.number)) or places.sure) and claim.number <= places.most:
            yield _finding(claim, match.start(), places)


def _finding(claim: Claim, start: int, places: Listing) -> Finding:
    verdict: Verdict = "holds" if claim.number == places.most else "broken"
    says = ("相符", "agrees") if verdict == "holds" else ("不符", "disagrees")
    listed = len(places.items)
    return Finding(
        code=CODE,
        rule=RULE,
        verdict=verdict,
        start=start,
        end=claim.end,
        claims=(claim,),
        message=Words(
            f"地点{listed}个，报告写的是{claim.text}，{says[0]}",
            f"{listed} places, the report says {claim.text}: {says[1]}",
        ),
        stated=claim.text,
        computed=str(listed),
    )

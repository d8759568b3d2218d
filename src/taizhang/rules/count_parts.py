"""A number of areas against the areas that 其中 sets out with their sizes.

What it checks: 四个项目区…，其中A、B、C各500亩、D150亩: as many names behind 其中 as areas.
Why: an area that is not begun is left out of the list and not of the number.
Fails: 建成三个项目区，其中柳湾、石桥、杏坪各200亩、青塘90亩。
Passes: 建成四个项目区，其中柳湾、石桥、杏坪各200亩、青塘90亩。
When to overrule: only the larger areas are set out, or two of them lie in one place.
Source: names are counted; fewer names than areas decide nothing, more are broken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.findings import Finding, RuleWord, Verdict
from taizhang.flowing import flowing
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words

CHINESE = """
查什么：“四个项目区……，其中A、B、C各500亩、D150亩”：“其中”之后的名称个数与总个数是否一致。
为什么：未开工的片区常从名单里漏掉，总数却没有改。
错例：建成三个项目区，其中柳湾、石桥、杏坪各200亩、青塘90亩。
对例：建成四个项目区，其中柳湾、石桥、杏坪各200亩、青塘90亩。
何时不理：只列了较大的片区，或两个片区在同一地点。
依据：逐个数名称；少于总数不作判断，多于总数为不符。
"""

RULE: RuleWord = "count"
CODE = "count_parts"
PARTS = re.compile(
    r"其中[,:]?(?P<parts>(?:[一-鿿]{1,8}、){1,8}[一-鿿]{1,8}各[0-9.]{1,9}[一-鿿]{1,3}(?:[、,][一-鿿]{2,8}[0-9.]{1,9}[一-鿿]{1,3}){0,6})"
)
AREAS = re.compile(r"个|处|块|片")


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each list of named areas behind the number of them."""
    for match in PARTS.finditer(reading.plain):
        whole = _whole(reading, match.start())
        if whole is None:
            continue
        sizes = [claim for claim in reading.within(Span(match.start(), match.end())) if claim.number is not None]
        names = len([name for name in re.split(r"[、,]", match["parts"]) if name])
        stated = int(whole.number or 0)
        verdict: Verdict = "holds" if names == stated else "broken" if names > stated else "unknown"
        yield Finding(
            code=CODE,
            rule=RULE,
            verdict=verdict,
            start=whole.start,
            end=match.end(),
            claims=(whole, *sizes),
            message=Words(f"“其中”之后{names}个，总数{whole.text}", f"{names} named behind 其中, {whole.text} in all"),
            stated=whole.text,
            computed=str(names),
        )


def _whole(reading: Reading, end: int) -> Claim | None:
    """The only number of areas in the sentence in front of 其中."""
    counts = [
        claim
        for claim in reading.within(Span(reading.sentence(end).start, end))
        if claim.unit_kind == "count" and claim.number is not None and AREAS.fullmatch(claim.unit)
    ]
    return counts[0] if len(counts) == 1 else None

"""A total behind its parts.

What it checks: parts that are listed first and added up at the end (甲300亩，乙420亩，合计720亩).
Why: a part is corrected and the total behind it stays.
Fails: 东片完成造林300亩，西片完成造林420亩，合计760亩。
Passes: 东片完成造林300亩，西片完成造林420亩，合计720亩。
When to overrule: the total is of more than the parts in front of it.
Source: parts add up to the whole within the rounding of all numbers. Only where 合计, 共计, 总计 or 总共 opens the total's clause and all numbers of the sentence in its unit are parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.totals import Total, gap, is_part, judged, name_of
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

CHINESE = """
查什么：先列各部分、最后写合计的（甲300亩，乙420亩，合计720亩），各部分之和与合计是否一致。
为什么：改了分项，后面的合计忘了改。
错例：东片完成造林300亩，西片完成造林420亩，合计760亩。
对例：东片完成造林300亩，西片完成造林420亩，合计720亩。
何时不理：合计还包括前面没有列出的部分。
依据：各部分之和与总数在各自舍入范围内比较；只在“合计、共计、总计、总共”起头、且该句同单位的数都是分项时判断。
"""

RULE: RuleWord = "sum"
CODE = "sum_behind"
MARK = re.compile(r"(?:[合共总]计|总共)(?P<noun>[^,;。、:!?\n0-9]{0,8})$")
REACH = 12
LEAD = re.compile(
    r"(?:以上|上述|全[镇乡县市区村]|[两二三四五六七八九十0-9]{1,3}(?:项|者|类|个?村|家|笔|处|部分|级))?(?:资金|面积)?$"
)
NOUN = re.compile(r"(?:完成|投入|投资|资金|达到?|为|约|有|是|近|实现|面积|金额|数量|办结|种植|发放|建成|任务){0,2}")
SENTENCE_END = re.compile(r"[。!?\n]")
CLAUSE_END = re.compile(r"[,;、。:!?\n]")
MOST_PARTS = 20
FARTHEST = 60
NEAR = 16


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each total with its parts in front."""
    for index in range(2, len(reading.claims)):
        whole, last = reading.claims[index], reading.claims[index - 1]
        if whole.unit_kind != last.unit_kind or whole.start - last.end > 3 * REACH:
            continue
        mark = MARK.search(reading.plain, whole.start - REACH, whole.start)
        if mark and mark.start() >= last.end and (total := _total(reading, index, mark)):
            yield from judged(CODE, total)


def _total(reading: Reading, index: int, mark: re.Match[str]) -> Total | None:
    whole, last = reading.claims[index], reading.claims[index - 1]
    lead = reading.plain[last.end : mark.start()]
    if not is_part(whole, whole) or len(lead) > 14 or not re.match("[^,;、。等0-9]{0,2}[,;、]", lead):
        return None
    parts = _parts(reading, index)
    if parts is None or not LEAD.fullmatch(re.split("[,;、]", lead, maxsplit=1)[1]):
        return None
    listed = reading.plain[max(0, parts[0].start - NEAR) : parts[-1].end]
    return (
        Total(whole, parts)
        if NOUN.fullmatch(mark["noun"]) or (len(mark["noun"]) > 1 and mark["noun"] in listed)
        else None
    )


def _parts(reading: Reading, index: int) -> tuple[Claim, ...] | None:
    """All the sentence's numbers in front of the total; None where one of them is no part of it."""
    whole, parts = reading.claims[index], []
    for at in range(index - 1, max(-1, index - 1 - MOST_PARTS), -1):
        claim = reading.claims[at]
        if not is_part(claim, whole):
            return None
        parts.append(claim)
        words = (
            reading.plain[max(0, claim.start - FARTHEST) : claim.start]
            if not at
            else gap(reading, reading.claims[at - 1], claim)
        )
        if at and not SENTENCE_END.search(words):
            if name_of(words) is None:
                return None
            continue
        first = name_of("," + re.sub("^(?:争取|新增)", "", CLAUSE_END.split(words)[-1]))
        return tuple(reversed(parts)) if first is not None and len(parts) > 1 else None
    return None

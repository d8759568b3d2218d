"""Which year's value a claim says that it is, where its own sentence dates it, and the value of the year before."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from taizhang.relations import before, comparable_units, core, level
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.wording.characters import plain

PERIOD = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年|(?P<now>今年|本年)|(?P<last>去年|上年))度?(?P<part>全年|[上下]半年|[前一二三四1-4]{1,2}季度|(?:1[-—~至])?[0-9]{1,2}月份?)?"
)
PART_REPORT = re.compile(r"半年|季度|月")
TOO_WIDE = re.compile(r"[^总]?(?:收入|产值|产量|面积|投资|资金|支出|利润|规模|数量|人数|项目|企业|户数)?")
"""Names that many things share."""

Year = tuple[str, int, str]


@lru_cache(maxsize=4096)
def year_of(period: str) -> Year | None:
    """How the year is named (`written` or `told`), its number (今年 is 0), and which part of it; None where it is no year."""
    match = PERIOD.fullmatch(plain("".join(period.split())))
    if match is None:
        return None
    part = (match["part"] or "").replace("全年", "").removesuffix("份").replace("—", "-")
    if match["year"]:
        return "written", int(match["year"]), part
    return "told", 0 if match["now"] else -1, part


def is_dated(reading: Reading, claim: Claim) -> bool:
    """Whether the period stands in the claim's own sentence: that of a heading may be of much else."""
    return plain("".join((claim.period or "").split())) in before(reading, claim, 80)


class Dated:
    """The levels of a reading that their own sentence dates, by name and year."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    @cached_property
    def levels(self) -> dict[tuple[str, Year], list[Claim]]:
        found: dict[tuple[str, Year], list[Claim]] = {}
        for claim in self.reading.claims:
            year = year_of(claim.period) if claim.period and level(claim) else None
            if year and claim.number and claim.status == "actual" and claim.bound == "=":
                found.setdefault((core(claim.indicator), year), []).append(claim)
        return found

    def year_before(self, now: Claim) -> Claim | None:
        """The one value that the report states of the same thing a year earlier."""
        year = year_of(now.period) if now.period and now.status != "planned" else None
        name = core(now.indicator)
        if year is None or TOO_WIDE.fullmatch(name):
            return None
        kind, number, part = year
        if not part and kind == "told" and PART_REPORT.search(self.reading.report.outline.period or ""):
            return None
        values = [
            each
            for each in self.levels.get((name, (kind, number - 1, part)), [])
            if comparable_units(each, now) and is_dated(self.reading, each)
        ]
        one = len({each.amount for each in values}) == 1
        return values[0] if one and is_dated(self.reading, now) else None

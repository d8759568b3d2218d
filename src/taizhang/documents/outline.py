"""What a report is about and how it is built: title, place, years, period, sections, and the page's own words."""

from __future__ import annotations

import re

from taizhang.documents.furniture import furniture, lines_of
from taizhang.documents.headings import STYLES, sections
from taizhang.values.reports import Outline
from taizhang.values.spans import Span
from taizhang.wording.characters import plain

TITLE = re.compile(r"报告|总结|汇报|计划|情况|要点|规划|纲要|意见|方案|简介|概况|公报|述职|安排|小结")
SPOKEN_FOR = re.compile(r"代表(?P<place>[一-鿿]{2,12}?)(?:人民政府|政府|党委|镇党委|乡党委|委员会)")
PLACE = re.compile(
    r"^(?:中共|关于)?(?P<place>(?![一二三四五六七八九十xX×0-9])[一-鿿]{1,8}?(?:街道办事处|街道|镇|乡|县|市|省|自治区|区))"
)
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年|[-—–~～至])")
PERIOD = re.compile(
    r"(?:(?:19|20)[0-9]{2}年)?(?:上半年|下半年|前三季度|[一二三四]季度|[0-9]{1,2}[-—~至][0-9]{1,2}月份?)|半年|(?:19|20)[0-9]{2}年度?|(?:今后|过去)?[一二三四五]年"
)


def _title(simple: str, skipped: frozenset[int]) -> Span | None:
    """The last short line before the body that names a kind of document; else the first short line."""
    first = best = None
    for seen, line in enumerate(lines_of(simple)):
        words = simple[line.start : line.end].strip()
        if seen > 40 or (len(words) > 80 or any(pattern.match(words) for _, pattern in STYLES)):
            if words and (seen > 40 or len(words) > 80):
                break
            continue
        if not words or line.start in skipped or "。" in words:
            continue
        first = first or line
        if TITLE.search(words):
            best = line
    return best or first


def outline(text: str) -> Outline:
    """The outline of a report's text; offsets are code points of `text`. Linear in its length."""
    simple = plain(text)
    page = furniture(simple)
    skipped = frozenset(span.start for span in page)
    title = _title(simple, skipped)
    words = simple[title.start : title.end].strip() if title else ""
    tree = sections(simple, skipped | ({title.start} if title else set()))
    spoken = SPOKEN_FOR.search(simple[:4000])
    named = PLACE.match(words)
    period = PERIOD.search(words)
    heads = words + " ".join(section.title for section in tree if section.level <= 2)
    return Outline(
        title=title,
        place=spoken["place"] if spoken else named["place"] if named else None,
        years=tuple(sorted({int(year) for year in YEAR.findall(heads)})),
        period=period.group() if period else None,
        sections=tree,
        furniture=page,
    )

"""What a report is about and how it is built: title, place, years, period, sections, and the page's own words."""

from __future__ import annotations

import re

from taizhang.documents.furniture import furniture
from taizhang.documents.headings import numbered
from taizhang.documents.lines import Lines
from taizhang.documents.roles import BOTH, TITLE_OF_PLAN
from taizhang.documents.sections import sections
from taizhang.values.reports import Outline, Section
from taizhang.values.spans import Span
from taizhang.wording.characters import plain

KIND = re.compile(r"报告|总结|汇报|计划|情况|要点|规划|纲要|意见|方案|简介|概况|公报|述职|安排|小结")
NO_TITLE = re.compile(
    r"各位代表|同志们|代表大会|我代表|请予审议|点击|查阅|(?<![工 ])作[^,]{0,20}报告|[,;。]|:$|(?:书记|主任|[省市县区镇乡州旗]长)[ ]{0,6}[一-鿿 ?]{2,8}$|^[-—]{1,4}"
)
LABEL = re.compile(r"[ \t]{0,8}(?:标题|题目)[ ]{0,2}:[ \t]{0,4}")
UNIT = r"(?:街道办事处|街道|自治区|自治州|自治县|新区|(?<![专社])[省市州盟县区旗镇乡])"
NAME = re.compile(
    rf"(?!人民|政府|自治|工作|城市|城乡|经济|农村|乡镇|上半|下半|年度|全|某|我|本|各|该|大会)(?:(?!在)[一-鿿]){{1,8}}?{UNIT}(?!级|域|长|直|委|政协|[省市])"
)
SPOKEN_FOR = re.compile(r"我(?:受|代表)(?P<place>[一-鿿]{2,12}?)(?:人民政府|政府|党委|党工委|委员会)")
SESSION = re.compile(rf"在(?P<place>[一-鿿]{{2,12}}?{UNIT})第?[一二三四五六七八九十0-9]{{1,3}}届")
YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?=年|[-—–~～至](?:19|20)[0-9]{2})")
WORDED_YEAR = re.compile(r"[一二][九〇○零0][〇○零一二三四五六七八九0]{2}(?=年)")
PERIOD = re.compile(
    r"(?:(?:19|20)[0-9]{2}年)?(?:上半年|下半年|前三季度|第?[一二三四]季度|[0-9]{1,2}[-—~至][0-9]{1,2}月份?)|"
    r"(?:19|20)[0-9]{2}年度?|(?:今后|过去)[一二三四五]年|半年"
)
LEADING_YEAR = re.compile(r"^(?:标题:)?(?:中共|关于)?(?:[0-9xX×]{2,4}年(?:度)?)?(?:中共|关于)?")
HEAD_LINES = 40
HEAD = 4000
TITLE_LONGEST = 60
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def _titles(simple: str, page: frozenset[int]) -> list[Span]:
    """Lines above the body that may name the report, in order; those of the page only where it has no others."""
    own: list[Span] = []
    of_page: list[Span] = []
    top = Lines(simple[: HEAD * 2])
    for words, begin in zip(top.words[: HEAD_LINES + 1], top.starts, strict=False):
        stripped = words.strip()
        if begin not in page and _begins_body(stripped):
            break
        label = LABEL.match(words)
        start = begin + (label.end() if label else len(words) - len(words.lstrip()))
        title = Span(start, begin + len(words.rstrip()))
        if not 2 <= title.end - title.start <= TITLE_LONGEST or _no_title(stripped):
            continue
        if begin not in page:
            own.append(title)
        elif KIND.search(stripped) and (label or ":" not in stripped):
            of_page.append(title)
    named = [span for span in own if KIND.search(simple[span.start : span.end].replace(" ", ""))]
    if named or of_page:
        return of_page + named
    return [span for span in own if _place_in(simple[span.start : span.end]) == simple[span.start : span.end]][:1]


def _no_title(words: str) -> bool:
    return bool(NO_TITLE.search(words)) or numbered(words) is not None


def _begins_body(words: str) -> bool:
    salutes = words.startswith(("各位代表", "同志们", "各位领导"))
    return salutes or len(words) > 80 or numbered(words) is not None


def _place_in(words: str) -> str | None:
    """The innermost of the places with which some words begin: a county's name before the town's is passed over."""
    at = LEADING_YEAR.match(words)
    position = at.end() if at else 0
    place = None
    for _ in range(4):
        found = NAME.match(words, position)
        if found is None:
            break
        place, position = found.group(), found.end()
    return None if place is None or len(place) < 2 else place


def _place(simple: str, titles: list[str]) -> str | None:
    head = simple[:HEAD]
    told = [match["place"] for pattern in (SPOKEN_FOR, SESSION) if (match := pattern.search(head))]
    for words in [*told[:1], *reversed(titles), *told[1:]]:
        place = _place_in(words)
        if place is not None:
            return place
    return None


def _years(words: str) -> set[int]:
    worded = {int(year.translate(DIGITS)) for year in WORDED_YEAR.findall(words)}
    return {int(year) for year in YEAR.findall(words)} | {year for year in worded if 1900 <= year < 2100}


def _about(titles: list[str], tree: tuple[Section, ...]) -> tuple[int, ...]:
    """The years of what was done and of what is planned, as headings and titles name them."""
    top = [section.title for section in tree if section.level == 1 or (section.level == 2 and section.role == "plan")]
    found = set().union(*(_years(words) for words in [*titles, *top]))
    return tuple(sorted(found))


def _period(titles: list[str]) -> str | None:
    found = [match.group() for words in reversed(titles) if (match := PERIOD.search(words))]
    return next((period for period in found if period != "半年"), found[0] if found else None)


def outline(text: str) -> Outline:
    """The outline of a report's text; offsets are code points of `text`. Linear in its length."""
    simple = plain(text)
    lines = Lines(simple)
    page = furniture(lines)
    skipped = frozenset(span.start for span in page)
    titles = _titles(simple, skipped)
    words = [re.sub(r"[ ?]{1,9}", "", simple[span.start : span.end]) for span in titles]
    planned = bool(words) and bool(TITLE_OF_PLAN.search(words[-1])) and not BOTH.search(words[-1])
    starts = frozenset(simple.rfind("\n", 0, span.start) + 1 for span in titles)
    tree = sections(lines, skipped | starts, "plan" if planned else None)
    return Outline(
        title=titles[-1] if titles else None,
        place=_place(simple, words),
        years=_about(words, tree),
        period=_period(words),
        sections=tree,
        furniture=page,
    )

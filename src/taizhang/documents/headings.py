"""The headings of a report: numbered as officials number them, standing alone, or opening a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.documents.lines import Lines
from taizhang.documents.roles import YEAR, own_role
from taizhang.values.reports import Role
from taizhang.values.spans import Span

NUMERAL = "[一二三四五六七八九十百]{1,4}"
STYLES = {
    "part": rf"第{NUMERAL}(?:部分|篇|编)",
    "chapter": rf"第{NUMERAL}章",
    "clause": rf"第{NUMERAL}节",
    "dun": rf"{NUMERAL}(?:、(?!{NUMERAL}[、产])|[.](?![0-9]))",
    "paren": rf"[(]{NUMERAL}[)]",
    "bracket": r"【[^】\n]{2,30}】",
    "arabic": r"[0-9]{1,2}(?:、|[.](?![0-9]))",
    "paren arabic": r"[(][0-9]{1,2}[)]",
}
NUMBERED = re.compile(rf"[ \t]{{0,8}}(?:{'|'.join(f'({pattern})' for pattern in STYLES.values())})")
NAMES = tuple(STYLES)
OPENERS = frozenset("第(【一二三四五六七八九十百0123456789")
"""The signs with which a number of any style begins."""
ORDER = ("part", "chapter", "clause", "worded", "dun", "dun item", "paren", "bracket", "arabic", "paren arabic")
ORDINAL = re.compile(rf"(?:(?<=[\n。;:,])|^)[ \t]{{0,8}}(?:{NUMERAL}是(?!否)|第{NUMERAL}[,、])", re.MULTILINE)
ORDINAL_END = re.compile(r"[。:;,]")
WORDED = re.compile(r"[ \t]{0,8}[^\s,。;!?、:0-9(”’》)][^,。;!?\t]{2,28}:?[ \t]{0,4}$")
DATED = re.compile(rf"[ \t]{{0,8}}{YEAR}年[^,。;!?\t]{{2,26}}:?[ \t]{{0,4}}$")
ROLE_WORD = re.compile(
    r"回顾|总结|情况|成绩|成效|问题|困难|不足|计划|打算|安排|目标|任务|思路|要求|部署|展望|重点|做法|现状|意向|工作:|以下|方面"
)
NO_HEADING = re.compile(
    r"各位代表|同志们|报告人|我代表|县长|市长|省长|区长|镇长|乡长|会议上|主席团|政府工作报告$|通知$|条例$|意见$|《|》"
)
STATED = r"(?:[和及、][^。\n:]{0,12})?[是为]?[:,]"
OPENS_PLAN = re.compile(
    rf"(?:今年|明年|{YEAR}年|[“\"]?十[一二三四五][”\"]?(?:五[”\"]?)?(?:时期|期间)|今后[一二三四五0-9]年|未来[一二三四五0-9]年|下半年|做好下)[^。\n:]{{0,50}}?"
    rf"(?:总体要求|总体思路|总体目标|指导思想|预期目标|奋斗目标|主要目标|工作思路|工作要求){STATED}"
)
AHEAD = re.compile(
    r"\n[ \t]{0,8}(?:下半年|下一?步|下一阶段|今后|明年)(?:工作中)?,(?:我们|我[镇乡县区市办]|全[镇乡县区市]|[镇乡]党委)?[^,。:;\n]{0,12}(?:将|要|计划|重点)"
)
TROUBLE = r"(?:困难|问题|不足|差距|挑战|短板|矛盾|薄弱)"
SOBERLY = "(?:清醒|深刻|客观|冷静)"
SEEN = rf"[^。\n]{{0,120}}?{TROUBLE}"
THERE = rf"[^。\n,:]{{0,30}}{TROUBLE}[^。\n,:]{{0,8}}[,:。](?:主要|集中|突出)?(?:表现|体现|是|有|反映)"
SEES_PROBLEMS = re.compile(
    rf"看到(?:(?<={SOBERLY}..)|(?<={SOBERLY}[地的]..)|(?<=也..)|(?<=也[要应需]..)|(?<=也(?:应该|必须)..)){SEEN}|"
    rf"识到(?:(?<=(?:{SOBERLY}|充分)...)|(?<=(?:{SOBERLY}|充分)[地的]...)){SEEN}|"
    rf"面临(?:(?<=[还仍]..)|(?<=[仍依]然..)){THERE}|存在(?:(?<=[还仍]..)|(?<=[仍依]然..)){THERE}"
)
"""A sentence that turns from what was done to what is wrong; it is searched for by its verb."""
SENTENCE_ENDS = "。!\n"
TELLING = re.compile(
    r"[第一二三四五六七八九十百求路标想看识面存](?:"
    r"(?P<ordinal>(?<=[一二三四五六七八九十百])是(?!否)|(?<=第)[一二三四五六七八九十百])|"
    rf"(?P<goals>(?<=[体期斗要导作][要思目][求路标想])(?={STATED}))|"
    r"(?P<trouble>(?<=[看识])到|(?<=面)临|(?<=存)在))"
)
"""Where ORDINAL, OPENS_PLAN and SEES_PROBLEMS may match: one search for the three, by a sign that each must hold."""
_YEAR = re.compile(rf"(?<![0-9]){YEAR}(?=年)")
NUMBERS = {sign: value for value, sign in enumerate("一二三四五六七八九十", 1)}
DIGITS = re.compile(r"[一二三四五六七八九十]{1,3}|[0-9]{1,2}")
HEADING_WITHIN = 80
ENDS_PARAGRAPH = frozenset('。!?;:…”")》】')
GAP = re.compile(r"(?<=[^ ]{2})[ ]{2,8}(?=[^ ])")


@dataclass(slots=True)
class Mark:
    """Where a section opens. `end` is set where the text itself closes the section (一是 … 二是 …)."""

    start: int
    heading_end: int
    style: str
    own: Role | None
    number: int | None = None
    end: int = 0


def _number(words: str) -> int | None:
    digits = DIGITS.search(words, 0, 10)
    if digits is None:
        return None
    if digits[0].isascii():
        return int(digits[0])
    tens, ten, ones = digits[0].rpartition("十")
    return (NUMBERS.get(tens, 1) * 10 if ten else 0) + NUMBERS.get(ones, 0)


def _heading_end(simple: str, line: Span) -> int:
    """A run-in heading ends with its first sentence; a heading of its own with its line."""
    within = min(line.end, line.start + HEADING_WITHIN)
    stops = [at + 1 for sign in "。:;" if (at := simple.find(sign, line.start, within)) >= 0]
    if simple.find("  ", line.start, within) >= 0:
        first = line.start + len(simple[line.start : within]) - len(simple[line.start : within].lstrip())
        gap = GAP.search(simple, min(first + 6, within), within)
        stops += [gap.start()] if gap else []
    end = min([*stops, within])
    return _past_break(simple, line, end) if end == line.end else end


def _past_break(simple: str, line: Span, end: int) -> int:
    """A heading whose quotation the page has broken off goes on in the next line."""
    words = simple[line.start : end]
    if len(words) > 24 or not words.rstrip().endswith(("“", "《", "“十")):
        return end
    following = re.compile(r"\s{1,8}[^\n”》]{1,40}\s{0,8}[”》][^\n]{0,40}").match(simple, end)
    return following.end() if following else end


def _stands_alone(simple: str, start: int) -> bool:
    """Whether the paragraph before a line is over, so that the line is no part of a sentence broken by the page."""
    before = simple[max(0, start - 12) : start].rstrip()
    return not before or before[-1] in ENDS_PARAGRAPH or "\n\n" in simple[max(0, start - 3) : start]


def numbered(line: str) -> str | None:
    """The style of the number with which a line begins."""
    match = NUMBERED.match(line, 0, 40) if line.lstrip(" \t")[:1] in OPENERS else None
    return NAMES[match.lastindex - 1] if match and match.lastindex else None


def _is_worded(line: str) -> bool:
    """Whether a short line without a number is worded as a heading."""
    if not (ROLE_WORD.search(line) or line.rstrip().endswith(":")):
        return False
    return bool((WORDED.match(line) or DATED.match(line)) and not NO_HEADING.search(line))


def _line_marks(lines: Lines, skipped: frozenset[int]) -> list[Mark]:
    marks: list[Mark] = []
    simple = lines.text
    for line, start in zip(lines.words, lines.starts, strict=True):
        if not line:
            continue
        style = numbered(line)
        if style is None and len(line) <= 34 and _is_worded(line) and _stands_alone(simple, start):
            style = "worded"
        if style is not None and start not in skipped:
            end = _heading_end(simple, Span(start, start + len(line)))
            marks.append(Mark(start, end, style, None, _number(simple[start:end])))
    return marks


def _telling(simple: str) -> dict[str, list[int]]:
    """Where the signs of TELLING stand, by what they tell of."""
    found: dict[str, list[int]] = {"ordinal": [], "goals": [], "trouble": []}
    for match in TELLING.finditer(simple):
        found[match.lastgroup or ""].append(match.start())
    return found


def _ordinals(simple: str, signs: list[int]) -> Iterator[re.Match[str]]:
    """What ORDINAL finds; only where one of its signs stands is it tried."""
    for sign in signs:
        before = simple[max(0, sign - 12) : sign]
        start = sign - len(before) + len(before.rstrip("一二三四五六七八九十百").rstrip(" \t"))
        match = ORDINAL.match(simple, start)
        if match:
            yield match


def _ordinal_marks(simple: str, signs: list[int]) -> list[Mark]:
    """一是, 二是 …: each runs to the next one or to the end of its paragraph."""
    found = list(_ordinals(simple, signs))
    marks = []
    for index, match in enumerate(found):
        paragraph = simple.find("\n", match.end())
        paragraph = len(simple) if paragraph < 0 else paragraph
        following = found[index + 1].start() if index + 1 < len(found) else len(simple)
        end = min(paragraph, following)
        stop = ORDINAL_END.search(simple, match.end(), end)
        marks.append(Mark(match.start(), stop.end() if stop else end, "ordinal", None, None, end))
    return marks


def _openings(lines: Lines, signs: list[int]) -> Iterator[re.Match[str]]:
    """What OPENS_PLAN finds; only lines that name goals are looked at whole."""
    for index in lines.holding(signs):
        yield from OPENS_PLAN.finditer(lines.text, *lines.span(index))


def _opened_marks(lines: Lines, signs: list[int], taken: frozenset[int]) -> list[Mark]:
    """Sentences that open a plan without a heading; one that only looks ahead holds for its own paragraph."""
    simple, marks = lines.text, []
    for match in _openings(lines, signs):
        line_start = simple.rfind("\n", 0, match.start()) + 1
        near = match.start() - line_start <= 60 or simple[match.start() - 1] in "。!"
        if line_start not in taken and near:
            marks.append(Mark(match.start(), match.end(), "opened", "plan"))
    for match in AHEAD.finditer("\n" + simple):
        # with a line break put in front, a match starts where its line does
        start, end = match.start(), match.end() - 1
        paragraph = simple.find("\n", end)
        marks.append(Mark(start, end, "ahead", "plan", None, len(simple) if paragraph < 0 else paragraph))
    return marks


def _lists_set_apart(simple: str, marks: list[Mark]) -> None:
    """A numbering that starts again inside a section is a list of that section, not its next sibling."""
    outer = item = 0
    for mark in marks:
        if mark.style in ("part", "chapter", "clause", "worded"):
            outer = item = 0
        if mark.style != "dun" or mark.number is None:
            continue
        ended = simple[mark.heading_end - 1]
        before = simple[max(0, mark.start - 12) : mark.start].rstrip()[-1:]
        starts = mark.number == 1 and outer >= 1 and (ended == ";" or before == ":")
        goes_on = item and mark.number == item + 1 and not (mark.number == outer + 1 and ended not in "。;")
        if starts or goes_on:
            mark.style, item = "dun item", mark.number
        else:
            outer, item = mark.number, 0


def _problem_marks(simple: str, signs: list[int]) -> list[Mark]:
    """Sentences that open the problems without a heading; each holds to the end of its paragraph."""
    marks: list[Mark] = []
    for match in filter(None, (SEES_PROBLEMS.match(simple, sign) for sign in signs)):
        start = max(simple.rfind(sign, 0, match.start()) for sign in SENTENCE_ENDS) + 1
        end = simple.find("\n", match.end())
        end = len(simple) if end < 0 else end
        if not marks or marks[-1].end <= start:
            marks.append(Mark(start, match.end(), "ahead", "problems", None, end))
    return marks


def marks_of(lines: Lines, skipped: frozenset[int]) -> list[Mark]:
    """All headings of Simplified, half-width text in order; `skipped` are starts of lines that are none."""
    simple, marks = lines.text, _line_marks(lines, skipped)
    named = (
        _YEAR.findall(simple, mark.start, mark.heading_end) for mark in marks if mark.style in ("part", "dun", "worded")
    )
    years = tuple(sorted({int(year) for found in named for year in found}))
    for mark in marks:
        mark.own = own_role(simple[mark.start : mark.heading_end].replace("\n", ""), years)
    _lists_set_apart(simple, marks)
    taken = frozenset(mark.start for mark in marks)
    signs = _telling(simple)
    problems = [mark for mark in _problem_marks(simple, signs["trouble"]) if mark.start not in taken]
    found = [*marks, *_ordinal_marks(simple, signs["ordinal"]), *_opened_marks(lines, signs["goals"], taken), *problems]
    return sorted(found, key=lambda mark: mark.start)

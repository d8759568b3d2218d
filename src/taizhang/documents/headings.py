"""The section tree from the numbering that officials use, and what each section is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from taizhang.documents.furniture import lines_of
from taizhang.values.reports import Role, Section
from taizhang.values.spans import Span

NUMERAL = "[一二三四五六七八九十百]{1,4}"
STYLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(rf"[ \t]{{0,8}}第{NUMERAL}(?:部分|章|篇|编)")),
    ("clause", re.compile(rf"[ \t]{{0,8}}第{NUMERAL}节")),
    ("dun", re.compile(rf"[ \t]{{0,8}}{NUMERAL}[、.](?![0-9])")),
    ("paren", re.compile(rf"[ \t]{{0,8}}[(]{NUMERAL}[)]")),
    ("arabic", re.compile(r"[ \t]{0,8}[0-9]{1,2}(?:、|[.](?![0-9]))")),
    ("paren arabic", re.compile(r"[ \t]{0,8}[(][0-9]{1,2}[)]")),
)
ORDINAL = re.compile(rf"(?:(?<=[\n。;:])|^)[ \t]{{0,8}}(?:{NUMERAL}是(?!否)|第{NUMERAL},)", re.MULTILINE)
WORDED = re.compile(r"[ \t]{0,8}[^\s,。;!?、:\d(][^,。;!?\t]{2,28}:?[ \t]{0,4}$")
ROLE_WORD = re.compile(
    r"回顾|总结|情况|成绩|成效|问题|困难|不足|计划|打算|安排|目标|任务|思路|要求|部署|展望|重点|做法|现状|意向"
)
BOTH = re.compile(
    r"(?:情况|总结|回顾)[及和与暨、][^。\n]{0,16}(?:打算|计划|安排|目标|思路|要点)|目标[及和与]{1}[^。\n]{0,8}(?:完成|实施|执行)情况"
)
PLAN = re.compile(
    r"下一?步|下半年(?:的?工作|打算|计划|安排|重点|目标)|工作计划|工作打算|工作安排|工作部署|工作思路|今后|预期目标|奋斗目标|发展目标|总体目标|主要目标|目标任务(?!完成)|主要任务(?!完成)|重点任务(?!完成)|明年|总体要求|指导思想|"
    r"总体思路|展望|未来|发展方向|合作意向|工作重点|工作要点|努力方向|的目标|建议(?!办理)|(?:19|20)[0-9]{2}年(?:的)?(?:政府)?(?:重点)?工作$|今年(?:政府)?(?:的)?(?:工作)?(?:重点|任务|安排|目标)|做好(?:今年|明年|20)|"
    r"(?:发展|工作)的?(?:主要)?(?:目标|任务|安排|举措)|规划目标|(?:全面|切实)?加强政府自身建设|重点工作(?![^。\n]{0,12}(?:情况|进展|完成|回顾|成效))"
)
RESULTS = re.compile(
    r"回顾|总结|完成情况|进展情况|开展情况|执行情况|工作情况|落实情况|成效|成绩|成就|主要做法|所做的|主要工作$|取得|过去[的一五]|基本情况|现状|概况|自然情况|显著|工作进展"
)
PROBLEMS = re.compile(r"存在|问题|困难|不足|差距|挑战|薄弱")
OPENS_PLAN = re.compile(
    r"(?:今年|明年|(?:19|20)[0-9]{2}年|十[一二三四五]五[”\"]?(?:时期|期间)?|今后[一二三四五0-9]年|未来[一二三四五0-9]年|下半年)[^。\n]{0,50}?(?:总体要求|总体思路|指导思想|预期目标|奋斗目标|总体目标|主要目标|工作思路|工作要求)"
    r"(?:和[^。\n]{0,12})?(?:是|为)?[:,]"
)


@dataclass(slots=True)
class _Mark:
    start: int
    heading_end: int
    style: str
    own: Role | None
    end: int = 0


def _role(heading: str, parent: Role | None, inline: bool) -> Role:
    own = own_role(heading)
    if inline or own is None:
        return parent or own or "other"
    if parent == "plan" and own == "results" and not re.search(r"回顾|完成情况|总结", heading):
        return "plan"
    if parent == "plan" and own == "problems":
        return "plan" if not re.search(r"存在", heading) else "problems"
    if (
        parent == "results"
        and own == "plan"
        and not re.search(r"下一?步|打算|计划|预期目标|安排|下半年|明年|今后", heading)
    ):
        return "results"
    return own


def own_role(heading: str) -> Role | None:
    """What a heading by itself says its section is for; None where it does not say."""
    if BOTH.search(heading):
        return "other"
    plan, results, problems = (bool(pattern.search(heading)) for pattern in (PLAN, RESULTS, PROBLEMS))
    if plan and results:
        return "plan" if re.search(r"安排|打算|预期目标", heading) else "results"
    if plan:
        return "plan"
    if results:
        return "results"
    return "problems" if problems else None


def _heading_end(simple: str, line: Span) -> int:
    """A run-in heading ends with its first sentence; a heading of its own with its line."""
    for sign in "。:;":
        at = simple.find(sign, line.start, min(line.end, line.start + 80))
        if at >= 0 and at + 1 < line.end:
            return at + 1
    return min(line.end, line.start + 80)


def _marks(simple: str, skipped: frozenset[int]) -> list[_Mark]:
    marks: list[_Mark] = []
    for line in lines_of(simple):
        if line.end == line.start or line.start in skipped:
            continue
        words = simple[line.start : min(line.end, line.start + 40)]
        style = next((name for name, pattern in STYLES if pattern.match(words)), None)
        whole = simple[line.start : line.end] if line.end - line.start <= 34 else ""
        if style is None and whole and WORDED.match(whole) and ROLE_WORD.search(whole):
            style = "worded"
        if style is not None:
            end = _heading_end(simple, line)
            marks.append(_Mark(line.start, end, style, own_role(simple[line.start : end])))
    return marks


def _inline(simple: str) -> list[_Mark]:
    """一是, 二是 …: each runs to the next one or to the end of its paragraph."""
    marks = []
    found = list(ORDINAL.finditer(simple))
    for index, match in enumerate(found):
        paragraph = simple.find("\n", match.end())
        paragraph = len(simple) if paragraph < 0 else paragraph
        following = found[index + 1].start() if index + 1 < len(found) else len(simple)
        end = min(paragraph, following)
        stop = re.compile(r"[。:;,]").search(simple, match.end(), end)
        marks.append(_Mark(match.start(), stop.end() if stop else end, "ordinal", None, end))
    return marks


def _opened(simple: str) -> list[_Mark]:
    match = OPENS_PLAN.search(simple)
    return [_Mark(match.start(), match.end(), "opened", "plan")] if match else []


def sections(simple: str, skipped: frozenset[int]) -> tuple[Section, ...]:
    """Sections of Simplified, half-width text, outer before inner; `skipped` are starts of lines that are no headings."""
    marks = sorted([*_marks(simple, skipped), *_inline(simple), *_opened(simple)], key=lambda mark: mark.start)
    built: list[Section | None] = [None] * len(marks)
    stack: list[int] = []
    levels: dict[int, int] = {}
    roles: dict[int, Role] = {}

    def close(index: int, at: int) -> None:
        mark = marks[index]
        end = min(mark.end or at, at)
        title = simple[mark.start : mark.heading_end].strip().rstrip("。:;,")
        built[index] = Section(
            Span(mark.start, mark.heading_end), Span(mark.start, end), levels[index], roles[index], title
        )

    for index, mark in enumerate(marks):
        while stack and marks[stack[-1]].end and marks[stack[-1]].end <= mark.start:
            close(stack.pop(), mark.start)
        same = next((depth for depth, open_ in enumerate(stack) if _peers(marks[open_], mark)), None)
        if same is not None:
            while len(stack) > same:
                close(stack.pop(), mark.start)
        parent = stack[-1] if stack else None
        levels[index] = len(stack) + 1
        inherited = roles[parent] if parent is not None else None
        roles[index] = (
            "plan"
            if mark.style == "opened"
            else _role(simple[mark.start : mark.heading_end], inherited, mark.style == "ordinal")
        )
        stack.append(index)
    while stack:
        close(stack.pop(), len(simple))
    return tuple(section for section in built if section is not None)


def _peers(open_: _Mark, mark: _Mark) -> bool:
    """Whether `mark` ends the section that `open_` began: the same numbering, or a heading of a higher kind."""
    if open_.style == mark.style:
        return True
    order = ("part", "clause", "worded", "dun", "paren", "arabic", "paren arabic", "ordinal")
    if open_.style == "opened":
        return mark.style in ("part", "dun") and mark.own is not None
    if mark.style in ("opened", "ordinal"):
        return False
    if mark.style == "worded":
        return open_.style not in ("part", "clause", "dun")
    return order.index(mark.style) < order.index(open_.style)

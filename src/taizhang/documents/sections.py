"""Headings become a tree of sections, each with its span, its level and what it is for."""

from __future__ import annotations

from taizhang.documents.headings import ORDER, Mark, marks_of
from taizhang.documents.lines import Lines
from taizhang.documents.roles import APPENDED, GOES_ON, REVIEW, bare, settled_role
from taizhang.values.reports import Role, Section
from taizhang.values.spans import Span


def _ends(open_: Mark, mark: Mark) -> bool:
    """Whether `mark` ends the section that `open_` began: the same numbering, or a heading of a higher kind."""
    if open_.style == mark.style:
        return True
    if open_.style in ("ordinal", "ahead"):
        return open_.style == "ordinal" or mark.style != "ordinal"
    if mark.style in ("opened", "ordinal", "ahead"):
        return False
    if open_.style == "opened":
        return mark.style in ("part", "chapter") or (mark.style == "dun" and mark.number != 1)
    if mark.style == "worded":
        return ORDER.index(open_.style) > ORDER.index("dun")
    return ORDER.index(mark.style) < ORDER.index(open_.style)


class _Tree:
    """The sections that are open while the headings are walked in order."""

    def __init__(self, simple: str, marks: list[Mark], default: Role | None) -> None:
        self.simple = simple
        self.marks = marks
        self.default = default
        self.built: list[Section | None] = [None] * len(marks)
        self.roles: list[Role] = ["other"] * len(marks)
        self.open: list[int] = []
        self.last_outer: int | None = None
        planned = (mark.start for mark in marks if mark.own == "plan" and mark.style in ("part", "dun", "worded"))
        self.last_plan = max(planned, default=-1)

    def close(self, at: int) -> None:
        index = self.open.pop()
        mark = self.marks[index]
        title = self.simple[mark.start : mark.heading_end].strip().rstrip("。:;,")
        span = Span(mark.start, max(mark.heading_end, min(mark.end or at, at)))
        heading = Span(mark.start, mark.heading_end)
        self.built[index] = Section(heading, span, len(self.open) + 1, self.roles[index], title)

    def close_for(self, mark: Mark) -> None:
        while self.open and 0 < self.marks[self.open[-1]].end <= mark.start:
            self.close(mark.start)
        if mark.style == "opened" and self.open and self.roles[self.open[-1]] in ("results", "problems"):
            while self.open:
                self.close(mark.start)
        same = next((depth for depth, index in enumerate(self.open) if _ends(self.marks[index], mark)), None)
        while same is not None and len(self.open) > same:
            self.close(mark.start)

    def role(self, mark: Mark) -> Role:
        heading = self.simple[mark.start : mark.heading_end]
        if self.open:
            parent: Role | None = self.roles[self.open[-1]]
            own = None if mark.style == "ordinal" else mark.own
            return settled_role(heading, own, parent)
        if mark.own is not None:
            return mark.own
        goes_on = mark.style != "ordinal" and self.goes_on_planning(mark, bare(heading))
        return "plan" if goes_on else self.default or "other"

    def goes_on_planning(self, mark: Mark, heading: str) -> bool:
        """After a plan, or after a review in a report that no heading splits, come the works to be done."""
        if self.last_outer is None or APPENDED.search(heading):
            return False
        before = self.marks[self.last_outer]
        if self.roles[self.last_outer] == "plan":
            return True
        reviewed = REVIEW.search(self.simple, before.start, before.heading_end)
        return bool(reviewed and GOES_ON.match(heading) and mark.start > self.last_plan and before.style == mark.style)

    def add(self, index: int) -> None:
        mark = self.marks[index]
        if mark.style == "opened" and self.open and self.roles[self.open[-1]] == "plan":
            return
        self.close_for(mark)
        self.roles[index] = self.role(mark)
        if not self.open and not APPENDED.search(bare(self.simple[mark.start : mark.heading_end])):
            self.last_outer = index
        self.open.append(index)


def sections(lines: Lines, skipped: frozenset[int], default: Role | None = None) -> tuple[Section, ...]:
    """Sections of Simplified, half-width text, outer before inner; `default` is the role of those that do not say."""
    marks = marks_of(lines, skipped)
    tree = _Tree(lines.text, marks, default)
    for index in range(len(marks)):
        tree.add(index)
    while tree.open:
        tree.close(len(lines.text))
    return tuple(section for section in tree.built if section is not None)

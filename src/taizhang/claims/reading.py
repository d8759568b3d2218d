"""The passes in order: quantities, then kinds, links, indicators, periods and status."""

from __future__ import annotations

import re
from bisect import bisect_right
from pathlib import Path

from taizhang.claims import indicators, links
from taizhang.claims.context import SENTENCE, Place, places
from taizhang.claims.dense import Dense, dense
from taizhang.claims.figures import Quantity
from taizhang.claims.kinds import COMPARABLE, KindOf, basis, classify
from taizhang.claims.periods import Periods
from taizhang.claims.quantities import Scanner
from taizhang.claims.status import status
from taizhang.claims.tables import in_tables
from taizhang.documents import open_report
from taizhang.values.claims import Claim, Status
from taizhang.values.readings import Reading
from taizhang.values.reports import Report, Section
from taizhang.values.spans import Span
from taizhang.wording.characters import plain, rewritten

INVESTED_EACH = re.compile(r"(?:各|分别|合计|总|计划|共|预计|拟|均|总计)*投资")
BOUND_BEFORE = re.compile(r"(?:过|超过|超|突破|达)$")
FORECAST_HEAD = re.compile(r"预计[^,。;:]{0,12}:|预计(?:完成)?情况:")


class _Passes:
    """One report on its way from text to claims."""

    def __init__(self, report: Report, simple: str) -> None:
        self.report = report
        self.dense: Dense = dense(simple, _line_ends(report, simple))
        self.text = self.dense.text
        self.simple = simple
        self.as_written = not rewritten(report.text)
        furniture = report.outline.furniture
        self.quantities = [q for q in Scanner(self.text).quantities() if not self._is_furniture(q, furniture)]
        self.places: list[Place] = places(self.text, self.quantities)
        self.kinds = self._kinds()
        self.periods = Periods(self.text)
        self.sections = [
            (self.dense.position(s.span.start), self.dense.position(s.span.end), s) for s in report.outline.sections
        ]
        self.section_starts = [start for start, _, _ in self.sections]
        self.heading_periods = [self._heading_period(section) for _, _, section in self.sections]
        self.parents = _parents(self.sections)
        self.trails: dict[int, str] = {}

    def _is_furniture(self, quantity: Quantity, furniture: tuple[Span, ...]) -> bool:
        if not furniture:
            return False
        start = self.dense.origin(quantity.start)
        index = bisect_right(furniture, start, key=lambda span: span.start) - 1
        return index >= 0 and start < furniture[index].end

    def _kinds(self) -> list[KindOf]:
        kinds: list[KindOf] = []
        for index, place in enumerate(self.places):
            joined = index and self._joined(self.quantities[index - 1], place.quantity)
            kinds.append(classify(place, kinds[-1] if joined else None))
        return kinds

    def _joined(self, earlier: Quantity, later: Quantity) -> bool:
        same = earlier.unit_kind == later.unit_kind and (earlier.unit == later.unit or earlier.unit_kind != "rate")
        return same and links.JOINED.fullmatch(self.text[earlier.end : later.start]) is not None

    def _heading_period(self, section: Section) -> str | None:
        start, end = self.dense.position(section.heading.start), self.dense.position(section.heading.end)
        return self.periods.last_between(start, end)

    def section_of(self, position: int) -> int | None:
        index = bisect_right(self.section_starts, position) - 1
        while index >= 0:
            if self.sections[index][1] > position:
                return index
            parent = self.parents[index]
            index = parent if parent is not None else -1
        return None

    def period(self, place: Place) -> str | None:
        """The last period before the number in its sentence, else that of the nearest heading that names one."""
        named = self.periods.last_between(place.sentence.start, place.quantity.start)
        if named:
            return named
        index = self.section_of(place.quantity.start)
        while index is not None:
            if self.heading_periods[index]:
                return self.heading_periods[index]
            index = self.parents[index]
        return None

    def indicators(self, of: list[int | None]) -> list[str]:
        names: list[str] = []
        for index, place in enumerate(self.places):
            target = of[index]
            if target is not None and target < index:
                names.append(names[target])
                continue
            carried = names[index - 1] if index and self.places[index - 1].sentence == place.sentence else ""
            if not carried and not indicators.head_left(place.left):
                carried = self._clause_before(index)
            if self.kinds[index].kind in ("level", "range"):
                names.append(self._level_name(index, carried))
            else:
                names.append(indicators.of_rate(place, carried))
        self._distribute(names, of)
        for index, target in enumerate(of):
            if target is not None and target > index:
                names[target] = names[index]
        return names

    def _level_name(self, index: int, carried: str) -> str:
        """Levels beside a size threshold (`过亿元项目2个`, `2个过亿元项目`) are named with it."""
        place = self.places[index]
        following = self.places[index + 1] if index + 1 < len(self.places) else None
        previous = self.places[index - 1] if index else None
        if _is_threshold(place):
            return indicators.of_threshold(place)
        if following and place.quantity.unit_kind == "count" and following.sentence == place.sentence:
            gap = self.text[place.quantity.end : following.quantity.start]
            if _is_threshold(following) and len(gap) < 8 and "," not in gap and "、" not in gap:
                return (
                    self.text[place.quantity.end : following.quantity.end + len(following.right)][: len(gap) + 20]
                    .split("的")[0]
                    .split(",")[0]
                    .split("。")[0]
                    .removesuffix("建设")
                )
            if (INVESTED_EACH.fullmatch(gap)) and following.right.startswith("的"):
                return indicators.head_right(following.right)
        if following and place.right == "的" and following.sentence == place.sentence:
            return indicators.head_right(following.right)
        if previous and _is_threshold(previous) and re.fullmatch(r"(?:以上)?的?", place.left) and carried:
            return carried
        if previous and _is_threshold(previous) and previous.clause == place.clause and indicators.left_is_noun(place):
            noun = self.text[previous.quantity.end : place.quantity.start]
            bound = BOUND_BEFORE.search(previous.left)
            return (
                (bound.group() if bound else "")
                + self.text[previous.quantity.start : previous.quantity.end]
                + indicators.head_left(noun)
                if not noun.startswith("以上")
                else self.text[previous.quantity.start : previous.quantity.end] + noun
            )
        if not carried or not place.left:
            earlier = self._clause_before(index)
            if earlier:
                carried = earlier
        return indicators.of_level(place, carried)

    def _clause_before(self, index: int) -> str:
        """The subject that the clause before names, where it holds no quantity itself."""
        place = self.places[index]
        start = place.clause.start
        if start <= place.sentence.start or (index and self.places[index - 1].quantity.end > start):
            return ""
        words = self.text[max(place.sentence.start, start - 40) : start - 1]
        clause = words[max(words.rfind(","), words.rfind(";"), words.rfind(":")) + 1 :]
        if index and self.places[index - 1].quantity.end > start - len(clause) - 1:
            return ""
        return indicators.head_left(clause)

    def _distribute(self, names: list[str], of: list[int | None]) -> None:
        for run in links.runs_of(self.text, self.places):
            listed = links.distributed_names(self.places[run[0]], len(run))
            if listed:
                for index, name in zip(run, listed, strict=True):
                    names[index] = indicators.head_left(name) or name
                for index, target in enumerate(of):
                    if target in run:
                        names[index] = names[target]

    def statuses(self) -> list[Status]:
        reach = 0
        found = []
        heads = [m.end() for m in FORECAST_HEAD.finditer(self.text)]
        for place in self.places:
            start = place.quantity.start
            head = bisect_right(heads, start) - 1
            if head >= 0 and heads[head] >= place.sentence.start:
                reach = place.sentence.end
            index = self.section_of(start)
            role = self.sections[index][2].role if index is not None else "other"
            found.append(status(self.text, place, role, reach if start < reach else 0))
        return found

    def titles(self, place: Place) -> str | None:
        return self._headings(self.section_of(place.quantity.start))

    def _headings(self, index: int | None) -> str | None:
        """Titles from the outermost section down to `index`, put together once a section."""
        if index is None:
            return None
        if index not in self.trails:
            above = self._headings(self.parents[index])
            title = self.sections[index][2].title
            self.trails[index] = f"{above} / {title}" if above else title
        return self.trails[index] or None


def _is_threshold(place: Place) -> bool:
    """A size that a thing must have to be counted: 过亿元, 千万元以上, 年产值亿元以上."""
    quantity = place.quantity
    if _sizes_things(place):
        return True
    return (
        quantity.bound in (">", ">=")
        and quantity.unit_kind in ("money", "usd")
        and (not quantity.core or quantity.bound == ">=")
    )


def _sizes_things(place: Place) -> bool:
    """`过10亿元企业`: the number in digits is the size of the things that follow."""
    return (
        place.quantity.bound == ">"
        and place.left.endswith(("过", "超"))
        and place.right.startswith(("企业", "项目", "园区", "产业", "村", "镇"))
    )


def _line_ends(report: Report, simple: str) -> frozenset[int]:
    """Where the title, headings on lines of their own and the page's lines end."""
    outline = report.outline
    ends = {span.end for span in outline.furniture}
    ends |= {
        section.heading.end
        for section in outline.sections
        if simple[section.heading.end : section.heading.end + 1] in ("\n", " ")
    }
    if outline.title:
        ends.add(outline.title.end)
    return frozenset(ends)


def _parents(sections: list[tuple[int, int, Section]]) -> list[int | None]:
    parents: list[int | None] = []
    stack: list[int] = []
    for index, (start, _, _) in enumerate(sections):
        while stack and sections[stack[-1]][1] <= start:
            stack.pop()
        parents.append(stack[-1] if stack else None)
        stack.append(index)
    return parents


def claims(report: Report, simple: str) -> tuple[Claim, ...]:
    """Every quantity that the report states, in text order; `simple` is its text in Simplified, half-width."""
    passes = _Passes(report, simple)
    of = links.link(passes.text, passes.places, passes.kinds)
    names, statuses = passes.indicators(of), passes.statuses()
    found = [_claim(passes, i, of[i], names[i], statuses[i]) for i in range(len(passes.places))]
    return tuple(in_tables(report, simple, found)) if report.tables else tuple(found)


def _claim(passes: _Passes, index: int, of: int | None, name: str, state: Status) -> Claim:
    place, kind = passes.places[index], passes.kinds[index]
    quantity = place.quantity
    start, end = passes.dense.span(quantity.start, quantity.end)
    text = passes.report.text[start:end]
    around = place.before[-30:] if kind.kind == "growth" else ""
    return Claim(
        id=f"c{index + 1:03}",
        start=start,
        end=end,
        text=text,
        value=quantity.value,
        unit=quantity.unit if passes.simple[start:end] == text else _as_written(text, quantity.unit),
        bound=quantity.bound,
        kind=kind.kind,
        indicator=_original(passes, place, name),
        status=state,
        period=_original(passes, place, passes.period(place)) or None,
        of=None if of is None else f"c{of + 1:03}",
        core=quantity.core,
        unit_kind=quantity.unit_kind,
        factor=quantity.factor,
        direction=kind.direction,
        basis=basis(around) if kind.kind == "growth" else None,
        comparable=kind.kind == "growth" and bool(COMPARABLE.search(place.before[-100:] + place.after[:40])),
        section=passes.titles(place),
    )


def _as_written(text: str, unit: str) -> str:
    """The unit in the report's own characters (萬元 stays 萬元)."""
    if not unit:
        return unit
    written = "".join(text.split())
    simple = plain(written)
    if simple == written:
        return unit
    for length in range(len(unit), 0, -1):
        at = simple.rfind(unit[-length:])
        if at >= 0 and length == len(unit):
            return written[at : at + length]
    tail = [written[i] for i, c in enumerate(simple) if c in unit]
    return "".join(tail)[-len(unit) :] if len(tail) >= len(unit) else unit


def _original(passes: _Passes, place: Place, words: str | None) -> str:
    """`words` in the report's own characters, looked up where they stand nearest before the number."""
    if not words or (passes.as_written and words.isalnum()):
        return words or ""
    text = passes.text
    at = text.rfind(words, max(0, place.quantity.start - 1500), place.quantity.end + len(words) + 30)
    if at < 0:
        return words
    start, end = passes.dense.span(at, at + len(words))
    return "".join(passes.report.text[start:end].split())


def read(source: Report | str | Path) -> Reading:
    """Claims of a report, or of the file at a path, with look-ups; pure, linear in the text.

    Raises UnreadableFile for a path that cannot be read.
    """
    report = source if isinstance(source, Report) else open_report(source)
    simple = plain(report.text)
    ends = [m.end() for m in SENTENCE.finditer(simple)]
    starts = [0, *ends]
    sentences = tuple(Span(a, b) for a, b in zip(starts, [*ends, len(simple)], strict=True) if a < b)
    return Reading(report, claims(report, simple), simple, sentences)


__all__ = ["claims", "read"]

"""Where a report's text stands in a Word document's runs, and runs cut so that they hold one stretch of it and no more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from taizhang.values.reports import Report, Stretch
from taizhang.values.spans import Span

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MARKS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
LEFT_OUT = frozenset({"del", "moveFrom", "pPr", "rPr", "rt", "txbxContent", "instrText", "delInstrText", "Fallback"})
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Place:
    """`span` of the report stands in `paragraph` (a w:p), from character `offset` of its words on."""

    span: Span
    paragraph: Any
    offset: int


@dataclass(frozen=True, slots=True)
class _Atom:
    """One element of a run that stands for `length` characters."""

    element: Any
    run: Any
    text: str


def places_of_input(body: Any, report: Report) -> list[Place]:
    """Each paragraph of the report matched with the w:p that holds the same words, the n-th with the n-th.

    Paragraphs are matched by their words and not by number: what a reader leaves out or reads later (text boxes,
    alternatives, merged cells) then shifts nothing. Those in headers and notes have no place in the body.
    """
    elements: dict[str, list[Any]] = defaultdict(list)
    for paragraph in body.iter(f"{WORD}p"):
        if not any(_name(above) in ("txbxContent", "del", "moveFrom") for above in paragraph.iterancestors()):
            elements[_key("".join(atom.text for atom in _atoms(paragraph)))].append(paragraph)
    places: list[Place] = []
    for stretches in _paragraphs(report):
        start, end = stretches[0].start, stretches[-1].end
        waiting = elements.get(_key(report.text[start:end]))
        if waiting:
            places.append(Place(Span(start, end), waiting.pop(0), stretches[0].offset))
    return places


def _paragraphs(report: Report) -> Iterator[list[Stretch]]:
    """The stretches of each paragraph of the body, automatic numbers left out."""
    chosen = (each for each in report.stretches if each.origin.part in ("body", "table"))
    for _, group in groupby(chosen, key=lambda each: (each.origin.part, each.origin.paragraph)):
        stretches = [each for each in group if each.origin.run is not None]
        if stretches:
            yield stretches


def _key(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ").strip()


def _name(element: Any) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _atoms(paragraph: Any) -> list[_Atom]:
    """The words of a w:p in order, as the reader of documents takes them."""
    found: list[_Atom] = []
    waiting = [(child, None) for child in reversed(paragraph)]
    while waiting:
        element, run = waiting.pop()
        name = _name(element)
        if name == "t" and run is not None:
            found.append(_Atom(element, run, element.text or ""))
        elif name in MARKS and run is not None:
            found.append(_Atom(element, run, MARKS[name]))
        elif name not in LEFT_OUT:
            inner = element if name == "r" else run
            waiting.extend((child, inner) for child in reversed(element))
    return found


def runs_between(places: Sequence[Place], span: Span | None) -> list[Any]:
    """The w:r elements that hold `span` of the report and nothing else; of the first words where `span` is None."""
    if span is None:
        return [atom.run for place in places[:1] for atom in _atoms(place.paragraph)[:1]]
    place = next((each for each in places if each.span.start <= span.start < each.span.end), None)
    if place is None:
        return []
    start = place.offset + span.start - place.span.start
    return _isolated(place.paragraph, start, start + max(min(span.end, place.span.end) - span.start, 1))


def _isolated(paragraph: Any, start: int, end: int) -> list[Any]:
    """Cut the runs of `paragraph` at characters `start` and `end`; the runs in between."""
    _cut(paragraph, end)
    _cut(paragraph, start)
    found: list[Any] = []
    position = 0
    for atom in _atoms(paragraph):
        if start <= position < end and atom.text and (not found or found[-1] is not atom.run):
            found.append(atom.run)
        position += len(atom.text)
    return found


def _cut(paragraph: Any, at: int) -> None:
    """Make a run end before character `at`: what follows goes to a new run with the same properties."""
    position = 0
    for atom in _atoms(paragraph):
        inside = at - position
        position += len(atom.text)
        if not 0 <= inside < len(atom.text) or atom.element.getparent() is not atom.run:
            continue
        first = next((child for child in atom.run if _name(child) != "rPr"), None)
        if inside == 0 and first is atom.element:
            return
        after = atom.run.makeelement(atom.run.tag, dict(atom.run.attrib), nsmap=atom.run.nsmap)
        properties = atom.run.find(f"{WORD}rPr")
        if properties is not None:
            after.append(deepcopy(properties))
        moved = list(atom.element.itersiblings())
        if inside == 0:
            moved.insert(0, atom.element)
        else:
            rest = deepcopy(atom.element)
            rest.tail = None
            atom.element.text, rest.text = atom.text[:inside], atom.text[inside:]
            for piece in (atom.element, rest):
                piece.set(SPACE, "preserve")
            moved.insert(0, rest)
        for element in moved:
            after.append(element)
        atom.run.addnext(after)
        return

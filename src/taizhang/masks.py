"""Names that a text masks (xx镇), and where it gives them away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from taizhang.defects import clause, in_furniture
from taizhang.values.readings import Reading
from taizhang.values.spans import Span

MASK = re.compile(
    r"(?<![A-Za-z0-9xX×*＊+○一二三四五六七八九])(?:[xX×]{2,6}|[×＊□○]{2,6}|\*{2,6}|[xX×](?=[镇乡村县市区]))(?![A-Za-z0-9年月日号时分届:：%*.\s-])"
    r"(?P<head>[一-鿿]{1,6})"
)
PLACE = re.compile(r"[镇乡村县市区省]")
HEADS = ("景区", "小区", "园区", "社区", "公司", "街道", "学校", "医院", "中学", "小学", "大道", "水库", "实际")
OWN = frozenset("镇乡县市区")


@dataclass(frozen=True, slots=True)
class MaskedName:
    """`text` at `span` is a mask with the `head` it stands before; `is_own` where that is the place itself."""

    span: Span
    text: str
    head: str
    is_own: bool


def masked_names(reading: Reading) -> list[MaskedName]:
    """Every mask that stands for a name and is no masked number."""
    names: list[MaskedName] = []
    if not re.search(r"[xX×＊□○]|\*\*", reading.plain):
        return names
    for match in MASK.finditer(reading.plain):
        span = Span(match.start(), match.start("head"))
        if _is_number(reading, span) or in_furniture(reading, span):
            continue
        words = match["head"]
        head = next((each for each in HEADS if words.startswith(each)), "")
        if not head:
            head = words[0] if PLACE.match(words) else words[:2]
        whole = Span(match.start(), match.start("head") + len(head))
        names.append(MaskedName(whole, reading.plain[whole.start : whole.end], head, head in OWN))
    return names


def _is_number(reading: Reading, span: Span) -> bool:
    return any(claim.start < span.end for claim in reading.within(Span(span.start - 1, span.end)))


def given_away(reading: Reading, names: list[MaskedName]) -> Iterator[tuple[Span, MaskedName, Span]]:
    """Masked names with the words that give them away: the mask's span, the name and the span to show."""
    own = _own_name(reading) if names else ""
    lines: set[int] = set()
    for name in names:
        sentence = reading.sentence(name.span.start)
        shown = _in_sentence(reading, name, own, sentence) if name.is_own or name.head == "实际" else None
        line = reading.plain.rfind("\n", 0, name.span.start)
        if not shown and name.head in HEADS and name.head != "实际" and _clear(reading, name.head):
            shown = None if line in lines else clause(reading, name.span.start, name.span.end)
            lines.add(line)
        if shown:
            yield name.span, name, shown


def _own_name(reading: Reading) -> str:
    """The place's name, where a sentence begins with it in full and the text keeps using it."""
    for match in re.finditer(
        r"(?:^|[\n,。;:“])(?P<stem>[一-鿿]{2,3})[镇乡县](?=是|的|位于|地处|将|党|总)", reading.plain
    ):
        if "全" not in match["stem"] and "我" not in match["stem"] and reading.plain.count(match["stem"]) > 2:
            return match["stem"]
    return ""


def _in_sentence(reading: Reading, name: MaskedName, own: str, sentence: Span) -> Span | None:
    at = reading.plain.find(own, sentence.start, sentence.end) if own else -1
    if at < 0:
        return None
    first = clause(reading, name.span.start, name.span.end)
    second = clause(reading, at, at + len(own))
    return Span(min(first.start, second.start), max(first.end, second.end))


def _clear(reading: Reading, head: str) -> bool:
    """Whether a name with this head stands in the clear at the start of a clause."""
    clear = re.search(rf"(?:^|[\n,。;、])(?![一-鿿]{{0,2}}[各全个我该本等])[一-鿿]{{2,3}}{head}", reading.plain)
    return bool(clear)

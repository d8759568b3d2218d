"""XML by expat, with counts of elements and depth, and no DTD."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Data = Callable[[str], None]


class Counter:
    """Elements seen over all parts of one file."""

    def __init__(self, name: str, most: int) -> None:
        self.name, self.most, self.seen = name, most, 0


def parse(data: bytes, counter: Counter, start: Start, end: End, characters: Data) -> None:
    """Feed `data` to the handlers. Tag and attribute names lose their namespace.

    Raises UnreadableFile: unsafe (a DTD), large (elements, depth), damaged (not well-formed).
    """
    depth = 0

    def on_start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        counter.seen += 1
        depth += 1
        if counter.seen > counter.most or depth > budgets.XML_DEPTH:
            raise UnreadableFile(counter.name, "large")
        start(tag.rsplit("}", 1)[-1], {key.rsplit("}", 1)[-1]: value for key, value in attributes.items()})

    def on_end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        end(tag.rsplit("}", 1)[-1])

    def refuse(*_: object) -> None:
        raise UnreadableFile(counter.name, "unsafe")

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = on_start, on_end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise UnreadableFile(counter.name, "damaged") from error

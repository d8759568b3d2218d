"""XML by expat, with counts of elements and depth, and no DTD: handlers of one's own, or a light tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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


class Node:
    """An element: its local name, attributes by local name, and children in order, text among them."""

    __slots__ = ("attributes", "children", "name")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name, self.attributes = name, attributes
        self.children: list[Node | str] = []

    def nodes(self) -> Iterator[Node]:
        for child in self.children:
            if isinstance(child, Node):
                yield child

    def first(self, *path: str) -> Node | None:
        """The first descendant along `path`."""
        here: Node | None = self
        for name in path:
            here = next((child for child in here.nodes() if child.name == name), None) if here else None
        return here

    def value(self, *path: str) -> str:
        """The `val` of the element along `path`, "" where there is none."""
        found = self.first(*path)
        return found.attributes.get("val", "") if found else ""

    def number(self, *path: str, default: int = 0) -> int:
        """The `val` along `path` as a small number."""
        value = self.value(*path)
        return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else default

    @property
    def text(self) -> str:
        return "".join(child for child in self.children if isinstance(child, str))

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in document order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(child for child in reversed(node.children) if isinstance(child, Node))


def tree(data: bytes, counter: Counter) -> Node:
    """The root element of one part."""
    path = [Node("", {})]

    def start(tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag, attributes)
        path[-1].children.append(node)
        path.append(node)

    def end(_: str) -> None:
        path.pop()

    def characters(text: str) -> None:
        path[-1].children.append(text)

    top = path[0]
    parse(data, counter, start, end, characters)
    return next(top.nodes(), top)

"""Spreadsheets: each sheet a table of its cells as shown, read part by part with expat; nothing is laid out as a grid."""

from __future__ import annotations

import re
from bisect import bisect_left

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.number_formats import Formats, shown
from taizhang.documents.pieces import Pieces
from taizhang.documents.sheets import Sheet, SheetReader
from taizhang.documents.xml import Counter, Node, parse, tree
from taizhang.values.reports import Cell, Origin
from taizhang.values.spans import Span
from taizhang.values.words import Words

SHEET = re.compile(r"/?(?:xl/)?(worksheets/[^/]{1,80}\.xml)$")


class _Book:
    """The package with its shared strings and number formats."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.archive = budgets.Archive(name, data)
        self.names = frozenset(self.archive.names)
        if "xl/workbook.xml" not in self.names:
            raise UnreadableFile(name, "format")
        if b"macroEnabled" in self.archive.read("[Content_Types].xml"):
            raise UnreadableFile(name, "unsafe")
        self.counter = Counter(name, budgets.XML_ELEMENTS["xlsx"])
        self.strings = self._strings()
        self.workbook = self._tree("xl/workbook.xml") or Node("", {})
        properties = self.workbook.first("workbookPr")
        from_1904 = bool(properties) and properties.attributes.get("date1904") in ("1", "true") if properties else False
        self.formats = Formats(self._tree("xl/styles.xml"), from_1904)

    def _tree(self, path: str) -> Node | None:
        return tree(self.archive.read(path), self.counter) if path in self.names else None

    def _strings(self) -> list[str]:
        """Shared strings in order; phonetic guides left out."""
        if "xl/sharedStrings.xml" not in self.names:
            return []
        found: list[str] = []
        inside: list[str] = []

        def start(tag: str, _: dict[str, str]) -> None:
            inside.append(tag)
            if tag == "si":
                found.append("")

        def end(_: str) -> None:
            inside.pop()

        def characters(text: str) -> None:
            if found and inside[-1] == "t" and "rPh" not in inside[-4:]:
                found[-1] += text

        parse(self.archive.read("xl/sharedStrings.xml"), self.counter, start, end, characters)
        return found

    def sheets(self) -> list[tuple[str, bool, str]]:
        """Title, whether hidden, and path of each sheet, in the order of its tabs."""
        relations = self._tree("xl/_rels/workbook.xml.rels")
        targets = {
            node.attributes.get("Id", ""): node.attributes.get("Target", "")
            for node in (relations.nodes() if relations else ())
        }
        listed = self.workbook.first("sheets")
        found = []
        for node in listed.nodes() if listed else ():
            match = SHEET.match(targets.get(node.attributes.get("id", ""), ""))
            path = f"xl/{match[1]}" if match else ""
            found.append((node.attributes.get("name", ""), node.attributes.get("state", "") in HIDDEN, path))
        if len(found) > budgets.SHEETS:
            raise UnreadableFile(self.name, "large")
        return found

    def read(self, path: str) -> Sheet:
        reader = SheetReader(self.name)
        data = self.archive.read(path)
        parse(data, self.counter, reader.start, reader.end, reader.characters)
        return reader.sheet


HIDDEN = frozenset({"hidden", "veryHidden"})


def read_xlsx(name: str, data: bytes) -> Pieces:
    """Sheets as tables, cell by cell with addresses. Raises UnreadableFile (damaged, large, unsafe, format)."""
    book, pieces = _Book(name, data), Pieces(name)
    cells = 0
    for title, hidden, path in book.sheets():
        if path not in book.names:
            _say(pieces, f"工作表“{title}”未读取", f"sheet {title} was not read")
            continue
        sheet = book.read(path)
        cells += len(sheet.cells)
        if cells > budgets.CELLS:
            raise UnreadableFile(name, "large")
        if hidden:
            _say(pieces, f"隐藏工作表“{title}”已一并读取", f"the hidden sheet {title} was read too")
        _write(pieces, book, sheet, title)
    _say_unread(pieces, book.archive)
    return pieces


def _write(pieces: Pieces, book: _Book, sheet: Sheet, title: str) -> None:
    """One sheet: its title, then a row a line; rows of one cell at the top are captions, outside the table."""
    pieces.add(title, Origin(part=title))
    pieces.separate("\n")
    rows: dict[int, list[tuple[int, str]]] = {}
    for place in sorted(sheet.cells):
        if text := _text(book, sheet, place):
            rows.setdefault(place[0], []).append((place[1], text))
    numbers = list(rows)
    body = next((index for index, row in enumerate(numbers) if len(rows[row]) > 1), len(numbers))
    for row in numbers[:body]:
        _put(pieces, title, row, *rows[row][0])
        pieces.separate("\n")
    _grid(pieces, sheet, title, {row: rows[row] for row in numbers[body:]})
    _say_sheet(pieces, sheet, title)


def _put(pieces: Pieces, title: str, row: int, column: int, text: str) -> None:
    origin = Origin(part=title, row=row, column=column, cell=f"{letters(column)}{row}")
    pieces.add(" ".join(text.split()), origin)


def _grid(pieces: Pieces, sheet: Sheet, title: str, rows: dict[int, list[tuple[int, str]]]) -> None:
    """The table; empty rows and columns take no place in it, so a far cell costs nothing."""
    places = {row: index for index, row in enumerate(rows)}
    columns = {column: index for index, column in enumerate(sorted({c for row in rows.values() for c, _ in row}))}
    start, cells = pieces.length, []
    for row, filled in rows.items():
        for index, (column, text) in enumerate(filled):
            if index:
                pieces.separate("\t")
            begin = pieces.length
            _put(pieces, title, row, column, text)
            height, width = sheet.merged.get((row, column), (1, 1))
            size = (_within(places, row, height), _within(columns, column, width))
            cells.append(Cell(Span(begin, pieces.length), places[row], columns[column], *size))
        pieces.separate("\n")
    pieces.add_table(start, cells)


def _within(places: dict[int, int], first: int, size: int) -> int:
    """How many of `size` rows (or columns) from `first` on are kept."""
    if size == 1:
        return 1
    ordered = list(places)
    return bisect_left(ordered, first + size) - bisect_left(ordered, first)


def _text(book: _Book, sheet: Sheet, place: tuple[int, int]) -> str:
    raw = sheet.cells[place]
    if raw.sort == "s":
        index = int(raw.value) if raw.value.isascii() and raw.value.isdigit() and len(raw.value) < 8 else -1
        if not 0 <= index < len(book.strings):
            raise UnreadableFile(book.name, "damaged")
        return book.strings[index].strip()
    if raw.sort == "b":
        return "是" if raw.value == "1" else "否"
    if raw.sort in ("n", ""):
        return shown(raw.value, book.formats.of(raw.style), book.formats.from_1904)
    return raw.value.strip()


def letters(column: int) -> str:
    """A column's letters, from 1."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _say(pieces: Pieces, zh: str, en: str) -> None:
    pieces.notices.append(Words(zh=zh, en=en))


def _say_sheet(pieces: Pieces, sheet: Sheet, title: str) -> None:
    if sheet.hidden:
        _say(
            pieces,
            f"工作表“{title}”的 {sheet.hidden} 个隐藏行列已一并读取",
            f"{sheet.hidden} hidden rows or columns of sheet {title} were read too",
        )
    if sheet.uncomputed:
        _say(
            pieces,
            f"工作表“{title}”有 {sheet.uncomputed} 个公式没有存下结果,未读取;请用表格软件打开后重新保存",
            f"{sheet.uncomputed} formulas of sheet {title} hold no result and were not read; open and save it again",
        )


def _say_unread(pieces: Pieces, archive: budgets.Archive) -> None:
    names = archive.names
    for folder, zh, en in (
        ("xl/comments", "批注", "comments"),
        ("xl/threadedComments", "会话批注", "threaded comments"),
        ("xl/media/", "图片", "pictures"),
        ("xl/charts/", "图表", "charts"),
        ("xl/drawings/drawing", "图形和文本框", "drawings and text boxes"),
        ("xl/embeddings/", "嵌入对象", "embedded objects"),
        ("xl/chartsheets/", "图表页", "chart sheets"),
    ):
        if any(path.startswith(folder) for path in names):
            _say(pieces, f"表格里的{zh}未读取", f"{en} in the workbook were not read")

"""Word documents: paragraphs with their numbers, tables, notes, text boxes, headers; read part by part with expat."""

from __future__ import annotations

import re
from collections import Counter as Tally
from collections.abc import Iterator

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.numbering import Numbering
from taizhang.documents.pieces import Pieces
from taizhang.documents.word_tables import Grid
from taizhang.documents.xml import Counter, Node, tree
from taizhang.values.reports import Origin
from taizhang.values.words import Words

PART = re.compile(r"word/(footnotes|endnotes|comments|header[0-9]{0,3}|footer[0-9]{0,3})\.xml$")
PART_NAMES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}
PAGE_MARK = re.compile(r"[-—－第页共/ 0-9]{1,20}$")
SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SKIPPED = frozenset({"pPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "instrText", "delInstrText", "rt"})
TOLD: dict[str, tuple[str, str]] = {
    "deleted": ("{} 处修订删除的文字未计入", "{} tracked deletions were left out"),
    "inserted": ("{} 处修订插入的文字已计入", "{} tracked insertions were read as text"),
    "hidden": ("{} 处隐藏文字已一并读取", "{} stretches of hidden text were read too"),
    "picture": ("{} 幅图片未读取", "{} pictures were not read"),
    "chart": ("{} 个图表或智能图形未读取", "{} charts or diagrams were not read"),
    "symbol": ("{} 个符号字体的字符未读取", "{} characters of a symbol font were not read"),
    "outside": ("{} 处嵌入的外部文档未读取", "{} embedded outside documents were not read"),
    "comment": ("{} 条批注列在文末,作为文字读取", "{} comments were read as text at the end"),
}


class _Reader:
    """Writes one part; counts what a person should be told."""

    def __init__(self, pieces: Pieces, numbering: Numbering, told: Tally[str]) -> None:
        self.pieces, self.numbering, self.told = pieces, numbering, told
        self.part = "body"
        self.paragraph = self.table = self.run = 0
        self.boxes: list[Node] = []

    def read(self, root: Node, part: str) -> None:
        self.part, self.paragraph, self.table = part, 0, 0
        self.blocks(root)

    def blocks(self, node: Node) -> None:
        """The paragraphs and tables below `node`, each on lines of its own."""
        for child in _chosen(node):
            if child.name == "p":
                self.line(child, Origin(part=self.part))
            elif child.name == "tbl":
                self.grid(child)
            elif child.name == "altChunk":
                self.told["outside"] += 1
            elif not self._left_out(child):
                if child.name == "comment":
                    self.told["comment"] += 1
                self.blocks(child)

    def line(self, paragraph: Node, place: Origin) -> None:
        """One paragraph as one line, its text boxes after it."""
        self.words(paragraph, place)
        if not self.pieces.ended:
            self.pieces.separate("\n")
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            part, self.part = self.part, "textbox"
            self.blocks(box)
            self.part = part

    def words(self, paragraph: Node, place: Origin) -> None:
        """The words of a paragraph, its automatic number first. `place` gives part, table, row and column."""
        self.paragraph += 1
        self.run = 0
        label = self.numbering.label(paragraph.first("pPr"))
        offsets: dict[int, int] = {}
        for text, run in [(label, 0), *self.runs(paragraph)]:
            offset = offsets.get(run, 0)
            offsets[run] = offset + len(text)
            origin = Origin(
                part=place.part, paragraph=self.paragraph, run=run or None, table=place.table, row=place.row, column=place.column
            )  # fmt: skip
            self.pieces.add(text.replace("\n", " ") if place.table else text, origin, offset)

    def runs(self, node: Node) -> Iterator[tuple[str, int]]:
        """Text with the number of its run; text boxes are put aside."""
        for child in _chosen(node):
            if child.name == "t":
                yield child.text, self.run
            elif child.name in SIGNS:
                yield SIGNS[child.name], self.run
            elif child.name == "txbxContent":
                self.boxes.append(child)
            elif not self._left_out(child):
                self._count(child)
                yield from self.runs(child)

    def _left_out(self, node: Node) -> bool:
        if node.name in ("del", "moveFrom"):
            self.told["deleted"] += node.name == "del" and any(below.name == "delText" for below in node.walk())
            return True
        self.told["inserted"] += node.name == "ins" and bool(node.children)
        return node.name in SKIPPED

    def _count(self, node: Node) -> None:
        if node.name == "r":
            self.run += 1
            self.told["hidden"] += node.first("rPr", "vanish") is not None and node.value("rPr", "vanish") not in (
                "0",
                "false",
            )
        elif node.name in ("pic", "imagedata"):
            self.told["picture"] += 1
        elif node.name in ("chart", "relIds", "OLEObject"):
            self.told["chart"] += 1
        elif node.name == "sym":
            self.told["symbol"] += 1

    def grid(self, node: Node) -> None:
        """A table: one row a line, cells separated by tabs; one that is a mere frame flows as text."""
        grid = Grid(node, _chosen)
        if grid.frames:
            for cell in grid.cells:
                self.blocks(cell.node)
            return
        self.table += 1
        table, start = self.table, self.pieces.length
        for row in grid.rows:
            for index, cell in enumerate(row):
                if index:
                    self.pieces.separate("\t")
                cell.start = self.pieces.length
                self._cell(cell.node, Origin(part="table", table=table, row=cell.row + 1, column=cell.column + 1))
                cell.end = self.pieces.length
            self.pieces.separate("\n")
        self.pieces.add_table(start, grid.placed())
        boxes, self.boxes = self.boxes, []
        for box in boxes:
            self.blocks(box)

    def _cell(self, node: Node, place: Origin) -> None:
        """Everything in a cell as one line, tables inside it included."""
        for child in _chosen(node):
            if child.name == "p":
                if self.pieces.last not in "\t\n ":
                    self.pieces.separate(" ")
                self.words(child, place)
            elif not self._left_out(child):
                self._cell(child, place)


def _chosen(node: Node) -> Iterator[Node]:
    """Children of `node`, of alternative contents only the first that holds something."""
    for child in node.nodes():
        if child.name != "AlternateContent":
            yield child
            continue
        choices = [choice for choice in child.nodes() if choice.name in ("Choice", "Fallback")]
        spoken = (choice for choice in choices if any(below.name == "t" for below in choice.walk()))
        chosen = next(spoken, choices[0] if choices else None)
        if chosen is not None:
            yield from _chosen(chosen)


def read_docx(name: str, data: bytes) -> Pieces:
    """The text of a .docx. Raises UnreadableFile (damaged, large, unsafe, format)."""
    archive = budgets.Archive(name, data)
    names = archive.names
    if "word/document.xml" not in names:
        raise UnreadableFile(name, "format")
    if b"macroEnabled" in archive.read("[Content_Types].xml"):
        raise UnreadableFile(name, "unsafe")
    pieces, counter, told = Pieces(name), Counter(name, budgets.XML_ELEMENTS["docx"]), Tally[str]()
    numbering = Numbering(*(_part(archive, path, counter) for path in ("word/numbering.xml", "word/styles.xml")))
    reader = _Reader(pieces, numbering, told)
    try:
        for path, part in [("word/document.xml", "body"), *_other_parts(names)]:
            root = _part(archive, path, counter)
            if root is not None and not (part in ("header", "footer") and _numbers_only(root)):
                reader.read(root, part)
    except RecursionError as error:
        raise UnreadableFile(name, "large") from error
    _say(pieces, told, names, archive)
    return pieces


def _part(archive: budgets.Archive, path: str, counter: Counter) -> Node | None:
    return tree(archive.read(path), counter) if path in archive.names else None


def _other_parts(names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for path in sorted(names):
        if match := PART.match(path):
            yield path, PART_NAMES.get(match[1], match[1].rstrip("0123456789"))


def _numbers_only(root: Node) -> bool:
    """Whether a header or footer holds page numbers and nothing else."""
    words = "".join(node.text for node in root.walk() if node.name == "t").strip()
    return not words or PAGE_MARK.match(words) is not None


def _say(pieces: Pieces, told: Tally[str], names: tuple[str, ...], archive: budgets.Archive) -> None:
    for sort, (zh, en) in TOLD.items():
        if told[sort]:
            pieces.notices.append(Words(zh=zh.format(told[sort]), en=en.format(told[sort])))
    embedded = sum(path.startswith("word/embeddings/") for path in names)
    if embedded:
        pieces.notices.append(Words(zh=f"{embedded} 个嵌入对象未读取", en=f"{embedded} embedded objects were not read"))
    relations = (path for path in names if path.endswith("settings.xml.rels"))
    if any(b"attachedTemplate" in archive.read(path) for path in relations):
        pieces.notices.append(
            Words(zh="文件引用了外部模板,未打开", en="the file names an outside template, which was not opened")
        )

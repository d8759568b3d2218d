"""Word documents: paragraphs with their numbers, tables, notes, text boxes, headers; read part by part with expat."""

from __future__ import annotations

import re
import zipfile

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.numbering import Numbering
from taizhang.documents.pieces import Pieces
from taizhang.documents.xml import Counter, parse
from taizhang.values.reports import Origin
from taizhang.values.words import Words

NOTES = re.compile(r"word/(footnotes|endnotes|comments|header[0-9]{0,3}|footer[0-9]{0,3})\.xml$")
REMOTE = re.compile(
    rb'attachedTemplate"[^>]{0,400}TargetMode="External"|TargetMode="External"[^>]{0,400}attachedTemplate"'
)
PART_NAMES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


class _Body:
    """Handlers for one part: collects runs into paragraphs and cells, and writes them out as they end."""

    def __init__(self, pieces: Pieces, part: str, numbering: Numbering) -> None:
        self.pieces, self.part, self.numbering = pieces, part, numbering
        self.paragraph = self.run = self.table = 0
        self.depth_of_table = 0
        self.row = self.column = -1
        self.span = 1
        self.cell: list[str] | None = None
        self.in_text = self.deleted = self.skip = 0
        self.boxes: list[str] = []
        self.box_depth = 0
        self.list_number, self.list_level = "", 0
        self.paragraph_started = False
        self.fallback = 0
        self.deletions = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        value = attributes.get("val", "")
        if tag == "Fallback":
            self.fallback += 1
        if self.fallback:
            return
        if tag == "p" and not self.box_depth:
            self.paragraph += 1
            self.run, self.list_number, self.list_level, self.paragraph_started = 0, "", 0, False
        elif tag == "r":
            self.run += 1
        elif tag in ("t", "delText", "instrText"):
            self.in_text = tag == "t"
        elif tag == "del":
            self.deleted += 1
            self.deletions += 1
        elif tag == "txbxContent":
            self.box_depth += 1
            self.boxes.append("")
        else:
            self._property(tag, value)

    def _property(self, tag: str, value: str) -> None:
        if tag == "numId":
            self.list_number = value
        elif tag == "ilvl" and value.isdigit():
            self.list_level = int(value)
        elif tag in ("tab", "br", "cr") and self.run:
            self._write(" " if tag == "tab" else "\n")
        else:
            self._table(tag, value)

    def _table(self, tag: str, value: str) -> None:
        if tag == "tbl":
            self.depth_of_table += 1
            if self.depth_of_table == 1:
                self.table += 1
                self.row = -1
                self.pieces.open_table()
        elif tag == "tr" and self.depth_of_table == 1:
            self.row, self.column = self.row + 1, -1
        elif tag == "tc" and self.depth_of_table == 1:
            self.column, self.span, self.cell = self.column + 1, 1, []
        elif tag == "gridSpan" and value.isdigit():
            self.span = min(int(value), 200)

    def end(self, tag: str) -> None:
        if tag == "Fallback":
            self.fallback -= 1
        if self.fallback:
            return
        if tag == "t":
            self.in_text = 0
        elif tag == "del":
            self.deleted -= 1
        elif tag == "txbxContent":
            self.box_depth -= 1
        elif tag == "p":
            self._end_paragraph()
        else:
            self._end_table(tag)

    def _end_table(self, tag: str) -> None:
        if tag == "tc" and self.depth_of_table == 1 and self.cell is not None:
            self._end_cell()
        elif tag == "tr" and self.depth_of_table == 1:
            self.pieces.add("\n", self._origin())
        elif tag == "tbl":
            self.depth_of_table -= 1
            if self.depth_of_table == 0:
                self.pieces.close_table()

    def characters(self, data: str) -> None:
        if self.in_text and not self.deleted and not self.fallback:
            self._write(data)

    def _origin(self) -> Origin:
        in_table = self.depth_of_table > 0
        return Origin(
            part="table" if in_table and self.part == "body" else self.part,
            paragraph=self.paragraph,
            run=self.run or None,
            table=self.table if in_table else None,
            row=self.row + 1 if in_table else None,
            column=self.column + 1 if in_table else None,
        )

    def _write(self, data: str) -> None:
        if self.box_depth:
            self.boxes[-1] += data
        elif self.cell is not None:
            self.cell.append(data)
        else:
            self._number()
            self.pieces.add(data, self._origin())

    def _number(self) -> None:
        if not self.paragraph_started:
            self.paragraph_started = True
            label = self.numbering.next(self.list_number, self.list_level) if self.list_number else ""
            self.pieces.add(label, Origin(part="numbering", paragraph=self.paragraph))

    def _end_paragraph(self) -> None:
        if self.box_depth:
            self.boxes[-1] += "\n"
        elif self.cell is not None:
            if self.cell and self.cell[-1] != " ":
                self.cell.append(" ")
        else:
            self.pieces.add("\n", self._origin())
            self._flush_boxes()

    def _flush_boxes(self) -> None:
        for box in self.boxes:
            self.pieces.add(box.rstrip("\n") + "\n", Origin(part="textbox", paragraph=self.paragraph))
        self.boxes.clear()

    def _end_cell(self) -> None:
        origin = self._origin()
        if self.column > 0:
            self.pieces.add("\t", origin)
        self.pieces.cell("".join(self.cell or []).strip(), origin, (self.row, self.column), (1, self.span))
        self.column += self.span - 1
        self.cell = None


def read_docx(name: str, data: bytes) -> Pieces:
    """The text of a .docx; raises UnreadableFile (damaged, large, unsafe, format)."""
    archive = budgets.open_zip(name, data)
    names = set(archive.namelist())
    if "word/document.xml" not in names:
        raise UnreadableFile(name, "format")
    if "word/_rels/settings.xml.rels" in names and REMOTE.search(
        budgets.member(name, archive, "word/_rels/settings.xml.rels")
    ):
        raise UnreadableFile(name, "unsafe")
    pieces, counter = Pieces(name), Counter(name, budgets.XML_ELEMENTS["docx"])
    numbers = budgets.member(name, archive, "word/numbering.xml") if "word/numbering.xml" in names else None
    numbering = Numbering(numbers, counter)
    deletions = _part(archive, "word/document.xml", _Body(pieces, "body", numbering), counter)
    for path in sorted(names):
        match = NOTES.match(path)
        if match:
            part = PART_NAMES.get(match[1], match[1].rstrip("0123456789"))
            deletions += _part(archive, path, _Body(pieces, part, Numbering(None, counter)), counter)
    if deletions:
        pieces.notices.append(
            Words(zh=f"有 {deletions} 处修订删除的文字未计入", en=f"{deletions} tracked deletions were left out")
        )
    if any(path.startswith("word/media/") for path in names):
        pieces.notices.append(Words(zh="文中图片未读取", en="Pictures in the document were not read"))
    return pieces


def _part(archive: zipfile.ZipFile, path: str, body: _Body, counter: Counter) -> int:
    parse(budgets.member(body.pieces.name, archive, path), counter, body.start, body.end, body.characters)
    return body.deletions

"""Sound files, one a format, and broken copies of them: bytes changed in the file, or in a part of the package."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from making import TABLE as RULED
from making import archive, book, cells, paragraph, pdf, word

from taizhang.documents import UnreadableFile
from taizhang.documents.docx import read_docx
from taizhang.documents.html import read_html
from taizhang.documents.lines import LineStretches
from taizhang.documents.markdown import read_markdown
from taizhang.documents.pdf import read_pdf
from taizhang.documents.pieces import Pieces
from taizhang.documents.text import decode
from taizhang.documents.xlsx import read_xlsx

PAGE = "<html><meta charset=utf-8><table><tr><td rowspan=2>甲<td>3.2万</tr><tr><td>4</table><!-- a --><p>完成<b>5</b>亿&amp;元<pre>a\nb</pre>"
TABLE = f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc><w:tc>{paragraph('3万')}</w:tc></w:tr></w:tbl>"
NUMBERED = paragraph("一", "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>")


def read_text(name: str, data: bytes) -> Pieces:
    text = decode(name, data)
    return Pieces(name, [text], len(text), list(LineStretches(text)))


SEEDS: dict[str, tuple[bytes, Callable[[str, bytes], Pieces]]] = {
    "txt": (("青溪镇完成投资3.2亿元。\r\n增长8%\n" * 3).encode("gb18030"), read_text),
    "md": ("# 一\n|a|b|\n|-|-|\n|1|**2**|\n".encode(), read_markdown),
    "html": (PAGE.encode(), read_html),
    "docx": (word(NUMBERED + TABLE, comments__xml="<a/>"), read_docx),
    "xlsx": (book(cells(("甲", 3), ("乙", 4)) + "<mergeCell ref='A1:A2'/>", strings="<si><t>a</t></si>"), read_xlsx),
    "pdf": (pdf([["甲3万", RULED], ["乙"]], picture=True, tables={0: [["村", "户"], ["东", "3"]]}), read_pdf),
}


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` with some bytes changed, cut, doubled, moved or set to telling values."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(changed) + 1), chance.choice((1, 1, 2, 4, 16, 100))
        sort = chance.randrange(5)
        if sort == 0:
            changed[at : at + length] = chance.randbytes(min(length, len(changed) - at))
        elif sort == 1:
            del changed[at : at + length]
        elif sort == 2:
            changed[at:at] = changed[at : at + length] * chance.choice((1, 2, 20))
        elif sort == 3:
            changed[at : at + length] = chance.choice((b"\0", b"\xff\xff\xff\xff", b"9" * 20, b"<", b"-1", b"&#0;"))
        else:
            del changed[at:]
        changed = changed or bytearray(b"x")
    return bytes(changed)


def inside(data: bytes, chance: random.Random) -> bytes:
    """A package one of whose parts is changed, its checksums right."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts: dict[str, str | bytes] = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    content = parts[name]
    parts[name] = mutated(content if isinstance(content, bytes) else content.encode(), chance)
    return archive(parts)


@dataclass
class Outcome:
    """What became of the broken copies of one sound file: read, or refused and why; the longest in seconds."""

    read: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0


def outcome(kind: str, count: int, seed: int) -> Outcome:
    """`count` broken copies of the file of `kind`, each read. Whatever is raised but UnreadableFile is passed on."""
    data, read = SEEDS[kind]
    chance, result = random.Random(seed), Outcome()
    for number in range(count):
        packaged = kind in ("docx", "xlsx") and number % 2
        broken = inside(data, chance) if packaged else mutated(data, chance)
        before = time.perf_counter()
        try:
            pieces = read("名", broken)
        except UnreadableFile as error:
            result.refused[error.code] += 1
        else:
            result.read += 1
            assert pieces.length == len("".join(pieces.parts))
            assert all(stretch.end > stretch.start for stretch in pieces.stretches)
        result.longest = max(result.longest, time.perf_counter() - before)
    return result

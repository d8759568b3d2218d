"""A thousand broken copies of a sound file a format end in UnreadableFile or are read, never in another exception."""

from __future__ import annotations

import io
import os
import random
import time
import zipfile
from collections.abc import Callable

import pytest
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

FULL = {"pdf": 50_000, "xlsx": 20_000, "docx": 10_000, "html": 20_000, "txt": 20_000, "md": 1_000}
SOAK = bool(os.environ.get("TAIZHANG_SOAK"))
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
    "pdf": (pdf([["甲3万"], ["乙"]], picture=True), read_pdf),
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


@pytest.mark.parametrize("kind", SEEDS)
def test_mutations(kind: str) -> None:
    seed, read = SEEDS[kind]
    chance = random.Random(20250630)
    assert read("种子", seed).length
    refused = 0
    for number in range(FULL[kind] if SOAK else 1_000):
        packaged = kind in ("docx", "xlsx") and number % 2
        data = inside(seed, chance) if packaged else mutated(seed, chance)
        before = time.monotonic()
        try:
            pieces = read("名", data)
        except UnreadableFile:
            refused += 1
        else:
            assert pieces.length == len("".join(pieces.parts))
            assert all(stretch.end > stretch.start for stretch in pieces.stretches)
        assert time.monotonic() - before < 2
    assert refused > 0 or kind in ("html", "md")

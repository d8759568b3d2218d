"""PDF with a text layer: hard wraps joined, running heads and page numbers dropped, pages without text said."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.pieces import Pieces, unread
from taizhang.values.reports import Origin
from taizhang.values.words import Words

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

PAGE_NUMBER = re.compile(
    r"[ ]{0,20}(?:[-—–－][ ]{0,3}[0-9]{1,4}[ ]{0,3}[-—–－]|第?[ ]{0,2}[0-9]{1,4}[ ]{0,2}页?(?:[ ]{0,2}[/共][^。]{0,12})?)[ ]{0,20}$"
)
CLOSES = frozenset("。！？；：:;!?”")
MARKER = re.compile(
    r"[ 　]{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.、．](?![0-9])|第[一二三四五六七八九十]{1,3}[章节部条])|　　|[ ]{4}"
)
FULL = 0.85
"""A line this much of the usual width has run to the margin."""

Line = tuple[int, int, str]
"""Page and line, from 1, and the words."""


def _open(name: str, data: bytes) -> PdfReader:
    import pypdf  # noqa: PLC0415 - only PDFs need it

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFile(name, "unsafe")
    if len(reader.pages) > budgets.PAGES:
        raise UnreadableFile(name, "large")
    return reader


def _pages(name: str, data: bytes) -> tuple[list[str | None], int]:
    """The text of each page, None where it cannot be read, and how many pages hold pictures."""
    texts: list[str | None] = []
    pictures = length = 0
    try:
        reader = _open(name, data)
        for index in range(len(reader.pages)):
            texts.append(_text(reader, index))
            pictures += _has_pictures(reader, index)
            length += len(texts[-1] or "")
            if length > budgets.TEXT_CHARACTERS:
                raise UnreadableFile(name, "large")
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:  # pypdf raises many types on broken files
        raise UnreadableFile(name, "large" if _is_limit(error) else "damaged") from error
    return texts, pictures


def _is_limit(error: Exception) -> bool:
    """Whether pypdf refused for its own limits, or ran too deep."""
    return isinstance(error, RecursionError) or type(error).__name__ == "LimitReachedError"


def _text(reader: PdfReader, index: int) -> str | None:
    try:
        page: PageObject = reader.pages[index]
        return page.extract_text() or ""
    except MemoryError:
        raise
    except Exception as error:  # one broken page is said; the others are still read
        if _is_limit(error):
            raise
        return None


def _has_pictures(reader: PdfReader, index: int) -> bool:
    try:
        resources = reader.pages[index].get("/Resources", {})
        objects = resources.get_object().get("/XObject", {}).get_object()
        return any(entry.get_object().get("/Subtype") == "/Image" for entry in list(objects.values())[:50])
    except MemoryError:
        raise
    except Exception:  # a page that cannot tell has none that we know of
        return False


def _running(pages: list[list[str]]) -> frozenset[str]:
    """First and last lines that stand on more than half of the pages."""
    if len(pages) < 3:
        return frozenset()
    edges: Counter[str] = Counter()
    for lines in pages:
        edges.update({_shape(line) for line in [*lines[:2], *lines[-2:]] if line.strip()})
    return frozenset(shape for shape, count in edges.items() if count * 2 > len(pages))


def _shape(line: str) -> str:
    return re.sub(r"[0-9]{1,4}", "#", "".join(line.split()))


def _kept(page: int, lines: list[str], running: frozenset[str]) -> list[Line]:
    """The lines without running heads and page numbers; on the first page a running head may be the title."""
    kept = []
    for number, line in enumerate(lines, start=1):
        edge = number <= 2 or number > len(lines) - 2
        title = page == 1 and number <= 2
        if edge and (PAGE_NUMBER.match(line) or (_shape(line) in running and not title)):
            continue
        if line.strip():
            kept.append((page, number, line.rstrip()))
    return kept


def read_pdf(name: str, data: bytes) -> Pieces:
    """Text of the pages, one paragraph a line. Raises UnreadableFile (pictures, damaged, large, unsafe)."""
    texts, pictures = _pages(name, data)
    pages = [[line for line in (text or "").split("\n") if line.strip()] for text in texts]
    if not any(pages):
        raise UnreadableFile(name, "damaged" if None in texts else "pictures")
    running = _running(pages)
    pieces = Pieces(name)
    lines = [line for page, words in enumerate(pages, start=1) for line in _kept(page, words, running)]
    _join(pieces, lines)
    for page, text in enumerate(texts, start=1):
        if text is None or not text.strip():
            pieces.notices.append(unread(f"第{page}页", f"Page {page}"))
    if pictures:
        pieces.notices.append(
            Words(zh=f"{pictures} 页上有图片,未读取", en=f"pictures on {pictures} pages were not read")
        )
    return pieces


def _join(pieces: Pieces, lines: list[Line]) -> None:
    """Write the lines, those that were only wrapped at the margin as one."""
    widths = sorted(_width(words) for _, _, words in lines)
    usual = widths[len(widths) * 9 // 10] if widths else 0
    for index, (page, number, words) in enumerate(lines):
        following = lines[index + 1][2] if index + 1 < len(lines) else ""
        pieces.add(words, Origin(page=page, line=number))
        wrapped = _width(words) >= usual * FULL and words[-1] not in CLOSES
        if not wrapped or not following or MARKER.match(following):
            pieces.separate("\n")
        elif _latin(words[-1]) and _latin(following[0]):
            pieces.separate(" ")


def _width(words: str) -> int:
    """Width in half-width characters."""
    return len(words) + sum(character >= "\u2e80" for character in words)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalpha()

"""PDF with a text layer: hard wraps joined, running heads and page numbers dropped, ruled tables kept, pages without text said."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.pdf_tables import PageTable, TableFinder, is_latin, is_ruled, put_together, write_table
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
NARROWEST = 36
"""No page is set narrower, in half-width characters: shorter lines end where they end."""
FULL = 0.85
"""A line this much of the usual width has run to the margin."""

Part = tuple[int, int, str | PageTable]
"""Page and line, from 1, and the words of the line or a table."""
LEFT = Words(zh="后面的页上若有表格,按行读取", en="tables on later pages were read line by line, for want of time")


def _open(name: str, data: bytes) -> PdfReader:
    import pypdf  # noqa: PLC0415 - only PDFs need it

    reader = pypdf.PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        raise UnreadableFile(name, "unsafe")
    if len(reader.pages) > budgets.PAGES:
        raise UnreadableFile(name, "large")
    return reader


def _pages(
    name: str, data: bytes, finder: TableFinder
) -> tuple[list[str | None], dict[int, list[str | PageTable]], int]:
    """The text of each page, None where it cannot be read; the parts of those with tables; how many hold pictures."""
    texts: list[str | None] = []
    parts: dict[int, list[str | PageTable]] = {}
    pictures = length = 0
    try:
        reader = _open(name, data)
        for index in range(len(reader.pages)):
            texts.append(_text(reader, index))
            if texts[-1] and _has_rules(reader, index) and (found := finder.page(index)):
                parts[index] = found
            pictures += _has_pictures(reader, index)
            length += len(texts[-1] or "")
            if length > budgets.TEXT_CHARACTERS:
                raise UnreadableFile(name, "large")
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:  # pypdf raises many types on broken files
        raise UnreadableFile(name, "large" if _is_limit(error) else "damaged") from error
    return texts, parts, pictures


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


def _has_rules(reader: PdfReader, index: int) -> bool:
    try:
        content = reader.pages[index].get_contents()
        return content is not None and is_ruled(content.get_data())
    except MemoryError:
        raise
    except Exception:  # a page that cannot tell is read line by line
        return False


def _has_pictures(reader: PdfReader, index: int) -> bool:
    try:
        resources = reader.pages[index].get("/Resources", {})
        objects = resources.get_object().get("/XObject", {}).get_object()
        return any(entry.get_object().get("/Subtype") == "/Image" for entry in list(objects.values())[:50])
    except MemoryError:
        raise
    except Exception:  # a page that cannot tell has none that we know of
        return False


def _running(pages: list[list[str | PageTable]]) -> frozenset[str]:
    """First and last lines that stand on more than half of the pages."""
    if len(pages) < 3:
        return frozenset()
    edges: Counter[str] = Counter()
    for parts in pages:
        edges.update({_shape(part) for part in [*parts[:2], *parts[-2:]] if isinstance(part, str) and part.strip()})
    return frozenset(shape for shape, count in edges.items() if count * 2 > len(pages))


def _shape(line: str) -> str:
    return re.sub(r"[0-9]{1,4}", "#", "".join(line.split()))


def _kept(page: int, parts: list[str | PageTable], running: frozenset[str]) -> list[Part]:
    """The parts without running heads and page numbers; on the first page a running head may be the title."""
    kept: list[Part] = []
    for number, part in enumerate(parts, start=1):
        if isinstance(part, PageTable):
            kept.append((page, number, part))
            continue
        edge = number <= 2 or number > len(parts) - 2
        title = page == 1 and number <= 2
        if edge and (PAGE_NUMBER.match(part) or (_shape(part) in running and not title)):
            continue
        if part.strip():
            kept.append((page, number, part.rstrip()))
    return kept


def read_pdf(name: str, data: bytes) -> Pieces:
    """Text of the pages, one paragraph a line, and tables. Raises UnreadableFile (pictures, damaged, large, unsafe)."""
    finder = TableFinder(data)
    texts, tabled, pictures = _pages(name, data, finder)
    pages = [
        tabled.get(index) or [line for line in (text or "").split("\n") if line.strip()]
        for index, text in enumerate(texts)
    ]
    if not any(pages):
        raise UnreadableFile(name, "damaged" if None in texts else "pictures")
    running = _running(pages)
    pieces = Pieces(name)
    _write(pieces, list(put_together([_kept(page, parts, running) for page, parts in enumerate(pages, start=1)])))
    for page, text in enumerate(texts, start=1):
        if text is None or not text.strip():
            pieces.notices.append(unread(f"第{page}页", f"Page {page}"))
    if pictures:
        pieces.notices.append(
            Words(zh=f"{pictures} 页上有图片,未读取", en=f"pictures on {pictures} pages were not read")
        )
    if finder.given_up:
        pieces.notices.append(LEFT)
    return pieces


def _write(pieces: Pieces, parts: list[Part]) -> None:
    """Write the lines, those that were only wrapped at the margin as one, and the tables."""
    widths = sorted(_width(part) for _, _, part in parts if isinstance(part, str))
    usual = max(widths[len(widths) * 9 // 10] if widths else 0, NARROWEST)
    tables = 0
    for index, (page, number, part) in enumerate(parts):
        if isinstance(part, PageTable):
            tables += 1
            write_table(pieces, part, tables)
            continue
        following = parts[index + 1][2] if index + 1 < len(parts) else ""
        pieces.add(part, Origin(page=page, line=number))
        wrapped = _width(part) >= usual * FULL and part[-1] not in CLOSES
        if not wrapped or not isinstance(following, str) or not following or MARKER.match(following):
            pieces.separate("\n")
        elif is_latin(part[-1]) and is_latin(following[0]):
            pieces.separate(" ")


def _width(words: str) -> int:
    """Width in half-width characters."""
    return len(words) + sum(character >= "\u2e80" for character in words)

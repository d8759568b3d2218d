"""PDF with a text layer: hard wraps joined, running heads and page numbers dropped, pages without text said."""

from __future__ import annotations

import io
import re
from collections import Counter

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.pieces import Pieces, unread
from taizhang.values.reports import Origin

PAGE_NUMBER = re.compile(
    r"[ ]{0,20}(?:[-—–－][ ]{0,3}[0-9]{1,4}[ ]{0,3}[-—–－]|第?[ ]{0,2}[0-9]{1,4}[ ]{0,2}页?(?:[ ]{0,2}[/共][^。]{0,12})?)[ ]{0,20}$"
)
CLOSES = frozenset("。！？；：:;!?”")
MARKER = re.compile(
    r"[ 　]{0,8}(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.、．](?![0-9])|第[一二三四五六七八九十]{1,3}[章节部条])|　　|[ ]{4}"
)


def _pages(name: str, data: bytes) -> list[str]:
    import pypdf  # noqa: PLC0415 - only PDFs need it

    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile(name, "unsafe")
        if len(reader.pages) > budgets.PAGES:
            raise UnreadableFile(name, "large")
        return [page.extract_text() or "" for page in reader.pages]
    except UnreadableFile:
        raise
    except MemoryError:
        raise
    except Exception as error:  # pypdf raises many types on broken files
        raise UnreadableFile(name, "damaged") from error


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


def _kept(lines: list[str], running: frozenset[str]) -> list[tuple[int, str]]:
    kept = []
    for number, line in enumerate(lines, start=1):
        edge = number <= 2 or number > len(lines) - 2
        if edge and (_shape(line) in running or PAGE_NUMBER.match(line)):
            continue
        if line.strip():
            kept.append((number, line.rstrip()))
    return kept


def read_pdf(name: str, data: bytes) -> Pieces:
    """Text of the pages, one paragraph a line. Raises UnreadableFile (pictures, damaged, large, unsafe)."""
    pages = [page.split("\n") for page in _pages(name, data)]
    pieces = Pieces(name)
    running = _running(pages)
    kept = [_kept(lines, running) for lines in pages]
    if not any(kept):
        raise UnreadableFile(name, "pictures")
    widest = max(len(line) for lines in kept for _, line in lines)
    for page, lines in enumerate(kept, start=1):
        if not lines:
            pieces.notices.append(unread(f"第{page}页", f"Page {page}"))
        for index, (number, line) in enumerate(lines):
            following = lines[index + 1][1] if index + 1 < len(lines) else _first(kept[page:])
            joined = (
                len(line) >= widest * 0.8 and line[-1] not in CLOSES and not MARKER.match(following) and bool(following)
            )
            pieces.add(line if joined else line + "\n", Origin(page=page, line=number))
    return pieces


def _first(pages: list[list[tuple[int, str]]]) -> str:
    return pages[0][0][1] if pages and pages[0] else ""

"""A path, or stdin, becomes a Report: the format is told from the content, parsed apart, and outlined."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from taizhang.documents import budgets
from taizhang.documents.doubts import doubts
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.lines import LineStretches
from taizhang.documents.markdown import read_markdown
from taizhang.documents.office import converted
from taizhang.documents.outline import outline
from taizhang.documents.sandbox import read_apart
from taizhang.documents.text import decode
from taizhang.values.reports import Cell, Origin, Report, Stretch, Table
from taizhang.values.spans import Span
from taizhang.values.words import Words

SUFFIXES = {
    ".txt": "txt", ".md": "md", ".text": "txt", "": "txt", ".docx": "docx", ".xlsx": "xlsx", ".pdf": "pdf", ".html": "html",
    ".htm": "html", ".doc": "office", ".wps": "office",
}  # fmt: skip
UNSAFE_SUFFIXES = frozenset({".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".dotx"})


def open_report(source: str | Path, *, name: str | None = None) -> Report:
    """The report at `source` (`-` for standard input).

    Raises UnreadableFile with one of the named reasons; nothing else for any content.
    """
    path = Path(source)
    shown = name or ("stdin" if str(source) == "-" else path.name)
    if str(source) == "-":
        data = sys.stdin.buffer.read(budgets.FILE_BYTES + 1)
        kind = _sniffed(data)
    else:
        data = _bytes(shown, path)
        kind = _kind(shown, path.suffix.lower(), data)
    if len(data) > budgets.FILE_BYTES:
        raise UnreadableFile(shown, "large")
    return from_bytes(shown, kind, data)


def from_bytes(name: str, kind: str, data: bytes) -> Report:
    """`data` of format `kind` (txt, md, html, docx, xlsx, pdf, office) as a report."""
    if kind == "locked":
        raise UnreadableFile(name, "unsafe")
    if kind == "office":
        kind, data = "docx", converted(name, data)
    if kind == "txt":
        # the text of a .txt file is the file's own, furniture included
        text = decode(name, data)
        return _report(name, kind, text, LineStretches(text))
    answer = read_markdown(name, data).result() if kind == "md" else read_apart(kind, name, data)
    return _built(name, kind, answer)


def _bytes(name: str, path: Path) -> bytes:
    """At most one byte over the limit is read, whatever the path leads to."""
    try:
        if path.stat().st_size > budgets.FILE_BYTES:
            raise UnreadableFile(name, "large")
        with path.open("rb") as stream:
            return stream.read(budgets.FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UnreadableFile(name, "missing") from error


def _sniffed(data: bytes) -> str:
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "xlsx" if b"xl/workbook.xml" in _directory(data) else "docx"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        # an Office file with a password is such a container too
        return "locked" if "EncryptedPackage".encode("utf-16-le") in data else "office"
    return "html" if data[:400].lstrip().lower().startswith((b"<!doctype html", b"<html")) else "txt"


def _directory(data: bytes) -> bytes:
    """The zip's own list of members: a report that embeds a workbook holds that one's list too."""
    end = data.rfind(b"PK\x05\x06")
    return data[int.from_bytes(data[end + 16 : end + 20], "little") :] if end >= 0 else data


def _kind(name: str, suffix: str, data: bytes) -> str:
    """The format by name, refused where the content says otherwise."""
    if suffix in UNSAFE_SUFFIXES:
        raise UnreadableFile(name, "unsafe")
    kind, content = SUFFIXES.get(suffix), _sniffed(data)
    if content == "locked":
        raise UnreadableFile(name, "unsafe")
    if kind is None:
        raise UnreadableFile(name, "format")
    agrees = {"txt": content in ("txt", "html"), "md": content in ("txt", "html"), "html": content in ("html", "txt")}
    if not agrees.get(kind, content == kind):
        raise UnreadableFile(name, "format")
    return kind


def _built(name: str, kind: str, answer: dict[str, Any]) -> Report:
    tables = tuple(
        Table(
            Span(start, end),
            tuple(Cell(Span(a, b), row, column, rows, columns) for a, b, row, column, rows, columns in cells),
        )
        for start, end, cells in answer["tables"]
    )
    stretches = tuple(
        Stretch(start, end, Origin(**fields), offset) for start, end, fields, offset in answer["stretches"]
    )
    notices = tuple(Words(zh, en) for zh, en in answer["notices"])
    return _report(name, kind, answer["text"], stretches, tables, notices)


def _report(
    name: str,
    kind: str,
    text: str,
    stretches: Sequence[Stretch],
    tables: tuple[Table, ...] = (),
    notices: tuple[Words, ...] = (),
) -> Report:
    return Report(
        name=name,
        format=kind,
        text=text,
        stretches=stretches,
        tables=tables,
        outline=outline(text),
        notices=(*notices, *doubts(text)),
    )

"""The process in which files from anywhere are parsed: little memory, little time, no network, its own folder."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.pieces import Pieces

FORBIDDEN = (
    "socket.", "subprocess.", "os.", "shutil.", "ctypes.", "tempfile.", "ftplib.", "urllib.", "http.", "smtplib.", "webbrowser.",
    "mmap.", "sqlite3.", "pty.",
)  # fmt: skip
ALLOWED = frozenset({"os.listdir", "os.scandir"})
"""Finding modules lists folders."""


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_CPU, budgets.CPU_SECONDS),
        (resource.RLIMIT_AS, budgets.MEMORY_BYTES),
        (resource.RLIMIT_FSIZE, budgets.OUTPUT_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def guard(libraries: tuple[str, ...]) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook that lets a parser open the modules of `libraries` to read, and do nothing else outside."""

    def forbid(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode = arguments[0], arguments[1]
            reads = not isinstance(mode, str) or not set(mode) & set("wax+")
            inside = isinstance(path, str) and os.path.realpath(path).startswith(libraries)
            if not (reads and inside):
                raise PermissionError(event)
        elif event.startswith(FORBIDDEN) and event not in ALLOWED:
            raise PermissionError(event)

    return forbid


def _libraries() -> tuple[str, ...]:
    folders = {sys.prefix, sys.base_prefix, *sys.path}
    return tuple(os.path.realpath(folder) + os.sep for folder in folders if folder)


def parse(kind: str, name: str, data: bytes) -> Pieces:
    """The reader of one format; imported here so that each child loads only its own."""
    if kind == "docx":
        from taizhang.documents.docx import read_docx as reader  # noqa: PLC0415
    elif kind == "xlsx":
        from taizhang.documents.xlsx import read_xlsx as reader  # noqa: PLC0415
    elif kind == "pdf":
        from taizhang.documents.pdf import read_pdf as reader  # noqa: PLC0415
    else:
        from taizhang.documents.html import read_html as reader  # noqa: PLC0415
    return reader(name, data)


def answer(kind: str, data: bytes) -> dict[str, Any]:
    """The pieces, or the code of a refusal; the file's name stays with the parent."""
    try:
        return parse(kind, "", data).result()
    except UnreadableFile as refusal:
        return {"refused": refusal.code}
    except (MemoryError, RecursionError):
        return {"refused": "large"}
    except Exception:  # whatever a parser stumbles over, the file is at fault
        return {"refused": "damaged"}


def main() -> None:
    """Bytes on stdin, JSON on stdout."""
    _limit()
    data = sys.stdin.buffer.read()
    sys.addaudithook(guard(_libraries()))
    # escapes, since a lone surrogate has no UTF-8 form
    sys.stdout.buffer.write(json.dumps(answer(sys.argv[1], data), separators=(",", ":")).encode("ascii"))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()

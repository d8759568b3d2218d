"""The process in which files from anywhere are parsed: little memory, little time, no network, its own folder."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile
from taizhang.documents.pieces import Pieces


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (budgets.CPU_SECONDS, budgets.CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (budgets.MEMORY_BYTES, budgets.MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _forbid(event: str, _arguments: Any) -> None:
    if event.startswith(("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "ftplib.", "urllib.")):
        raise PermissionError(event)


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


def main() -> None:
    """Bytes on stdin, JSON on stdout: the pieces, or the code of a refusal."""
    kind, name = sys.argv[1], sys.argv[2]
    _limit()
    data = sys.stdin.buffer.read()
    sys.addaudithook(_forbid)
    try:
        answer: dict[str, Any] = parse(kind, name, data).result()
    except UnreadableFile as refusal:
        answer = {"refused": refusal.code}
    except (MemoryError, RecursionError):
        answer = {"refused": "large"}
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()

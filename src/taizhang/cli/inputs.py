"""The files that a command was given, opened one by one; what cannot be read is one line and no more."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import click

from taizhang.cli.speech import say, speak
from taizhang.documents import UnreadableFile, open_report
from taizhang.documents.opening import SUFFIXES
from taizhang.values.reports import Report


class Inputs:
    """Iterates over (shown name, report); afterwards `failed` says whether any could not be read."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.failed = False
        self.paths: list[str] = []
        folders = False
        for argument in arguments:
            if argument != "-" and Path(argument).is_dir():
                folders = True
                self.paths += self._inside(argument)
            else:
                self.paths.append(argument)
        self.several = folders or len(self.paths) > 1

    def __iter__(self) -> Iterator[tuple[str, Report]]:
        for path in self.paths:
            shown = "stdin" if path == "-" else path
            try:
                report = open_report(path)
            except UnreadableFile as refusal:
                self.fail(f"{shown}: {refusal.reason.in_language(speak())}")
            else:
                yield shown, report

    def fail(self, line: str) -> None:
        """One line on stderr; the other files are still done."""
        self.failed = True
        tell(line)

    def _inside(self, folder: str) -> list[str]:
        """The readable files in a folder, by name; those of other kinds are counted aloud."""
        files = [path for path in sorted(Path(folder).rglob("*")) if path.is_file() and not _is_hidden(path, folder)]
        kept = [str(path) for path in files if path.suffix and path.suffix.lower() in SUFFIXES]
        left = len(files) - len(kept)
        if not kept:
            self.fail(
                say(
                    f"{folder}: 文件夹里没有能读的报告；请放入 .docx、.pdf、.xlsx、.txt 或 .html",
                    f"{folder}: holds no report; put .docx, .pdf, .xlsx, .txt or .html files in it",
                )
            )
        elif left:
            tell(
                say(
                    f"{folder}: 另有 {left} 个文件不是能读的格式，未读取",
                    f"{folder}: {left} files of other formats were not read",
                )
            )
        return kept


def _is_hidden(path: Path, folder: str) -> bool:
    """Dot files and Word's lock files (`~$…`)."""
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def tell(line: str) -> None:
    """One line on stderr, whatever signs a file name holds."""
    data = "".join(sign if sign.isprintable() else " " for sign in line) + "\n"
    sys.stderr.write(data.encode(sys.stderr.encoding or "utf-8", "backslashreplace").decode(errors="replace"))


def emit(data: bytes, out: str | None) -> None:
    """To the file `out`, whole, or to stdout byte for byte."""
    if out is None or out == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    from taizhang.outputs.files import write_bytes

    try:
        write_bytes(Path(out), data)
    except OSError as error:
        refuse_output(out, error)


def refuse_output(out: str | None, error: OSError) -> NoReturn:
    """Exit 2: the output cannot be written."""
    why = error.strerror or error
    refuse(
        say(
            f"{out}: 写不进去（{why}）；请换一个位置或检查权限",
            f"{out}: cannot be written ({why}); choose another place or check permissions",
        )
    )


def refuse(line: str) -> NoReturn:
    """Exit 2 with one line on stderr."""
    tell(line)
    raise click.exceptions.Exit(2)

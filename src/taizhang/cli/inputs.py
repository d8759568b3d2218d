"""The files that a command was given, opened one by one; what cannot be read is one line and no more."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar

import click

from taizhang.cli.failures import answered, unforeseen
from taizhang.cli.speech import say, speak
from taizhang.documents import UnreadableFile, open_report
from taizhang.documents.opening import SUFFIXES
from taizhang.values.reports import Report
from taizhang.values.words import Words

Made = TypeVar("Made")
WORDLESS = Words("里面没有文字；请检查是不是选错了文件", "holds no words; check that it is the file you mean")


class Inputs:
    """The given files, those of folders one by one; `failed` says whether any could not be done."""

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

    def each(self, work: Callable[[Report], Made]) -> Iterator[tuple[str, Made]]:
        """(Shown name, what `work` makes of the report) of each file; one that fails is told, and the others are done."""
        for path in self.paths:
            shown = "stdin" if path == "-" else path
            try:
                made = work(_with_words(open_report(path)))
            except UnreadableFile as refusal:
                self.fail(f"{shown}: {refusal.reason.in_language(speak())}")
            except _WordlessError:
                self.fail(f"{shown}: {WORDLESS.in_language(speak())}")
            except Exception as error:  # a mistake in one rule or reader must not lose the other files
                self.fail(f"{shown}: {unforeseen(error)}")
            else:
                yield shown, made

    def spare(self, *outputs: str | Path | None) -> None:
        """Exit 2 where an output would be written over one of the files."""
        for output in outputs:
            if output not in (None, "-") and any(_same(Path(str(output)), path) for path in self.paths):
                refuse(
                    say(
                        f"{output}: 会覆盖要读的文件；请用 -o 换一个名字",
                        f"{output}: is one of the files to read; give -o another name",
                    )
                )

    def fail(self, line: str) -> None:
        """One line on stderr; the other files are still done."""
        self.failed = True
        tell(line)

    def _closed(self, error: OSError) -> None:
        self.fail(
            say(
                f"{error.filename}: 打不开（{answered(error)}）",
                f"{error.filename}: cannot be opened ({answered(error)})",
            )
        )

    def _inside(self, folder: str) -> list[str]:
        """The readable files in a folder, by name; those of other kinds are counted aloud."""
        found = [Path(where, name) for where, _, names in os.walk(folder, onerror=self._closed) for name in names]
        files = [path for path in sorted(found) if path.is_file() and not _is_hidden(path, folder)]
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


class _WordlessError(ValueError):
    """A report in which nothing is written."""


def _with_words(report: Report) -> Report:
    if not report.text.strip("\ufeff \t\r\n\f\v\u3000"):
        raise _WordlessError
    return report


def _same(output: Path, path: str) -> bool:
    """Whether both are one file, under whatever names; a name that cannot be looked up is no file."""
    try:
        return path != "-" and output.samefile(path)
    except (OSError, ValueError):
        return False


def _is_hidden(path: Path, folder: str) -> bool:
    """Dot files and Word's lock files (`~$…`)."""
    return any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)


def tell(line: str) -> None:
    """One line on stderr, whatever signs a file name holds."""
    data = "".join(sign if sign.isprintable() else " " for sign in line) + "\n"
    sys.stderr.write(data.encode(sys.stderr.encoding or "utf-8", "backslashreplace").decode(errors="replace"))


def emit(data: bytes, out: str | None) -> None:
    """To the file `out`, whole, or to stdout byte for byte. Exit 2 where it cannot be written."""
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
    refuse(not_written(str(out), answered(error)))


def not_written(out: str, why: str) -> str:
    """What is said of an output that cannot be written."""
    return say(
        f"{out}: 写不进去（{why}）；请换一个位置或检查权限",
        f"{out}: cannot be written ({why}); choose another place or check permissions",
    )


def refuse(line: str) -> NoReturn:
    """Exit 2 with one line on stderr."""
    tell(line)
    raise click.exceptions.Exit(2)

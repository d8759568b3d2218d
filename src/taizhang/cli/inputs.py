"""The files that a command was given, opened one by one; what cannot be read is one line and no more."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from taizhang.cli.speech import speak
from taizhang.documents import UnreadableFile, open_report
from taizhang.documents.opening import SUFFIXES
from taizhang.values.reports import Report


class Inputs:
    """Iterates over (shown name, report); afterwards `failed` says whether any could not be read."""

    def __init__(self, arguments: Sequence[str]) -> None:
        self.paths = list(_expanded(arguments))
        self.several = len(self.paths) > 1
        self.failed = False

    def __iter__(self) -> Iterator[tuple[str, Report]]:
        for path in self.paths:
            try:
                report = open_report(path)
            except UnreadableFile as refusal:
                self.fail(f"{'stdin' if path == '-' else path}: {refusal.reason.in_language(speak())}")
                continue
            yield ("stdin" if path == "-" else path), report

    def fail(self, line: str) -> None:
        """One line on stderr; the other files are still done."""
        self.failed = True
        print(" ".join(line.split("\n")), file=sys.stderr)


def _expanded(arguments: Sequence[str]) -> Iterator[str]:
    """Folders stand for the readable files inside them, in the order of names."""
    for argument in arguments:
        if argument != "-" and Path(argument).is_dir():
            for path in sorted(Path(argument).rglob("*")):
                if (
                    path.is_file()
                    and path.suffix.lower() in SUFFIXES
                    and path.suffix
                    and not path.name.startswith((".", "~$"))
                ):
                    yield str(path)
        else:
            yield argument


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
        refuse(f"{out}: {error.strerror or error}")


def refuse(line: str) -> None:
    """Exit 2 with one line on stderr."""
    print(line, file=sys.stderr)
    raise click.exceptions.Exit(2)

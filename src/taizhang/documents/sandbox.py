"""Runs a reader in a child process and takes nothing from it but JSON of limited size."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO, Any

from taizhang.documents import budgets
from taizhang.documents.errors import REASONS, UnreadableFile

PASSED = ("LD_LIBRARY_PATH", "SYSTEMROOT")
"""Variables that the interpreter itself may need; nothing else of the parent's environment gets in."""

START = "import sys; sys.path.insert(0, sys.argv.pop(1)); from taizhang.documents.child import main; main()"


def command(kind: str) -> list[str]:
    """How the child is started: isolated from the user's settings, with the code of this very package."""
    return [sys.executable, "-I", "-X", "utf8", "-c", START, str(Path(__file__).resolve().parents[2]), kind]


def environment(folder: str) -> dict[str, str]:
    """What the child is told. Without a home it would look its user up, in /etc/passwd and by a socket."""
    return {key: os.environ[key] for key in PASSED if key in os.environ} | {"HOME": folder}


def read_apart(kind: str, name: str, data: bytes) -> dict[str, Any]:
    """The pieces of `data` read as `kind`, as plain data.

    Raises UnreadableFile: with the child's own reason, `large` where it ran out of time or memory,
    `damaged` where it died otherwise.
    """
    with (
        tempfile.TemporaryDirectory(prefix="taizhang-", ignore_cleanup_errors=True) as folder,
        tempfile.TemporaryFile() as output,
    ):
        status = _run(kind, data, folder, output)
        if status is None or output.tell() >= budgets.OUTPUT_BYTES:
            raise UnreadableFile(name, "large")
        output.seek(0)
        return _answer(name, status, output.read())


def _run(kind: str, data: bytes, folder: str, output: IO[bytes]) -> int | None:
    """The child's exit status, None where its time ran out. What it prints to stderr is nobody's business."""
    child = subprocess.Popen(
        command(kind),
        stdin=subprocess.PIPE,
        stdout=output,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=environment(folder),
        start_new_session=True,
    )
    try:
        child.communicate(data, timeout=budgets.WALL_SECONDS)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(child)
    output.seek(0, os.SEEK_END)
    return child.returncode


def _end(child: subprocess.Popen[bytes]) -> None:
    """Nothing of the child outlives the reading."""
    if child.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(child.pid, signal.SIGKILL)
        child.kill()
        child.communicate()


def _answer(name: str, status: int, output: bytes) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(output)
    except ValueError as error:
        # killed by a limit, or dead before it could answer
        raise UnreadableFile(name, "large" if status < 0 else "damaged") from error
    if answer.get("refused") in REASONS:
        raise UnreadableFile(name, answer["refused"])
    return answer

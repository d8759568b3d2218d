"""Runs a reader in a child process and takes nothing from it but JSON."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile

PASSED = ("LD_LIBRARY_PATH", "SYSTEMROOT", "LANG")
"""Variables that the interpreter itself may need; nothing else of the parent's environment gets in."""


def read_apart(kind: str, name: str, data: bytes) -> dict[str, Any]:
    """The pieces of `data` read as `kind`, as plain data.

    Raises UnreadableFile: with the child's own reason, `large` where it ran out of time or memory,
    `damaged` where it died otherwise.
    """
    source = str(Path(__file__).resolve().parents[2])
    environment = {key: os.environ[key] for key in PASSED if key in os.environ} | {"PYTHONIOENCODING": "utf-8"}
    code = "import sys; sys.path.insert(0, sys.argv.pop(1)); from taizhang.documents.child import main; main()"
    with tempfile.TemporaryDirectory(prefix="taizhang-") as folder:
        try:
            done = subprocess.run(
                [sys.executable, "-I", "-c", code, source, kind, name],
                input=data,
                capture_output=True,
                cwd=folder,
                env=environment,
                timeout=budgets.WALL_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise UnreadableFile(name, "large") from error
    try:
        answer: dict[str, Any] = json.loads(done.stdout.decode("utf-8", "surrogatepass"))
    except ValueError as error:
        raise UnreadableFile(
            name, "large" if done.returncode < 0 or b"MemoryError" in done.stderr else "damaged"
        ) from error
    if "refused" in answer:
        raise UnreadableFile(name, answer["refused"])
    return answer

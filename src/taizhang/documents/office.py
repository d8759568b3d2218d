"""Old .doc and .wps become .docx by LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from taizhang.documents import budgets
from taizhang.documents.errors import UnreadableFile

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 60
"""LibreOffice takes ten to start the first time."""


def converted(name: str, data: bytes) -> bytes:
    """`data` as a .docx. Raises UnreadableFile: office (not installed), large (took too long), damaged."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        raise UnreadableFile(name, "office")
    with tempfile.TemporaryDirectory(prefix="taizhang-", ignore_cleanup_errors=True) as folder:
        before, after = Path(folder) / "report.doc", Path(folder) / "report.docx"
        before.write_bytes(data)
        _convert(
            name,
            [program, "--headless", "--norestore", "--convert-to", "docx", "--outdir", folder, str(before)],
            folder,
        )
        try:
            size = after.stat().st_size
            if size > budgets.FILE_BYTES:
                raise UnreadableFile(name, "large")
            return after.read_bytes()
        except OSError as error:
            raise UnreadableFile(name, "damaged") from error


def _convert(name: str, command: list[str], folder: str) -> None:
    """Run LibreOffice with a profile of its own, so that macros and settings of the user play no part."""
    child = subprocess.Popen(
        [*command, f"-env:UserInstallation=file://{folder}/profile"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"PATH": os.environ.get("PATH", ""), "HOME": folder, "LANG": "C.UTF-8"},
        start_new_session=True,
    )
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableFile(name, "large") from error
    finally:
        if child.poll() is None:
            if hasattr(os, "killpg"):
                os.killpg(child.pid, signal.SIGKILL)
            child.kill()
            child.wait()

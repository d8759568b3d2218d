"""Outputs appear whole or not at all: written beside their place and renamed into it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` fill a file beside `path`, then rename it into place. Raises OSError as the file system does.

    A link is followed; a device or pipe (`/dev/stdout`) is written to, never replaced.
    """
    place = path.resolve()
    if place.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    place.parent.mkdir(parents=True, exist_ok=True)
    special = place.exists() and not place.is_file()
    folder = tempfile.gettempdir() if special else place.parent
    handle, name = tempfile.mkstemp(dir=folder, prefix=".taizhang-", suffix=path.suffix)
    os.close(handle)
    beside = Path(name)
    try:
        write(beside)
        if special:
            place.write_bytes(beside.read_bytes())
            return
        beside.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o666 & ~_mask())
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    write_whole(path, lambda beside: beside.write_bytes(data))


def _mask() -> int:
    """The process's file mode mask, which can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask

"""The secret key of an installation: made once, kept in its data folder, readable by its owner only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def secret(data: Path) -> str:
    """The key of `data`, made where there is none yet.

    Raises OSError where the folder cannot be written.
    """
    given = os.environ.get("TAIZHANG_SECRET_KEY")
    if given:
        return given
    place = data / "key"
    try:
        return place.read_text("ascii").strip()
    except FileNotFoundError:
        data.mkdir(parents=True, exist_ok=True)
    made = secrets.token_urlsafe(64)
    try:
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return place.read_text("ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(made + "\n")
        file.flush()
        os.fsync(file.fileno())
    return made

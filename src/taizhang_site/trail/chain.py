"""How a row of the trail is chained to the one before it. A stand-alone script repeats these lines."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

FIELDS = (
    "number", "at", "user_id", "username", "post", "ip", "kind", "subject", "title", "success", "reason", "changes",
)  # fmt: skip
START = "0" * 64


def digest(row: Mapping[str, Any], previous: str) -> str:
    """SHA-256, as hexadecimal digits, of the previous digest and the row's fields as compact sorted JSON."""
    content = {name: row[name] for name in FIELDS}
    words = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{previous}\n{words}".encode()).hexdigest()

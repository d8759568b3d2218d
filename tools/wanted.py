"""Print the requirements of `pyproject.toml`, one a line, with those of the extras and dependency groups named.

python tools/wanted.py parquet build dev | pip-compile -
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path


def wanted(names: list[str]) -> list[str]:
    """Requirements of the project itself, then of each name; an unknown name is an error."""
    table = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    more = table["project"].get("optional-dependencies", {}) | table.get("dependency-groups", {})
    if unknown := [name for name in names if name not in more]:
        sys.exit(f"pyproject.toml has no extra or group {unknown[0]}; it has {', '.join(more)}")
    return [*table["project"]["dependencies"], *(line for name in names for line in more[name])]


if __name__ == "__main__":
    print("\n".join(wanted(sys.argv[1:])))

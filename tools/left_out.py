"""Say in one line which tests this machine cannot run: those against the reference reports, where they are absent."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    shared = Path(sys.argv[1])
    missing = [name for name in ("gold", "corpus", "tools/score.py") if not (shared / name).exists()]
    print(f"Left out for want of {shared}: {', '.join(missing)}" if missing else "Nothing is left out")


if __name__ == "__main__":
    main()

"""Score the gold files against their bars and floors (`gold.toml`); exits 1 below a floor.

python benchmarks/gold.py
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from scoring import figures, gold_files, measured, scorer

BARS = Path(__file__).with_name("gold.toml")


def main() -> int:
    bars = tomllib.loads(BARS.read_text(encoding="utf-8"))
    golds, score = gold_files(), scorer()
    columns = {gold.name: figures(*measured([gold], score)) for gold in golds}
    columns["pooled"] = figures(*measured(golds, score))
    print(f"{'':26}" + "".join(f"{name:>18}" for name in columns) + f"{'bar':>8}{'floor':>8}")
    fallen = []
    for name, limits in bars.items():
        cells = "".join(f"{_shown(column[name]):>18}" for column in columns.values())
        value, most = columns["pooled"][name], limits.get("at_most", False)
        below_bar = value > limits["bar"] if most else value < limits["bar"]
        below_floor = value > limits["floor"] if most else value < limits["floor"]
        note = "  BELOW FLOOR" if below_floor else "  below bar" if below_bar else ""
        print(f"{name:26}{cells}{limits['bar']:>8}{limits['floor']:>8}{note}")
        fallen += [name] * below_floor
    if fallen:
        print(f"gold: below the floor: {', '.join(fallen)}")
    return 1 if fallen else 0


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:g}"


if __name__ == "__main__":
    sys.exit(main())

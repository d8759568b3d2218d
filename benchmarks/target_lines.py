"""Share of cells of the yearly target lines that the reader gets right, against a list written by reading.

    python benchmarks/target_lines.py [CORPUS] [SCORER]

CORPUS is the folder of the reports, SCORER the scoring script whose `same_indicator` and `same_value` are
used. Both stand beside the checkout (`../shared`) unless given. A cell is one field of one quantity; a
quantity that the reader does not find at its place has all its cells wrong. Full-width percent signs count
as the plain ones.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from taizhang.claims import read
from taizhang.documents.outline import outline
from taizhang.values.claims import Claim
from taizhang.values.reports import Report

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
FIELDS = ("indicator", "value", "unit", "bound", "status")


def load_scorer(path: Path) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path}: no scoring script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def open_text(path: Path) -> Report:
    """The report as the package opens it, or as plain text with its outline where it has no opener."""
    text = path.read_bytes().decode("utf-8")
    try:
        opener = importlib.import_module("taizhang.documents").open_report
    except (ImportError, AttributeError):
        return Report(name=path.name, format="txt", text=text, outline=outline(text))
    report: Report = opener(path)
    if report.text != text:
        print(f"NOTE   {path.name}: the opened text is not the file's text, offsets may differ")
    return report


def same_place(wanted: dict[str, Any], claim: Claim) -> float:
    """Intersection over union of the two spans, 0 below 0.3."""
    inner = min(wanted["end"], claim.end) - max(wanted["start"], claim.start)
    union = max(wanted["end"], claim.end) - min(wanted["start"], claim.start)
    return inner / union if inner > 0 and inner / union >= 0.3 else 0.0


def judge(wanted: dict[str, Any], claim: Claim | None, scorer: ModuleType) -> dict[str, bool]:
    """Which fields of one quantity are right."""
    if claim is None:
        return dict.fromkeys(FIELDS, False)
    return {
        "indicator": scorer.same_indicator(wanted["indicator"], claim.indicator),
        "value": scorer.same_value(wanted["value"], claim.value),
        "unit": wanted["unit"].replace("％", "%") == "".join(claim.unit.split()).replace("％", "%"),
        "bound": wanted["bound"] == claim.bound,
        "status": wanted["status"] == claim.status,
    }


def tell(wanted: dict[str, Any], claim: Claim | None, right: dict[str, bool]) -> None:
    """One line for each wrong cell."""
    place = f"{wanted['file']} {wanted['start']}-{wanted['end']}"
    if claim is None:
        print(f"MISSED {place} {wanted['indicator']} {wanted['value']}{wanted['unit']}")
        return
    for name in FIELDS:
        if not right[name]:
            print(f"WRONG  {place} {claim.text} {name}: wanted {wanted[name]!r}, read {getattr(claim, name)!r}")


def main(arguments: list[str]) -> int:
    """Read every report of the list once and print the shares; 1 when under the bar."""
    corpus = Path(arguments[0]) if arguments else SHARED / "corpus"
    scorer = load_scorer(Path(arguments[1]) if len(arguments) > 1 else SHARED / "tools" / "score.py")
    lines = (HERE / "target_lines.jsonl").read_text(encoding="utf-8").splitlines()
    by_file: dict[str, list[dict[str, Any]]] = {}
    for wanted in map(json.loads, lines):
        by_file.setdefault(wanted["file"], []).append(wanted)
    count: Counter[str] = Counter()
    for name, listed in by_file.items():
        report = open_text(corpus / name)
        claims = read(report).claims
        for wanted in listed:
            claim = max(claims, key=lambda c: same_place(wanted, c), default=None)
            if claim is not None and not same_place(wanted, claim):
                claim = None
            right = judge(wanted, claim, scorer)
            tell(wanted, claim, right)
            count.update(field for field in FIELDS if right[field])
            count["found"] += claim is not None
            count["whole"] += all(right.values())
    total = len(lines)
    print(f"{total} quantities in {len(by_file)} reports, {count['found']} found")
    for name in (*FIELDS, "whole"):
        print(f"{name:10} {count[name]}/{total} = {count[name] / total:.2%}")
    cells = sum(count[name] for name in FIELDS)
    share = cells / (total * len(FIELDS))
    print(f"{'all five':10} {cells}/{total * len(FIELDS)} = {share:.2%}")
    return 0 if share >= 0.97 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Score the reader and the rules on the annotated reports, against the bars and the floors of benchmarks/gold.toml."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from taizhang.audit import audit
from taizhang.claims import read
from taizhang.documents import open_report
from taizhang.outputs.records import claim_record, finding_record

HERE = Path(__file__).resolve().parents[1]


def measured(shared: Path) -> dict[str, float]:
    """Every figure of the bars, measured now on all annotated reports pooled."""
    claims: list[str] = []
    findings: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for text in sorted((shared / "gold").glob("*.txt")):
            reading = read(open_report(text))
            gold = text.with_suffix("")
            rows = Path(folder) / f"{text.stem}.jsonl"
            rows.write_text(
                "".join(json.dumps(claim_record(claim)) + "\n" for claim in reading.claims), encoding="utf-8"
            )
            found = Path(folder) / f"{text.stem}.json"
            result = audit(reading)
            found.write_text(
                json.dumps([finding_record(finding, result, "en") for finding in result.findings]), encoding="utf-8"
            )
            claims += [f"{gold}.claims.jsonl", str(rows)]
            findings += [f"{gold}.relations.jsonl", f"{gold}.claims.jsonl", str(found)]
        scored, checked = (_score(shared, kind, paths) for kind, paths in (("claims", claims), ("findings", findings)))
    return {
        "quantity_core": scored["quantity_core"]["f1"],
        "quantity_all": scored["quantity_all"]["f1"],
        "whole_claim": scored["whole_claim"]["f1"],
        "links": scored["links"]["f1"],
        "period": scored["accuracy_on_found"]["period"],
        "broken_recall_figures": checked["broken"]["recall_figures"],
        "broken_unmatched": checked["broken"]["unmatched"],
        "holds_recall": checked["holds"]["recall"],
        "holds_precision": checked["holds"]["precision"],
    }


def _score(shared: Path, kind: str, paths: list[str]) -> dict[str, Any]:
    command = [sys.executable, str(shared / "tools" / "score.py"), kind, *paths]
    answer: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return answer


def main() -> None:
    shared = Path(sys.argv[1])
    if not (shared / "gold").is_dir():
        sys.exit(f"{shared / 'gold'}: the annotated reports are not there; put them beside the checkout")
    bars = tomllib.loads((HERE / "benchmarks" / "gold.toml").read_text(encoding="utf-8"))
    figures, failed = measured(shared), False
    print(f"{'figure':24}{'now':>8}{'floor':>8}{'bar':>8}")
    for name, value in figures.items():
        floor, bar = bars["floor"][name], bars["bar"][name]
        worse = value > floor if name == "broken_unmatched" else value < floor
        failed |= worse
        print(f"{name:24}{value:8.4g}{floor:8.4g}{bar:8.4g}{'  BELOW THE FLOOR' if worse else ''}")
    if failed:
        sys.exit(1)


if __name__ == "__main__":
    main()

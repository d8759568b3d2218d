"""Reads and audits the gold reports as the command does, and scores them with the script that lies beside them."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from taizhang.audit import audit
from taizhang.claims import read
from taizhang.documents.outline import outline
from taizhang.outputs.records import claim_record, finding_record
from taizhang.values.reports import Report

SHARED = Path(__file__).resolve().parents[2] / "shared"
Row = dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """A report with its annotation."""

    name: str
    text: str
    claims: list[Row]
    relations: list[Row]


def gold_files(shared: Path = SHARED) -> list[Gold]:
    """The annotated reports, by name; exits where there are none."""
    paths = sorted((shared / "gold").glob("*.txt"))
    if not paths:
        sys.exit(f"{shared / 'gold'}: no gold files; put the reference files beside the checkout")
    return [
        Gold(path.stem, path.read_text(encoding="utf-8"), _lines(path, "claims"), _lines(path, "relations"))
        for path in paths
    ]


def _lines(path: Path, kind: str) -> list[Row]:
    lines = path.with_suffix(f".{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


def scorer(shared: Path = SHARED) -> ModuleType:
    """The scoring script as a module."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"{shared / 'tools' / 'score.py'}: no scoring script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_and_check(text: str) -> tuple[list[Row], list[Row]]:
    """The claims and findings of `text` as the command writes them."""
    reading = read(Report(name="report.txt", format="txt", text=text, outline=outline(text)))
    result = audit(reading)
    claims = [claim_record(claim) for claim in reading.claims]
    return claims, [finding_record(finding, result, "zh") for finding in result.findings]


def score_claims(golds: Iterable[Gold], score: ModuleType) -> Row:
    """The pooled scores of the claims alone."""
    return measured(golds, score)[0]


def measured(golds: Iterable[Gold], score: ModuleType) -> tuple[Row, Row]:
    """The pooled scores of claims and of findings, as the script's two commands print them."""
    silent = score.teller(False)
    claims_count: Counter[Any] = Counter()
    findings_count: Counter[Any] = Counter()
    for gold in golds:
        claims, findings = read_and_check(gold.text)
        claims_count += score.count_claims(gold.claims, claims, silent)
        findings_count += score.count_findings(gold.relations, gold.claims, findings, silent)
    return score.claims_result(claims_count), score.findings_result(findings_count)


def figures(claims: Row, findings: Row) -> dict[str, float]:
    """The figures that have a bar, by the names that `gold.toml` uses."""
    return {
        "quantity_core": claims["quantity_core"]["f1"],
        "quantity_all": claims["quantity_all"]["f1"],
        "whole_claim": claims["whole_claim"]["f1"],
        "links": claims["links"]["f1"],
        "period": claims["accuracy_on_found"]["period"],
        "broken_recall_of_figures": findings["broken"]["recall_figures"],
        "broken_unmatched": findings["broken"]["unmatched"],
        "holds_recall": findings["holds"]["recall"],
        "holds_precision": findings["holds"]["precision"],
    }

"""SARIF 2.1.0, for editors and code hosts that show findings beside the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from taizhang import __version__
from taizhang.audit import Audit, fingerprint
from taizhang.findings import Finding
from taizhang.outputs.messages import rule_title
from taizhang.rules import all_rules
from taizhang.values.words import Language

# SARIF allows a level to what fails only.
LEVELS = {"broken": "error", "unknown": "none", "holds": "none"}
KINDS = {"broken": "fail", "unknown": "open", "holds": "pass"}


def as_sarif(audits: Sequence[tuple[str, Audit]], language: Language, *, every_verdict: bool) -> dict[str, Any]:
    """One run over the named audits; only `broken` unless `every_verdict`."""
    rules = [
        {
            "id": rule.code,
            "shortDescription": {"text": rule_title(rule.chinese if language == "zh" else rule.english)},
            "help": {"text": rule.chinese if language == "zh" else rule.english},
        }
        for rule in all_rules().values()
    ]
    results = [
        _result(name, audit, finding, language)
        for name, audit in audits
        for finding in audit.findings
        if every_verdict or finding.verdict == "broken"
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "taizhang", "version": __version__, "rules": rules}},
                "language": "zh-CN" if language == "zh" else "en",
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _result(name: str, audit: Audit, finding: Finding, language: Language) -> dict[str, Any]:
    report = audit.reading.report
    line, column = report.line_column(finding.start)
    end_line, end_column = report.line_column(finding.end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": report.text[finding.start : finding.end]},
    }
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.verdict],
        "kind": KINDS[finding.verdict],
        "message": {"text": finding.message.in_language(language)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _address(name)}, "region": region}}],
        "partialFingerprints": {"taizhang/v1": fingerprint(finding, audit.reading)},
    }


def _address(name: str) -> str:
    """The file's name as a URI, relative where the name is."""
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), errors="replace")

"""Claims and findings as rows of plain values, the same for every format."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from taizhang.audit import Audit, fingerprint
from taizhang.findings import Finding
from taizhang.values.claims import Claim
from taizhang.values.words import Language

CLAIM_FIELDS = (
    "id", "start", "end", "text", "value", "unit", "bound", "kind", "indicator", "status", "period", "of", "amount",
    "unit_kind", "section", "direction", "basis", "core",
)  # fmt: skip
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
NUMBER = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,20})?$")


def printable(text: str) -> str:
    """`text` with control signs, surrogates and non-characters shown as ␦, so that every format can hold it."""
    return CONTROL.sub("␦", text)


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula; real numbers stay numbers (OWASP CSV injection)."""
    text = printable(text)
    return f"'{text}" if text.startswith(FORMULA) and not NUMBER.match(text) else text


def decimal_text(amount: Decimal | None) -> str | None:
    """`amount` in digits without an exponent."""
    return None if amount is None else f"{amount.normalize():f}"


def claim_keys(*, with_file: bool) -> list[str]:
    """The keys of `claim_record` in order."""
    return ["file", *CLAIM_FIELDS] if with_file else list(CLAIM_FIELDS)


def claim_record(claim: Claim, file: str | None = None) -> dict[str, Any]:
    """One claim with the contract's keys; `file` where there are several."""
    record: dict[str, Any] = {} if file is None else {"file": file}
    for name in CLAIM_FIELDS:
        record[name] = getattr(claim, name)
    record["amount"] = decimal_text(claim.amount)
    return record


def finding_record(finding: Finding, audit: Audit, language: Language, file: str | None = None) -> dict[str, Any]:
    """One finding with the contract's keys; line and column count from 1."""
    report = audit.reading.report
    line, column = report.line_column(finding.start)
    record: dict[str, Any] = {} if file is None else {"file": file}
    return record | {
        "code": finding.code,
        "rule": finding.rule,
        "verdict": finding.verdict,
        "message": finding.message.in_language(language),
        "start": finding.start,
        "end": finding.end,
        "line": line,
        "column": column,
        "claims": [{"start": claim.start, "end": claim.end} for claim in finding.claims],
        "stated": finding.stated,
        "computed": finding.computed,
        "fingerprint": fingerprint(finding, audit.reading),
    }

"""A relation that holds is broken by one changed operand: no rule of arithmetic is silent about its own cases."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from taizhang.claims import read
from taizhang.rules import all_rules
from taizhang.values.reports import Report
from taizhang.values.settings import Settings

CASES = Path(__file__).parents[2] / "cases"
CODES = (
    "all_done", "annual_growth", "completion", "growth", "growth_from_to", "planned_growth", "product", "ratio",
    "share", "sum", "three_sectors", "time_progress",
)  # fmt: skip


def holding_cases() -> list[Any]:
    return [
        pytest.param(code, case["text"], case["claims"][-1], id=f"{code}-{number}")
        for code in CODES
        for number, case in enumerate(tomllib.loads((CASES / f"{code}.toml").read_text(encoding="utf-8"))["passes"], 1)
        if "claims" in case and "电灌站" not in case["text"]  # where another list begins, which numbers belong is open
    ]


def verdicts(code: str, text: str) -> list[str]:
    reading = read(Report(name="case.txt", format="txt", text=text))
    return [finding.verdict for finding in all_rules()[code].run(reading, Settings())]


@pytest.mark.parametrize(("code", "text", "operand"), holding_cases())
def test_one_changed_operand_is_found(code: str, text: str, operand: str) -> None:
    assert "broken" not in verdicts(code, text)
    at = text.rindex(operand)
    digit = re.compile("[1-9]").search(text, at)
    assert digit is not None
    # Three off is more than the rounding of any case.
    changed = str((int(digit.group()) + 2) % 9 + 1)
    altered = text[: digit.start()] + changed + text[digit.end() :]
    assert verdicts(code, altered).count("broken") == 1, altered

"""The example report says what its README says: each planted defect is found, and nothing else is called broken."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

import taizhang
from taizhang.audit import Audit

EXAMPLES = Path(__file__).parents[1] / "examples"
ROW = re.compile(r"\| (?P<code>[a-z_]+) \| (?P<words>[^|]+) \| (?P<wrong>[^|]+) \|")
PLANTED = [
    match.groupdict() for match in map(ROW.match, (EXAMPLES / "README.md").read_text("utf-8").splitlines()) if match
]


@pytest.fixture(scope="module")
def example() -> Audit:
    (path,) = EXAMPLES.glob("*.docx")
    return taizhang.audit(path)


def test_a_dozen_defects_are_planted() -> None:
    assert len(PLANTED) == len({row["code"] for row in PLANTED}) == 12


@pytest.mark.parametrize("row", PLANTED, ids=lambda row: row["code"])
def test_a_planted_defect_is_found_where_it_stands(row: dict[str, str], example: Audit) -> None:
    text = example.reading.report.text
    start = text.index(row["words"])
    found = [finding for finding in example.broken if finding.code == row["code"]]
    assert len(found) == 1
    assert found[0].start < start + len(row["words"])
    assert start < found[0].end


def test_nothing_else_is_broken(example: Audit) -> None:
    assert sorted(finding.code for finding in example.broken) == sorted(row["code"] for row in PLANTED)


def test_the_correct_figures_are_looked_at_too(example: Audit) -> None:
    assert sum(finding.verdict == "holds" for finding in example.findings) >= 12
    assert 2000 <= len(example.reading.report.text) <= 3000


def test_the_file_is_what_its_script_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(EXAMPLES), *sys.path])
    import make_example

    assert make_example.TARGET.read_bytes() == make_example.as_bytes(make_example.report())

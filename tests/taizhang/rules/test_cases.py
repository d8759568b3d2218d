"""Every rule is what its cases say: both places that a rule takes are here, and no third."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from taizhang.claims import read
from taizhang.documents.outline import outline
from taizhang.findings import Finding
from taizhang.rules import CHINESE_HEADINGS, HEADINGS, all_rules
from taizhang.values.reports import Report
from taizhang.values.settings import Settings

CASES = Path(__file__).parents[2] / "cases"
VERDICTS = {"fails": "broken", "passes": "holds", "unknown": "unknown"}


def cases_of(code: str) -> dict[str, Any]:
    return tomllib.loads((CASES / f"{code}.toml").read_text(encoding="utf-8"))


def every_case() -> list[Any]:
    return [
        pytest.param(code, kind, case, id=f"{code}-{kind}-{number}")
        for code in all_rules()
        if (CASES / f"{code}.toml").is_file()
        for kind in VERDICTS
        for number, case in enumerate(cases_of(code).get(kind, []), 1)
    ]


def findings(code: str, case: dict[str, Any]) -> list[Finding]:
    text = case["text"]
    reading = read(Report(name="case.txt", format="txt", text=text, outline=outline(text)))
    phrases = tuple((right, tuple(wrong)) for right, wrong in case.get("phrases", {}).items())
    return list(all_rules()[code].run(reading, Settings(phrases=phrases)))


def is_wanted(finding: Finding, kind: str, case: dict[str, Any]) -> bool:
    if finding.verdict != VERDICTS[kind]:
        return False
    if "claims" in case and [claim.text for claim in finding.claims] != case["claims"]:
        return False
    if "span" in case and case["span"] != case["text"][finding.start : finding.end]:
        return False
    return "computed" not in case or finding.computed == case["computed"]


@pytest.mark.parametrize(("code", "kind", "case"), every_case())
def test_a_rule_finds_what_its_cases_say(code: str, kind: str, case: dict[str, Any]) -> None:
    found = findings(code, case)
    told = [(f.verdict, [claim.text for claim in f.claims], f.computed, f.message.zh) for f in found]
    if kind == "passes":
        assert "broken" not in {finding.verdict for finding in found}, told
    if kind != "passes" or "claims" in case:
        assert any(is_wanted(finding, kind, case) for finding in found), told
    for finding in found:
        assert finding.code == code
        assert finding.rule == all_rules()[code].rule
        assert 0 <= finding.start <= finding.end <= len(case["text"])


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_has_both_its_places(code: str) -> None:
    cases = cases_of(code)
    assert len(cases["fails"]) >= 2
    assert len(cases["passes"]) >= 3


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_explains_itself_in_both_languages(code: str) -> None:
    rule = all_rules()[code]
    for heading in HEADINGS:
        assert f"\n{heading}: " in rule.english
    for heading in CHINESE_HEADINGS:
        assert f"\n{heading}：" in f"\n{rule.chinese}"


def test_cases_belong_to_rules() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} <= set(all_rules())

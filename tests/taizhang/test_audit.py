"""Rules are chosen, findings ordered, and a person's overruling is followed, checked and reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from taizhang.audit import Audit, SuppressionError, audit, fingerprint, read_suppressions
from taizhang.rules import all_rules
from taizhang.values.reports import Report

TEXT = "共排查隐患50处，已整改41处，其余8处正在整改。\n受理信访60件，办结57件，办结率98%。\n"


def report(text: str = TEXT) -> Report:
    return Report(name="报告.txt", format="txt", text=text)


def suppressions(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "suppressions.txt"
    path.write_text(text, encoding="utf-8")
    return path


def codes(result: Audit) -> list[str]:
    return [finding.code for finding in result.broken]


def test_findings_come_in_text_order() -> None:
    found = audit(report())
    assert codes(found) == ["sum", "share"]
    starts = [finding.start for finding in found.findings]
    assert starts == sorted(starts)


def test_select_by_code_and_by_rule_word() -> None:
    assert codes(audit(report(), select=["share"])) == ["share"]
    assert codes(audit(report(), select=["sum"])) == ["sum"]
    assert {finding.rule for finding in audit(report(), select=["wording"]).findings} <= {"wording"}


def test_ignore_wins_over_select() -> None:
    assert codes(audit(report(), select=["share", "sum"], ignore=["sum"])) == ["share"]


def test_an_unknown_code_is_named() -> None:
    with pytest.raises(ValueError, match="nosuchrule"):
        audit(report(), select=["nosuchrule"])


def test_a_finding_is_overruled_by_its_words(tmp_path: Path) -> None:
    path = suppressions(tmp_path, "# 已核对\n\nsum:其余8处  # 1处移交县里\n")
    found = audit(report(), suppressions=path)
    assert codes(found) == ["share"]
    assert [each.reason for _, each in found.suppressed] == ["1处移交县里"]
    assert found.unused == ()


def test_full_width_colon_and_spaces_are_read(tmp_path: Path) -> None:
    assert codes(audit(report(), suppressions=suppressions(tmp_path, "sum：其余 8处 # 已移交\n"))) == ["share"]


def test_a_finding_is_overruled_by_its_fingerprint(tmp_path: Path) -> None:
    first = audit(report()).broken[0]
    key = fingerprint(first, audit(report()).reading)
    moved = report("前言。\n" * 3 + TEXT)
    assert codes(audit(moved, suppressions=suppressions(tmp_path, f"{key} # 已核对\n"))) == ["share"]


def test_a_fingerprint_changes_with_the_values() -> None:
    one, two = audit(report()), audit(report(TEXT.replace("其余8处", "其余7处")))
    assert fingerprint(one.broken[0], one.reading) != fingerprint(two.broken[0], two.reading)


def test_an_unused_suppression_is_reported(tmp_path: Path) -> None:
    found = audit(report(), suppressions=suppressions(tmp_path, "sum:其余9处 # 旧稿\n"))
    assert [each.line for each in found.unused] == [1]
    assert codes(found) == ["sum", "share"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("sum:其余8处", "no reason"),
        ("sum:其余8处 #  ", "no reason"),
        ("sum # 全部不看", "whole rule"),
        ("summ:其余8处 # 拼错", "neither a rule"),
    ],
)
def test_a_line_that_cannot_be_followed_says_where_and_why(tmp_path: Path, line: str, words: str) -> None:
    path = suppressions(tmp_path, f"# 一\n{line}\n")
    with pytest.raises(SuppressionError, match=rf"suppressions\.txt, line 2: .*{words}"):
        read_suppressions(path)


def test_rules_are_found_by_walking() -> None:
    folder = Path(__file__).parents[2] / "src" / "taizhang" / "rules"
    assert set(all_rules()) == {path.stem for path in folder.glob("*.py") if path.stem != "__init__"}

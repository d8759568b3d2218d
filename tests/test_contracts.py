"""What every file of the project keeps to: words, sizes, imports, linear patterns, rules with both their places."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import taizhang
from patterns import compiled, faults
from taizhang.rules import CHINESE_HEADINGS, HEADINGS, all_rules

ROOT = Path(__file__).parents[1]
SOURCES = sorted(path for path in (ROOT / "src").rglob("*.py") if path.parent.name != "migrations")
PATTERN_CALLS = ("compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def written_patterns(path: Path) -> list[str]:
    """The patterns given to a function of `re` as plain strings."""
    return [
        node.args[0].value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr in PATTERN_CALLS
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    ]


def tracked() -> list[Path]:
    """The files that the project consists of, or all that look like it where there is no git."""
    answer = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    paths = [ROOT / name for name in answer.stdout.split("\0") if name]
    return [path for path in paths if path.is_file()] or SOURCES


@pytest.mark.parametrize("code", all_rules())
def test_a_rule_has_its_headings_and_its_cases(code: str) -> None:
    rule = all_rules()[code]
    missing = [heading for heading in HEADINGS if f"\n{heading}: " not in rule.english]
    missing += [heading for heading in CHINESE_HEADINGS if f"\n{heading}：" not in f"\n{rule.chinese}"]
    assert missing == []
    assert (ROOT / "tests" / "cases" / f"{code}.toml").is_file()


def test_the_pages_of_the_rules_are_fresh() -> None:
    answer = subprocess.run(
        [sys.executable, "tools/rule_pages.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_imports_run_downward_only() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout[-3000:] + answer.stderr


def test_no_rule_imports_another() -> None:
    wrong = [
        f"{path.name}: {name}"
        for path in (ROOT / "src/taizhang/rules").glob("*.py")
        for node in ast.walk(tree(path))
        for name in imported(node)
        if name.startswith("taizhang.rules") and path.name != "__init__.py"
    ]
    assert wrong == []


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or "", *(f"{node.module}.{each.name}" for each in node.names)]
    return [each.name for each in node.names] if isinstance(node, ast.Import) else []


def test_every_compiled_pattern_is_linear() -> None:
    found = compiled(taizhang)
    assert len(found) > 100
    wrong = {name: (pattern.pattern[:160], faults(pattern)) for name, pattern in found.items() if faults(pattern)}
    assert wrong == {}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_pattern_in_a_call_is_linear(path: Path) -> None:
    wrong = {pattern: faults(pattern) for pattern in written_patterns(path) if faults(pattern)}
    assert wrong == {}


@pytest.mark.parametrize(
    "pattern",
    [
        r"(\d+(?:,\d{3})*(?:\.\d+)?)\s*(万元|亿元|户|人|%)",
        r"([一-龥A-Za-z]+?)[:：]?\s*(\d+)",
        r"(?:a+)+b",
        r"a*(?:b|c*)d",
        r"(?:x|y*)z?[0-9]+",
        r"a+(?:b{0,3}c*){0,2}",
        r".*.{0,4000}年",
    ],
)
def test_a_slow_pattern_is_caught(pattern: str) -> None:
    assert faults(pattern)


@pytest.mark.parametrize("pattern", [r"[0-9]{1,15}\s{0,3}(?:万元|户)", r"\s+$", r"a+b", r"a+b{1,4}c", r"a+bc+"])
def test_a_bounded_pattern_passes(pattern: str) -> None:
    assert faults(pattern) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_digits_are_written_out(path: Path) -> None:
    """`\\d` takes the digits of every script, and compatibility forms turn ①5 into 15."""
    text = path.read_text(encoding="utf-8")
    assert "\\d" not in text
    assert "NFKC" not in text
    assert "NFKD" not in text


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400
    long = [
        (node.name, node.end_lineno - node.lineno + 1)
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert long == []
    assert path.stem not in ("helpers", "utils", "helper", "util", "common", "misc")
    assert ast.get_docstring(tree(path)), "a module says in one or two sentences what it is for"


def test_the_words_of_the_design_are_explained() -> None:
    text = (ROOT / "docs" / "words.md").read_text(encoding="utf-8")
    terms = "place office post period indicator target figure project task case register entry step pack report draft claim finding ruling trail"
    missing = [term for term in terms.split() if not re.search(rf"\b{term}\b", text)]
    missing += [
        word
        for word in [
            "地区",
            "站所",
            "岗位",
            "时期",
            "指标",
            "目标",
            "完成数",
            "名册",
            "流水",
            "业务包",
            "报告",
            "表述",
            "疑点",
            "裁定",
            "审计日志",
        ]
        if word not in text
    ]
    assert missing == []


def test_the_project_names_no_machine() -> None:
    """Paths of one machine and names of the workplace mean nothing to a reader."""
    words = ["/" + "work/", "/" + "root/", "." + "library", "/tmp/" + "bash"]
    wrong = [
        (str(path.relative_to(ROOT)), word)
        for path in tracked()
        if path.suffix in (".py", ".md", ".toml", ".txt", ".html", "", ".lock")
        for word in words
        if word in path.read_text(encoding="utf-8", errors="ignore")
    ]
    assert wrong == []

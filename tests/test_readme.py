"""What the two READMEs show is what the program answers, and what they point to is there."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"```(?P<kind>\w+)\n(?P<body>.*?)```", re.DOTALL)


def _block(page: str, kind: str) -> str:
    (body,) = [match["body"] for match in BLOCK.finditer((ROOT / page).read_text("utf-8")) if match["kind"] == kind]
    return body


def _lines(words: str) -> list[str]:
    return [line.rstrip() for line in words.strip().splitlines()]


def _run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COLUMNS": "80", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("page", READMES)
def test_the_session_shown_is_real(page: str, tmp_path: Path) -> None:
    _, write, check, read = re.split(r"^\$ ", _block(page, "console"), flags=re.MULTILINE)
    sentence = re.search("'(.+)'", write)
    assert sentence
    (tmp_path / "报告.txt").write_text(sentence[1] + "\n", encoding="utf-8")
    for said, code in ((check, 1), (read, 0)):
        command, _, shown = said.partition("\n")
        answer = _run(tmp_path, "-c", "from taizhang.cli import main; main()", *command.split()[1:])
        assert answer.returncode == code, answer.stderr
        assert _lines(answer.stdout) == _lines(shown)
    assert (tmp_path / "数字.csv").exists()


@pytest.mark.parametrize("page", READMES)
def test_the_python_shown_runs(page: str, tmp_path: Path) -> None:
    (example,) = (ROOT / "examples").glob("*.docx")
    shutil.copy(example, tmp_path / "报告.docx")
    answer = _run(tmp_path, "-c", _block(page, "python"))
    assert len(answer.stdout.splitlines()) == 12, answer.stderr


@pytest.mark.parametrize("page", [*READMES, "CONTRIBUTING.md"])
def test_what_a_page_points_to_is_there(page: str) -> None:
    targets = re.findall(r"\]\((?!http)([^)#]+)\)", (ROOT / page).read_text("utf-8"))
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []

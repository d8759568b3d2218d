"""Old .doc and .wps: a converter where there is one, else what to do."""

from __future__ import annotations

import base64
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from making import paragraph, word

from taizhang.documents import UnreadableFile, office, open_report

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def old(tmp_path: Path, name: str = "报告.doc") -> Path:
    path = tmp_path / name
    path.write_bytes(OLD)
    return path


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(office, "PROGRAMS", (str(program),))


@pytest.mark.parametrize("name", ["报告.doc", "报告.wps"])
def test_without_a_converter_the_reason_says_what_to_install(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "PROGRAMS", ("no-such-program",))
    with pytest.raises(UnreadableFile) as caught:
        open_report(old(tmp_path, name))
    assert caught.value.code == "office"
    assert "LibreOffice" in caught.value.reason.zh
    assert ".docx" in caught.value.reason.zh


def test_what_the_converter_makes_is_read_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = base64.b64encode(word(paragraph("完成3.2亿元"))).decode()
    monkeypatch.setenv("SECRET_KEY", "s3")
    script = f'[ -z "$SECRET_KEY" ] || exit 1\nprintf %s {made} | base64 -d > "$6/report.docx"'
    install(tmp_path, monkeypatch, script)
    report = open_report(old(tmp_path))
    assert (report.text, report.format, report.name) == ("完成3.2亿元\n", "docx", "报告.doc")


@pytest.mark.parametrize(("script", "code"), [("exit 1", "damaged"), ("sleep 30", "large")])
def test_a_converter_that_fails_or_hangs(
    script: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "SECONDS", 1)
    install(tmp_path, monkeypatch, script)
    with pytest.raises(UnreadableFile) as caught:
        open_report(old(tmp_path))
    assert caught.value.code == code


@pytest.mark.skipif(not any(map(shutil.which, office.PROGRAMS)), reason="needs LibreOffice Writer")
@pytest.mark.parametrize("name", ["报告.doc", "报告.wps"])
def test_the_real_converter_reads_an_old_file_by_either_name(name: str, tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("青溪镇2031年上半年工作总结")
    document.add_paragraph("完成投资3.2亿元。")
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "种树", "300亩"
    document.add_paragraph("以上为主要指标。")
    document.save(str(tmp_path / "new.docx"))
    to_doc = ["--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "doc", "--outdir"]
    program = next(filter(None, map(shutil.which, office.PROGRAMS)))
    subprocess.run([program, *to_doc, str(tmp_path), str(tmp_path / "new.docx")], check=True, capture_output=True)
    path = (tmp_path / "new.doc").rename(tmp_path / name)
    assert path.read_bytes().startswith(OLD[:8])
    report = open_report(path)
    assert report.text == "青溪镇2031年上半年工作总结\n完成投资3.2亿元。\n种树\t300亩\n以上为主要指标。\n"
    assert [len(table.cells) for table in report.tables] == [2]

"""What goes wrong is told in one line a file, in the spoken language, and the other files are done."""

import dataclasses
import json

import pytest

import taizhang.audit  # noqa: F401 - the module, whose name the package hides
from taizhang.cli import _run

BROKEN = "青禾镇2031年上半年工作总结\n共建大棚12座，其中东片7座、西片6座。\n新修水渠3公里。\n"


def is_chinese(line):
    return any("\u4e00" <= sign <= "\u9fff" for sign in line)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "TAIZHANG_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "村"
    folder.mkdir()
    for name, text in (("a.txt", BROKEN), ("b.txt", BROKEN + "水泵9台。\n"), ("c.txt", BROKEN)):
        (folder / name).write_text(text, encoding="utf-8")

    def call(*arguments):
        status = _run([str(each) for each in arguments])
        return status, *capsys.readouterr()

    return call


@pytest.fixture
def failing_rule(monkeypatch):
    """A real rule that fails on reports with pumps."""
    import sys

    module = sys.modules["taizhang.audit"]
    rules = dict(module.all_rules())

    def check(reading):
        if "水泵" in reading.plain:
            raise ZeroDivisionError("division by\nzero")
        return ()

    rules["pumps"] = dataclasses.replace(rules["sum"], code="pumps", check=check, takes_settings=False)
    monkeypatch.setattr(module, "all_rules", lambda: rules)


@pytest.mark.usefixtures("failing_rule")
def test_a_failing_rule_loses_one_report_only(run):
    status, out, err = run("check", "村", "--format", "json")
    assert status == 2
    assert {finding["file"] for finding in json.loads(out)} == {"村/a.txt", "村/c.txt"}
    [line] = err.splitlines()
    assert line.startswith("村/b.txt: 规则 pumps 运行出错（ZeroDivisionError: division by zero）")
    assert "--ignore pumps" in line
    [line] = run("check", "村", "--lang", "en")[2].splitlines()
    assert line.startswith("村/b.txt: rule pumps failed")


@pytest.mark.usefixtures("failing_rule")
def test_a_failing_rule_can_be_left_out_and_traced(run, monkeypatch):
    assert run("check", "村/b.txt")[0] == 2
    monkeypatch.setenv("TAIZHANG_DEBUG", "1")
    status, _, err = run("check", "村/b.txt")
    assert status == 2
    assert "Traceback" in err
    assert "division by" in err


def test_a_failing_reader_loses_one_report_only(run, monkeypatch):
    from taizhang.cli import inputs

    opened = inputs.open_report

    def fail(path):
        if path.endswith("b.txt"):
            raise RecursionError("too deep")
        return opened(path)

    monkeypatch.setattr(inputs, "open_report", fail)
    for command in (("check", "村"), ("read", "村", "--format", "jsonl")):
        status, out, err = run(*command)
        assert status == 2
        assert "a.txt" in out
        assert "c.txt" in out
        [line] = err.splitlines()
        assert line.startswith("村/b.txt: 程序出错（RecursionError: too deep）")
        assert "TAIZHANG_DEBUG=1" in line


def test_a_failing_output_is_one_line(run, monkeypatch, tmp_path):
    from taizhang.outputs import docx, html

    def fail(*_, **__):
        raise KeyError("style")

    monkeypatch.setattr(html, "as_html", fail)
    status, out, err = run("check", "村", "--format", "html", "-o", "a.html")
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert "KeyError" in err
    assert not (tmp_path / "a.html").exists()
    written = docx.write_commented
    monkeypatch.setattr(
        docx, "write_commented", lambda path, source, *rest, **more: fail() if source.stem == "b" else written(path, source, *rest, **more)
    )  # fmt: skip
    status, _, err = run("check", "村", "--format", "docx", "-o", "out")
    assert (status, len(err.splitlines())) == (2, 1)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.docx", "c.docx"]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", " \u3000\r\n".encode()])
def test_an_empty_report_is_none(run, tmp_path, data):
    (tmp_path / "空.txt").write_bytes(data)
    for command in ("check", "read"):
        status, out, err = run(command, "空.txt", "村/a.txt")
        assert (status, err) == (2, "空.txt: 里面没有文字；请检查是不是选错了文件\n")
        assert "村/a.txt" in out


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("nope:水渠", "没有写理由"),
        ("nope:水渠 # 已核", "既不是规则代码"),
        ("sum # 已核", "会关掉整条规则"),
    ],
)
def test_mistakes_of_suppressions_in_both_languages(run, tmp_path, line, words):
    (tmp_path / "裁定.txt").write_bytes(f"# 一\n{line}\n".encode("gb18030"))
    status, out, err = run("check", "村/a.txt", "--suppress", "裁定.txt")
    assert (status, out) == (2, "")
    assert err.startswith("裁定.txt 第 2 行：")
    assert words in err
    assert run("check", "村/a.txt", "--suppress", "裁定.txt", "--lang", "en")[2].startswith("裁定.txt, line 2: ")


def test_a_suppression_file_in_any_encoding(run, tmp_path):
    for encoding in ("utf-8-sig", "gb18030", "utf-16"):
        (tmp_path / "裁定.txt").write_bytes("sum:其中东片7座  # 已经核对过，以村里的统计为准\n".encode(encoding))
        status, out, _ = run("check", "村/a.txt", "--suppress", "裁定.txt")
        assert status == 0
        assert "1 处已裁定不理" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "村/a.txt", "--format", "html", "-o", "村/a.txt"),
        ("check", "村", "--format", "json", "-o", "村/../村/c.txt"),
        ("check", "村", "-o", "村/b.txt"),
        ("check", "村/a.docx", "--format", "docx", "-o", "村"),
        ("read", "村", "--format", "csv", "-o", "link.txt"),
    ],
)
def test_no_input_is_written_over(run, tmp_path, arguments):
    (tmp_path / "link.txt").symlink_to(tmp_path / "村" / "b.txt")
    run("check", "村/a.txt", "--format", "docx", "-o", "村/a.docx")
    before = {path: path.read_bytes() for path in (tmp_path / "村").iterdir()}
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "会覆盖要读的文件" in err
    assert {path: path.read_bytes() for path in (tmp_path / "村").iterdir()} == before


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("check", "村/a.txt", "-o", "村"), "它是文件夹", "it is a folder"),
        (("check", "村/a.txt", "-o", "村/a.txt/x"), "它的上级不是文件夹", "its folder is a file"),
        (("check", "村/a.txt", "-o", "n" * 300), "名称太长", "too long"),
        (("check", "村/a.txt", "--suppress", "无"), "没有这个文件", "no such file"),
        (("check", "村/a.txt", "--phrases", "村"), "它是文件夹", "it is a folder"),
        (("check", "村/a.txt", "--phrases", "村/a.txt"), "第 1 行: 不是正确的 TOML", "line 1: is no proper TOML"),
        (("rule", "complet"), "是不是 completion", "is it completion"),
        (("rule", "sum", "share"), "多出参数 share", "extra argument"),
        (("check", "村/无.txt"), "找不到或打不开", "cannot be found"),
        (("check", "村/a.txt", "--format", "pdf"), "可用的有", "is not one of"),
    ],
)
def test_every_mistake_in_both_languages(run, arguments, zh, en):
    status, out, err = run(*arguments)
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert zh in err
    status, out, err = run(*arguments, "--lang", "en")
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert en in err
    assert not is_chinese(err.replace("村", "").replace("无", ""))


def test_a_folder_without_permission_is_told(run, monkeypatch):
    import os

    walk = os.walk

    def closed(folder, onerror=None):
        error = PermissionError(13, "Permission denied", f"{folder}/密")
        onerror(error)
        return walk(folder)

    monkeypatch.setattr(os, "walk", closed)
    status, out, err = run("check", "村")
    assert (status, err) == (2, "村/密: 打不开（没有权限）\n")
    assert "村/a.txt" in out

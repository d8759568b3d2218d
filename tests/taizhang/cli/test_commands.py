"""The command as a person or a script meets it: a process, its output, its errors, its exit code."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

TAIZHANG = [sys.executable, "-c", "from taizhang.cli import main; main()"]
BROKEN = "青禾镇2031年上半年工作总结\n共建大棚12座，其中东片7座、西片6座。\n新修水渠3公里。\n"
FINE = "青禾镇2031年上半年工作总结\n共建大棚13座，其中东片7座、西片6座。\n"


@pytest.fixture
def run(tmp_path):
    (tmp_path / "broken.txt").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "fine.txt").write_text(FINE, encoding="utf-8")

    def call(*arguments, stdin=b"", **environment):
        clean = {key: value for key, value in os.environ.items() if key not in ("LANG", "LC_ALL", "LC_MESSAGES")}
        return subprocess.run(
            [*TAIZHANG, *arguments], input=stdin, capture_output=True, cwd=tmp_path, check=False, timeout=60,
            env=clean | {"PYTHONIOENCODING": "utf-8"} | environment,
        )  # fmt: skip

    return call


def lines(data):
    return data.decode().splitlines()


def test_exit_codes(run):
    assert run("check", "fine.txt").returncode == 0
    assert run("check", "broken.txt").returncode == 1
    assert run("check", "nowhere.txt").returncode == 2
    assert run("read", "broken.txt").returncode == 0


def test_an_unreadable_file_is_one_line_and_the_others_are_done(run, tmp_path):
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 no zip")
    done = run("check", "nowhere.txt", "broken.txt", "bad.docx", "--format", "json")
    assert done.returncode == 2
    assert [line.split(":")[0] for line in lines(done.stderr)] == ["nowhere.txt", "bad.docx"]
    assert {finding["file"] for finding in json.loads(done.stdout)} == {"broken.txt"}


def test_json_holds_every_verdict_and_the_contract_keys(run):
    [first, *_] = findings = json.loads(run("check", "broken.txt", "--format", "json").stdout)
    assert list(first) == [
        "code", "rule", "verdict", "message", "start", "end", "line", "column", "claims", "stated", "computed", "fingerprint",
    ]  # fmt: skip
    assert BROKEN[first["claims"][0]["start"] : first["claims"][0]["end"]] == "12座"
    assert (first["rule"], first["verdict"], first["stated"], first["computed"]) == ("sum", "broken", "12座", "13座")
    assert json.loads(run("check", "fine.txt", "--format", "json").stdout)[0]["verdict"] == "holds"
    assert findings


def test_select_ignore_suppress_phrases(run, tmp_path):
    assert run("check", "broken.txt", "--ignore", "sum").returncode == 0
    assert run("check", "broken.txt", "--select", "growth,completion").returncode == 0
    (tmp_path / "s.txt").write_text("sum:12座 # 另有1座在建\nsum:不存在的话 # 旧的\n", encoding="utf-8")
    done = run("check", "broken.txt", "--suppress", "s.txt")
    assert done.returncode == 0
    assert "1 处已裁定不理" in done.stdout.decode()
    assert "裁定文件第 2 行没有对应的疑点" in done.stdout.decode()
    (tmp_path / "p.toml").write_text('"新建水渠" = ["新修水渠"]\n', encoding="utf-8")
    found = json.loads(run("check", "fine.txt", "broken.txt", "--phrases", "p.toml", "--format", "json").stdout)
    assert [finding["file"] for finding in found if finding["code"] == "phrases"] == ["broken.txt"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",), ("chekc", "a"), ("check", "broken.txt", "--format", "pdf"), ("check", "broken.txt", "--nope"),
        ("--lang", "fr", "rule"), ("rule", "nope"), ("check", "broken.txt", "--select", "nope"), ("check", "broken.txt", "-o"),
        ("check", "broken.txt", "--format", "docx"), ("read", "broken.txt", "--format", "xlsx"),
        ("check", "broken.txt", "--suppress", "nowhere"), ("check", "broken.txt", "--phrases", "broken.txt"),
        ("read", "broken.txt", "--format", "csv", "-o", "/proc/no/where.csv"),
    ],
)  # fmt: skip
def test_mistakes_are_one_line(run, arguments):
    for language in ("zh", "en"):
        done = run(*arguments, **({"LANG": "en_GB.UTF-8"} if language == "en" else {}))
        assert done.returncode == 2
        assert done.stdout == b""
        [line] = lines(done.stderr)
        assert "Traceback" not in line
        if arguments[0] != "--lang" and "nowhere" not in arguments and "/proc" not in str(arguments):
            assert any("\u4e00" <= sign <= "\u9fff" for sign in line) == (language == "zh"), line


def test_text_is_the_report_byte_for_byte(run, tmp_path):
    text = "一、\ufeff标题\r\n\t第３行　5座\n\n末尾无换行"
    (tmp_path / "odd.txt").write_bytes(text.encode())
    assert run("read", "odd.txt", "--format", "text").stdout.decode() == text.replace("\r\n", "\n")
    assert run("read", "-", "--format", "text", stdin=BROKEN.encode()).stdout == BROKEN.encode()
    run("read", "broken.txt", "fine.txt", "--format", "text", "-o", "out.txt")
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == BROKEN + FINE


def test_jsonl_spans_lie_in_the_text(run):
    claims = [json.loads(line) for line in lines(run("read", "broken.txt", "--format", "jsonl").stdout)]
    assert [BROKEN[claim["start"] : claim["end"]] for claim in claims if claim["core"]] == [
        "12座",
        "7座",
        "6座",
        "3公里",
    ]
    assert "file" not in claims[0]
    both = [json.loads(line) for line in lines(run("read", "broken.txt", "fine.txt", "--format", "jsonl").stdout)]
    assert {claim["file"] for claim in both} == {"broken.txt", "fine.txt"}


def test_a_folder_is_a_summary_then_each(run, tmp_path):
    (tmp_path / "村" / "东").mkdir(parents=True)
    (tmp_path / "村" / "b.txt").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "村" / "东" / "a.txt").write_text(FINE, encoding="utf-8")
    (tmp_path / "村" / "照片.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "村" / "~$b.docx").write_bytes(b"lock")
    done = run("check", "村")
    assert done.returncode == 1
    text = done.stdout.decode()
    assert text.index("无从核对") < text.index("东/a.txt") < text.index("应为 13座")
    assert lines(done.stderr) == ["村: 另有 1 个文件不是能读的格式，未读取"]
    (tmp_path / "空").mkdir()
    empty = run("check", "空")
    assert (empty.returncode, len(lines(empty.stderr))) == (2, 1)


@pytest.mark.parametrize(
    ("style", "head"), [("html", b"<!doctype html>"), ("sarif", b"{"), ("docx", b"PK"), ("text", b"broken.txt")]
)
def test_every_format_is_written_whole(run, tmp_path, style, head):
    done = run("check", "broken.txt", "--format", style, "-o", "out/a." + style)
    assert done.returncode == 1
    assert done.stdout == done.stderr == b""
    assert (tmp_path / "out" / ("a." + style)).read_bytes().startswith(head)
    assert os.listdir(tmp_path / "out") == ["a." + style]


def test_several_docx_go_to_a_folder_and_never_over_an_input(run, tmp_path):
    run("check", "broken.txt", "--format", "docx", "-o", "报告.docx")
    assert run("check", "broken.txt", "fine.txt", "--format", "docx", "-o", "out").returncode == 1
    assert sorted(os.listdir(tmp_path / "out")) == ["broken.docx", "fine.docx"]
    before = (tmp_path / "报告.docx").read_bytes()
    refused = run("check", "报告.docx", "fine.txt", "--format", "docx", "-o", ".")
    assert (refused.returncode, len(lines(refused.stderr))) == (2, 1)
    assert (tmp_path / "报告.docx").read_bytes() == before


def test_language(run):
    assert "不符" in run("check", "broken.txt", LC_ALL="C").stdout.decode()
    assert "1 broken" in run("check", "broken.txt", LANG="en_US.UTF-8").stdout.decode()
    assert "1 broken" in run("--lang", "en", "check", "broken.txt").stdout.decode()
    assert "1 broken" in run("check", "broken.txt", "--lang=en").stdout.decode()
    assert "不符" in run("check", "broken.txt", "--lang", "zh", LANG="en_US.UTF-8").stdout.decode()


@pytest.mark.parametrize("arguments", [(), ("check",), ("read",), ("rule",)])
def test_help_speaks_one_language(run, arguments):
    chinese, english = (
        run(*arguments, "--help").stdout.decode(),
        run(*arguments, "--help", "--lang", "en").stdout.decode(),
    )
    assert chinese.startswith("用法")
    assert "--lang" in chinese
    assert not {"Usage", "Options", "Show", "Commands"} & set(chinese.replace(":", " ").split())
    assert english.startswith("Usage")
    assert not any("\u4e00" <= sign <= "\u9fff" for sign in english)


def test_rules(run):
    assert "growth_from_to" in run("rule").stdout.decode()
    assert "何时不理" in run("rule", "sum").stdout.decode()
    assert "When to overrule" in run("rule", "sum", "--lang", "en").stdout.decode()


def test_help_is_quick(run):
    """A generous bound for busy machines; `benchmarks/` keeps the real figure."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        run("--help")
        times.append(time.perf_counter() - start)
    assert min(times) < 0.3


def test_help_loads_no_reader():
    code = "import sys; sys.argv[1:] = ['--help']\nfrom taizhang.cli import main\ntry: main()\nexcept SystemExit: print(sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not {"'rich'", "'docx'", "'openpyxl'", "'taizhang.rules'", "'taizhang.claims'"} & set(
        loaded.replace("]", ",").split(", ")
    )


def test_a_closed_pipe_is_no_error(tmp_path):
    (tmp_path / "long.txt").write_text(BROKEN * 2000, encoding="utf-8")
    command = f"{TAIZHANG[0]} -c '{TAIZHANG[2]}' read long.txt --format jsonl | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=False, timeout=120)
    assert done.stderr == b""
    assert json.loads(done.stdout)["id"]


def test_public_names_are_loaded_late():
    code = "import sys, taizhang; assert not [m for m in sys.modules if m.startswith('taizhang.')]; taizhang.audit; taizhang.Report"
    subprocess.run([sys.executable, "-c", code], check=True)
    import taizhang

    assert all(getattr(taizhang, name) for name in taizhang.__all__)
    assert Path(taizhang.__file__).name == "__init__.py"
    with pytest.raises(AttributeError):
        taizhang.nothing  # noqa: B018

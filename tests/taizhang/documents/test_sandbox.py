"""The child process: no secrets, no network, no files but modules, an end to its time and memory."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import paragraph, pdf, word

from taizhang.documents import UnreadableFile, budgets, sandbox
from taizhang.documents.errors import REASONS

GUARD = (
    "import sys; sys.path.insert(0, sys.argv[1]); import json, socket, subprocess, os, ctypes;"
    "from taizhang.documents import child; child._limit();"
    "sys.addaudithook(child.guard(child._libraries()));"
)
DEEDS = {
    "connect": "socket.create_connection(('127.0.0.1', 9))",
    "socket": "socket.socket()",
    "name": "socket.getaddrinfo('localhost', 80)",
    "process": "subprocess.run(['true'])",
    "shell": "os.system('true')",
    "fork": "os.fork()",
    "read": "open('/etc/passwd')",
    "descriptor": "os.open('/etc/passwd', os.O_RDONLY)",
    "write": "open('x', 'w')",
    "write-module": "open(json.__file__, 'r+')",
    "climb": "open(sys.prefix + '/../../../../etc/passwd')",
    "remove": "os.remove('x')",
    "library": "ctypes.CDLL(None)",
}


def run(deed: str, guard: str = GUARD) -> subprocess.CompletedProcess[bytes]:
    source = str(Path(sandbox.__file__).resolve().parents[2])
    return subprocess.run([sys.executable, "-I", "-c", guard + deed, source], capture_output=True, check=False)


@pytest.mark.parametrize("deed", DEEDS.values(), ids=DEEDS)
def test_the_child_may_not(deed: str) -> None:
    done = run(deed)
    assert done.returncode != 0
    assert b"PermissionError" in done.stderr


def test_but_may_import_and_without_the_hook_could_do_all() -> None:
    assert run("import csv, wave").returncode == 0
    assert (
        run(
            "open('/etc/passwd'); socket.socket(); subprocess.run(['true'])",
            GUARD.split("sys.addaudithook", maxsplit=1)[0],
        ).returncode
        == 0
    )


def test_memory_ends() -> None:
    assert b"MemoryError" in run("bytearray(2 << 30)").stderr


def test_no_secret_of_the_parent_gets_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "s3")
    monkeypatch.setenv("DATABASE_URL", "postgres://")
    assert not {"SECRET_KEY", "DATABASE_URL", "PATH"} & set(sandbox.environment("/nowhere"))
    monkeypatch.setattr(
        sandbox, "START", "import os, sys, json; print(json.dumps({'e': dict(os.environ), 'd': os.getcwd()}))"
    )
    seen = sandbox.read_apart("docx", "a", b"")
    assert "s3" not in json.dumps(seen)
    assert seen["d"] != os.getcwd()
    assert not Path(seen["d"]).exists()


def refusal() -> str:
    with pytest.raises(UnreadableFile) as caught:
        sandbox.read_apart("docx", "名.docx", b"x" * 100_000)
    assert caught.value.name == "名.docx"
    return caught.value.code


@pytest.mark.parametrize(
    ("start", "code"),
    [
        ("import time; time.sleep(60)", "large"),
        ("import os; os.kill(os.getpid(), 9)", "large"),
        ("import os; os._exit(3)", "damaged"),
        ("print('{')", "damaged"),
        ('print(\'{"refused": "pictures"}\')', "pictures"),
    ],
)
def test_whatever_becomes_of_the_child_there_is_a_reason(
    start: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(budgets, "WALL_SECONDS", 1)
    monkeypatch.setattr(sandbox, "START", start)
    before = time.monotonic()
    assert refusal() == code
    assert code in REASONS
    assert time.monotonic() - before < 4


def test_too_long_an_answer_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "START", "print('1' * 1000)")
    monkeypatch.setattr(budgets, "OUTPUT_BYTES", 900)
    assert refusal() == "large"


def test_nothing_outlives_the_reading(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    mark = tmp_path / "alive"
    late = f"import time; time.sleep(2); open({str(mark)!r}, 'w')"
    start = f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {late!r}]); time.sleep(60)"
    monkeypatch.setattr(budgets, "WALL_SECONDS", 1)
    monkeypatch.setattr(sandbox, "START", start)
    assert refusal() == "large"
    time.sleep(2)
    assert not mark.exists()


def test_a_child_starts_fast() -> None:
    data = word(paragraph("甲3万"))
    times = []
    for _ in range(3):
        before = time.monotonic()
        sandbox.read_apart("docx", "a", data)
        times.append(time.monotonic() - before)
    assert min(times) < 1.0


def test_a_child_imports_no_other_room() -> None:
    """What the child does not import costs no time: it starts for each file."""
    done = run("print(*sys.modules)", GUARD.replace("import json, socket, subprocess, os, ctypes;", ""))
    loaded = set(done.stdout.decode().split())
    assert "taizhang.documents.child" in loaded
    assert not {"taizhang.documents.outline", "taizhang.wording", "taizhang.claims", "pypdf", "docx", "lxml"} & loaded


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_kernel_saw_no_contact_and_nothing_written(kind: str, tmp_path: Path) -> None:
    log = tmp_path / "log"
    trace = ["strace", "-f", "-e", "trace=network,openat,execve,unlink,rename,mkdir", "-o", str(log)]
    data = word(paragraph("甲3万")) if kind == "docx" else pdf([["甲3万"]])
    command = sandbox.command(kind)
    done = subprocess.run(
        [*trace, *command],
        input=data,
        env=sandbox.environment(str(tmp_path)),
        capture_output=True,
        check=False,
        cwd=tmp_path,
    )
    if not done.stdout:
        pytest.skip("strace may not trace here")
    assert "甲3万" in json.loads(done.stdout)["text"]
    calls = [line for line in log.read_text(encoding="utf-8").splitlines() if "ENOENT" not in line]
    assert not [
        line for line in calls if "connect(" in line or "socket(" in line or "unlink(" in line or "mkdir(" in line
    ]
    assert sum("execve(" in line for line in calls) == 1
    assert not [
        line for line in calls if "openat(" in line and ("O_WRONLY" in line or "O_RDWR" in line) and ".pyc" not in line
    ]
    assert not [line for line in calls if "/etc/passwd" in line or "/home/" in line or ".env" in line]

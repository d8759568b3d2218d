"""A real server with the demo county in a folder of its own, and a real Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "taizhang-demo-2026"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All on one worker, so that one demo is made."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("browser"))


def free_port() -> int:
    with socket.socket() as wanted:
        wanted.bind(("127.0.0.1", 0))
        return int(wanted.getsockname()[1])


def started(arguments: list[str], data: Path, port: int, seconds: float) -> subprocess.Popen[str]:
    """A server that answers at /healthz. Fails where it does not within `seconds`."""
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith(("TAIZHANG", "DATABASE", "DJANGO"))
    }
    environment |= {"TAIZHANG_DATA": str(data), "PORT": str(port), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return process
        except OSError:
            time.sleep(0.2)
    process.kill()
    pytest.fail(f"the server did not answer within {seconds} s: {process.stdout.read() if process.stdout else ''}")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo."""
    port = free_port()
    process = started(["-m", "taizhang_site.demo"], tmp_path_factory.mktemp("demo"), port, 120)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(20)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A browser without a screen; where the machine has none, the tests say so."""
    from playwright.sync_api import Error, sync_playwright

    path = next(
        (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
    )
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        except Error:
            if os.environ.get("TAIZHANG_WHOLE"):
                raise
            pytest.skip("needs Chromium")
        yield browser
        browser.close()


@pytest.fixture
def enter(demo: str, chromium: Any) -> Iterator[Callable[..., Any]]:
    """A page on which a person of the demo is signed in; scripts' complaints fail the test."""
    contexts, complaints = [], []

    def make(username: str, width: int = 1440, height: int = 900, **more: Any) -> Any:
        context = chromium.new_context(
            base_url=demo,
            viewport={"width": width, "height": height},
            locale="zh-CN",
            timezone_id="Asia/Shanghai",
            **more,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda note: complaints.append(note.text) if note.type == "error" else None)
        page.goto("/login/")
        page.fill("#id_username", username)
        page.fill("#id_password", PASSWORD)
        page.get_by_role("button", name="登录", exact=True).click()
        page.wait_for_url(lambda url: "/login/" not in url)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not complaints

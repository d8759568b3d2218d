"""The public names work whichever of the package's modules were loaded before."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "before",
    ["import taizhang", "from taizhang.audit import Audit", "import taizhang.audit", "import taizhang.outputs.records"],
)
def test_the_audit_can_be_called(before: str) -> None:
    code = f"{before}; import taizhang; print(callable(taizhang.audit), callable(taizhang.read))"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["True", "True"]


def test_every_public_name_is_there() -> None:
    import taizhang

    assert all(getattr(taizhang, name) for name in taizhang.__all__)

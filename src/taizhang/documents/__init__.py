"""A file becomes text whose every character can be traced back to page, paragraph, cell."""

from taizhang.documents.errors import UnreadableFile
from taizhang.documents.opening import open_report

__all__ = ["UnreadableFile", "open_report"]

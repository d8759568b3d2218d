"""Errors in a person's words: what the system answers, and what nobody foresaw; never a traceback unless it is asked for."""

from __future__ import annotations

import errno
import os
import traceback

from taizhang.cli.speech import say, speak
from taizhang.values.words import Words

DEBUG = "TAIZHANG_DEBUG"
"""The variable that asks for tracebacks."""
LONGEST = 120
_FULL, _DENIED = Words("磁盘已满", "the disk is full"), Words("没有权限", "permission denied")
_NO_FOLDER = Words("它的上级不是文件夹", "what should be its folder is a file")
SYSTEM = {
    errno.ENOENT: Words("没有这个文件或文件夹", "no such file or folder"), errno.EISDIR: Words("它是文件夹", "it is a folder"),
    errno.EACCES: _DENIED, errno.EPERM: _DENIED, errno.EROFS: Words("磁盘只读", "the disk is read-only"),
    errno.ENOSPC: _FULL, errno.EDQUOT: _FULL, errno.ENOTDIR: _NO_FOLDER, errno.EEXIST: _NO_FOLDER,
    errno.ENAMETOOLONG: Words("名称太长", "the name is too long"),
}  # fmt: skip


def answered(error: OSError) -> str:
    """What the system answered, in the spoken language where it is one of the common answers."""
    known = SYSTEM.get(error.errno or 0)
    return known.in_language(speak()) if known else str(error.strerror or error)


def unforeseen(error: Exception) -> str:
    """What happened and what to do, in one line."""
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
    cause = error.__cause__ or error
    what = " ".join(f"{type(cause).__name__}: {cause}".split()).rstrip(": ")[:LONGEST]
    code = getattr(error, "code", None)
    if isinstance(code, str):
        return say(
            f"规则 {code} 运行出错（{what}），这份报告没有审核；可加 --ignore {code} 先跳过它，并设 {DEBUG}=1 再运行，把输出发给维护者",
            f"rule {code} failed ({what}) and this report was not audited; leave it out with --ignore {code}, "
            f"and send the maintainers what {DEBUG}=1 prints",
        )
    return say(
        f"程序出错（{what}），没有做完；请设 {DEBUG}=1 再运行，把输出发给维护者",
        f"the program failed ({what}) and did not finish; send the maintainers what {DEBUG}=1 prints",
    )

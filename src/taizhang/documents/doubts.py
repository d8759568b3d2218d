"""Signs that look like figures and are none: said, never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.values.words import Words

DOUBTS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("带圈数字紧邻数字", "Circled digits beside a number", re.compile(r"[①-⓿❶-➓](?=[0-9])|(?<=[0-9])[①-⓿❶-➓]")),
    (
        "上下标数字",
        "Superscript or subscript digits beside a number",
        re.compile(r"(?<=[0-9])[²³¹⁰-₟](?![²³])|[½¼¾⅐-⅞]"),
    ),
    (
        "非阿拉伯数字字符",
        "Digits of another script",
        re.compile(r"[٠-٩۰-۹०-९০-৯๐-๙\U0001d7ce-\U0001d7ff]"),
    ),
    (
        "零宽或双向控制字符",
        "Zero-width or bidirectional signs",
        re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069]|(?<=.)\ufeff"),
    ),
    ("数字内的组合符号", "Combining marks in a number", re.compile(r"(?<=[0-9])[\u0300-\u036f\u20d0-\u20ff]")),
    (
        "数字内混入字母 O 或 l",
        "The letters O or l in a number",
        re.compile(r"(?<=[0-9])[OoIl](?=[0-9])|(?<=[0-9.])[OoIl](?=[万亿元%])"),
    ),
)


def doubts(text: str) -> Iterator[Words]:
    """A notice for each sort of doubtful sign, with its count and first place."""
    for zh, en, pattern in DOUBTS:
        found = [match.start() for match in pattern.finditer(text)]
        if found:
            line = text.count("\n", 0, found[0]) + 1
            yield Words(
                zh=f"{zh} {len(found)} 处（首见第 {line} 行），按原样保留，请核对",
                en=f"{en}: {len(found)} (first on line {line}); kept as they are, please check",
            )

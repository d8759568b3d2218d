"""Signs that look like figures and are none, or that hide in them: said, never changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from taizhang.values.words import Words
from taizhang.wording.characters import unusual

DIGIT = "0-9０-９"
ENCLOSED = "①-⓿❶-➓㈠-㈩㊀-㊉"
RAISED = "²³¹⁰-₟"
LETTERS = "OoIlОо|"
MOJIBAKE = "锟烫屯"
HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u061c\u180e"

Sign = Callable[[str], bool]


def _one_of(signs: str) -> Sign:
    pattern = re.compile(f"[{signs}]")
    return lambda character: pattern.match(character) is not None


def _foreign(character: str) -> bool:
    return character.isdecimal() and not character.isascii() and not "０" <= character <= "９"


def _combining(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


DOUBTS: tuple[tuple[str, str, Sign, str], ...] = (
    ("带圈数字紧邻数字", "Circled digits beside a number", _one_of(ENCLOSED), "[{signs}](?:(?=[{digit}])|(?<=[{digit}].))"),
    ("上下标数字紧邻数字", "Superscript or subscript digits beside a number", _one_of(RAISED), "[{signs}](?<=[{digit}].)"),
    ("分数字符", "Fraction characters", _one_of("½¼¾⅐-⅞↉"), "[{signs}]"),
    ("非阿拉伯数字字符", "Digits of another script", _foreign, "[{signs}]"),
    ("零宽或双向控制字符", "Zero-width or bidirectional signs", _one_of(HIDDEN), "[{signs}]"),
    ("数字内的组合符号", "Combining marks in a number", _combining, "[{signs}](?<=[{digit}].)"),
    (
        "数字内混入字母 O、I 或 l",
        "The letters O, I or l in a number",
        _one_of(LETTERS),
        "[{signs}](?:(?<=[{digit}].)(?=[{digit}.,])|(?<=[{digit}.].)(?=[万亿元户人亩%％‰])|(?<![A-Za-z].)(?=[.][0-9]))",
    ),
    ("无法辨认的字符", "Characters that cannot be told", _one_of("\ufffd\0"), "[{signs}]"),
    ("疑似乱码", "What looks like a wrong encoding", _one_of(MOJIBAKE), "锟斤拷|烫烫烫|屯屯屯"),
)  # fmt: skip
"""What is said in Chinese and English, which characters give rise to it, and where they must stand: a look back
comes after the sign, so that only the sign is searched for."""


@lru_cache(maxsize=4096)
def _sorts(sign: str) -> tuple[int, ...]:
    """Which of DOUBTS a sign may give rise to."""
    return tuple(index for index, (_, _, is_sign, _) in enumerate(DOUBTS) if is_sign(sign))


def doubts(text: str) -> Iterator[Words]:
    """A notice for each sort of doubtful sign, with its count and first place."""
    distinct = {*unusual(text), *(sign for sign in LETTERS + MOJIBAKE if sign in text)}
    signs: dict[int, str] = {}
    for sign in sorted(distinct):
        for index in _sorts(sign):
            signs[index] = signs.get(index, "") + re.escape(sign)
    for index in sorted(signs):
        zh, en, _, pattern = DOUBTS[index]
        searched = re.finditer(pattern.format(signs=signs[index], digit=DIGIT), text)
        found = [match.start() for match in searched]
        if found:
            line = text.count("\n", 0, found[0]) + 1
            column = found[0] - text.rfind("\n", 0, found[0])
            yield Words(
                zh=f"{zh} {len(found)} 处（首见第 {line} 行第 {column} 字），按原样保留，请核对",
                en=f"{en}: {len(found)} (first on line {line}, column {column}); kept as they are, please check",
            )

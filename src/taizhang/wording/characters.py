"""Text in Simplified characters and half-width signs, one for one, so that offsets stay."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
"""An explicit table: compatibility normalisation would turn ①5 into 15."""

SAME_SIGN = {ord("∶"): ":", ord("︰"): ":", ord("﹕"): ":", ord("﹐"): ",", ord("﹪"): "%", ord("㎡"): "㎡"}


MANY = 80


@cache
def _table() -> dict[int, int | str]:
    table: dict[int, int | str] = {}
    lines = files("opencc").joinpath("dictionary/TSCharacters.txt").read_text(encoding="utf-8")
    for line in lines.splitlines():
        traditional, _, simplified = line.partition("\t")
        choice = simplified.split(" ")[0]
        if len(traditional) == len(choice) == 1 and choice != traditional:
            table[ord(traditional)] = choice
    return {**table, **FULL_WIDTH, **SAME_SIGN}


FREQUENT = "，：；（）！？％"
UNUSUAL = re.compile(f"[^\n -~一-鿿、。“”{FREQUENT}]")


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile("[" + "".join(chr(code) for code in _table() if 0x4E00 <= code <= 0x9FFF) + "]")


@lru_cache(maxsize=1)
def unusual(text: str) -> frozenset[str]:
    """The signs of `text` that are neither ASCII, nor characters, nor what nearly every text holds."""
    return frozenset(UNUSUAL.findall(text))


def _to_change(text: str) -> set[str]:
    """The signs of `text` that the table replaces, found without looking each character up."""
    found = {*_traditional().findall(text), *unusual(text), *(sign for sign in FREQUENT if sign in text)}
    return {sign for sign in found if ord(sign) in _table()}


def plain(text: str) -> str:
    """`text` with Traditional characters and full-width signs replaced; the same length."""
    table = _table()
    changed = _to_change(text)
    if len(changed) > MANY:
        return _phrases(text.translate(table))
    # a few signs to change: replacing them one by one is ten times faster than a look-up a character
    for c in changed:
        into = table[ord(c)]
        text = text.replace(c, into if isinstance(into, str) else chr(into))
    return _phrases(text)


def _phrases(text: str) -> str:
    """計畫 is 计划, though 畫 alone is 画."""
    if "画" not in text:
        return text
    return text.replace("计画", "计划").replace("规画", "规划").replace("策画", "策划")


def rewritten(text: str) -> bool:
    """Whether `plain` changes a letter or digit of `text`, and not only its punctuation."""
    return any(sign.isalnum() for sign in _to_change(text))

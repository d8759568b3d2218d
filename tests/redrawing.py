"""Gold reports redrawn at random: other names, other digits, other line breaks, the same annotation."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from scoring import Gold

from taizhang.wording.characters import plain

SUFFIX = "村|镇|河|湖|路|公司|小学|中学|水库|学校|集团|山|沟|社区"
NAMED = re.compile(rf"(?=([一-鿿]{{2}})(?:{SUFFIX}))")
GENERIC = frozenset(
    "全各我本该每新农行乡镇村区县街的了和与在至为及等把到修建设造整实推进这那其它个条里级道路河山湖沿打升企利部门"
    "沥青即立兴机轮城将对从由给用管驻靠挥解达落交总公米厂一二三四五六七八九十两名强美优老好大小中上下子民众双多少"
)
PLACE_SIGNS = "柳溪松岭荷塘竹岗梅桐枫杏榆槐苇桑菱芦蒲葛茶梨枣橘莲菊兰芳泽渡滩渠屯寨坪坡峪坳垭"
FIELDS = ("text", "indicator", "period")


def names(text: str, corpus: dict[str, str]) -> list[str]:
    """Two-sign names before a place's kind, that hardly another report has and that hold no everyday sign."""
    flat = plain(text)
    found = sorted({match[1] for match in NAMED.finditer(flat)})
    return [name for name in found if not set(name) & GENERIC and sum(name in each for each in corpus.values()) <= 3]


def with_names(gold: Gold, corpus: dict[str, str], draw: random.Random) -> Gold:
    """Every name by one of two signs drawn from signs that place names like."""
    flat = plain(gold.text)
    table = {}
    for name in names(gold.text, corpus):
        new = "".join(draw.sample(PLACE_SIGNS, 2))
        for match in re.finditer(name, flat):
            table[gold.text[match.start() : match.end()]] = new

    def changed(text: str) -> str:
        for old, new in table.items():
            text = text.replace(old, new)
        return text

    return _mapped(gold, changed)


def _mapped(gold: Gold, changed: Callable[[str], str]) -> Gold:
    claims = [
        {key: changed(value) if key in FIELDS and value else value for key, value in row.items()} for row in gold.claims
    ]
    return replace(gold, text=changed(gold.text), claims=claims)


def with_numbers(gold: Gold, draw: random.Random) -> Gold:
    """Every digit of a single value by another, the first digit never by 0, a 0 only by itself."""
    text, claims = list(gold.text), []
    for row in gold.claims:
        digits = re.sub("[^0-9]", "", row["text"])
        single = row["value"] and re.fullmatch(r"[0-9]{1,12}(?:\.[0-9]{1,4})?", row["value"])
        if not single or digits != row["value"].replace(".", ""):
            claims.append(row)
            continue
        drawn = iter([d if d == "0" else draw.choice("123456789".replace(d, "")) for d in digits])
        for at in range(row["start"], row["end"]):
            if text[at] in "0123456789":
                text[at] = next(drawn)
        new = "".join(text[row["start"] : row["end"]])
        plain_digits = iter(re.sub("[^0-9]", "", new))
        value = "".join(next(plain_digits) if sign != "." else "." for sign in row["value"])
        claims.append(row | {"text": new, "value": value})
    return replace(gold, text="".join(text), claims=claims)


def with_breaks(gold: Gold, draw: random.Random) -> Gold:
    """Every paragraph longer than a width drawn at random is broken at that width."""
    width = draw.randint(30, 60)
    pieces: list[str] = []
    moved: list[int] = []
    length, column = 0, 0
    for sign in gold.text:
        if column == width and sign != "\n":
            pieces.append("\n")
            length, column = length + 1, 0
        moved.append(length)
        pieces.append(sign)
        length += 1
        column = 0 if sign == "\n" else column + 1

    def at(row: dict[str, Any]) -> dict[str, Any]:
        return row | {"start": moved[row["start"]], "end": moved[row["end"] - 1] + 1}

    return replace(
        gold,
        text="".join(pieces),
        claims=[at(row) for row in gold.claims],
        relations=[at(row) for row in gold.relations],
    )


def corpus(shared: Path) -> dict[str, str]:
    """The real reports by name, in plain signs."""
    return {path.name: plain(path.read_text(encoding="utf-8")) for path in sorted((shared / "corpus").glob("*.txt"))}

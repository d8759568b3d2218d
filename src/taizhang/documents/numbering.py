"""The numbers that Word writes in front of paragraphs and keeps out of their text."""

from __future__ import annotations

from collections.abc import Callable

from taizhang.documents.xml import Counter, parse

NUMERALS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """一 … 九十九 as Word counts; larger numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "ideographDigital": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "decimal": str,
    "decimalFullWidth": str,
    "decimalEnclosedCircle": lambda number: chr(0x245F + number) if 0 < number < 21 else str(number),
    "upperLetter": lambda number: chr(64 + (number - 1) % 26 + 1),
    "lowerLetter": lambda number: chr(96 + (number - 1) % 26 + 1),
}


class Numbering:
    """`numbering.xml`: list definitions, and where each list has counted to."""

    def __init__(self, data: bytes | None, counter: Counter) -> None:
        self.levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self.abstract: dict[str, str] = {}
        self.counts: dict[tuple[str, int], int] = {}
        if data is not None:
            self._read(data, counter)

    def _read(self, data: bytes, counter: Counter) -> None:
        state = {"abstract": "", "level": "0", "number": "", "format": "decimal", "text": "", "first": "1"}

        def start(tag: str, attributes: dict[str, str]) -> None:
            value = attributes.get("val", "")
            if tag == "abstractNum":
                state["abstract"] = attributes.get("abstractNumId", "")
            elif tag == "lvl":
                state.update(level=attributes.get("ilvl", "0"), format="decimal", text="", first="1")
            elif tag == "num":
                state["number"] = attributes.get("numId", "")
            elif tag == "abstractNumId":
                self.abstract[state["number"]] = value
            elif tag in ("numFmt", "lvlText", "start"):
                state[{"numFmt": "format", "lvlText": "text", "start": "first"}[tag]] = value

        def end(tag: str) -> None:
            if tag == "lvl" and state["level"].isdigit():
                first = int(state["first"]) if state["first"].isdigit() else 1
                self.levels[state["abstract"], int(state["level"])] = (state["format"], state["text"], first)

        parse(data, counter, start, end, lambda _: None)

    def next(self, number: str, level: int) -> str:
        """The label of the next paragraph of list `number` at `level`; "" for bullets and unknown lists."""
        abstract = self.abstract.get(number)
        if abstract is None or (abstract, level) not in self.levels:
            return ""
        first = self.levels[abstract, level][2]
        self.counts[abstract, level] = self.counts.get((abstract, level), first - 1) + 1
        for deeper in range(level + 1, 9):
            self.counts.pop((abstract, deeper), None)
        label = self.levels[abstract, level][1]
        if self.levels[abstract, level][0] in ("bullet", "none"):
            return ""
        for position in range(level + 1):
            style, _, start = self.levels.get((abstract, position), ("decimal", "", 1))
            count = self.counts.get((abstract, position), start)
            label = label.replace(f"%{position + 1}", FORMATS.get(style, str)(count))
        return label

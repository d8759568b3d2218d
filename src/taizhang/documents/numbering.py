"""The numbers that Word writes in front of paragraphs and keeps out of their text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from taizhang.documents.xml import Node

NUMERALS = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
LEVELS = 9


def chinese(number: int) -> str:
    """一 … 九十九 as Word counts; larger numbers in digits."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


def _formal(number: int) -> str:
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    return (FORMAL[tens] + "拾" if tens else "") + (FORMAL[ones] if ones else "")


def _roman(number: int) -> str:
    if not 0 < number < 40:
        return str(number)
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _letter(number: int) -> str:
    return chr(65 + (number - 1) % 26) * min((number - 1) // 26 + 1, 9) if number > 0 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": lambda number: "".join(NUMERALS[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": _formal,
    "decimalEnclosedCircle": lambda number: chr(0x245F + number) if 0 < number < 21 else str(number),
    "decimalEnclosedCircleChinese": lambda number: chr(0x245F + number) if 0 < number < 21 else str(number),
    "decimalZero": lambda number: f"{number:02}",
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
"""What is not here counts in digits."""


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    text: str
    first: int


class Numbering:
    """`numbering.xml` and the styles that number paragraphs: list definitions, and where each list has counted to."""

    def __init__(self, numbering: Node | None, styles: Node | None) -> None:
        self._levels: dict[tuple[str, int], _Level] = {}
        self._abstract: dict[str, str] = {}
        self._styled: dict[tuple[str, str], int] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._styles: dict[str, tuple[str, str, int]] = {}
        if numbering is not None:
            self._read(numbering)
        if styles is not None:
            self._read_styles(styles)

    def _read(self, root: Node) -> None:
        for node in root.nodes():
            if node.name == "abstractNum":
                self._read_levels(node.attributes.get("abstractNumId", ""), node)
            elif node.name == "num":
                number = node.attributes.get("numId", "")
                self._abstract[number] = node.value("abstractNumId")
                for override in node.nodes():
                    if override.name == "lvlOverride" and override.first("startOverride"):
                        # a restarted list counts by itself
                        self._restart(number, node.value("abstractNumId"), override)

    def _read_levels(self, abstract: str, node: Node) -> None:
        for level in node.nodes():
            position = _small(level.attributes.get("ilvl", ""))
            if level.name == "lvl" and position < LEVELS:
                style, text = level.value("numFmt") or "decimal", level.value("lvlText")
                self._levels[abstract, position] = _Level(style, text[:60], level.number("start", default=1))
                if linked := level.value("pStyle"):
                    self._styled[abstract, linked] = position

    def _restart(self, number: str, abstract: str, override: Node) -> None:
        own = f"{abstract}/{number}"
        for position in range(LEVELS):
            if (abstract, position) in self._levels:
                self._levels.setdefault((own, position), self._levels[abstract, position])
        position = _small(override.attributes.get("ilvl", ""))
        if (own, position) in self._levels:
            level = self._levels[own, position]
            self._levels[own, position] = _Level(level.style, level.text, override.number("startOverride", default=1))
        self._abstract[number] = own

    def _read_styles(self, root: Node) -> None:
        for style in root.nodes():
            name = style.attributes.get("styleId", "")
            numbers = style.first("pPr", "numPr")
            number = numbers.value("numId") if numbers else ""
            self._styles[name] = (style.value("basedOn"), number, numbers.number("ilvl") if numbers else 0)

    def label(self, properties: Node | None) -> str:
        """The label of the next paragraph with these properties (`pPr`); "" where it has none."""
        if properties is None:
            return ""
        number, level = properties.value("numPr", "numId"), properties.number("numPr", "ilvl")
        if not number:
            number, level = self._of_style(properties.value("pStyle"))
        return self.next(number, level)

    def _of_style(self, style: str) -> tuple[str, int]:
        """List and level of a paragraph style: its own or inherited, its level where the list links one to it."""
        family = [style]
        for _ in range(10):
            based_on, number, level = self._styles.get(family[-1], ("", "", 0))
            if number:
                abstract = self._abstract.get(number, "")
                linked = (self._styled[abstract, name] for name in family if (abstract, name) in self._styled)
                return number, next(linked, level)
            family.append(based_on)
        return "", 0

    def next(self, number: str, level: int) -> str:
        """The label of the next paragraph of list `number` at `level`; "" for bullets and unknown lists."""
        abstract = self._abstract.get(number, "")
        if (abstract, level) not in self._levels:
            return ""
        here = self._levels[abstract, level]
        self._counts[abstract, level] = self._counts.get((abstract, level), here.first - 1) + 1
        for deeper in range(level + 1, LEVELS):
            self._counts.pop((abstract, deeper), None)
        if here.style in ("bullet", "none"):
            return ""
        label = here.text
        for position in range(level + 1):
            entry = self._levels.get((abstract, position), here)
            count = self._counts.get((abstract, position), entry.first)
            label = label.replace(f"%{position + 1}", FORMATS.get(entry.style, str)(count))
        # a bare figure would run into the words after it
        return label + " " if label[-1:].isalnum() and label[-1:].isascii() else label


def _small(value: str) -> int:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 3 else 0

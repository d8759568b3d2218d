"""How a spreadsheet shows a stored number: decimals, percent, thousands, dates, quoted words; else its own digits."""

from __future__ import annotations

import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, DecimalException

from taizhang.documents.xml import Node

BUILT_IN = {1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00"}  # fmt: skip
BUILT_IN_DATES = {*range(14, 18), 22, *range(27, 32), *range(50, 59), 36}
DATE = "yyyy年m月d日"
QUOTED = re.compile(r'"([^"]{0,40})"|\\(.)')
ASIDE = re.compile(r"\[[^\]]{0,40}\]|_.|\*.")
NUMERIC = re.compile(
    r"(?P<before>[^0#?.,%]{0,20})(?P<whole>[#0?,]{1,20})(?:\.(?P<decimals>[0#?]{1,15}))?(?P<after>[^0#?.,]{0,20})$"
)
SIGNIFICANT = 15
SIMPLE = re.compile(r"[-+]?[0-9]{0,40}(?:\.[0-9]{0,40})?(?:[eE][-+]?[0-9]{1,3})?$")


class Formats:
    """Number format of each cell style of `styles.xml`."""

    def __init__(self, styles: Node | None, from_1904: bool) -> None:
        self.from_1904 = from_1904
        self._codes: list[str] = []
        if styles is None:
            return
        own = {
            node.attributes.get("numFmtId", ""): node.attributes.get("formatCode", "")
            for node in (styles.first("numFmts") or Node("", {})).nodes()
        }
        for node in (styles.first("cellXfs") or Node("", {})).nodes():
            number = node.attributes.get("numFmtId", "0")
            self._codes.append(own.get(number) or _built_in(number))

    def of(self, style: int) -> str:
        return self._codes[style] if style < len(self._codes) else ""


def _built_in(number: str) -> str:
    index = int(number) if number.isascii() and number.isdigit() and len(number) < 5 else 0
    return DATE if index in BUILT_IN_DATES else BUILT_IN.get(index, "")


def shown(value: str, code: str, from_1904: bool = False) -> str:
    """`value` as a cell with format `code` shows it; the digits as stored where the format is not simple."""
    value = value.strip()
    if not SIMPLE.match(value):
        return value
    try:
        number = Decimal(value)
        # 15 significant digits are what a spreadsheet keeps: 0.26300000000000001 is 0.263
        number = number.quantize(Decimal(1).scaleb(number.adjusted() - SIGNIFICANT + 1), ROUND_HALF_UP)
        return _formatted(number, code.split(";", maxsplit=1)[0], from_1904)
    except (DecimalException, OverflowError, ValueError):
        return value


def _formatted(number: Decimal, code: str, from_1904: bool) -> str:
    words: list[str] = []

    def aside(match: re.Match[str]) -> str:
        words.append(match[1] if match[1] is not None else match[2])
        return chr(0xE000 + len(words) - 1)

    pattern = ASIDE.sub("", QUOTED.sub(aside, code))
    if re.search(r"[ymdYMD]", pattern):
        return _date(number, pattern, from_1904) or _plain(number)
    match = NUMERIC.match(pattern)
    if not match or match["whole"].endswith(",") or "!" in pattern or "E" in pattern:
        return _plain(number)
    percent = "%" in match["after"]
    places = len(match["decimals"] or "")
    rounded = (number * 100 if percent else number).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    digits = f"{rounded:,f}" if "," in match["whole"] else f"{rounded:f}"
    if match["decimals"] and "0" not in match["decimals"]:
        digits = digits.rstrip("0").rstrip(".")
    text = match["before"] + digits + match["after"]
    return "".join(words[ord(c) - 0xE000] if 0xE000 <= ord(c) < 0xE000 + len(words) else c for c in text).strip()


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(number: Decimal, pattern: str, from_1904: bool) -> str:
    """A day in full, or its month where the format shows no day; "" outside the calendar."""
    days = int(number) + (1462 if from_1904 else 0)
    if not 0 < days < 2_958_466:
        return ""
    # day 60 is a 29 February 1900 that never was
    day = datetime.date(1899, 12, 30 if days > 60 else 31) + datetime.timedelta(days=days)
    month = f"{day.year}年{day.month}月"
    return month if not re.search(r"[dD]", pattern) else f"{month}{day.day}日"

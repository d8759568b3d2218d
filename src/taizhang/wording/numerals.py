"""Chinese numerals as numbers."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "俩": 2, "兩": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
LARGE = {"亿": 100_000_000, "万": 10_000}


def number(numeral: str) -> int | None:
    """The value of a numeral of 零–九 两 十 百 千, spelt or read digit by digit; None where it is no number."""
    for large, factor in LARGE.items():
        high, sign, low = numeral.partition(large)
        if sign:
            upper, lower = number(high), number(low.lstrip("零〇")) if low else 0
            return None if upper is None or lower is None else upper * factor + lower
    if not any(c in SCALES for c in numeral):
        digits = [DIGITS.get(c) for c in numeral]
        if not digits or None in digits:
            return None
        return int("".join(str(digit) for digit in digits))
    total, digit = 0, None
    for c in numeral:
        if c in SCALES:
            total += (1 if digit is None else digit) * SCALES[c]
            digit = None
        elif digit is None or digit == 0:
            digit = DIGITS.get(c)
            if digit is None:
                return None
        else:
            return None
    return total + (digit or 0)

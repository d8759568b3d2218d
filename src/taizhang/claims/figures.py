"""One number of the text, and what tells a figure from a date, a name or a slogan's number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from taizhang.values.claims import Bound
from taizhang.wording.figures import BARE_BEFORE, DATE, LISTED, NAMED, SPAN_OF_YEARS, WIDE_YEAR, YEAR


class Quantity(NamedTuple):
    """`text[start:end]` of the dense text: a number, its unit and bound."""

    start: int
    end: int
    value: str | None
    unit: str
    bound: Bound
    unit_kind: str
    factor: Decimal
    form: str
    """`single`, `range` or `ratio`."""
    core: bool


def in_quotes(text: str, start: int, end: int) -> bool:
    """A number in a short quoted name or slogan: “1234”思路, “23.7”暴雨, “过10亿”目标; `[1]` is a footnote's mark."""
    if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
        return True
    if text.find("”", end, end + 10) < 0:
        return False
    opened = max(text.rfind("“", max(0, start - 12), start), text.rfind("‘", max(0, start - 12), start))
    if opened < 0 or text.find("”", opened, start) >= 0:
        return False
    closed = text.find("”", end, end + 10)
    return closed >= 0 and closed - opened <= 14


def is_date(text: str, start: int) -> bool:
    if YEAR.match(text, start) or NAMED.match(text, start):
        return True
    date = DATE.match(text, start)
    if date:
        return True
    line_start = (
        start == 0 or text[start - 1] in "\n" or (text[start - 1] == "(" and LISTED.match(text, start) is not None)
    )
    return bool((line_start or text[start - 1] in "。;") and LISTED.match(text, start))


def is_counted(text: str, quantity: Quantity) -> bool:
    start = quantity.start
    if quantity.unit == "年":
        digits = text[start : quantity.end - 1]
        if re.match(r"[089][0-9]$|[0-9]{4}$", digits) or SPAN_OF_YEARS.search(text, max(0, start - 3), start):
            return False
        if text[quantity.end : quantity.end + 1] == "前" and text[start - 1 : start] in ("比", "较"):
            return False
        return not re.match(r"来|间(?!隔)|以来|内|度|期(?!限)|级|生|行动|规划", text[quantity.end : quantity.end + 2])
    if quantity.unit == "周年":
        return False
    if quantity.unit == "":
        if WIDE_YEAR.match(text, start) and quantity.end - start == 4:
            return False
        if (
            quantity.form == "single"
            and text[quantity.end : quantity.end + 1] != "大"
            and not _stands_bare(text, quantity)
        ):
            return False
        after = text[quantity.end : quantity.end + 1]
        return (
            after not in (")", "-", "—", "/", "、", "）") and not (after.isascii() and after.isalpha()) and after != "."
        )
    return True


def _stands_bare(text: str, quantity: Quantity) -> bool:
    """A number without unit is a figure behind a measure (`指数4.52`) or alone in a table's cell."""
    start, end = quantity.start, quantity.end
    if (start == 0 or text[start - 1] in "\t\n") and (end == len(text) or text[end] in "\t\n"):
        return True
    return bool(BARE_BEFORE.search(text, max(0, start - 3), start)) and (
        end == len(text) or text[end] in ",。;、:)\t\n和,以左"
    )

"""What a person types into a cell, understood; nothing is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from taizhang_site.indicators.models import Indicator, Kind, State

FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
ABSENT = {
    "": State.BLANK, "-": State.BLANK, "—": State.BLANK, "——": State.BLANK, "/": State.BLANK, "空": State.BLANK,
    "不适用": State.NOT_APPLICABLE, "无此项": State.NOT_APPLICABLE, "n/a": State.NOT_APPLICABLE,
    "未到期": State.NOT_DUE, "待上级": State.WAITING, "待上级反馈": State.WAITING,
}  # fmt: skip
NUMBER = re.compile(r"[+-]?(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,8})?")
MOST = 10**17


@dataclass(frozen=True, slots=True)
class Typed:
    """A cell: its state, the stored integer of a value, the words of a text."""

    state: State
    scaled: int | None = None
    text: str = ""


def typed(words: str, indicator: Indicator) -> Typed:
    """The cell that `words` mean for the indicator.

    Raises ValueError, in the person's words, for what is no number in the indicator's unit or has too many decimals.
    """
    plain = words.translate(FULL_WIDTH).replace("−", "-").strip()
    absent = ABSENT.get(plain.lower())
    if absent is not None:
        return Typed(absent)
    if indicator.kind == Kind.TEXT:
        return Typed(State.VALUE, None, words.strip()[:300])
    if not NUMBER.fullmatch(plain):
        unit = indicator.unit or _("无单位")
        raise ValueError(_("“%(words)s”不是数字；请只填数字，单位是%(unit)s") % {"words": words[:20], "unit": unit})
    value = Decimal(plain.replace(",", ""))
    scaled = indicator.scaled(value)
    if abs(scaled) >= MOST:
        raise ValueError(_("“%(words)s”太大，存不下") % {"words": words[:20]})
    if value < 0 and not indicator.may_be_negative:
        raise ValueError(_("这项指标不会是负数"))
    return Typed(State.VALUE, scaled)

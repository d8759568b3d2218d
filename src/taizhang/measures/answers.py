"""What a formula gives: a number, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from taizhang.values.words import Words


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` in the formula's unit (percent, points, the indicator's own); where it is None, `why` says why."""

    value: Decimal | None = None
    why: Words | None = None


NO_FIGURE = Answer(why=Words("还没有数", "no figure yet"))
NO_TARGET = Answer(why=Words("没有目标", "no target"))

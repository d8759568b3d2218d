"""One quantity that a report states, with every field that the reader gives it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from taizhang.values.spans import Span

Bound = Literal["=", "~", ">", ">=", "<", "<="]
Kind = Literal["level", "growth", "completion", "share", "ratio", "range"]
Status = Literal["actual", "expected", "planned"]
Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One stated quantity.

    `value` is the number as a decimal string as written, before the unit's own factor; `3—5` for a
    range, `21:40:39` for a ratio, None where digits are lost or masked. `factor` turns one of `unit`
    into the base unit of `unit_kind` (元, 平方米, 米, 千克, 个 …; 1 for percentages and bare numbers), so
    `amount` = value × factor, None where there is no single value.
    """

    id: str
    start: int
    end: int
    text: str
    value: str | None
    unit: str
    bound: Bound
    kind: Kind
    indicator: str
    status: Status
    period: str | None
    of: str | None
    core: bool
    unit_kind: str = ""
    factor: Decimal = Decimal(1)
    direction: Direction | None = None
    basis: str | None = None
    comparable: bool = False
    """Growth said to be on a comparable basis (可比口径, 不变价, 剔除…): not to be recomputed from levels."""
    section: str | None = None
    """Headings above the claim, outermost first, joined by ` / `."""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def number(self) -> Decimal | None:
        """The single value as written, None where it is lost, a range or a ratio."""
        if self.value is None or self.kind in ("ratio", "range"):
            return None
        return Decimal(self.value)

    @property
    def amount(self) -> Decimal | None:
        """The single value in base units."""
        number = self.number
        return None if number is None else number * self.factor

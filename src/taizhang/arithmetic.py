"""What the digits of a claim allow: intervals of fractions, their arithmetic, and how a result is written.

A number stands for every value that rounds to it, and a stated result also for every value that
truncates to it, since Chinese reports do both. Counted things are exact. No tolerance is fixed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from taizhang.values.claims import Claim

ABOUT = Fraction(5, 100)
"""How far 约 or 左右 widens a number, as a part of it."""
PERCENT = Fraction(1, 100)
POINTS = frozenset({"个百分点", "百分点", "个点"})
PERCENTS = frozenset({"%", "％", *POINTS})
SPANS_SHOWN = "—"


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of fractions; `point` is the number as written inside it, or what was computed from such."""

    low: Fraction
    high: Fraction
    point: Fraction

    @classmethod
    def exact(cls, value: Fraction | int) -> Interval:
        return cls(Fraction(value), Fraction(value), Fraction(value))

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high, self.point + other.point)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low, self.point - other.point)

    def __mul__(self, other: Interval) -> Interval:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends), self.point * other.point)

    def __truediv__(self, other: Interval) -> Interval:
        """Raises ZeroDivisionError where `other` holds 0."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be 0")
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends), self.point / other.point)

    def scaled(self, factor: Fraction | int) -> Interval:
        return self * Interval.exact(factor)

    def meets(self, other: Interval) -> bool:
        """Whether they share a value; to touch at an end is enough only for an exact number."""
        if self.low == self.high or other.low == other.high:
            return self.low <= other.high and other.low <= self.high
        return self.low < other.high and other.low < self.high


def decimals(value: str) -> int:
    """Digits behind the point as written."""
    return len(value.partition(".")[2])


def last_place(claim: Claim) -> Fraction:
    """One unit of the last written digit, in the claim's own unit."""
    return Fraction(1, 10 ** decimals(claim.value or ""))


def counted(claim: Claim) -> bool:
    """Whether the number counts things one by one: `38件`, not `3.8万件`."""
    return claim.unit_kind in ("count", "") and claim.factor == 1 and decimals(claim.value or "") == 0


def _number(claim: Claim) -> Fraction | None:
    number = claim.number
    return None if number is None else Fraction(number)


def written(claim: Claim, *, cut: bool = False) -> Interval | None:
    """Every value, in the claim's own unit, that may have been written so; None where there is no single value.

    `cut` also admits the values that truncate to the number: for a stated result, not for an operand.
    """
    number = _number(claim)
    if number is None or claim.bound in (">=", "<="):
        return None
    place = last_place(claim)
    if claim.bound == ">":
        return Interval(number, number + _leading(number, place), number)
    if claim.bound == "<":
        return Interval(number - _leading(number, place), number, number)
    if claim.bound == "~":
        slack = max(number * ABOUT, place)
        return Interval(number - slack, number + slack, number)
    if counted(claim):
        return Interval.exact(number)
    return Interval(number - place / 2, number + (place * Fraction(9999, 10000) if cut else place / 2), number)


def _leading(number: Fraction, place: Fraction) -> Fraction:
    """One unit of the leading digit (余 and 多 add less than that)."""
    digits = len(str(int(number)))
    return max(Fraction(10 ** (digits - 1)) if number >= 1 else place, place)


def target(claim: Claim) -> Interval | None:
    """A target's own number in base units: 不低于 and 以上 bound the result, not the target."""
    number = _number(claim)
    if number is None:
        return None
    half = Fraction(0) if counted(claim) else last_place(claim) / 2
    return Interval(number - half, number + half, number).scaled(Fraction(claim.factor))


def measured(claim: Claim, *, cut: bool = False) -> Interval | None:
    """Every amount, in base units, that the claim's digits and bound allow."""
    interval = written(claim, cut=cut)
    return None if interval is None else interval.scaled(Fraction(claim.factor))


def common(*claims: Claim) -> list[Interval] | None:
    """All in one unit: their own where it is the same, else the base unit; None where they have none in common.

    A number without a unit takes that of the last claim (`由35增加到40元`). Points and per cent are one unit.
    """
    last = claims[-1]
    intervals = [written(claim) for claim in claims]
    known = [interval for interval in intervals if interval is not None]
    if len(known) < len(claims):
        return None
    if all(_unit(claim) in ("", _unit(last)) for claim in claims):
        return known
    if any(claim.unit_kind != last.unit_kind or not claim.factor for claim in claims):
        return None
    return [interval.scaled(Fraction(claim.factor)) for interval, claim in zip(known, claims, strict=True)]


def _unit(claim: Claim) -> str:
    return "%" if claim.unit in PERCENTS else claim.unit


def rate(claim: Claim, *, cut: bool = True) -> Interval | None:
    """A stated percentage, multiple or 番 as a fraction (23% is 0.23); a doubling of n is 2ⁿ − 1."""
    interval = written(claim, cut=cut)
    if interval is None:
        return None
    if claim.unit == "番":
        return _doublings(claim)
    if claim.unit in PERCENTS:
        return interval.scaled(PERCENT)
    if claim.unit == "‰":
        return interval.scaled(PERCENT / 10)
    if claim.unit == "成":
        return interval.scaled(Fraction(1, 10))
    return interval


def _doublings(claim: Claim) -> Interval | None:
    number = claim.number
    if number is None or number != int(number) or not 0 < number < 10:
        return None
    multiple = Fraction(2 ** int(number))
    high = multiple * 2 if claim.bound == ">" else multiple * Fraction(105, 100)
    low = multiple * Fraction(80, 100) if claim.bound in ("~", "<") else multiple * Fraction(95, 100)
    return Interval(low - 1, high - 1, multiple - 1)


def verdict(stated: Interval | None, computed: Interval | None) -> Literal["holds", "broken", "unknown"]:
    if stated is None or computed is None:
        return "unknown"
    return "holds" if stated.meets(computed) else "broken"


def rounded(value: Fraction, places: int) -> str:
    """`value` with `places` decimals, half up, without a sign for zero."""
    scale = 10**places
    whole = (abs(value) * scale * 2 + 1) // 2
    text = f"{Decimal(int(whole)).scaleb(-places):f}"
    return f"-{text}" if value < 0 and whole else text


def spelled(interval: Interval, places: int, unit: str) -> str:
    """`20764—21241万元`; a single number where both ends round to one."""
    low, high = rounded(interval.low, places), rounded(interval.high, places)
    return f"{low}{unit}" if low == high else f"{low}{SPANS_SHOWN}{high}{unit}"


def like(value: Fraction, claim: Claim) -> str:
    """`value`, in base units, as `claim` writes its own number."""
    return rounded(value / Fraction(claim.factor), decimals(claim.value or "")) + claim.unit


def percent_like(value: Fraction, claim: Claim) -> str:
    """A fraction as a percentage or multiple with as many decimals as `claim` has."""
    places = decimals(claim.value or "")
    if claim.unit in PERCENTS:
        return rounded(value * 100, places) + claim.unit
    if claim.unit == "‰":
        return rounded(value * 1000, places) + claim.unit
    text = rounded(value, max(places, 1))
    return (text if places else text.removesuffix(".0")) + ("倍" if claim.unit == "番" else claim.unit)


def implied(claim: Claim, divisor: Interval | None) -> str | None:
    """The base that `claim` ÷ `divisor` implies, in the claim's own unit: `20764—21241万元`."""
    amount = claim.number
    if amount is None or divisor is None or divisor.low <= 0:
        return None
    base = Interval.exact(Fraction(amount)) / divisor
    return spelled(base, decimals(claim.value or ""), claim.unit)

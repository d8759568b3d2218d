"""How the numbers run: whole numbers at each indicator's precision, from a seed, month by month."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from taizhang.packs.indicators import Indicator

Key = tuple[str, int, int]
"""Indicator, year, month."""
NOISE = 4
MARK = Decimal(1000)


class Courses:
    """The figures of one place, computed as they are asked for and kept."""

    def __init__(
        self, place: str, weight: Decimal, first_year: int, indicators: Mapping[str, Indicator], courses: Mapping[str, Any],
        seasons: Mapping[str, list[int]],
    ) -> None:  # fmt: skip
        self.place = place
        self.weight = weight
        self.first_year = first_year
        self.indicators = indicators
        self.courses = courses
        self.seasons = seasons
        self._kept: dict[Key, int] = {}

    def scaled(self, code: str, year: int, month: int) -> int:
        """The figure as it is stored: year to date, the month's own, or where it stands."""
        key = (code, year, month)
        if key not in self._kept:
            self._kept[key] = self._made(*key)
        return self._kept[key]

    def _made(self, code: str, year: int, month: int) -> int:
        course = self.courses[code]
        if "sum" in course:
            return sum(self.scaled(part, year, month) for part in course["sum"])
        if "of" in course:
            return self._part(code, course, year, month)
        kind = self.indicators[code].kind
        if kind == "cumulative":
            return sum((self._added(code, course, year, number) for number in range(1, month + 1)), 0)
        if kind == "in_period":
            return self._added(code, course, year, month)
        return self._level(code, course, year, month)

    def _draw(self, *key: object) -> random.Random:
        return random.Random(zlib.crc32("|".join(map(str, (self.place, *key))).encode()))

    def _off(self, course: Mapping[str, Any], *key: object) -> Decimal:
        """A factor near one."""
        noise = Decimal(str(course.get("noise", NOISE)))
        return 1 + noise / 100 * Decimal(self._draw(*key).randint(-1000, 1000)) / MARK

    def _size(self, code: str, course: Mapping[str, Any], year: int) -> Decimal:
        """The year's total or level: base, weight, a habit of the place's own, growth."""
        base = (
            Decimal(str(course["base"])) * self.weight if course.get("weighted", True) else Decimal(str(course["base"]))
        )
        most = 15 if self.indicators[code].unit == "%" else 120
        own = 1 + Decimal(self._draw(code).randint(-most, most)) / MARK
        growth = 1 + Decimal(str(course["growth"])) / 100
        return base * own * growth ** (year - self.first_year)

    def _added(self, code: str, course: Mapping[str, Any], year: int, month: int) -> int:
        season = self.seasons[course["season"]]
        share = Decimal(season[month - 1]) / Decimal(sum(season))
        exact = self._size(code, course, year) * share * self._off(course, code, year, month)
        exact *= Decimal(10) ** self.indicators[code].precision
        # Small numbers come whole some months and not others, instead of always rounding to nought.
        if exact < 3:
            left = int((exact - int(exact)) * 1000)
            return int(exact) + (self._draw(code, year, month, "whole").randint(0, 999) < left)
        return _round(exact)

    def _level(self, code: str, course: Mapping[str, Any], year: int, month: int) -> int:
        growth = 1 + Decimal(str(course["growth"])) / 100
        drift = 1 + (growth - 1) * Decimal(month) / 12
        noise = 1 if self.indicators[code].unit in ("家", "个", "户", "人") else self._off(course, code, year, month)
        exact = self._size(code, course, year) * drift * noise
        if self.indicators[code].unit == "%":
            exact = min(exact, Decimal(100))
        return _round(exact * Decimal(10) ** self.indicators[code].precision)

    def _part(self, code: str, course: Mapping[str, Any], year: int, month: int) -> int:
        """A share of another; of a running total it never falls, and it is never more than all."""
        whole = self.scaled(course["of"], year, month)
        share = Decimal(str(course["share"])) / 100
        own = Decimal(self._draw(code, "share").randint(-20, 20)) / MARK + Decimal(year - self.first_year) / 200
        share = share + own if share > 1 else min(share + own, Decimal("0.995"))
        return int((Decimal(whole) * share).to_integral_value(ROUND_HALF_UP))


def unweighted(indicators: Mapping[str, Indicator]) -> Callable[[str], bool]:
    """Whether an indicator does not grow with the size of a place: rates, incomes a head."""
    return lambda code: indicators[code].kind == "rate" or code == "rural_income"


def _round(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))

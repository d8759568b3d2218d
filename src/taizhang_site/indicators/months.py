"""Reporting months: when each closes and when it is due."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from taizhang_site.indicators.models import Indicator


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A reporting month, `Month(2026, 10)`, written 2026-10."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year}-{self.month:02}"

    @classmethod
    def read(cls, words: str) -> Month:
        """The month that `2026-10` names. Raises ValueError for anything else."""
        year, _, month = words.partition("-")
        if not (year.isascii() and month.isascii() and year.isdigit() and month.isdigit()):
            raise ValueError(words)
        found = cls(int(year), int(month))
        if not (1990 <= found.year <= 2100 and 1 <= found.month <= 12):
            raise ValueError(words)
        return found

    @classmethod
    def of(cls, day: date) -> Month:
        """The calendar month of a day."""
        return cls(day.year, day.month)

    def plus(self, months: int) -> Month:
        """The month so many later."""
        count = self.year * 12 + self.month - 1 + months
        return Month(count // 12, count % 12 + 1)

    def last_day(self) -> date:
        """The calendar month's end."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])


def closes_on(indicator: Indicator, month: Month) -> date:
    """The last day that the month's figure covers: the settlement day, or the month's end."""
    if indicator.settlement_day:
        return date(month.year, month.month, indicator.settlement_day)
    return month.last_day()


def due_on(indicator: Indicator, month: Month) -> date:
    """The day of the following month by which the figure is to be submitted."""
    following = month.plus(1)
    return date(following.year, following.month, indicator.due_day)


def is_reported(indicator: Indicator, month: Month) -> bool:
    """Whether the month has a figure of its own.

    January has none where it is merged into February; a quarterly indicator has figures in March, June, September and
    December; none has any outside its years of use.
    """
    if month.month % indicator.every or (indicator.jan_feb_merged and month.month == 1):
        return False
    began, ended = indicator.valid_from, indicator.valid_to
    return not (began and month.last_day() < began) and not (ended and Month.of(ended) < month)


def newest(today: date) -> Month:
    """The month that is being reported on a day: the last one that has closed."""
    return Month.of(today).plus(-1)

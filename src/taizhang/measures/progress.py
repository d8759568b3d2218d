"""How far a target is reached, against time or against its own curve."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from taizhang.measures.answers import NO_FIGURE, NO_TARGET, Answer
from taizhang.values.words import Words

Bound = Literal["at_least", "at_most", "about", "exact"]
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Goal:
    """A target's value in the indicator's unit, how it binds, and where a lower-is-better one started from."""

    value: Decimal
    bound: Bound = "at_least"
    base: Decimal | None = None

    @property
    def falling(self) -> bool:
        """Whether less is better: it is to be kept below the value, or brought down to it from its base."""
        return self.bound == "at_most"


def completion(done: Decimal | None, goal: Goal | None) -> Answer:
    """Percent of the target that is reached, above 100 where it is exceeded.

    A falling one with a base counts the way come of the way to go, (base − done) ÷ (base − target); without a base
    there is no share, only whether the bound holds. A target of nought, or a base equal to the target, has no share.
    """
    if goal is None:
        return NO_TARGET
    if done is None:
        return NO_FIGURE
    if goal.falling:
        return _brought_down(done, goal)
    if goal.value == 0:
        return Answer(why=Words("目标为零，不算完成率", "the target is nought: no completion rate"))
    if goal.value < 0:
        return Answer(why=Words("目标为负数，不算完成率", "the target is negative: no completion rate"))
    return Answer(done / goal.value * HUNDRED)


def _brought_down(done: Decimal, goal: Goal) -> Answer:
    if goal.base is None:
        if done <= goal.value:
            return Answer(why=Words("在控制目标以内", "within the limit"))
        return Answer(why=Words("超出控制目标", "beyond the limit"))
    if goal.base == goal.value:
        return Answer(why=Words("基数等于目标，不算完成率", "the base equals the target: no completion rate"))
    return Answer((goal.base - done) / (goal.base - goal.value) * HUNDRED)


def met(done: Decimal | None, goal: Goal) -> bool | None:
    """Whether the target is reached as of now; None without a figure. `about` and `exact` ask for the value itself."""
    if done is None:
        return None
    if goal.bound == "at_most":
        return done <= goal.value
    return done >= goal.value if goal.bound in ("at_least", "about") else done == goal.value


def time_progress(starts_on: date, ends_on: date, day: date, by: Literal["months", "days"] = "months") -> Decimal:
    """Percent of the period that is over at the end of `day`, between 0 and 100.

    `months` counts whole months alike and days within the running one, so that the end of October is 10/12; `days`
    counts days, 366 of them in a leap year. Raises ValueError where the period ends before it starts.
    """
    if ends_on < starts_on:
        raise ValueError(f"{starts_on} – {ends_on}")
    if day < starts_on:
        return Decimal(0)
    day = min(day, ends_on)
    if by == "days":
        return Decimal((day - starts_on).days + 1) / Decimal((ends_on - starts_on).days + 1) * HUNDRED
    return (_months_at(day) - _months_before(starts_on)) / (_months_at(ends_on) - _months_before(starts_on)) * HUNDRED


def _months_at(day: date) -> Decimal:
    """Months since year nought at the end of the day."""
    whole = Decimal(day.year * 12 + day.month - 1)
    return whole + Decimal(day.day) / Decimal(monthrange(day.year, day.month)[1])


def _months_before(day: date) -> Decimal:
    whole = Decimal(day.year * 12 + day.month - 1)
    return whole + Decimal(day.day - 1) / Decimal(monthrange(day.year, day.month)[1])


def pace(starts_on: date, ends_on: date, day: date, curve: Sequence[Decimal] = ()) -> Decimal:
    """Percent of the target that should be reached at the end of `day`: by the curve of twelve monthly shares, else by time.

    A curve's running month counts by its days.
    """
    if len(curve) != 12:
        return time_progress(starts_on, ends_on, day)
    if day < starts_on:
        return Decimal(0)
    day = min(day, ends_on)
    past = sum(curve[: day.month - 1], Decimal(0))
    return past + curve[day.month - 1] * Decimal(day.day) / Decimal(monthrange(day.year, day.month)[1])


def standing_pace(base: Decimal | None, target: Decimal, due: Decimal) -> Decimal | None:
    """Percent of a stock's or rate's target that should be reached when `due` percent of the way from `base` is due.

    A stock starts from where it stood, not from nought: 51 on its way from 50 to 52 is half-way, and 98 percent of the
    target. None without a base or where the target is not above nought.
    """
    if base is None or target <= 0:
        return None
    return (base + (target - base) * due / HUNDRED) / target * HUNDRED


def lead(completed: Decimal | None, due: Decimal) -> Decimal | None:
    """Percentage points ahead of what is due, both unrounded: 97.158 against 83.333 is 13.825."""
    return None if completed is None else completed - due


def needed_monthly(done: Decimal | None, goal: Goal | None, months_left: int) -> Answer:
    """What each month that is left must add for the target to be met, in the indicator's unit; nought where it is met.

    For what adds up over the year. Raises ValueError for a negative count of months.
    """
    if months_left < 0:
        raise ValueError(months_left)
    if goal is None:
        return NO_TARGET
    if done is None:
        return NO_FIGURE
    if goal.falling:
        return Answer(why=Words("控制类指标不算每月需完成数", "a limit needs no monthly rate"))
    if done >= goal.value:
        return Answer(Decimal(0))
    if not months_left:
        return Answer(why=Words("期限已到", "no months are left"))
    return Answer((goal.value - done) / months_left)


def forecast(done: Decimal | None, due: Decimal) -> Answer:
    """Where the period ends at this pace, for what adds up: done over the share of the period's work that is due."""
    if done is None:
        return NO_FIGURE
    if due <= 0:
        return Answer(why=Words("时间未到，不作预计", "too early to tell"))
    return Answer(done / due * HUNDRED)

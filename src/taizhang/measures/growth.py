"""Growth on a year ago."""

from __future__ import annotations

from decimal import Decimal

from taizhang.measures.answers import NO_FIGURE, Answer
from taizhang.values.words import Words

HUNDRED = Decimal(100)


def year_on_year(now: Decimal | None, then: Decimal | None, *, points: bool = False) -> Answer:
    """Percent by which `now` exceeds `then`; with `points`, for rates, the difference in percentage points.

    A base of nought or below gives words instead of a rate (由负转正, 减亏), as the statistics offices write.
    """
    if now is None:
        return NO_FIGURE
    if then is None:
        return Answer(why=Words("没有上年同期数", "no figure a year ago"))
    if points:
        return Answer(now - then)
    if then > 0:
        if now < 0:
            return Answer(why=Words("由正转负", "turned negative"))
        return Answer((now - then) / then * HUNDRED)
    if then == 0:
        if now == 0:
            return Answer(why=Words("两年均为零", "nought in both years"))
        return Answer(why=Words("上年同期为零", "nought a year ago"))
    if now >= 0:
        return Answer(why=Words("由负转正", "turned positive"))
    if now == then:
        return Answer(why=Words("与上年同期持平", "as a year ago"))
    return Answer(why=Words("减亏", "smaller loss") if now > then else Words("增亏", "larger loss"))

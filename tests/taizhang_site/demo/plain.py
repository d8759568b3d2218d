"""The demo's numbers again, from its plain rows alone: no database, none of the site's or the library's formulas."""

from __future__ import annotations

from decimal import Decimal

from taizhang.packs.indicators import Indicator, common_indicators
from taizhang_site.demo.rows import County, TargetRow

KNOWN = {each.code: each for each in common_indicators().indicators}


class Plain:
    """Answers from the rows: a value, a target, what is reached, how far ahead."""

    def __init__(self, county: County) -> None:
        self.children: dict[str, list[str]] = {}
        for place in county.places:
            self.children.setdefault(place.parent, []).append(place.code)
        self.level = {place.code: place.level for place in county.places}
        self.figures = {(row.indicator, row.place, row.year, row.month): row.versions[-1] for row in county.figures}
        self.published = {key: Decimal(version.published) for key, version in self.figures.items() if version.published}
        self.targets: dict[tuple[str, str, int], TargetRow] = {}
        for row in county.targets:
            if not row.office and row.months == (1, 12):
                self.targets[row.indicator, row.place, row.year] = row

    def value(self, code: str, place: str, year: int, month: int) -> Decimal | None:
        """The figure of the place: its own, or what places below it have, or one thing over another."""
        each = KNOWN[code]
        if each.numerator:
            above, below = self.pair(each, place, year, month)
            return None if not below else above / below * each.times
        own = self.figures.get((code, place, year, month))
        if own is not None:
            return None if own.state != "value" or own.scaled is None else Decimal(own.scaled) / 10**each.precision
        if each.kind in ("rate", "text", "milestone") or not each.summed:
            return None
        parts = [self.value(code, child, year, month) for child in self.children.get(place, [])]
        known = [part for part in parts if part is not None]
        return sum(known, Decimal(0)) if known else None

    def pair(self, each: Indicator, place: str, year: int, month: int) -> tuple[Decimal, Decimal]:
        """Numerator and denominator over the places that have both."""
        own = [self.figures.get((part, place, year, month)) for part in (each.numerator, each.denominator)]
        if any(own):
            sides = [self.value(part, place, year, month) for part in (each.numerator, each.denominator)]
            return (Decimal(0), Decimal(0)) if None in sides else (sides[0] or Decimal(0), sides[1] or Decimal(0))
        pairs = [self.pair(each, child, year, month) for child in self.children.get(place, [])]
        return sum((one for one, _ in pairs), Decimal(0)), sum((other for _, other in pairs), Decimal(0))

    @staticmethod
    def month_of(code: str, month: int) -> int:
        """The last month up to `month` for which the indicator is typed."""
        each = KNOWN[code]
        fits = [
            number for number in range(1, month + 1)
            if number % each.every == 0 and not (each.jan_feb_merged and number == 1)
        ]  # fmt: skip
        return fits[-1] if fits else month

    def done(self, code: str, place: str, year: int, month: int) -> Decimal | None:
        """Year to date."""
        if KNOWN[code].kind != "in_period":
            return self.value(code, place, year, month)
        months = [self.value(code, place, year, number) for number in range(1, month + 1)]
        known = [value for value in months if value is not None]
        return sum(known, Decimal(0)) if known else None

    def target(self, code: str, place: str, year: int) -> Decimal | None:
        """The year's target as a value."""
        row = self.targets.get((code, place, year))
        if row is None:
            return None
        if row.form == "value":
            return Decimal(row.typed)
        base = self.value(code, place, year - 1, 12)
        return None if base is None or base <= 0 else base * (100 + Decimal(row.typed)) / 100

    def completion(self, code: str, place: str, year: int, month: int) -> Decimal | None:
        """Percent of the target."""
        target, done = self.target(code, place, year), self.done(code, place, year, month)
        if target is None or done is None:
            return None
        if self.targets[code, place, year].bound == "at_most":
            base = None if KNOWN[code].kind in ("cumulative", "in_period") else self.value(code, place, year - 1, 12)
            return None if base is None or base <= target else (base - done) * 100 / (base - target)
        return None if target <= 0 else done * 100 / target

    def lead(self, code: str, place: str, year: int, month: int) -> Decimal | None:
        """Points ahead of what is due."""
        reached, target = self.completion(code, place, year, month), self.target(code, place, year)
        if reached is None or target is None:
            return None
        due = Decimal(month) * 100 / 12
        if self.targets[code, place, year].bound != "at_most" and KNOWN[code].kind not in ("cumulative", "in_period"):
            base = self.value(code, place, year - 1, 12)
            if base is None:
                return None
            due = (base + (target - base) * month / 12) * 100 / target
        return reached - due

    def growth(self, code: str, place: str, year: int, month: int) -> Decimal | None:
        """On a year ago, in percent or points; the published one where there is one."""
        if (code, place, year, month) in self.published:
            return self.published[code, place, year, month]
        now, then = self.value(code, place, year, month), self.value(code, place, year - 1, month)
        if now is None or then is None:
            return None
        if KNOWN[code].kind == "rate" and KNOWN[code].unit == "%":
            return now - then
        return None if then <= 0 or now < 0 else (now - then) * 100 / then


def months(county: County) -> list[tuple[int, int]]:
    """The months that have figures, oldest first."""
    return sorted({(row.year, row.month) for row in county.figures})

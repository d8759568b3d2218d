"""The demo county's targets: of each year, with their sources, given out to villages, offices and quarters."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from zoneinfo import ZoneInfo

from taizhang.measures import even, weighted
from taizhang.packs.folders import shipped
from taizhang.packs.indicators import Indicator, common_indicators
from taizhang_site.demo.rows import County, TargetRow

ZONE = ZoneInfo("Asia/Shanghai")
BY_VILLAGE = ("collective_income", "toilets", "afforestation", "transfer_jobs")
BY_QUARTER = ("fixed_investment", "revenue")
OF_COUNTY = (
    "gdp", "industrial_output", "fixed_investment", "retail_sales", "attracted_investment", "revenue", "collective_income",
    "grain_output", "farmland", "jobs", "medical_rate", "water_rate", "toilets", "afforestation", "hotline_rate",
)  # fmt: skip


def targets(made: County, plan: dict[str, Any], today: date) -> None:
    """Adds the targets of this year and the two before it."""
    aims = tomllib.loads((shipped("demo-town") / "courses.toml").read_text("utf-8"))["target"]
    known = {each.code: each for each in common_indicators().indicators}
    done = _year_ends(made)
    for year in range(today.year - 2, today.year + 1):
        for town in plan["town"]:
            for code, aim in aims.items():
                each = known[code]
                if not town["full"] and not each.headline:
                    continue
                row = _town(each, town, year, aim, done)
                if row is None:
                    continue
                made.targets.append(row)
                if town["full"]:
                    _given_out(made, row, each, town, done)
        _county(made, plan, year, aims, done)
    _adjusted(made, plan, today)


def _county(
    made: County, plan: dict[str, Any], year: int, aims: dict[str, Any], done: dict[tuple[str, str, int], int]
) -> None:
    """The county's own targets, a little above what its towns took on."""
    known = {each.code: each for each in common_indicators().indicators}
    top = {"name": plan["county"]["name"], "code": plan["county"]["code"], "login": "county"}
    for code in OF_COUNTY:
        if row := _town(known[code], top, year, aims[code], done):
            made.targets.append(row)


def _year_ends(made: County) -> dict[tuple[str, str, int], int]:
    """What each place had reached by each year's end, with villages added up for their town."""
    found: dict[tuple[str, str, int], int] = {}
    for row in made.figures:
        value = row.versions[-1].scaled
        if row.month == 12 and value is not None:
            found[row.indicator, row.place, row.year] = value
    parents = {row.code: row.parent for row in made.places}
    for level in ("village", "town"):
        places = {row.code for row in made.places if row.level == level}
        for (code, place, year), value in list(found.items()):
            if place in places:
                key = (code, parents[place], year)
                found[key] = found.get(key, 0) + value
    return found


def _town(
    each: Indicator, town: dict[str, Any], year: int, aim: dict[str, Any], done: dict[tuple[str, str, int], int]
) -> TargetRow | None:
    document = f"{town['name']}人民政府{year}年工作报告"
    at = datetime(year, 2, 20, 9, 30, tzinfo=ZONE)
    bound = aim.get("bound", "at_least")
    if "growth" in aim:
        form, typed = "growth", str(aim["growth"])
        sentence = f"{each.name}增长{typed}%左右"
        bound = "about"
    elif "value" in aim:
        form, typed = "value", str(aim["value"])
        sentence = f"{each.name}{'控制在' if bound == 'at_most' else '达到'}{typed}{each.unit}{'以内' if bound == 'at_most' else '以上'}"
    else:
        base = done.get((each.code, town["code"], year - 1))
        if base is None:
            return None
        value = _tidy(Decimal(base) * aim["over"] / 100, each)
        form, typed = "value", f"{value:f}"
        limit = bound == "at_most"
        sentence = f"{each.name}压降到{typed}{each.unit}以内" if limit else f"完成{each.name}{typed}{each.unit}"
    return TargetRow(
        each.code,
        town["code"],
        year,
        form,
        typed,
        bound,
        at,
        f"{town['login']}-clerk",
        date(year, 1, 1),
        document,
        sentence,
    )


def _tidy(scaled: Decimal, each: Indicator) -> Decimal:
    """A target is a round number: two digits and noughts."""
    value = scaled.scaleb(-each.precision)
    places = min(1 - value.adjusted(), each.precision)
    return Decimal(f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):f}")


def _given_out(
    made: County, row: TargetRow, each: Indicator, town: dict[str, Any], done: dict[tuple[str, str, int], int]
) -> None:
    if row.form != "value":
        return
    whole = Decimal(row.typed)
    if each.code in BY_VILLAGE:
        villages = [place.code for place in made.places if place.parent == town["code"]]
        weights = [Decimal(max(done.get((each.code, code, row.year - 1), 1), 1)) for code in villages]
        parts = weighted(whole, weights, each.precision)
        if each.code == "transfer_jobs":
            # Agreed with each village for itself: the sum is not quite the town's.
            parts[0] += 4
        for code, part in zip(villages, parts, strict=True):
            made.targets.append(_part(row, f"{part:f}", place=code))
    elif each.code == "attracted_investment":
        offices = [name for place, name in made.offices if place == town["code"]][:4]
        for name, part in zip(offices, even(whole, len(offices), each.precision), strict=True):
            made.targets.append(_part(row, f"{part:f}", office=name))
    elif each.code in BY_QUARTER:
        parts = weighted(whole, [Decimal(each_) for each_ in (18, 27, 28, 27)], each.precision)
        for at, part in enumerate(parts):
            made.targets.append(_part(row, f"{part:f}", months=(at * 3 + 1, at * 3 + 3)))


def _part(
    row: TargetRow, typed: str, *, place: str = "", office: str = "", months: tuple[int, int] = (1, 12)
) -> TargetRow:
    return TargetRow(
        row.indicator, place or row.place, row.year, "value", typed, row.bound, row.at, row.by, row.effective_on,
        row.document, row.sentence, "", office, months, row.place,
    )  # fmt: skip


def _adjusted(made: County, plan: dict[str, Any], today: date) -> None:
    """This year's target for toilets was raised in June."""
    town = next(town for town in plan["town"] if town["full"])
    if today < date(today.year, 7, 1):
        return
    for row in list(made.targets):
        if (row.indicator, row.place, row.year, row.part_of, row.office) == (
            "toilets",
            town["code"],
            today.year,
            "",
            "",
        ):
            made.targets.append(
                TargetRow(
                    row.indicator, row.place, row.year, row.form, str(int(row.typed) + 30), row.bound,
                    datetime(today.year, 6, 18, 15, 10, tzinfo=ZONE), row.by, date(today.year, 6, 18), row.document, row.sentence,
                    "县里追加农村户厕改造计划30户",
                )
            )  # fmt: skip

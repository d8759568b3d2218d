"""Puts the demo county together: places, people, months of figures on their way, targets; with gaps and mistakes."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from taizhang.packs.folders import shipped
from taizhang.packs.indicators import Indicator, common_indicators
from taizhang_site.demo.courses import Courses, unweighted
from taizhang_site.demo.rows import County, FigureRow, MoveRow, PersonRow, PlaceRow, VersionRow
from taizhang_site.demo.targets import targets

ZONE = ZoneInfo("Asia/Shanghai")
MONTHS = 36
YEARS_OF_OFFICE = date(2021, 3, 1)


def county(today: date) -> County:
    """The county as it stands on a day: 36 months of figures up to the month that was last due."""
    plan = tomllib.loads((shipped("demo-town") / "county.toml").read_text("utf-8"))
    made = County()
    _places(made, plan)
    _people(made, plan, today)
    _figures(made, plan, today)
    targets(made, plan, today)
    return made


def _places(made: County, plan: dict[str, Any]) -> None:
    top = plan["county"]
    made.places += [
        PlaceRow(top["province_code"], top["province"], "province"),
        PlaceRow(top["city_code"], top["city"], "city", top["province_code"]),
        PlaceRow(top["code"], top["name"], "county", top["city_code"]),
    ]
    for number, town in enumerate(plan["town"]):
        made.places.append(PlaceRow(town["code"], town["name"], "town", top["code"], number))
        made.offices += [(town["code"], name) for name in town["offices"]]
        for at, (name, _weight) in enumerate(town["villages"]):
            made.places.append(PlaceRow(village_code(town["code"], at), name, "village", town["code"], at))


def village_code(town: str, at: int) -> str:
    """The code of a town's village: three digits of its own, from 201."""
    return f"{town[:9]}{201 + at:03}"


def _names(plan: dict[str, Any]) -> Iterator[str]:
    """People's names, all different: every given name under every family name."""
    family, given = plan["people"]["family"], plan["people"]["given"]
    for at in range(len(family) * len(given)):
        yield family[at % len(family)] + given[(at + at // len(family)) % len(given)]


def _people(made: County, plan: dict[str, Any], today: date) -> None:
    names = _names(plan)
    top = plan["county"]
    for administrator, title in (("system", "系统管理员"), ("security", "安全管理员"), ("audit", "审计管理员")):
        made.people.append(PersonRow(f"{administrator}-admin", title, administrator=administrator))
    for role, title in (("clerk", "统计经办"), ("reviewer", "统计审核"), ("leader", "县长"), ("auditor", "督查")):
        name = f"county-{role}"
        made.people.append(PersonRow(name, next(names), role, top["code"], f"{top['name']}{title}", YEARS_OF_OFFICE))
    for town in plan["town"]:
        for role, title in (("clerk", "统计员"), ("reviewer", "分管审核"), ("leader", "镇长"), ("auditor", "督查专员")):
            if role == "auditor" and not town["full"]:
                continue
            titled = f"{town['name']}{title.replace('镇', town['name'][-1])}"
            login = f"{town['login']}-{role}"
            since = YEARS_OF_OFFICE
            if role == "clerk" and town["full"]:
                # The clerk before: the post goes on, the person changed last year.
                handed = date(today.year - 1, 7, 1)
                made.people.append(
                    PersonRow(
                        f"{login}-before",
                        next(names),
                        role,
                        town["code"],
                        titled,
                        since,
                        handed - timedelta(1),
                    )
                )
                since = handed
            made.people.append(PersonRow(login, next(names), role, town["code"], titled, since))
        for at, (name, _weight) in enumerate(town["villages"]):
            code = village_code(town["code"], at)
            login = f"{town['login']}-village-{at + 1:02}"
            made.people.append(PersonRow(login, next(names), "village_cadre", code, f"{name}报账员", YEARS_OF_OFFICE))


def last_month(today: date) -> tuple[int, int]:
    """The month that is being reported."""
    return (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)


def months(today: date) -> list[tuple[int, int]]:
    """The 36 months, oldest first."""
    year, month = last_month(today)
    end = year * 12 + month - 1
    return [((end - back) // 12, (end - back) % 12 + 1) for back in range(MONTHS - 1, -1, -1)]


def is_due(indicator: Indicator, month: int) -> bool:
    """Whether the indicator is typed for that month of the year."""
    computed = indicator.kind == "rate" and bool(indicator.numerator)
    return not computed and month % indicator.every == 0 and not (indicator.jan_feb_merged and month == 1)


def courses_of(plan: dict[str, Any], first_year: int) -> dict[str, Courses]:
    """The run of numbers of each place, by its code."""
    written = tomllib.loads((shipped("demo-town") / "courses.toml").read_text("utf-8"))
    indicators = {each.code: each for each in common_indicators().indicators}
    same = unweighted(indicators)
    runs = {code: {**course, "weighted": not same(code)} for code, course in written["course"].items()}
    found: dict[str, Courses] = {}

    def add(place: str, weight: object) -> None:
        found[place] = Courses(place, Decimal(str(weight)), first_year, indicators, runs, written["seasons"])

    for town in plan["town"]:
        add(town["code"], town["weight"])
        for at, (_name, weight) in enumerate(town["villages"]):
            add(village_code(town["code"], at), weight)
    return found


def _figures(made: County, plan: dict[str, Any], today: date) -> None:
    span = months(today)
    runs = courses_of(plan, span[0][0])
    for town in plan["town"]:
        used = [
            each for each in common_indicators().indicators if town["full"] or each.headline or _behind_a_headline(each)
        ]
        for at, (_name, _weight) in enumerate(town["villages"]):
            code = village_code(town["code"], at)
            who = _Writers(f"{town['login']}-village-{at + 1:02}", town, today)
            _place(made, code, [each for each in used if each.by_village], runs[code], span, who, at)
        who = _Writers(f"{town['login']}-clerk", town, today)
        _place(made, town["code"], [each for each in used if not each.by_village], runs[town["code"]], span, who, -1)
        if town["full"]:
            _mistakes(made, town, span, who)


def _behind_a_headline(indicator: Indicator) -> bool:
    """Parts of the headline rates: without them there is no rate."""
    known = {each.code: each for each in common_indicators().indicators}
    return any(
        each.headline and indicator.code in (each.numerator, each.denominator) for each in known.values()
    )  # fmt: skip


class _Writers:
    """Who types, reviews and locks a place's figures, and on which days."""

    def __init__(self, login: str, town: dict[str, Any], today: date) -> None:
        self.login, self.town, self.today = login, town, today
        self.reviewer, self.leader = f"{town['login']}-reviewer", f"{town['login']}-leader"

    def clerk(self, at: datetime) -> str:
        """The person who typed then: the clerk of the full town changed last year."""
        handed = date(self.today.year - 1, 7, 1)
        if self.login.endswith("-clerk") and self.town["full"] and at.date() < handed:
            return f"{self.login}-before"
        return self.login


def at_hour(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    """A moment of the month after `month`, in the county's time."""
    year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


def _place(
    made: County, place: str, used: list[Indicator], run: Courses, span: list[tuple[int, int]], who: _Writers, at: int
) -> None:
    for year, month in span:
        draw = random.Random(f"{place} {year} {month}")
        newest = (year, month) == span[-1]
        late = draw.random() < 0.07
        day = draw.randint(6, 8) if late else draw.randint(1, 4)
        typed_at = at_hour(year, month, day, draw.randint(8, 17), draw.randint(0, 59))
        silent = newest and at >= 0 and at % 7 == 5
        for each in used:
            if not is_due(each, month) or silent:
                continue
            if newest and draw.random() < (0.18 if at % 5 == 3 else 0.004):
                continue
            made.figures.append(_figure(each, place, year, month, run, who, typed_at, draw, newest=newest, at=at))


def _figure(  # noqa: PLR0913
    each: Indicator, place: str, year: int, month: int, run: Courses, who: _Writers, typed_at: datetime,
    draw: random.Random, *, newest: bool, at: int,
) -> FigureRow:  # fmt: skip
    row = FigureRow(each.code, place, year, month)
    state, scaled, text = _value(each, year, month, run, at)
    typed = written(each, scaled) if state == "value" and not text else text or STATES.get(state, "")
    row.versions.append(VersionRow(state, scaled, typed, typed_at, who.clerk(typed_at), text))
    row.moves.append(MoveRow(1, "draft", "submitted", typed_at, who.clerk(typed_at)))
    if newest and draw.random() < 0.3:
        row.status = "submitted"
        return row
    checked = typed_at + timedelta(days=1, minutes=draw.randint(5, 300))
    row.moves.append(MoveRow(1, "submitted", "reviewed", checked, who.reviewer))
    row.status = "reviewed"
    if not newest:
        row.moves.append(MoveRow(1, "reviewed", "locked", checked + timedelta(days=2), who.leader))
        row.status = "locked"
    return row


STATES = {"not_applicable": "不适用", "waiting": "待上级", "blank": "-", "not_due": "未到期"}
NOTES = (
    "道路硬化工程进场施工",
    "高标准农田项目完成招标",
    "污水管网铺设过半",
    "老旧小区改造收尾",
    "秋收机具检修完毕",
    "防汛物资补充到位",
)


def _value(each: Indicator, year: int, month: int, run: Courses, at: int) -> tuple[str, int | None, str]:
    """The state, the stored number and the words of a figure."""
    if each.kind == "text":
        return "value", None, NOTES[(year * 12 + month) % len(NOTES)]
    if each.kind == "milestone":
        done = (year, month) >= (run.first_year + 2, 6)
        return "value", int(done), ""
    if each.code in ("pigs", "pigs_out") and at in (3, 15):
        return "not_applicable", None, ""
    if each.code in ("pm25", "good_air") and month % 6 == 4:
        return "waiting", None, ""
    if each.code == "events" and at == 11 and month % 4 == 1:
        return "blank", None, ""
    return "value", run.scaled(each.code, year, month), ""


def written(each: Indicator, scaled: int | None) -> str:
    """The digits as a clerk types them."""
    return "" if scaled is None else f"{Decimal(scaled).scaleb(-each.precision):f}"


def _mistakes(made: County, town: dict[str, Any], span: list[tuple[int, int]], who: _Writers) -> None:
    """What goes wrong in a real town: a slip that came back, a figure cut by the county, a sum that disagrees, a published rate."""
    by_key = {(row.indicator, row.place, row.year, row.month): row for row in made.figures}
    known = {each.code: each for each in common_indicators().indicators}
    slipped = by_key.get(("collective_operating", village_code(town["code"], 4), *span[-6]))
    if slipped:
        _came_back(slipped, known["collective_operating"], who)
    cut = by_key.get(("industrial_output", town["code"], *span[-8]))
    if cut and cut.versions[0].scaled:
        again = cut.versions[0]
        at = again.at + timedelta(days=40)
        less = again.scaled * 97 // 100 if again.scaled else 0
        cut.moves.append(MoveRow(1, "locked", "draft", at - timedelta(hours=3), who.leader, "县统计局核减，重新填报"))
        cut.versions.append(
            VersionRow(
                "value",
                less,
                written(known["industrial_output"], less),
                at,
                who.clerk(at),
                reason="按县统计局核定数更正",
                source="县统计局月度核定表",
            )
        )
        cut.moves += [
            MoveRow(2, "draft", "submitted", at, who.clerk(at)),
            MoveRow(2, "submitted", "reviewed", at + timedelta(hours=5), who.reviewer),
            MoveRow(2, "reviewed", "locked", at + timedelta(days=1), who.leader),
        ]
    for code, back, more in (("toilets", -1, 3), ("grain_output", -2, 85)):
        year, month = span[back]
        parts = [
            row.versions[-1].scaled or 0
            for row in made.figures
            if row.indicator == code
            and row.place.startswith(town["code"][:9])
            and (row.year, row.month) == (year, month)
        ]
        own = FigureRow(code, town["code"], year, month, "reviewed")
        at = at_hour(year, month, 9, 10, 20)
        value = sum(parts) + more
        own.versions.append(
            VersionRow("value", value, written(known[code], value), at, who.clerk(at), source="县里通报数")
        )
        own.moves += [
            MoveRow(1, "draft", "submitted", at, who.clerk(at)),
            MoveRow(1, "submitted", "reviewed", at + timedelta(days=1), who.reviewer),
        ]
        made.figures.append(own)
    for back, code, rate in ((-1, "retail_sales", "6.3"), (-1, "fixed_investment", "7.8"), (-2, "retail_sales", "6.1")):
        row = by_key.get((code, town["code"], *span[back]))
        if row:
            row.versions[-1].published = rate
            row.versions[-1].published_source = "县统计局月度快报（可比口径）"


def _came_back(row: FigureRow, indicator: Indicator, who: _Writers) -> None:
    """万 typed twice: sent back, put right."""
    right = row.versions[0]
    at = right.at
    wrong = (right.scaled or 0) * 10000
    row.versions[0] = VersionRow(
        "value",
        wrong,
        written(indicator, wrong),
        at,
        right.by,
        reason="按账面数填报",
        warnings=("与往期相差约一万倍，是不是单位填错了",),
    )
    again = at + timedelta(hours=26)
    row.versions.append(
        VersionRow("value", right.scaled, right.typed, again, right.by, reason="单位应为万元，原按元填")
    )
    row.moves = [
        MoveRow(1, "draft", "submitted", at, right.by),
        MoveRow(1, "submitted", "draft", at + timedelta(hours=20), who.reviewer, "单位疑为元，请核对后重报"),
        MoveRow(2, "draft", "submitted", again, right.by),
        MoveRow(2, "submitted", "reviewed", again + timedelta(hours=3), who.reviewer),
        MoveRow(2, "reviewed", "locked", again + timedelta(days=2), who.leader),
    ]

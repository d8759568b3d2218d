"""`indicators.toml`: the dictionary of what is measured, its groups and its aliases."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from pathlib import Path
from typing import Any, get_args

from taizhang.packs.folders import shipped
from taizhang.values.indicators import Direction, Kind


class PackError(Exception):
    """A mistake in a pack: file, table, key, what is wrong, what to do."""


@dataclass(frozen=True, slots=True)
class Group:
    """A chapter of the dictionary."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. `precision`: decimals kept. `every`: months between figures. `summed`: places
    add up to the place above them; averages do not. A computed rate is
    `numerator` ÷ `denominator` × `times`, both codes of this dictionary.
    """

    code: str
    name: str
    group: str
    kind: Kind
    unit: str = ""
    precision: int = 0
    direction: Direction = "up"
    aliases: tuple[str, ...] = ()
    every: int = 1
    by_village: bool = False
    headline: bool = False
    jan_feb_merged: bool = False
    may_be_negative: bool = False
    summed: bool = True
    numerator: str = ""
    denominator: str = ""
    times: int = 100
    office: str = ""
    source: str = ""
    definition: str = ""
    due_day: int = 5


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Groups and indicators in the order in which pages list them."""

    groups: tuple[Group, ...]
    indicators: tuple[Indicator, ...]
    by_name: Mapping[str, Indicator] = field(default_factory=dict)
    """Every name and alias, to its indicator."""


@cache
def common_indicators() -> Dictionary:
    """The dictionary of `packs/common/indicators.toml`. Raises PackError."""
    return read_indicators(shipped("common") / "indicators.toml")


def read_indicators(path: Path) -> Dictionary:
    """The dictionary in a file.

    Raises PackError, naming file, table and key, for what is missing, unknown, double or points nowhere.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise PackError(f"{path}: {problem}") from problem
    groups = tuple(Group(row["code"], row["name"]) for row in tables.get("group", []))
    indicators = tuple(_indicator(path, row) for row in tables.get("indicator", []))
    _check(path, groups, indicators)
    names = {name: each for each in indicators for name in (each.name, *each.aliases)}
    return Dictionary(groups, indicators, names)


def _indicator(path: Path, row: dict[str, Any]) -> Indicator:
    known = {each.name for each in fields(Indicator)}
    at = f"{path}: indicator {row.get('code', '?')}"
    for key in ("code", "name", "group", "kind"):
        if not row.get(key):
            raise PackError(f"{at}: {key} is missing; give it")
    for key in row.keys() - known:
        raise PackError(f"{at}: {key} is no key of an indicator; the keys are {', '.join(sorted(known))}")
    if row["kind"] not in get_args(Kind):
        raise PackError(f"{at}: kind {row['kind']!r}; write one of {', '.join(get_args(Kind))}")
    if row.get("direction", "up") not in get_args(Direction):
        raise PackError(f"{at}: direction {row['direction']!r}; write one of {', '.join(get_args(Direction))}")
    if row.get("every", 1) not in (1, 3, 6, 12):
        raise PackError(f"{at}: every {row['every']!r}; write 1, 3, 6 or 12 months")
    return Indicator(**{**row, "aliases": tuple(row.get("aliases", ()))})


def _check(path: Path, groups: tuple[Group, ...], indicators: tuple[Indicator, ...]) -> None:
    """Nothing is named twice; groups and the parts of rates exist."""
    chapters, codes, names = {each.code for each in groups}, {each.code for each in indicators}, set[str]()
    for each in indicators:
        at = f"{path}: indicator {each.code}"
        if each.group not in chapters:
            raise PackError(f"{at}: group {each.group!r} is not declared; declare it with [[group]]")
        for name in (each.name, *each.aliases):
            if name in names:
                raise PackError(f"{at}: the name {name!r} stands for another indicator too; keep it at one")
            names.add(name)
        if bool(each.numerator) != bool(each.denominator):
            raise PackError(f"{at}: a rate names numerator and denominator, or neither")
        for part in (each.numerator, each.denominator):
            if part and (part not in codes or each.kind != "rate"):
                raise PackError(f"{at}: {part!r} must be the code of an indicator, and only a rate has parts")
    if len(codes) != len(indicators):
        raise PackError(f"{path}: a code is given twice")

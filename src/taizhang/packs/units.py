"""`units.toml`: every unit with its kind and its factor to the kind's base unit."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from taizhang.packs.folders import shipped


class Unit(NamedTuple):
    """One unit: `factor` × value is the amount in the base unit of `kind`; 0 where the kind has no common base."""

    name: str
    kind: str
    factor: Decimal


def _factor(text: str) -> Decimal:
    fraction = Fraction(text)
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


@cache
def common_units() -> dict[str, Unit]:
    """Units of `packs/common/units.toml` by name."""
    path = shipped("common") / "units.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    units: dict[str, Unit] = {}
    for name in tables.pop("count")["words"].split():
        units[name] = Unit(name, "count", Decimal(1))
    for kind, table in tables.items():
        for name, factor in table.items():
            units[name] = Unit(name, kind, _factor(factor))
    return units

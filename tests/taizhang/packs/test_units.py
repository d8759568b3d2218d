"""The units of the shipped pack: kinds, factors and bases."""

from decimal import Decimal

import pytest

from taizhang.packs import common_units


@pytest.mark.parametrize(
    ("larger", "smaller", "factor"),
    [
        ("公顷", "平方米", 10_000),
        ("公顷", "亩", 15),
        ("平方公里", "公顷", 100),
        ("公里", "米", 1000),
        ("千米", "里", 2),
        ("吨", "公斤", 1000),
        ("公斤", "斤", 2),
        ("元", "角", 10),
    ],
)
def test_two_units_of_a_kind_convert(larger: str, smaller: str, factor: int) -> None:
    units = common_units()
    assert units[larger].kind == units[smaller].kind
    ratio = units[larger].factor / units[smaller].factor
    assert abs(ratio - factor) < Decimal("1e-20") * factor


def test_units_are_named_by_their_key_and_have_a_factor() -> None:
    units = common_units()
    assert all(name == unit.name and unit.kind and unit.factor >= 0 for name, unit in units.items())
    assert all(isinstance(unit.factor, Decimal) for unit in units.values())


def test_money_of_another_country_is_no_yuan() -> None:
    units = common_units()
    assert units["美元"].kind != units["元"].kind


@pytest.mark.parametrize("name", ["户", "人次", "盏", "株", "个", "处", "眼"])
def test_counted_things_count_one_each(name: str) -> None:
    unit = common_units()[name]
    assert (unit.kind, unit.factor) == ("count", Decimal(1))


def test_no_unit_holds_white_space_or_a_scale_alone() -> None:
    assert not [n for n in common_units() if any(c.isspace() for c in n) or n in "十百千万亿"]

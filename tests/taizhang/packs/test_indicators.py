"""The dictionary of indicators: what ships is whole, and each mistake is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from taizhang.packs.indicators import PackError, common_indicators, read_indicators

HEAD = '[[group]]\ncode = "g"\nname = "组"\n'


def test_the_common_dictionary_is_whole() -> None:
    found = common_indicators()
    assert len(found.indicators) >= 80
    kinds = {each.kind for each in found.indicators}
    assert kinds == {"cumulative", "in_period", "stock", "rate", "milestone", "text"}
    by_code = {each.code: each for each in found.indicators}
    for each in found.indicators:
        if each.numerator:
            assert by_code[each.numerator].unit == by_code[each.denominator].unit or each.times != 100
    assert found.by_name["财政收入"].code == "revenue"


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ('[[indicator]]\ncode = "a"\nname = "甲"\nkind = "stock"\n', "group is missing"),
        ('[[indicator]]\ncode = "a"\nname = "甲"\ngroup = "x"\nkind = "stock"\n', "'x' is not declared"),
        ('[[indicator]]\ncode = "a"\nname = "甲"\ngroup = "g"\nkind = "level"\n', "kind 'level'"),
        ('[[indicator]]\ncode = "a"\nname = "甲"\ngroup = "g"\nkind = "stock"\nunits = "亩"\n', "units is no key"),
        ('[[indicator]]\ncode = "a"\nname = "甲"\ngroup = "g"\nkind = "rate"\nnumerator = "a"\n', "or neither"),
        (
            '[[indicator]]\ncode = "a"\nname = "甲"\ngroup = "g"\nkind = "rate"\nnumerator = "b"\ndenominator = "c"\n',
            "'b' must be the code",
        ),
        (
            '[[indicator]]\ncode = "a"\nname = "甲"\ngroup = "g"\nkind = "stock"\n'
            '[[indicator]]\ncode = "b"\nname = "乙"\ngroup = "g"\nkind = "stock"\naliases = ["甲"]\n',
            "'甲' stands for another",
        ),
        ('[[indicator]]\ncode = "a"\nname = "甲"\ngroup = "g"\nkind = "stock"\nevery = 2\n', "every 2"),
        ("[[indicator\n", "indicators.toml"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, words: str, named: str) -> None:
    path = tmp_path / "indicators.toml"
    path.write_text(HEAD + words, encoding="utf-8")
    with pytest.raises(PackError, match=named):
        read_indicators(path)

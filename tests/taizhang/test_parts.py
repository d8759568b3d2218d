"""Lists of parts as the words set them out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from taizhang.claims import read
from taizhang.parts import Parts, decides, parts_of
from taizhang.values.reports import Report


def listed(text: str, whole: str) -> Parts | None:
    reading = read(Report(name="报告.txt", format="txt", text=text))
    index = next(at for at, claim in enumerate(reading.claims) if claim.text == whole)
    return parts_of(reading, index)


def names(parts: Parts | None) -> list[str]:
    return [claim.text for claim in parts.claims] if parts else []


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("全镇耕地900亩，其中水田300亩、旱田600亩。", "900亩", ["300亩", "600亩"]),
        ("全镇耕地900亩，其中：水田300亩；旱田600亩。", "900亩", ["300亩", "600亩"]),
        ("贷款90万元，比上年增加10万元，其中农户贷款60万元。", "90万元", ["60万元"]),
        ("其它17件中有13件涉及拆迁、4件涉及土地。", "17件", ["13件", "4件"]),
        ("排查纠纷54件，当场化解31件，其余23件。", "54件", ["31件", "23件"]),
        ("耕地900亩，其中水田300亩，增长5%，旱田600亩，增长2%。", "900亩", ["300亩", "600亩"]),
        ("项目6个、总投资9亿元，其中续建项目4个、总投资5亿元；新开项目2个、总投资4亿元。", "9亿元", ["5亿元", "4亿元"]),
        ("项目6个、总投资9亿元，其中续建项目4个、总投资5亿元；新开项目2个、总投资4亿元。", "6个", ["4个", "2个"]),
    ],
)
def test_parts_of_a_whole(text: str, whole: str, parts: list[str]) -> None:
    assert names(listed(text, whole)) == parts


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("新增高新技术企业3家、科技型中小企业30家、研发中心2家。", "3家"),
        ("全镇耕地900亩，林地600亩。", "900亩"),
        ("全镇耕地900亩。其中水田300亩、旱田600亩。", "900亩"),
        ("全镇耕地900亩，其中农户每户种植3亩。", "900亩"),
    ],
)
def test_no_list_is_made_up(text: str, whole: str) -> None:
    assert listed(text, whole) is None


def test_each_counts_for_every_name() -> None:
    parts = listed("流转土地1430亩，其中柳庄、石桥、沙河各420亩、河湾170亩。", "1430亩")
    assert parts is not None
    assert parts.times == [3, 1]


def test_an_open_list_says_so() -> None:
    parts = listed("引进项目9个，其中工业项目3个、农业项目2个等。", "9个")
    assert parts is not None
    assert parts.open


def test_a_new_statement_behind_a_semicolon_is_no_part() -> None:
    assert names(listed("固定资产投资完成9亿元，其中城镇投资7亿元；财政收入完成2亿元。", "9亿元")) == ["7亿元"]


@pytest.mark.parametrize(
    ("text", "whole", "ratio", "must"),
    [
        ("耕地900亩，其中水田300亩、旱田600亩。", "900亩", Fraction(1, 2), True),
        ("纠纷54件，化解31件，其余23件。", "54件", Fraction(1, 2), True),
        ("奖金90元，其中甲组50元、乙队20元。", "90元", Fraction(85, 100), False),
        ("奖金90元，其中甲组50元、乙队38元。", "90元", Fraction(98, 100), True),
        ("奖金90元，其中甲组50元、乙组20元。", "90元", Fraction(85, 100), True),
        ("奖金90元，其中甲组50元、乙组20元。", "90元", Fraction(1, 2), False),
    ],
)
def test_when_a_list_must_fill_its_whole(text: str, whole: str, ratio: Fraction, must: bool) -> None:
    parts = listed(text, whole)
    assert parts is not None
    assert decides(parts, ratio) is must

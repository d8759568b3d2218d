"""Which marks stand for names, and where a text gives a name away."""

from __future__ import annotations

import pytest

from taizhang.claims import read
from taizhang.masks import given_away, masked_names
from taizhang.values.reports import Report


def names(text: str) -> list[str]:
    return [name.text for name in masked_names(read(Report(name="a.txt", format="txt", text=text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("xx镇完成任务。", ["xx镇"]),
        ("建设xxx景区。", ["xxx景区"]),
        ("完善××劳务办事处。", ["××劳务"]),
        ("xx年完成任务。", []),
        ("投资xxx万元。", []),
        ("3×4米展台。", []),
        ("Windows xx版", ["xx版"]),
        ("一九○○年。", []),
    ],
)
def test_masked_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_name_is_given_away_by_its_own_sentence_only() -> None:
    text = "xx镇完成任务。市里对xx镇定位明确，柳湾镇是旅游镇。柳湾发展，柳湾富裕。"
    reading = read(Report(name="a.txt", format="txt", text=text))
    shown = [text[span.start : span.end] for _, _, span in given_away(reading, masked_names(reading))]
    assert shown == ["市里对xx镇定位明确，柳湾镇是旅游镇"]

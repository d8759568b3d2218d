"""Rules on the flow of words point at the lines of the report."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import pytest

from taizhang.claims import read
from taizhang.findings import Finding
from taizhang.flowing import flow_of, flowing
from taizhang.rules import all_rules
from taizhang.values.readings import Reading
from taizhang.values.reports import Report
from taizhang.values.settings import Settings

WRAPPED = "今年以来，全镇突出抓好柳湾、石\n桥、杏坪四个文化广场的建设工作，群众满意。"


def reading_of(text: str) -> Reading:
    return read(Report(name="a.txt", format="txt", text=text))


def test_a_list_is_counted_across_a_wrapped_line() -> None:
    reading = reading_of(WRAPPED)
    (finding,) = all_rules()["count_before"].run(reading, Settings())
    assert finding.verdict == "broken"
    assert reading.report.text[finding.start : finding.end].endswith("石\n桥、杏坪四个")
    assert finding.claims == (reading.claims[0],)
    assert reading.report.text[finding.claims[0].start : finding.claims[0].end] == "四个"


def test_the_flow_is_made_once_and_keeps_the_script() -> None:
    reading = reading_of("投資xxx萬元，建設\n柳灣廣場。")
    flow = flow_of(reading)
    assert flow_of(reading) is flow
    assert len(flow.reading.plain) == len(flow.reading.report.text)
    assert "萬元" in flow.reading.report.text
    assert "万元" in flow.reading.plain
    for inner, outer in zip(flow.reading.claims, reading.claims, strict=True):
        assert flow.dense.span(inner.start, inner.end) == outer.span


def test_a_wrapped_rule_keeps_its_signature() -> None:
    @flowing
    def check(reading: Reading, settings: Settings) -> Iterator[Finding]:
        yield from ()

    assert list(inspect.signature(check).parameters) == ["reading", "settings"]


@pytest.mark.parametrize(
    "text", ["", "\n", " \n\u3000", "。", "一", "\ufeff一、工作", "、、和和两个", "“”三化", "xx镇", "村、村"]
)
def test_any_text_is_checked_without_an_exception(text: str) -> None:
    reading = reading_of(text)
    for rule in all_rules().values():
        for finding in rule.run(reading, Settings(phrases=(("甲乙", ("甲", "")),))):
            assert 0 <= finding.start <= finding.end <= len(text)

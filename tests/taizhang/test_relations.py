"""Words between claims, and when two names are one thing."""

from __future__ import annotations

import pytest

from taizhang.claims import read
from taizhang.findings import Verdict
from taizhang.relations import after, alike, before, between, comparable_units, core, one_sentence, outcome, squeezed
from taizhang.values.readings import Reading
from taizhang.values.reports import Report
from taizhang.values.words import Words


def reading(text: str) -> Reading:
    return read(Report(name="报告.txt", format="txt", text=text))


@pytest.mark.parametrize(
    ("first", "second", "result"),
    [
        ("财政收入", "全镇财政收入", "same"),
        ("新引进项目", "引进项目", "same"),
        ("新建文化广场", "文化广场", "same"),
        ("招商引资", "引进资金", "same"),
        ("新建果蔬大棚", "落实果蔬大棚示范区", "near"),
        ("一般公共预算收入", "一般公共预算支出", "no"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入", "no"),
        ("签约项目", "竣工项目", "no"),
        ("财政收入", "社会消费品零售总额", "no"),
        ("", "财政收入", "no"),
    ],
)
def test_alike(first: str, second: str, result: str) -> None:
    assert alike(first, second) == result
    assert alike(second, first) == result


def test_core_keeps_a_name_that_is_all_verb() -> None:
    assert core("全县的“建设”") == "建设"


def test_words_between_cross_a_wrap_and_stop_at_a_paragraph() -> None:
    wrapped = reading("全镇上半年共排查各类安全生产方面的事故隐患50处，已经\n整改完毕的有42处。\n其余8处正在整改。")
    first, second, third = wrapped.claims[:3]
    assert between(wrapped, first, second) == ",已经整改完毕的有"
    assert not one_sentence(between(wrapped, second, third))
    assert before(wrapped, third) == "其余"
    assert after(wrapped, first, 40) == ",已经整改完毕的有42处"


def test_a_short_line_is_not_a_wrap() -> None:
    assert squeezed("重点工作\n今年完成") == "重点工作¶今年完成"


def test_units() -> None:
    text = "水田30亩，旱地2公顷，大棚5座，农户7户，桥梁9座，投资8万元。"
    acres, hectares, sheds, homes, bridges, money = reading(text).claims
    assert comparable_units(acres, hectares)
    assert comparable_units(sheds, bridges)
    assert not comparable_units(sheds, homes)
    assert not comparable_units(acres, money)


@pytest.mark.parametrize(
    ("result", "chinese", "english"),
    [
        ("holds", "1+1=2，相符", "1+1=2: agrees"),
        ("broken", "1+1=2，报告写的是3件，不符", "1+1=2, the report says 3件: disagrees"),
        ("unknown", "1+1=2，报告中无从核对", "1+1=2: cannot be checked from the text"),
    ],
)
def test_a_finding_says_what_it_means(result: Verdict, chinese: str, english: str) -> None:
    claims = reading("受理3件，办结2件。").claims
    finding = outcome("sum", "sum", result, claims[::-1], "1+1=2", stated="3件")
    assert (finding.message.zh, finding.message.en) == (chinese, english)
    assert finding.claims == claims
    assert (finding.start, finding.end) == (claims[0].start, claims[1].end)


def test_a_number_broken_over_lines_is_told_in_one() -> None:
    claims = reading("受理3件。").claims
    finding = outcome("sum", "sum", "broken", claims, Words("1\n万元=2", "1\n万元 = 2"), stated="3\n件")
    assert finding.message == Words("1万元=2，报告写的是3件，不符", "1 万元 = 2, the report says 3件: disagrees")


def test_what_agrees_only_within_rounding_says_so() -> None:
    claims = reading("受理3件。").claims
    finding = outcome("sum", "sum", "holds", claims, "8.1+0.75=8.9", stated="8.8", computed="8.9")
    assert finding.message == Words("8.1+0.75=8.9，在舍入范围内相符", "8.1+0.75=8.9: agrees within rounding")

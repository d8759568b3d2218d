"""What is looked for by a telling sign first is all that the whole pattern finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.documents import furniture, headings
from taizhang.documents.lines import Lines

SIGNS = "一二十百第是否、,.。;: \t\n甲"
COMMON = st.characters(codec="gb2312", exclude_characters="\n\r")


@pytest.mark.parametrize("pattern", [furniture.MARKED, furniture.SIZED])
@given(data=st.data())
def test_every_line_of_the_page_holds_a_telling_sign(pattern: re.Pattern[str], data: st.DataObject) -> None:
    words = data.draw(st.from_regex(pattern, alphabet=COMMON))
    assert furniture.HOLDS_LIKELY.search(words)


@pytest.mark.parametrize("pattern", [furniture.LABELLED, furniture.PAGE])
@given(data=st.data())
def test_every_label_begins_like_one(pattern: re.Pattern[str], data: st.DataObject) -> None:
    words = data.draw(st.from_regex(pattern, alphabet=COMMON))
    if pattern.match(words):
        assert furniture.BEGINS_LIKELY.match("\n" + words)


@given(st.text(alphabet=SIGNS, max_size=60))
def test_ordinals(text: str) -> None:
    spans = [match.span() for match in headings._ordinals(text, headings._telling(text)["ordinal"])]
    assert spans == [match.span() for match in headings.ORDINAL.finditer(text)]


@given(
    st.lists(
        st.sampled_from(
            ["今年", "2031年", "十八五时期", "总体要求", "工作思路", "是", "和", ":", ",", "。", "\n", "甲"]
        )
    )
)
def test_openings(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = [match.span() for match in headings._openings(Lines(text), headings._telling(text)["goals"])]
    assert spans == [match.span() for match in headings.OPENS_PLAN.finditer(text)]


@given(st.text(alphabet="【第】一二十(3.) \t甲、产", max_size=20))
def test_numbers_in_front_of_a_line(line: str) -> None:
    styles = [name for name, body in headings.STYLES.items() if re.match(rf"[ \t]{{0,8}}{body}", line)]
    assert headings.numbered(line) == (styles[0] if styles else None)


@given(
    st.lists(
        st.sampled_from(
            ["仍然存在", "还面临", "清醒地看到", "也看到", "充分认识到", "第一", "是", "问题", "主要", ",", "\n", "甲"]
        )
    )
)
def test_problems(pieces: list[str]) -> None:
    text = "".join(pieces)
    tried = [headings.SEES_PROBLEMS.match(text, sign) for sign in headings._telling(text)["trouble"]]
    starts = {match.start() for match in tried if match}
    assert starts >= {match.start() for match in headings.SEES_PROBLEMS.finditer(text)}

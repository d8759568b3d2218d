"""Lines and the stretches that they are give back the text, whatever it ends with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taizhang.documents.lines import Lines, LineStretches

TEXTS = st.text(alphabet="一二\n 3", max_size=30)


@given(TEXTS)
def test_spans_are_the_lines(text: str) -> None:
    lines = Lines(text)
    spans = [lines.span(index) for index in range(len(lines.words))]
    assert [text[span.start : span.end] for span in spans] == text.split("\n")
    assert all(lines.index(at) == index for index, span in enumerate(spans) for at in (span.start, span.end))


@given(TEXTS)
def test_stretches_cover_the_text(text: str) -> None:
    stretches = LineStretches(text)
    assert "".join(text[each.start : each.end] for each in stretches) == text
    assert len(stretches) == len(text.splitlines())
    assert [each.origin.line for each in stretches] == list(range(1, len(stretches) + 1))
    assert all(each.end > each.start for each in stretches)


def test_each_line_that_holds_a_position_is_named_once() -> None:
    assert Lines("甲乙\n\n丙丁戊\n").holding([0, 1, 2, 4, 6, 8]) == [0, 2, 3]


def test_stretches_are_a_sequence() -> None:
    stretches = LineStretches("甲\n乙\n丙")
    assert (stretches[-1].start, stretches[-1].end, stretches[-1].origin.line) == (4, 5, 3)
    assert stretches[1:] == (stretches[1], stretches[2])
    assert stretches == LineStretches("甲\n乙\n丙")
    with pytest.raises(IndexError):
        stretches[3]

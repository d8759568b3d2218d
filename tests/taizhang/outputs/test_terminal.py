"""The terminal report: what it says, and that no report steers the terminal."""

import io
from dataclasses import replace

from rich.console import Console

from taizhang.outputs.terminal import claims_text, show_audit, show_summary


def shown(audit, language="zh", every=False, color=False):
    stream = io.StringIO()
    console = Console(file=stream, width=90, force_terminal=color, color_system="standard" if color else None)
    show_audit(console, "报告.txt", audit, language, every_verdict=every)
    return stream.getvalue()


def test_broken_findings_with_arithmetic_and_counts(audit):
    text = shown(audit)
    for words in (
        "✗ 1. 不符",
        "第 3 行第 5 字",
        "共建大棚【12座】，其中东片【7座】、西片【6座】。",
        "应为 13座",
        "7座+6座=13座",
        "第3部分未读取",
    ):
        assert words in text
    assert "8 个数字：2 处不符，1 处相符，1 处无从核对" in text
    assert "35户=35户" not in text
    assert "35户=35户" in shown(audit, every=True)


def test_english(audit):
    text = shown(audit, "en")
    assert "line 3, column 5" in text
    assert "8 figures: 2 broken, 1 hold, 1 unknown" in text


def test_the_number_is_marked(audit):
    assert "\x1b[1;7m12座\x1b[0m" in shown(audit, color=True)
    assert "【" not in shown(audit, color=True)


def test_markup_emoji_and_escapes_of_a_report_stay_words(audit):
    first = replace(audit.findings[0], stated="[red]:b:c\x1b[2J", computed=":smile:")
    text = shown(replace(audit, findings=(first,)))
    assert "[red]:b:c␦[2J" in text
    assert ":smile:" in text
    assert "\x1b" not in text


def test_summary_and_claims(audit):
    stream = io.StringIO()
    show_summary(Console(file=stream, width=80), [("a:b:c.txt", audit)], "zh")
    assert [word for line in stream.getvalue().split("\n") if "a:b:c" in line for word in line.split()] == [
        "a:b:c.txt", "8", "1", "2", "1",
    ]  # fmt: skip
    table = claims_text("报告.txt", audit.reading.claims, "zh")
    assert "完成率" in table
    assert "8 个数字" in table

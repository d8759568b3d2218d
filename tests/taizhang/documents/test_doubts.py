"""Doubtful signs are said with their count and first place; the text stays, and sound text gives no notice."""

from __future__ import annotations

from pathlib import Path

import pytest

from taizhang.documents import open_report
from taizhang.documents.doubts import doubts

SOUND = [
    "完成3.2亿元", "１２３．５万元", "①完成5万元", "面积5平方米(m²)", "5G基站120个", "PM2.5浓度35", "O2O模式3家", "A级景区3家", "H₂O", "1,234.5万", "第①条", "IOI", "l个",
    "½ 以外".replace("½ ", ""), "OK镜2副", "Ⅱ类12处", "CO2减排8%", "3D打印", "（1）", "é",
]  # fmt: skip
DOUBTFUL = {
    "带圈数字": ["①5万元", "5①万元", "❶2", "㈠3", "3⑳", "⓪1", "１①"],
    "上下标": ["10²", "10₂", "1⁰", "5³万", "９²"],
    "分数字符": ["3½", "½", "⅔", "10¼户"],
    "非阿拉伯": ["٣万", "۵", "३", "𝟓万元", "𝟘", "๕", "᠑", "༣"],
    "零宽": ["1\u200b2", "1\u200d2", "\u202e123", "12\u206634", "a\ufeff", "3\u00ad4", "1\u20602", "\u200e5"],
    "组合符号": ["1\u03012", "5\u0338", "3\u20e3", "9\u0336亿"],
    "混入字母": ["1O0万", "2l3", "10O亿", "3.l万", "O.5亿", "5O%", "1o2", "l.5", "2I3", "1О0"],
    "无法辨认": ["完\ufffd3", "a\0b"],
    "乱码": ["锟斤拷锟斤拷", "烫烫烫烫"],
}


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_gives_no_notice(text: str) -> None:
    assert list(doubts(text)) == []


@pytest.mark.parametrize(("sort", "text"), [(sort, text) for sort, texts in DOUBTFUL.items() for text in texts])
def test_doubtful_signs_are_said_and_kept(sort: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"首行\n{text}", encoding="utf-8")
    report = open_report(path)
    assert report.text == f"首行\n{text}"
    assert any(sort in notice.zh and "第 2 行" in notice.zh for notice in report.notices)


def test_a_notice_counts_and_names_the_first_place() -> None:
    (notice,) = doubts("甲\n乙①5、①6")
    assert "2 处" in notice.zh
    assert "第 2 行第 2 字" in notice.zh
    assert "line 2, column 2" in notice.en

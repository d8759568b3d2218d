"""PDF: wraps joined, running heads and page numbers dropped, scans refused, pages without text said."""

from __future__ import annotations

from pathlib import Path

import pytest
from making import pdf

from taizhang.documents import UnreadableFile, open_report
from taizhang.documents.pdf import read_pdf

PAGES = [
    [
        "青溪镇上半年工作总结",
        "一、经济发展",
        "全镇完成固定资产投资三亿二千万元,同比增长百",
        "分之八,其中工业投资一亿元。",
        "财政收入1200万元。",
        "- 1 -",
    ],
    ["青溪镇上半年工作总结", "二、民生事业", "今年以来全镇新建农村公路十二公里,改造危房八", "— 2 —"],
    ["青溪镇上半年工作总结", "十户。", "三、存在问题", "还有差距。", "第3页"],
]


def test_wraps_are_joined_and_running_heads_dropped(tmp_path: Path) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(pdf(PAGES))
    report = open_report(path)
    assert report.text.split("\n") == [
        "青溪镇上半年工作总结",
        "一、经济发展",
        "全镇完成固定资产投资三亿二千万元,同比增长百分之八,其中工业投资一亿元。",
        "财政收入1200万元。",
        "二、民生事业",
        "今年以来全镇新建农村公路十二公里,改造危房八十户。",
        "三、存在问题",
        "还有差距。",
        "",
    ]
    place = report.origin(report.text.index("十户"))
    assert place is not None
    assert (place.page, place.line) == (3, 2)
    ends = [0, *(stretch.end for stretch in report.stretches)]
    assert [s.start for s in report.stretches] == ends[:-1]
    assert ends[-1] == len(report.text)


@pytest.mark.parametrize("pages", [[[]], [[], []]])
def test_a_scan_says_that_it_holds_pictures(pages: list[list[str]]) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_pdf("扫描.pdf", pdf(pages, picture=True))
    assert caught.value.code == "pictures"
    assert "图片" in caught.value.reason.zh


def test_a_page_without_text_is_said() -> None:
    pieces = read_pdf("a.pdf", pdf([["甲3万"], [], ["乙"]], picture=True))
    said = [notice.zh for notice in pieces.notices]
    assert "第2页未读取" in said
    assert any("图片" in words for words in said)

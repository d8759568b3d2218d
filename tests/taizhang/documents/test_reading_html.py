"""HTML: all text, figures whole across tags, tables of data as tables, frames as text, depth without end."""

from __future__ import annotations

from taizhang.documents.html import read_html
from taizhang.documents.pieces import Pieces


def read(source: str, encoding: str = "utf-8") -> Pieces:
    return read_html("页.html", source.encode(encoding))


def text(source: str) -> str:
    return "".join(read(source).parts)


def test_figures_stay_whole_across_tags_and_lines() -> None:
    assert text("<p>完成<b>1</b><i>2</i>.5亿元,<span>增长</span>\n8%</p>") == "完成12.5亿元,增长 8%\n"
    assert text("<p>固定资\n  产投资</p>") == "固定资产投资\n"
    assert text("<table><tr><td>甲<td>1<b>2</b>3<tr><td>乙<td>5</table>") == "甲\t123\n乙\t5\n"


def test_scripts_and_titles_are_no_text_but_a_body_in_the_head_is() -> None:
    assert (
        text("<head><title>页</title><style>p{}</style><script>var a=1;</script>文3万</head><body>后") == "文3万\n后\n"
    )


def test_text_below_depth_of_100_000_is_read() -> None:
    assert "深8万" in text("<div>" * 100_000 + "深8万")
    assert "后9万" in text("<b>" * 300 + "</b>" * 300 + "<p>后9万")


def test_entities_full_width_and_circled_signs_stay_as_they_are() -> None:
    assert text("<p>&#9312;5万元&nbsp;3&lt;5 10&sup2;") == "①5万元\xa03<5 10²\n"


def test_merged_cells_keep_their_grid() -> None:
    pieces = read("<table><tr><th rowspan=2>名<th colspan=2>上半年<tr><th>完成<th>增长<tr><td>甲<td>1<td>2</table>")
    whole = "".join(pieces.parts)
    found = {whole[c.span.start : c.span.end]: (c.row, c.column, c.rows, c.columns) for c in pieces.tables[0].cells}
    assert found["名"] == (0, 0, 2, 1)
    assert found["上半年"] == (0, 1, 1, 2)
    assert found["增长"] == (1, 2, 1, 1)
    assert found["2"] == (2, 2, 1, 1)


def test_a_table_that_lays_out_the_page_flows_as_text() -> None:
    pieces = read(
        "<table><tr><td>导航</td><td><p>一段</p><p>二段</p><table><tr><td>a<td>1<tr><td>b<td>2</table></td></tr></table>"
    )
    assert "".join(pieces.parts) == "导航\n一段\n二段\na\t1\nb\t2\n"
    assert len(pieces.tables) == 1


def test_what_an_unclosed_mark_swallows_is_said() -> None:
    for source in ("<p>1</p><!-- 3万元", "<p>1</p><script>3万元", "<p>1</p><style>3", "<title>3万元"):
        assert "未读取" in read(source).notices[0].zh
    assert not read("<!-- a --><script>b</script><p>1").notices


def test_a_declared_encoding_is_believed_where_the_bytes_agree() -> None:
    page = "<meta charset=gb2312><p>完成投资三亿元,同比增长百分之八。"
    assert "".join(read_html("a", page.encode("gb18030")).parts) == "完成投资三亿元,同比增长百分之八。\n"


def test_stretches_cover_all_and_name_the_source_line() -> None:
    pieces = read("<p>甲\n</p>\n<table><tr><td>a</td><td>3万</td></tr><tr><td>b<td>4</table>")
    ends = [0, *(stretch.end for stretch in pieces.stretches)]
    assert [s.start for s in pieces.stretches] == ends[:-1]
    assert ends[-1] == pieces.length
    where = next(s.origin for s in pieces.stretches if "".join(pieces.parts)[s.start :].startswith("3万"))
    assert (where.part, where.line, where.table, where.row, where.column) == ("table", 3, 1, 1, 2)

"""Word: words, automatic numbers, tables, notes, boxes, revisions — found, or said."""

from __future__ import annotations

from pathlib import Path

import docx
from making import book, cells, paragraph, word, word_part

from taizhang.documents import open_report
from taizhang.documents.docx import read_docx
from taizhang.documents.pieces import Pieces

NUMBERING = word_part(
    "numbering",
    "<w:abstractNum w:abstractNumId='7'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:numFmt w:val='chineseCountingThousand'/><w:pStyle w:val='Two'/><w:lvlText w:val='(%2)'/></w:lvl>"
    "<w:lvl w:ilvl='2'><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='8'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='·'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>",
)
STYLES = word_part(
    "styles",
    "<w:style w:styleId='Two'><w:basedOn w:val='One'/></w:style>"
    "<w:style w:styleId='One'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>",
)


def numbered(text: str, level: int, number: int = 1) -> str:
    return paragraph(text, f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{number}'/></w:numPr>")


def text(pieces: Pieces) -> str:
    return "".join(pieces.parts)


def read(body: str, **parts: str | bytes) -> Pieces:
    return read_docx("报告.docx", word(body, **parts))


def said(pieces: Pieces) -> str:
    return " ".join(notice.zh for notice in pieces.notices)


def test_automatic_numbers_are_text() -> None:
    body = (
        numbered("甲", 0)
        + numbered("子", 1)
        + numbered("丑", 1)
        + numbered("x", 2)
        + numbered("乙", 0)
        + numbered("寅", 1)
    )
    body += numbered("点", 0, 2) + paragraph("款", "<w:pStyle w:val='Two'/>") + numbered("另", 0, 3)
    pieces = read(body, numbering__xml=NUMBERING, styles__xml=STYLES)
    assert text(pieces).split("\n") == [
        "一、甲",
        "(一)子",
        "(二)丑",
        "1.x",
        "二、乙",
        "(一)寅",
        "点",
        "(二)款",
        "五、另",
        "",
    ]
    assert pieces.stretches[0].origin.run is None
    assert pieces.stretches[1].origin.run == 1


def test_a_document_of_a_usual_program_reads_whole(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("青溪镇上半年工作总结")
    line = document.add_paragraph("完成投资")
    line.add_run("3").bold = True
    line.add_run(".2亿元。")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "指标"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "工业"
    table.cell(1, 2).text = "1200"
    table.cell(2, 2).text = "34\n56"
    document.sections[0].header.paragraphs[0].text = "内部资料 7 号"
    path = tmp_path / "报告.docx"
    document.save(str(path))
    report = open_report(path)
    assert report.text == "青溪镇上半年工作总结\n完成投资3.2亿元。\n指标\t\n工业\t\t1200\n\t34 56\n内部资料 7 号\n"
    grid = {
        report.text[c.span.start : c.span.end]: (c.row, c.column, c.rows, c.columns) for c in report.tables[0].cells
    }
    assert grid["指标"] == (0, 0, 1, 2)
    assert grid["工业"] == (1, 0, 2, 1)
    assert grid["34 56"] == (2, 2, 1, 1)
    place = report.origin(report.text.index("1200"))
    assert place is not None
    assert (place.table, place.row, place.column) == (1, 2, 3)
    point = report.origin(report.text.index(".2亿"))
    assert point is not None
    assert (point.paragraph, point.run) == (2, 3)
    ends = [0, *(stretch.end for stretch in report.stretches)]
    assert [s.start for s in report.stretches] == ends[:-1]
    assert ends[-1] == len(report.text)


def test_revisions_insertions_kept_deletions_said() -> None:
    body = (
        "<w:p><w:r><w:t>完成</w:t></w:r><w:del><w:r><w:delText>11万</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>22万</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>33</w:t></w:r></w:moveFrom></w:p>"
    )
    pieces = read(body)
    assert text(pieces) == "完成22万\n"
    assert "1 处修订删除" in said(pieces)
    assert "1 处修订插入" in said(pieces)


def test_notes_boxes_headers_and_comments_are_read() -> None:
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框31</w:t></w:r></w:p></w:txbxContent></mc:Choice>"
        "<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>框31</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    pieces = read(
        box + "<w:sdt><w:sdtContent>" + paragraph("控件32") + "</w:sdtContent></w:sdt>",
        footnotes__xml=word_part("footnotes", f"<w:footnote>{paragraph('注33')}</w:footnote>"),
        header1__xml=word_part("hdr", paragraph("页眉34")),
        footer1__xml=word_part("ftr", paragraph("- 2 -")),
        comments__xml=word_part("comments", f"<w:comment>{paragraph('批35')}</w:comment>"),
    )
    assert text(pieces).split("\n") == ["框31", "控件32", "批35", "注33", "页眉34", ""]
    assert [s.origin.part for s in pieces.stretches] == ["textbox", "body", "comment", "footnote", "header"]
    assert "1 条批注" in said(pieces)


def test_hidden_words_pictures_charts_and_objects_are_said() -> None:
    body = (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗7</w:t></w:r><w:r><w:drawing><pic/></w:drawing></w:r>"
        "<w:r><w:drawing><chart/></w:drawing></w:r><w:r><w:sym/></w:r></w:p><w:altChunk/>"
    )
    pieces = read(body, **{"embeddings/oleObject1__bin": b"x"})
    assert text(pieces) == "暗7\n"
    for words in ("隐藏文字", "图片未读取", "图表", "符号", "外部文档", "嵌入对象未读取"):
        assert words in said(pieces)


def test_tables_in_tables_and_frames() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('内41')}</w:tc><w:tc>{paragraph('内42')}</w:tc></w:tr></w:tbl>"
    row = f"<w:tr><w:tc>{paragraph('外')}</w:tc><w:tc>{inner}{paragraph('后')}</w:tc></w:tr>"
    assert text(read(f"<w:tbl>{row}</w:tbl>")) == "外\t内41 内42 后\n"
    frame = f"<w:tbl><w:tr><w:tc>{paragraph('一')}{paragraph('二')}{inner}</w:tc></w:tr></w:tbl>"
    assert text(read(frame)) == "一\n二\n内41\t内42\n"


def test_field_codes_are_not_text_but_their_results_are() -> None:
    body = "<w:p><w:r><w:instrText>DDE cmd 9</w:instrText></w:r><w:r><w:t>5</w:t></w:r></w:p>"
    assert text(read(body)) == "5\n"


def test_an_embedded_workbook_makes_no_workbook_of_a_report(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(paragraph("甲3万"), **{"embeddings/book__xlsx": book(cells(("a", 1)))}))
    report = open_report(path)
    assert (report.format, report.text) == ("docx", "甲3万\n")
    assert "嵌入对象未读取" in report.notices[0].zh

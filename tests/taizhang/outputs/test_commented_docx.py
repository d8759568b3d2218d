"""Comments at the numbers, and a document that is otherwise what it was."""

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from handmade import audit_of, claim_at, finding_on

from taizhang.audit import Audit
from taizhang.claims import read
from taizhang.documents import open_report
from taizhang.outputs.docx import write_commented

PARTS = "大棚12座，其中东片7座、西片6座。"


def commented(path):
    """The words under each comment, and each comment's text."""
    document = docx.Document(str(path))
    body = document.element.body
    found = {}
    for comment in document.comments:
        words, inside = "", False
        for element in body.iter():
            if element.get(qn("w:id")) == str(comment.comment_id):
                inside = element.tag == qn("w:commentRangeStart") or (inside and element.tag != qn("w:commentRangeEnd"))
            if inside and element.tag == qn("w:t"):
                words += element.text or ""
        found[comment.comment_id] = (words, comment.text)
    return [found[key] for key in sorted(found)]


def texts(path):
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def audited(path, *places):
    """An audit that finds fault with the words at each (n-th) place."""
    report = open_report(path)
    reading = read(report)
    findings = []
    for words, occurrence in places:
        start = -1
        for _ in range(occurrence):
            start = report.text.index(words, start + 1)
        claim = claim_at(report.text[start:], words, 1)
        findings.append(finding_on((_moved(claim, start),)))
    return Audit(reading=reading, findings=tuple(findings))


def _moved(claim, by):
    from dataclasses import replace

    return replace(claim, start=claim.start + by, end=claim.end + by)


@pytest.fixture
def source(tmp_path):
    """Runs split inside numbers, an insertion, a list number, a table, a link, a drawing beside words, a header."""
    document = docx.Document()
    document.add_heading("青禾镇总结", 0)
    first = document.add_paragraph("共建大棚1")
    first.add_run("2座，").bold = True
    first.add_run("其中东片7座、西片6座。")
    document.add_paragraph("新修水渠3公里。", style="List Number")
    inserted = document.add_paragraph("又建")
    insertion = OxmlElement("w:ins")
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:t"))
    run[0].text = PARTS
    insertion.append(run)
    inserted._p.append(insertion)
    mixed = document.add_paragraph().add_run("投资")
    mixed.add_tab()
    mixed.add_text("900万元，已付300万元。")
    mixed._r.append(OxmlElement("w:drawing"))
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "柳湾村", "修路5公里，计5公里"
    document.add_paragraph(PARTS)
    document.add_paragraph(PARTS)
    document.sections[0].header.paragraphs[0].text = "页眉写明88户。"
    path = tmp_path / "报告.docx"
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("words", "occurrence"),
    [
        ("12座", 1),
        ("6座", 1),
        ("3公里", 1),
        ("12座", 2),
        ("7座", 2),
        ("900万元", 1),
        ("300万元", 1),
        ("5公里", 1),
        ("12座", 3),
        ("12座", 4),
    ],
)
def test_the_comment_holds_the_number_and_no_more(source, tmp_path, words, occurrence):
    before = texts(source)
    out = tmp_path / "批注.docx"
    write_commented(out, source, audited(source, (words, occurrence)), "zh", every_verdict=False)
    marked = commented(out)
    assert [place for place, _ in marked] == [words]
    assert "不符" in marked[0][1]
    assert "应为：13座" in marked[0][1]
    assert texts(out) == before
    assert open_report(out).text.split("不符")[0].startswith(open_report(source).text.split("页眉")[0].rstrip("\n"))


def test_the_nth_of_equal_paragraphs(source, tmp_path):
    out = tmp_path / "批注.docx"
    write_commented(out, source, audited(source, ("12座", 4)), "zh", every_verdict=False)
    paragraphs = docx.Document(str(out)).paragraphs
    marked = [bool(each._p.findall(qn("w:commentRangeStart"))) for each in paragraphs if each.text == PARTS]
    assert marked == [False, True]


def test_drawings_and_bold_stay(source, tmp_path):
    out = tmp_path / "批注.docx"
    write_commented(out, source, audited(source, ("300万元", 1), ("12座", 1)), "zh", every_verdict=False)
    document = docx.Document(str(out))
    assert len(list(document.element.body.iter(qn("w:drawing")))) == 1
    assert [run.text for run in document.paragraphs[1].runs if run.bold] == ["2座", "，"]


def test_a_place_that_takes_no_comment_is_told_at_the_head(source, tmp_path):
    out = tmp_path / "批注.docx"
    write_commented(out, source, audited(source, ("88户", 1)), "en", every_verdict=False)
    [(words, comment)] = commented(out)
    assert words == "青禾镇总结"
    assert "at “88户”" in comment


def test_other_formats_are_set_anew(audit, tmp_path):
    from pathlib import Path

    out = tmp_path / "批注.docx"
    write_commented(out, Path("报告.txt"), audit, "zh", every_verdict=True)
    assert [words for words, _ in commented(out)] == ["12座", "40%", "35户", "3公里"]
    assert [line.replace("\t", "") for line in texts(out)] == [
        line.replace("\t", "") for line in audit.reading.report.text.split("\n") if line
    ]
    write_commented(out, Path("报告.txt"), audit, "zh", every_verdict=False)
    assert len(commented(out)) == 2


def test_an_empty_report_can_be_written(tmp_path):
    from pathlib import Path

    write_commented(tmp_path / "空.docx", Path("空.txt"), audit_of("", (), ()), "zh", every_verdict=True)
    assert commented(tmp_path / "空.docx") == []


def test_a_damaged_package_that_still_reads_is_set_anew_and_says_so(source, tmp_path):
    import zipfile

    damaged, out = tmp_path / "坏.docx", tmp_path / "批注.docx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(damaged, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b"Target=", b"Tarket=") if name == "_rels/.rels" else data)
    write_commented(out, damaged, audited(damaged, ("3公里", 1)), "zh", every_verdict=False)
    (head, remark), (words, _) = commented(out)
    assert head == "青禾镇总结"
    assert "原文件有损坏" in remark
    assert words == "3公里"

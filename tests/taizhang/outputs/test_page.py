"""The HTML page: the whole report, nothing from outside, nothing that a report could run."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from taizhang.outputs.html import as_html
from taizhang.values.words import Words

VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Elements opened and left open, and the words of the report's lines."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.lines = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))
        if "text" in (dict(attrs).get("class") or "").split():
            self.lines.append("")

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if any("text" in (attrs.get("class") or "").split() for _, attrs in self.open):
            self.lines[-1] += data

    def having(self, name):
        return [(tag, attrs) for tag, attrs in self.tags if name in (attrs.get("class") or "").split()]


def test_every_line_stands_in_the_page_as_it_is(audit):
    page = Page(as_html([("报告.txt", audit)], "zh"))
    assert page.open == []
    lines = [line.replace("\t", "") for line in audit.reading.report.text.split("\n") if line]
    assert page.lines == lines


def test_title_headings_tables(audit):
    page = Page(as_html([("报告.txt", audit)], "zh"))
    assert [tag for tag, _ in page.having("title")] == ["h2"]
    assert [tag for tag, _ in page.having("head")] == ["h3", "h3"]
    assert len(page.having("cells")) == 2


def test_numbers_and_findings(audit):
    page = Page(as_html([("报告.txt", audit)], "zh"))
    numbers = [attrs for tag, attrs in page.having("n") if "title" in attrs]
    assert len(numbers) == 8
    assert "completion" in numbers[5]["class"].split()
    assert "完成率" in numbers[5]["title"]
    notes = [attrs["class"].split() for _, attrs in page.having("note")]
    assert notes == [["note", "broken", "shown"], ["note", "broken", "shown"], ["note", "holds"], ["note", "unknown"]]
    whole = Page(as_html([("报告.txt", audit)], "zh", every_verdict=True))
    assert all("shown" in attrs["class"].split() for _, attrs in whole.having("note"))


def test_nothing_is_fetched_and_nothing_runs(audit):
    evil = '<script>alert(1)</script>" onload="x'
    finding = replace(audit.findings[0], stated=evil, computed=evil, message=Words(evil, evil))
    text = audit.reading.report.text.replace("新修水渠", "<img src=x>")
    reading = replace(audit.reading, report=replace(audit.reading.report, text=text))
    page = as_html([(evil, replace(audit, reading=reading, findings=(finding,)))], "zh")
    parsed = Page(page)
    assert [tag for tag, _ in parsed.tags].count("script") == 1
    assert "img" not in [tag for tag, _ in parsed.tags]
    assert not any(name.startswith("on") or name in ("src", "href") for _, attrs in parsed.tags for name in attrs)
    assert "default-src 'none'" in page
    assert not re.search(r"https?:|url\(|@import", page)


def test_several_reports_begin_with_a_table(audit):
    page = Page(as_html([("一.txt", audit), ("二.txt", audit)], "en"))
    assert [attrs["href"] for tag, attrs in page.tags if tag == "a"] == ["#r0", "#r1"]
    assert [attrs["id"] for tag, attrs in page.tags if tag == "article"] == ["r0", "r1"]
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))


def test_a_finding_about_words_marks_them(audit):
    text = audit.reading.report.text
    start = text.index("新修水渠")
    words = replace(audit.findings[3], claims=(), start=start, end=start + 4, verdict="broken")
    page = as_html([("报告.txt", replace(audit, findings=(words,)))], "zh")
    assert '<span class="place broken on-broken" data-finding="r0f0">新修水渠</span>' in page

"""A Word document with a comment at each finding: the input itself where it is .docx, else its text set anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from taizhang.audit import Audit
from taizhang.findings import Finding
from taizhang.outputs.files import write_whole
from taizhang.outputs.messages import AUTHOR, FAMILIES, VERDICTS, computed_label, subject
from taizhang.outputs.records import printable
from taizhang.outputs.word_runs import Place, places_of_input, runs_between
from taizhang.values.reports import Report
from taizhang.values.spans import Span
from taizhang.values.words import Language, Words

LONGEST_QUOTE = 40
FONT = "宋体"
NOT_KEPT = Words(
    "原文件有损坏，无法在原件上加批注；这里是按读出的文字重排的。",
    "The file is damaged and could not be kept; this is its text, set anew.",
)
UNSET = re.compile("[\x1c-\x1f\x85\u2028\u2029\r\x0b\x0c]")
"""Signs that a paragraph set anew cannot hold as they are."""


def write_commented(path: Path, source: Path, audit: Audit, language: Language, *, every_verdict: bool) -> None:
    """Write `path`; only `broken` findings are commented unless `every_verdict`."""
    report = audit.reading.report
    kept = _of_input(source, report)
    document, places = kept or _set_anew(report)
    if kept is None and _is_word(source, report):
        _remark(document, _first(document, places), NOT_KEPT.in_language(language), language)
    for finding in audit.findings:
        if every_verdict or finding.verdict == "broken":
            _comment(document, places, report, finding, language)
    write_whole(path, lambda beside: document.save(str(beside)))


def _of_input(source: Path, report: Report) -> tuple[Any, list[Place]] | None:
    """The input and where its paragraphs stand in the report; None where it is no .docx that python-docx opens."""
    import docx  # noqa: PLC0415 - 0.2 s to load

    if not _is_word(source, report):
        return None
    try:
        document = docx.Document(str(source))
        # Comments are kept in a part of their own, which a broken package cannot take.
        _ = document.comments
    except Exception:  # a damaged package fails in any way: KeyError, TypeError, zip and XML errors …
        return None
    return document, places_of_input(document.element.body, report)


def _is_word(source: Path, report: Report) -> bool:
    return report.format == "docx" and source.suffix.lower() == ".docx"


def _set_anew(report: Report) -> tuple[Any, list[Place]]:
    """The text as a plain document: the title centred, headings in bold, tables as tab-separated lines."""
    import docx  # noqa: PLC0415
    from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415
    from docx.shared import Pt  # noqa: PLC0415

    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.line_spacing, normal.paragraph_format.space_after = 1.5, Pt(0)
    title, headings = report.outline.title, {section.heading.start: section for section in report.outline.sections}
    places: list[Place] = []
    for line in lines(report.text):
        words = report.text[line.start : line.end]
        if not words.strip():
            continue
        paragraph = document.add_paragraph()
        run = paragraph.add_run(_settable(words))
        places.append(Place(line, paragraph._p, 0))
        if title and title.meets(line):
            paragraph.alignment, run.bold, run.font.size = WD_ALIGN_PARAGRAPH.CENTER, True, Pt(18)
        elif line.start in headings and headings[line.start].heading.end >= line.end - 1 and "。" not in words:
            run.bold = True
        elif "\t" not in words and not words.startswith(("\u3000", "  ")):
            paragraph.paragraph_format.first_line_indent = Pt(24)
    return document, places


def lines(text: str) -> Iterator[Span]:
    """The lines of `text`, as its line ends divide it."""
    start = 0
    for line in text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _settable(words: str) -> str:
    """`words`, the same length, with nothing that XML or Word would drop or turn into another element."""
    return UNSET.sub("␦", printable(words))


def _comment(document: Any, places: list[Place], report: Report, finding: Finding, language: Language) -> None:
    claim = subject(finding)
    span = claim.span if claim else finding.span
    found = runs_between(places, span)
    quote = "" if found else report.text[span.start : span.end].strip()[:LONGEST_QUOTE]
    # Word takes no comments in headers, notes and text boxes: say it at the head of the document instead.
    _remark(document, found or _first(document, places), _words(finding, language, quote), language)


def _first(document: Any, places: list[Place]) -> list[Any]:
    """The first words of the document."""
    return runs_between(places, None) or [document.add_paragraph().add_run(" ")._r]


def _remark(document: Any, found: list[Any], words: str, language: Language) -> None:
    from docx.text.run import Run  # noqa: PLC0415

    document.add_comment(
        runs=[Run(element, document.element.body) for element in (found[0], found[-1])],
        text=words,
        author=AUTHOR.in_language(language),
        initials="TZ",
    )


def _words(finding: Finding, language: Language, quote: str) -> str:
    verdict, family = VERDICTS[finding.verdict].in_language(language), FAMILIES[finding.rule].in_language(language)
    parts = [Words(f"{verdict}（{family}）", f"{verdict} ({family})").in_language(language)]
    if quote:
        parts.append(Words(f"原文“{quote}”", f"at “{quote}”").in_language(language))
    if finding.computed:
        label = computed_label(finding).in_language(language)
        parts.append(Words(f"{label}：{finding.computed}", f"{label}: {finding.computed}").in_language(language))
    parts.append(finding.message.in_language(language))
    return _settable("\t".join(parts)).replace("\t", "\n")

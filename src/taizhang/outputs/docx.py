"""A Word document with a comment at each finding: the input itself where it is .docx, else its text set anew."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

from taizhang.audit import Audit
from taizhang.findings import Finding
from taizhang.outputs.files import write_whole
from taizhang.outputs.records import printable
from taizhang.values.words import Language, Words

VERDICTS = {"broken": Words("不符", "Broken"), "unknown": Words("无从核对", "Unknown"), "holds": Words("相符", "Holds")}


def write_commented(path: Path, source: Path, audit: Audit, language: Language, *, every_verdict: bool) -> None:
    """Write `path`; only `broken` findings are commented unless `every_verdict`."""
    import docx  # noqa: PLC0415 - 0.2 s to load

    report = audit.reading.report
    findings = [finding for finding in audit.findings if every_verdict or finding.verdict == "broken"]
    if report.format == "docx" and source.suffix.lower() == ".docx":
        document = docx.Document(str(source))
        runs = _runs_of_input(document)
    else:
        document = docx.Document()
        runs = _runs_of_text(document, report.text)
    for finding in findings:
        _comment(document, runs, audit, finding, language)
    write_whole(path, lambda beside: document.save(str(beside)))


class _Runs:
    """The runs of the document under the keys of the report's origins, or by offset where the text was set anew."""

    def __init__(self) -> None:
        self.paragraphs: dict[int, Any] = {}
        self.offsets: list[tuple[int, int, Any]] = []


def _runs_of_input(document: Any) -> _Runs:
    """Paragraphs counted as the reader counts them: every w:p of the body outside text boxes, from 1."""
    runs = _Runs()
    number = 0
    for element in document.element.body.iter():
        tag = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
        if tag == "p" and not any(str(parent.tag).endswith("}txbxContent") for parent in element.iterancestors()):
            number += 1
            runs.paragraphs[number] = element
    return runs


def _runs_of_text(document: Any, text: str) -> _Runs:
    runs = _Runs()
    start = 0
    for line in text.split("\n"):
        if line.strip():
            paragraph = document.add_paragraph(printable(line).replace("\t", "    "))
            runs.offsets.append((start, start + len(line), paragraph))
        start += len(line) + 1
    return runs


def _comment(document: Any, runs: _Runs, audit: Audit, finding: Finding, language: Language) -> None:
    first = finding.claims[-1].span if finding.claims else finding.span
    marked = _marked_runs(runs, audit, first.start, first.end)
    if not marked:
        return
    document.add_comment(
        runs=marked,
        text=_words(finding, language),
        author=Words("台账", "Taizhang").in_language(language),
        initials="TZ",
    )


def _words(finding: Finding, language: Language) -> str:
    parts = [
        VERDICTS[finding.verdict].in_language(language)
        + Words("：", ": ").in_language(language)
        + finding.message.in_language(language)
    ]
    if finding.computed:
        label = Words("应为 ", "should be ") if finding.verdict == "broken" else Words("推算 ", "implies ")
        parts.append(label.in_language(language) + finding.computed)
    return printable("\n".join(parts))


def _marked_runs(runs: _Runs, audit: Audit, start: int, end: int) -> list[Any]:
    """The runs that hold `text[start:end]`, split at both ends so that they hold nothing else."""
    from docx.text.paragraph import Paragraph  # noqa: PLC0415

    report = audit.reading.report
    for line_start, line_end, paragraph in runs.offsets:
        if line_start <= start < line_end:
            # a tab was set as four spaces
            before = printable(report.text[line_start:start]).replace("\t", "    ")
            return _isolated(paragraph, len(before), len(before) + min(end, line_end) - start)
    origin = report.origin(start)
    if origin is None or origin.paragraph not in runs.paragraphs or origin.part not in ("body", "table"):
        return []
    paragraph = Paragraph(runs.paragraphs[origin.paragraph], None)  # type: ignore[arg-type]
    wanted = report.text[start:end].split("\n")[0]
    at = paragraph.text.find(wanted, _before(audit, start, origin.paragraph, paragraph.text))
    at = at if at >= 0 else paragraph.text.find(wanted)
    return _isolated(paragraph, at, at + len(wanted)) if at >= 0 else []


def _before(audit: Audit, start: int, number: int | None, words: str) -> int:
    """How many characters of paragraph `number` stand before offset `start`."""
    report = audit.reading.report
    seen = sum(
        min(stretch.end, start) - stretch.start
        for stretch in report.stretches
        if stretch.start < start and stretch.origin.paragraph == number and stretch.origin.part in ("body", "table")
    )
    return max(0, min(seen - 1, len(words)))


def _isolated(paragraph: Any, start: int, end: int) -> list[Any]:
    from docx.text.run import Run  # noqa: PLC0415

    found: list[Any] = []
    position = 0
    for run in list(paragraph.runs):
        text = run.text
        low, high = max(start - position, 0), min(end - position, len(text))
        position += len(text)
        if low >= high:
            continue
        middle = run
        if low > 0:
            middle = Run(deepcopy(run._element), paragraph)
            run._element.addnext(middle._element)
            run.text, middle.text = text[:low], text[low:]
        if high < len(text):
            last = Run(deepcopy(middle._element), paragraph)
            middle._element.addnext(last._element)
            middle.text, last.text = text[low:high], text[high:]
        found.append(middle)
    return found

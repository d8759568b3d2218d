"""One self-contained page: the report with every number underlined by kind, findings in the margin, a filter by verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from taizhang.audit import Audit
from taizhang.findings import Finding
from taizhang.outputs.records import printable
from taizhang.values.claims import Claim
from taizhang.values.spans import Span
from taizhang.values.words import Language, Words

ASSETS = Path(__file__).parent
KINDS = {
    "level": Words("数量", "level"), "growth": Words("增减", "growth"), "completion": Words("完成率", "completion"),
    "share": Words("占比", "share"), "ratio": Words("比例", "ratio"), "range": Words("区间", "range"),
}  # fmt: skip
VERDICTS = {"broken": Words("不符", "broken"), "unknown": Words("无从核对", "unknown"), "holds": Words("相符", "holds")}
MARKS = {"broken": "✗", "unknown": "?", "holds": "✓"}
STATUSES = {
    "actual": Words("实际", "actual"),
    "expected": Words("预计", "expected"),
    "planned": Words("计划", "planned"),
}


def as_html(audits: Sequence[tuple[str, Audit]], language: Language) -> str:
    """The page for one report or several; nothing in it is fetched from anywhere."""
    title = printable(audits[0][0]) if len(audits) == 1 else Words("审核结果", "Audit").in_language(language)
    articles = "".join(_article(number, name, audit, language) for number, (name, audit) in enumerate(audits))
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    script = (ASSETS / "page.js").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if language == "zh" else "en"}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{articles}<script>{script}</script></body></html>\n"
    )


def _article(number: int, name: str, audit: Audit, language: Language) -> str:
    count: Counter[str] = Counter(finding.verdict for finding in audit.findings)
    filters = "".join(
        f'<label class="chip {verdict}"><input type="checkbox" data-verdict="{verdict}"{" checked" if verdict == "broken" else ""}>'
        f"<span>{MARKS[verdict]} {escape(word.in_language(language))} <b>{count[verdict]}</b></span></label>"
        for verdict, word in VERDICTS.items()
    )
    legend = "".join(
        f'<span class="n {kind}">{escape(word.in_language(language))}</span>' for kind, word in KINDS.items()
    )
    figures = Words(f"{len(audit.reading.claims)} 个数字", f"{len(audit.reading.claims)} figures").in_language(language)
    notices = "".join(
        f"<li>{escape(printable(notice.in_language(language)))}</li>" for notice in audit.reading.report.notices
    )
    return (
        f'<article id="r{number}"><header><h1>{escape(printable(name))}</h1><p class="figures">{figures}</p>'
        f'<div class="filters">{filters}</div><p class="legend">{legend}</p>'
        f"{f'<ul class=notices>{notices}</ul>' if notices else ''}</header>{''.join(_paragraphs(number, audit, language))}</article>"
    )


def _paragraphs(number: int, audit: Audit, language: Language) -> Iterator[str]:
    report = audit.reading.report
    headings = {section.heading.start: section.level for section in report.outline.sections}
    furniture = {span.start for span in report.outline.furniture}
    findings = list(enumerate(audit.findings))
    start = 0
    for line in report.text.split("\n"):
        end = start + len(line)
        if line.strip():
            here = [(index, finding) for index, finding in findings if start <= finding.start <= end]
            notes = "".join(_note(number, index, finding, audit, language) for index, finding in here)
            short = len(line) <= 60 and start in headings
            kind = " head" if short else " page" if start in furniture else ""
            body = _marked(number, Span(start, end), audit, here, language)
            yield f'<section class="row"><p class="text{kind}">{body}</p><aside>{notes}</aside></section>'
        start = end + 1


def _marked(number: int, span: Span, audit: Audit, here: list[tuple[int, Finding]], language: Language) -> str:
    """One paragraph with its numbers underlined and the places of its findings marked."""
    text = audit.reading.report.text
    parts: list[str] = []
    position = span.start
    of_claim = {claim.id: index for index, finding in reversed(here) for claim in finding.claims}
    verdicts = {index: finding.verdict for index, finding in here}
    for claim in audit.reading.within(Span(span.start, span.end + 1)):
        if claim.start < position or claim.end > span.end:
            continue
        parts.append(escape(printable(text[position : claim.start])))
        index = of_claim.get(claim.id)
        found = f' {verdicts[index]}" data-finding="r{number}f{index}' if index is not None else ""
        parts.append(
            f'<span class="n {claim.kind}{found}" title="{escape(_tip(claim, language))}">{escape(printable(claim.text))}</span>'
        )
        position = claim.end
    parts.append(escape(printable(text[position : span.end])))
    return "".join(parts)


def _tip(claim: Claim, language: Language) -> str:
    words = [
        claim.indicator,
        KINDS[claim.kind].in_language(language),
        STATUSES[claim.status].in_language(language),
        claim.period or "",
    ]
    return printable(" · ".join(word for word in words if word))


def _note(number: int, index: int, finding: Finding, audit: Audit, language: Language) -> str:
    line, _ = audit.reading.report.line_column(finding.start)
    rows = ""
    says, should, implies = Words("文中", "says"), Words("应为", "should be"), Words("推算", "implies")
    if finding.stated:
        rows += f"<dt>{says.in_language(language)}</dt><dd>{escape(printable(finding.stated))}</dd>"
    if finding.computed:
        label = should if finding.verdict == "broken" else implies
        rows += f"<dt>{label.in_language(language)}</dt><dd class=computed>{escape(printable(finding.computed))}</dd>"
    at = (
        ""
        if finding.claims
        else f"<q>{escape(printable(audit.reading.report.text[finding.start : finding.end][:40]))}</q>"
    )
    verdict = VERDICTS[finding.verdict].in_language(language)
    return (
        f'<div class="note {finding.verdict}" id="r{number}f{index}" tabindex="0"><p class="verdict">{MARKS[finding.verdict]} {escape(verdict)}'
        f" <small>{escape(finding.code)} · {Words(f'第 {line} 行', f'line {line}').in_language(language)}</small></p>{at}"
        f"<dl>{rows}</dl><p>{escape(printable(finding.message.in_language(language)))}</p></div>"
    )

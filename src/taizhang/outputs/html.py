"""One self-contained page: the report with every number underlined by kind, findings in the margin, a filter by verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from taizhang.audit import Audit
from taizhang.findings import Finding
from taizhang.outputs.messages import FAMILIES, KINDS, MARKS, SAYS, STATUSES, VERDICTS, computed_label
from taizhang.outputs.records import printable
from taizhang.values.claims import Claim
from taizhang.values.spans import Span
from taizhang.values.words import Language, Words

ASSETS = Path(__file__).parent
LONGEST_HEADING = 60
LONGEST_QUOTE = 40


def as_html(audits: Sequence[tuple[str, Audit]], language: Language, *, every_verdict: bool = False) -> str:
    """The page for one report or several; nothing in it is fetched from anywhere.

    Every finding is in the page; those `broken` are shown at first, or all with `every_verdict`.
    """
    title = printable(Path(audits[0][0]).name) if len(audits) == 1 else Words("审核结果", "Audit").in_language(language)
    shown = frozenset(VERDICTS) if every_verdict else frozenset({"broken"})
    articles = "".join(
        _article(number, name if len(audits) > 1 else Path(name).name, audit, language, shown)
        for number, (name, audit) in enumerate(audits)
    )
    style = (ASSETS / "page.css").read_text(encoding="utf-8")
    script = (ASSETS / "page.js").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if language == "zh" else "en"}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'\">"
        f"<title>{escape(title)}</title><style>{style}</style></head><body>{_summary(audits, language)}{articles}"
        f"<script>{script}</script></body></html>\n"
    )


def _summary(audits: Sequence[tuple[str, Audit]], language: Language) -> str:
    """The table that leads several reports."""
    if len(audits) < 2:
        return ""
    heads = [Words("文件", "file"), Words("数字", "figures"), *VERDICTS.values()]
    head = "".join(f"<th>{escape(word.in_language(language))}</th>" for word in heads)
    rows = ""
    for number, (name, audit) in enumerate(audits):
        count: Counter[str] = Counter(finding.verdict for finding in audit.findings)
        cells = "".join(
            f'<td class="{verdict if count[verdict] else ""}">{count[verdict]}</td>' for verdict in VERDICTS
        )
        link = f'<a href="#r{number}">{escape(printable(name))}</a>'
        rows += f"<tr><td>{link}</td><td>{len(audit.reading.claims)}</td>{cells}</tr>"
    return f'<nav><table class="summary"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></nav>'


def _article(number: int, name: str, audit: Audit, language: Language, shown: frozenset[str]) -> str:
    count: Counter[str] = Counter(finding.verdict for finding in audit.findings)
    filters = "".join(
        f'<label class="chip {verdict}"><input type="checkbox" data-verdict="{verdict}"{" checked" if verdict in shown else ""}>'
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
        f"{f'<ul class=notices>{notices}</ul>' if notices else ''}"
        f'<p class="legend">{legend}</p></header><div class="filters">{filters}</div>'
        f'<div class="paper">{"".join(_paragraphs(number, audit, language, shown))}</div></article>'
    )


def _paragraphs(number: int, audit: Audit, language: Language, shown: frozenset[str]) -> Iterator[str]:
    """A row for each line: its words, and the findings that start in it. Findings come in text order."""
    looks = _Looks(audit)
    waiting = list(reversed(list(enumerate(audit.findings))))
    start = 0
    for line in audit.reading.report.text.split("\n"):
        end = start + len(line)
        here: list[tuple[int, Finding]] = []
        while waiting and waiting[-1][1].start <= end:
            here.append(waiting.pop())
        if line.strip():
            notes = "".join(_note(number, index, finding, audit, language, shown) for index, finding in here)
            span = Span(start, end)
            tag, look = looks.of(span)
            body = _marked(number, span, audit, here, language, shown)
            if look == "cells":
                body = "".join(f"<span>{cell}</span>" for cell in body.split("\t"))
            yield f'<section class="row"><{tag} class="text {look}">{body}</{tag}><aside>{notes}</aside></section>'
        start = end + 1


class _Looks:
    """How a line is set: title, heading, table row, words of the page around the report, or body text."""

    def __init__(self, audit: Audit) -> None:
        self.report = audit.reading.report
        outline = self.report.outline
        self.headings = {section.heading.start: section for section in outline.sections}
        self.tables = [table.span for table in self.report.tables]
        self.furniture = list(outline.furniture)

    def of(self, line: Span) -> tuple[str, str]:
        """The element and class of a line."""
        title, section = self.report.outline.title, self.headings.get(line.start)
        words = self.report.text[line.start : line.end].rstrip()
        if title and title.meets(line):
            return "h2", "title"
        if _inside(self.tables, line) and "\t" in words:
            return "div", "cells"
        if section and len(words) <= LONGEST_HEADING and not words.endswith(("。", "；", ".", ";")):
            return f"h{min(section.level + 2, 6)}", "head"
        return "p", "page" if _inside(self.furniture, line) else "body"


def _inside(spans: list[Span], line: Span) -> bool:
    """Whether a span meets the line; lines come in order, so those that have passed are dropped."""
    while spans and spans[0].end <= line.start:
        spans.pop(0)
    return bool(spans) and spans[0].meets(line)


def _marked(
    number: int, span: Span, audit: Audit, here: list[tuple[int, Finding]], language: Language, shown: frozenset[str]
) -> str:
    """One paragraph with its numbers underlined and the places of its findings marked."""
    text = audit.reading.report.text
    parts: list[str] = []
    position = span.start
    weight = {"broken": 2, "unknown": 1, "holds": 0}
    # Of several findings at one number, the gravest gives the mark.
    of_claim = {
        claim.id: index
        for index, finding in sorted(here, key=lambda pair: weight[pair[1].verdict])
        for claim in finding.claims
    }
    verdicts: dict[int, str] = {index: finding.verdict for index, finding in here}
    # A finding about words alone marks its own place.
    places: list[tuple[int, int, int | None, Claim | None]]
    places = [(f.start, min(f.end, span.end), index, None) for index, f in here if not f.claims]
    places += [
        (claim.start, claim.end, of_claim.get(claim.id), claim)
        for claim in audit.reading.within(Span(span.start, span.end + 1))
    ]
    for start, end, index, claim in sorted(places, key=lambda each: (each[0], each[3] is None)):
        if start < position or end > span.end or start == end:
            continue
        look = f"n {claim.kind}" if claim else "place"
        found = ""
        if index is not None:
            lit = f" on-{verdicts[index]}" if verdicts[index] in shown else ""
            found = f' {verdicts[index]}{lit}" data-finding="r{number}f{index}'
        tip = f' title="{escape(_tip(claim, language))}"' if claim else ""
        parts.append(escape(printable(text[position:start])))
        parts.append(f'<span class="{look}{found}"{tip}>{escape(printable(text[start:end]))}</span>')
        position = end
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


def _note(number: int, index: int, finding: Finding, audit: Audit, language: Language, shown: frozenset[str]) -> str:
    line, _ = audit.reading.report.line_column(finding.start)
    rows = ""
    # What holds needs no more than its equation.
    if finding.stated and finding.verdict != "holds":
        rows += f"<dt>{SAYS.in_language(language)}</dt><dd>{escape(printable(finding.stated))}</dd>"
    if finding.computed and finding.verdict != "holds":
        label = computed_label(finding).in_language(language)
        rows += f"<dt>{label}</dt><dd class=computed>{escape(printable(finding.computed))}</dd>"
    quote = audit.reading.report.text[finding.start : finding.end][:LONGEST_QUOTE]
    at = "" if finding.claims else f"<q>{escape(printable(quote))}</q>"
    verdict = VERDICTS[finding.verdict].in_language(language)
    family = FAMILIES[finding.rule].in_language(language)
    where = Words(f"第 {line} 行", f"line {line}").in_language(language)
    return (
        f'<div class="note {finding.verdict}{" shown" if finding.verdict in shown else ""}" id="r{number}f{index}" tabindex="0">'
        f'<p class="verdict">{MARKS[finding.verdict]} {escape(verdict)}<span>{escape(family)}</span><small>{where} · {escape(finding.code)}</small></p>{at}'
        f"<dl>{rows}</dl><p>{escape(printable(finding.message.in_language(language)))}</p>"
        "</div>"
    )

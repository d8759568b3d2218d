"""What a person sees in a terminal: each finding with its sentence, the number marked, and the arithmetic."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from taizhang.audit import Audit
from taizhang.findings import Finding
from taizhang.outputs.messages import BECAUSE, FAMILIES, KINDS, MARKS, REMARK, SAYS, STATUSES, VERDICTS, computed_label
from taizhang.outputs.records import printable
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Language, Words

STYLES = {"broken": "bold red", "unknown": "yellow", "holds": "green"}
CONTEXT = 60
"""Characters of the sentence shown on each side of the place."""


def show_audit(console: Console, name: str, audit: Audit, language: Language, *, every_verdict: bool) -> None:
    """The findings of one report, then whatever could not be read and a line of counts."""
    console.print(_words(name, "bold underline"))
    console.print()
    shown = [finding for finding in audit.findings if every_verdict or finding.verdict == "broken"]
    for number, finding in enumerate(shown, start=1):
        console.print(_finding(number, finding, audit.reading, language, marks=not console.is_terminal))
    for notice in audit.reading.report.notices:
        console.print(_words("! " + notice.in_language(language), "magenta"))
    for unused in audit.unused:
        said = Words(
            f"裁定文件第 {unused.line} 行没有对应的疑点：{unused.key}",
            f"line {unused.line} of the suppressions overrules nothing: {unused.key}",
        )
        console.print(_words("! " + said.in_language(language), "magenta"))
    console.print(_counts(audit, language))
    console.print()


def _words(text: str, style: str = "") -> Text:
    """Text as it is: no markup, no emoji names, no sign that steers a terminal."""
    return Text(printable(text), style=style)


def _finding(number: int, finding: Finding, reading: Reading, language: Language, *, marks: bool) -> RenderableType:
    line, column = reading.report.line_column(finding.start)
    where = Words(f"第 {line} 行第 {column} 字", f"line {line}, column {column}").in_language(language)
    style = STYLES[finding.verdict]
    head = Text.assemble(
        (f"{MARKS[finding.verdict]} {number}. {VERDICTS[finding.verdict].in_language(language)}", style),
        ("  " + FAMILIES[finding.rule].in_language(language), "bold"),
        (f"  {where}  {finding.code}", "dim"),
    )
    rows = Table.grid(padding=(0, 1))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column(overflow="fold")
    if finding.stated:
        rows.add_row(SAYS.in_language(language), _words(finding.stated))
    if finding.computed:
        rows.add_row(computed_label(finding).in_language(language), _words(finding.computed, style))
    label = BECAUSE if finding.computed else REMARK
    rows.add_row(label.in_language(language), _words(finding.message.in_language(language)))
    return Group(
        head,
        Padding(_sentence(finding, reading, marks=marks), (0, 0, 0, 3), expand=False),
        Padding(rows, (0, 0, 0, 3), expand=False),
        Text(),
    )


def _sentence(finding: Finding, reading: Reading, *, marks: bool) -> Text:
    """The place in its sentence; numbers that take part are marked, and long sentences cut at both ends.

    Where styles are lost (a file, a pipe), `marks` puts the numbers in 【】.
    """
    sentence = reading.sentence(finding.start)
    start = max(sentence.start, finding.start - CONTEXT)
    end = min(max(sentence.end, finding.end), finding.end + CONTEXT, finding.start + 6 * CONTEXT)
    text = _words(reading.report.text[start:end].replace("\n", " ").replace("\r", " ").replace("\t", " "))
    spans = [claim.span for claim in finding.claims] or [finding.span]
    for span in spans:
        text.stylize("bold reverse", max(span.start - start, 0), max(span.end - start, 0))
    if marks:
        cuts = sorted({min(max(cut - start, 0), len(text)) for span in spans for cut in span})
        text = _bracketed(text, cuts)
    text.rstrip()
    return Text.assemble("…" if start > sentence.start else "", text, "…" if end < sentence.end else "")


def _bracketed(text: Text, cuts: list[int]) -> Text:
    """`text` with 【】 around the stretches that are styled as marked; `cuts` are their bounds."""
    marked = [(span.start, span.end) for span in text.spans]
    parts: list[str] = []
    for start, end in pairwise([0, *cuts, len(text)]):
        words = text.plain[start:end]
        inside = any(low <= start and end <= high for low, high in marked)
        parts.append(f"【{words}】" if inside and words else words)
    return Text("".join(parts))


def _counts(audit: Audit, language: Language) -> Text:
    count = Counter(finding.verdict for finding in audit.findings)
    figures, overruled = len(audit.reading.claims), len(audit.suppressed)
    parts = [
        (Words(f"{figures} 个数字：", f"{figures} figures: ").in_language(language), "bold"),
        (
            Words(f"{count['broken']} 处不符", f"{count['broken']} broken").in_language(language),
            "bold red" if count["broken"] else "bold green",
        ),
        (
            Words(
                f"，{count['holds']} 处相符，{count['unknown']} 处无从核对",
                f", {count['holds']} hold, {count['unknown']} unknown",
            ).in_language(language),
            "bold",
        ),
    ]
    if overruled:
        parts.append((Words(f"，{overruled} 处已裁定不理", f", {overruled} overruled").in_language(language), "bold"))
    return Text.assemble(*parts)


def show_summary(console: Console, audits: Sequence[tuple[str, Audit]], language: Language) -> None:
    """One line a report: figures and verdicts."""
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    heads = (("文件", "file"), ("数字", "figures"), ("相符", "hold"), ("不符", "broken"), ("无从核对", "unknown"))
    for zh, en in heads:
        table.add_column(
            Words(zh, en).in_language(language), justify="left" if en == "file" else "right", overflow="fold"
        )
    for name, audit in audits:
        count = Counter(finding.verdict for finding in audit.findings)
        broken = Text(str(count["broken"]), style="bold red" if count["broken"] else "green")
        table.add_row(
            _words(name),
            Text(str(len(audit.reading.claims))),
            Text(str(count["holds"])),
            broken,
            Text(str(count["unknown"])),
        )
    console.print(table)
    console.print()


def claims_text(name: str, claims: Sequence[Claim], language: Language) -> str:
    """The claims of one report as a table, coloured where stdout is a terminal."""
    console = Console()
    stream = io.StringIO()
    console = Console(file=stream, width=console.width, color_system="standard" if console.is_terminal else None,
                      force_terminal=console.is_terminal)  # fmt: skip
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
    heads = (("指标", "indicator"), ("原文", "text"), ("类型", "kind"), ("状态", "status"), ("时期", "period"), ("所属", "of"))  # fmt: skip
    table.add_column(Words("编号", "id").in_language(language), style="dim", no_wrap=True)
    for zh, en in heads:
        justify = "right" if en == "text" else "left"
        table.add_column(Words(zh, en).in_language(language), justify=justify, overflow="fold")  # type: ignore[arg-type]
    for claim in claims:
        kind, status = KINDS[claim.kind].in_language(language), STATUSES[claim.status].in_language(language)
        text = "".join(claim.text.split())
        words = (claim.id, claim.indicator, text, kind, status, claim.period or "", claim.of or "")
        table.add_row(*map(_words, words))
    console.print(_words(name, "bold underline"))
    console.print(table)
    console.print(Text(Words(f"{len(claims)} 个数字", f"{len(claims)} figures").in_language(language), style="bold"))
    console.print()
    return stream.getvalue()

"""What a person sees in a terminal: each finding with its sentence, the number marked, and the arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from taizhang.audit import Audit
from taizhang.findings import Finding
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Language, Words

VERDICTS = {
    "broken": ("✗", "bold red", Words("不符", "broken")),
    "unknown": ("?", "yellow", Words("无从核对", "unknown")),
    "holds": ("✓", "green", Words("相符", "holds")),
}
CONTEXT = 60
"""Characters of the sentence shown on each side of the place."""


def show_audit(console: Console, name: str, audit: Audit, language: Language, *, every_verdict: bool) -> None:
    """The findings of one report, then a line of counts and whatever could not be read."""
    console.print(Text(name, style="bold underline"))
    shown = [finding for finding in audit.findings if every_verdict or finding.verdict == "broken"]
    for number, finding in enumerate(shown, start=1):
        console.print(_finding(number, finding, audit.reading, language))
    for notice in audit.reading.report.notices:
        console.print(Text("! " + notice.in_language(language), style="magenta"))
    for unused in audit.unused:
        said = Words(
            f"第 {unused.line} 行的裁定没有对应的疑点：{unused.key}",
            f"line {unused.line} overrules nothing: {unused.key}",
        )
        console.print(Text("! " + said.in_language(language), style="magenta"))
    console.print(_counts(audit, language))


def _finding(number: int, finding: Finding, reading: Reading, language: Language) -> RenderableType:
    mark, style, word = VERDICTS[finding.verdict]
    line, column = reading.report.line_column(finding.start)
    where = Words(f"第 {line} 行第 {column} 字", f"line {line}, column {column}").in_language(language)
    head = Text.assemble(
        (f"{mark} {number}. ", style),
        (word.in_language(language), style),
        "  ",
        (where, "dim"),
        "  ",
        (finding.code, "dim"),
    )
    rows = Table.grid(padding=(0, 1))
    rows.add_column(style="dim", no_wrap=True)
    rows.add_column(overflow="fold")
    if finding.stated:
        rows.add_row(Words("文中", "says").in_language(language), Text(finding.stated))
    if finding.computed:
        label = Words("应为", "should be") if finding.verdict == "broken" else Words("推算", "implies")
        rows.add_row(label.in_language(language), Text(finding.computed, style=style))
    rows.add_row(Words("说明", "because").in_language(language), Text(finding.message.in_language(language)))
    return Group(head, Padding(_sentence(finding, reading), (0, 0, 0, 3)), Padding(rows, (0, 0, 1, 3)))


def _sentence(finding: Finding, reading: Reading) -> Text:
    """The place in its sentence; numbers that take part are marked, and long sentences cut at both ends."""
    sentence = reading.sentence(finding.start)
    start = max(sentence.start, finding.start - CONTEXT)
    end = min(max(sentence.end, finding.end), finding.end + CONTEXT, finding.start + 6 * CONTEXT)
    text = Text(" ".join(reading.report.text[start:end].replace("\n", " ").split("\n")))
    spans = [claim.span for claim in finding.claims] or [finding.span]
    for span in spans:
        if start <= span.start and span.end <= end:
            text.stylize("bold reverse", span.start - start, span.end - start)
    text.rstrip()
    return Text.assemble("…" if start > sentence.start else "", text, "…" if end < sentence.end else "")


def _counts(audit: Audit, language: Language) -> Text:
    count = Counter(finding.verdict for finding in audit.findings)
    said = Words(
        f"{len(audit.reading.claims)} 个数字：{count['broken']} 处不符，{count['holds']} 处相符，{count['unknown']} 处无从核对",
        f"{len(audit.reading.claims)} figures: {count['broken']} broken, {count['holds']} hold, {count['unknown']} unknown",
    )
    overruled = len(audit.suppressed)
    more = Words(f"，{overruled} 处已裁定不理", f", {overruled} overruled").in_language(language) if overruled else ""
    return Text(said.in_language(language) + more + "\n", style="bold")


def show_summary(console: Console, audits: Sequence[tuple[str, Audit]], language: Language) -> None:
    """One line a report: figures and verdicts."""
    table = Table(show_edge=False, pad_edge=False)
    for zh, en in (
        ("文件", "file"),
        ("数字", "figures"),
        ("不符", "broken"),
        ("相符", "hold"),
        ("无从核对", "unknown"),
    ):
        table.add_column(Words(zh, en).in_language(language), justify="left" if en == "file" else "right")
    for name, audit in audits:
        count = Counter(finding.verdict for finding in audit.findings)
        broken = Text(str(count["broken"]), style="bold red" if count["broken"] else "green")
        table.add_row(name, str(len(audit.reading.claims)), broken, str(count["holds"]), str(count["unknown"]))
    console.print(table)
    console.print()


def show_claims(console: Console, name: str, claims: Sequence[Claim], language: Language) -> None:
    """The claims of one report as a table."""
    table = Table(title=name, title_justify="left", show_edge=False, pad_edge=False)
    heads = (
        ("指标", "indicator"),
        ("原文", "text"),
        ("类型", "kind"),
        ("状态", "status"),
        ("时期", "period"),
        ("所属", "of"),
    )
    table.add_column(Words("编号", "id").in_language(language), style="dim", no_wrap=True)
    for zh, en in heads:
        table.add_column(
            Words(zh, en).in_language(language), justify="right" if en == "text" else "left", overflow="fold"
        )
    for claim in claims:
        text = "".join(claim.text.split())
        table.add_row(claim.id, claim.indicator, text, claim.kind, claim.status, claim.period or "", claim.of or "")
    console.print(table)
    said = Words(f"{len(claims)} 个数字\n", f"{len(claims)} figures\n")
    console.print(Text(said.in_language(language), style="bold"))

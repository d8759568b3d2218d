"""`taizhang check`: the figures of the given reports that do not add up, with the arithmetic."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taizhang.cli.speech import Spoken, say, speak

if TYPE_CHECKING:
    from taizhang.audit import Audit
    from taizhang.values.settings import Settings

FORMATS = ["text", "json", "sarif", "html", "docx"]


def command() -> click.Command:
    """The command with its help in the spoken language."""
    return Spoken(
        "check",
        callback=run,
        help=say(
            "审核报告：找出对不上的数字，并列出算式。文件可以是文件夹；- 指标准输入。有不符时退出码为 1。",
            "Audit reports: what does not add up, and why. FILE may be a folder; - is stdin. Exits 1 when something is broken.",
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=say("文件或文件夹…", "FILE…")),
            click.Option(
                ["--format", "style"], type=click.Choice(FORMATS), default="text", help=say("输出格式", "output format")
            ),
            click.Option(
                ["--all", "every"],
                is_flag=True,
                help=say("相符和无从核对的也显示", "show what holds and what cannot be told, too"),
            ),
            click.Option(
                ["--select"],
                multiple=True,
                metavar="CODE",
                help=say("只用这些规则（可用逗号分隔）", "only these rules (commas allowed)"),
            ),
            click.Option(["--ignore"], multiple=True, metavar="CODE", help=say("不用这些规则", "not these rules")),
            click.Option(
                ["--suppress"],
                metavar="FILE",
                help=say("裁定文件：每行一条，须写理由", "file of overruled findings, each with its reason"),
            ),
            click.Option(
                ["--phrases"],
                metavar="FILE",
                help=say("固定提法表（TOML：正确提法 = [错误写法…]）", "fixed phrases (TOML: right = [wrong, …])"),
            ),
            click.Option(
                ["-o", "out"],
                metavar="OUT",
                help=say(
                    "写到这个文件；docx 有多份报告时写到这个文件夹",
                    "write to this file; for several docx, to this folder",
                ),
            ),
        ],
    )


def run(
    files: tuple[str, ...],
    style: str,
    every: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    suppress: str | None,
    phrases: str | None,
    out: str | None,
) -> None:
    from taizhang.audit import SuppressionError, audit, read_suppressions
    from taizhang.cli.inputs import Inputs, refuse

    if style == "docx" and out is None:
        refuse(say("--format docx 要用 -o 指定输出", "--format docx needs -o FILE"))
    selected, ignored = _codes(select), _codes(ignore)
    try:
        # Mistakes of the call are told before any report is read.
        _known(selected + ignored)
        overruled = read_suppressions(suppress)
        settings = _settings(phrases)
    except (SuppressionError, ValueError) as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"{error.filename}: {error.strerror}")
    inputs = Inputs(files)
    audits: list[tuple[str, Audit]] = [
        (name, audit(report, select=selected, ignore=ignored, suppressions=overruled, settings=settings))
        for name, report in inputs
    ]
    if audits or style in ("json", "sarif"):
        _write(style, audits, inputs.several, every, out)
    if inputs.failed:
        raise click.exceptions.Exit(2)
    if any(result.broken for _, result in audits):
        raise click.exceptions.Exit(1)


def _codes(words: tuple[str, ...]) -> list[str]:
    return [code.strip() for word in words for code in word.split(",") if code.strip()]


def _known(codes: list[str]) -> None:
    """Raises ValueError for a code that is neither a rule nor a family of rules."""
    from taizhang.rules import all_rules

    known = set(all_rules()) | {rule.rule for rule in all_rules().values()}
    for code in codes:
        if code not in known:
            raise ValueError(
                say(f"没有规则 {code}；用 taizhang rule 列出规则", f"no rule {code}; taizhang rule lists them")
            )


def _settings(path: str | None) -> Settings:
    """The phrases of a TOML file, right = [wrong, …]. Raises ValueError with the file's name, OSError."""
    from taizhang.values.settings import Settings

    if path is None:
        return Settings()
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except ValueError as error:
        why = say("不是正确的 TOML（UTF-8）", "is no proper TOML in UTF-8")
        raise ValueError(f"{path}: {why}: {error}") from error
    for right, wrong in table.items():
        if not isinstance(wrong, list) or not all(isinstance(word, str) and word for word in wrong):
            raise ValueError(
                say(f"{path}: “{right}”的值应是词语列表", f"{path}: the value of {right} must be a list of words")
            )
    return Settings(phrases=tuple((right, tuple(wrong)) for right, wrong in table.items()))


def _write(style: str, audits: list[tuple[str, Audit]], several: bool, every: bool, out: str | None) -> None:
    from taizhang.cli.inputs import emit, refuse_output

    try:
        if style == "docx":
            _write_documents(audits, several, every, Path(str(out)))
        elif style == "text":
            _show(audits, several, every, out)
        else:
            emit(_encoded(style, audits, several, every), out)
    except BrokenPipeError:
        raise
    except OSError as error:
        refuse_output(out, error)


def _encoded(style: str, audits: list[tuple[str, Audit]], several: bool, every: bool) -> bytes:
    if style == "html":
        from taizhang.outputs.html import as_html

        return as_html(audits, speak(), every_verdict=every).encode()
    content: object
    if style == "sarif":
        from taizhang.outputs.sarif import as_sarif

        content = as_sarif(audits, speak(), every_verdict=every)
    else:
        from taizhang.outputs.records import finding_record

        content = [
            finding_record(finding, result, speak(), name if several else None)
            for name, result in audits
            for finding in result.findings
        ]
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _write_documents(audits: list[tuple[str, Audit]], several: bool, every: bool, out: Path) -> None:
    """One document a report; of several, each under its own name in the folder `out`."""
    from taizhang.outputs.docx import write_commented

    if not several and not out.is_dir():
        name, result = audits[0]
        write_commented(out, Path(name), result, speak(), every_verdict=every)
        return
    taken: set[str] = set()
    for name, result in audits:
        stem, number = Path(name).stem, 1
        while (wanted := f"{stem}.docx" if number == 1 else f"{stem}-{number}.docx") in taken:
            number += 1
        taken.add(wanted)
        if (out / wanted).resolve() == Path(name).resolve():
            raise OSError(say("会覆盖原文件", "it would overwrite the input"))
        write_commented(out / wanted, Path(name), result, speak(), every_verdict=every)


def _show(audits: list[tuple[str, Audit]], several: bool, every: bool, out: str | None) -> None:
    import io

    from rich.console import Console

    from taizhang.cli.inputs import emit
    from taizhang.outputs.terminal import show_audit, show_summary

    stream = io.StringIO() if out else None
    console = Console(file=stream, width=100) if stream else Console()
    if several:
        show_summary(console, audits, speak())
    for name, result in audits:
        show_audit(console, name, result, speak(), every_verdict=every)
    if stream:
        emit(stream.getvalue().encode("utf-8", "replace"), out)

"""`taizhang check`: the figures of the given reports that do not add up, with the arithmetic."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import click

from taizhang.cli.speech import say, speak

if TYPE_CHECKING:
    from taizhang.audit import Audit
    from taizhang.values.settings import Settings

FORMATS = ["text", "json", "sarif", "html", "docx"]


def command() -> click.Command:
    """The command with its help in the spoken language."""
    return click.Command(
        "check",
        callback=run,
        help=say(
            "审核报告：找出对不上的数字，并列出算式。有不符时退出码为 1。",
            "Audit reports: what does not add up, and why. Exits 1 when something is broken.",
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
            click.Option(["-o", "out"], metavar="OUT", help=say("写到这个文件", "write to this file")),
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

    inputs = Inputs(files)
    if style == "docx" and (out is None or inputs.several):
        refuse(say("--format docx 一次一个文件，并用 -o 指定输出", "--format docx takes one file and needs -o FILE"))
    audits: list[tuple[str, Audit]] = []
    try:
        overruled = read_suppressions(suppress)
        settings = _settings(phrases)
        for name, report in inputs:
            audits.append(
                (
                    name,
                    audit(
                        report, select=_codes(select), ignore=_codes(ignore), suppressions=overruled, settings=settings
                    ),
                )
            )
    except (SuppressionError, ValueError) as error:
        refuse(str(error))
    except OSError as error:
        refuse(f"{error.filename}: {error.strerror}")
    if audits or style in ("json", "sarif"):
        _write(style, audits, inputs.several, every, out)
    if inputs.failed:
        raise click.exceptions.Exit(2)
    if any(result.broken for _, result in audits):
        raise click.exceptions.Exit(1)


def _codes(words: tuple[str, ...]) -> list[str]:
    return [code.strip() for word in words for code in word.split(",") if code.strip()]


def _settings(path: str | None) -> Settings:
    from taizhang.values.settings import Settings

    if path is None:
        return Settings()
    table = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    wrong = [
        key
        for key, value in table.items()
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value)
    ]
    if wrong:
        raise ValueError(
            say(f"{path}: “{wrong[0]}”的值应是词语列表", f"{path}: the value of {wrong[0]} must be a list of words")
        )
    return Settings(phrases=tuple((right, tuple(words)) for right, words in table.items()))


def _write(style: str, audits: list[tuple[str, Audit]], several: bool, every: bool, out: str | None) -> None:
    from taizhang.cli.inputs import emit, refuse
    from taizhang.outputs.records import finding_record

    language = speak()
    try:
        if style == "text":
            _show(audits, several, every, out)
        elif style == "json":
            records = [
                finding_record(f, result, language, name if several else None)
                for name, result in audits
                for f in result.findings
            ]
            emit((json.dumps(records, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace"), out)
        elif style == "sarif":
            from taizhang.outputs.sarif import as_sarif

            emit(
                (
                    json.dumps(as_sarif(audits, language, every_verdict=every), ensure_ascii=False, indent=1) + "\n"
                ).encode("utf-8", "backslashreplace"),
                out,
            )
        elif style == "html":
            from taizhang.outputs.html import as_html

            emit(as_html(audits, language).encode("utf-8", "xmlcharrefreplace"), out)
        else:
            from taizhang.outputs.docx import write_commented

            write_commented(Path(str(out)), Path(audits[0][0]), audits[0][1], language, every_verdict=every)
    except OSError as error:
        refuse(f"{out}: {error.strerror or error}")


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
        emit(stream.getvalue().encode(), out)

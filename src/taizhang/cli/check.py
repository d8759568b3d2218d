"""`taizhang check`: the figures of the given reports that do not add up, with the arithmetic."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from taizhang.cli.speech import Spoken, say

if TYPE_CHECKING:
    from taizhang.audit import Audit

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
    from taizhang.audit import audit
    from taizhang.cli.choices import codes_of, settings_of, suppressions_of
    from taizhang.cli.inputs import Inputs, refuse
    from taizhang.cli.writing import document_places, write, write_documents

    if style == "docx" and out is None:
        refuse(say("--format docx 要用 -o 指定输出", "--format docx needs -o FILE"))
    # Mistakes of the call are told before any report is read.
    selected, ignored = codes_of(select), codes_of(ignore)
    overruled, settings = suppressions_of(suppress), settings_of(phrases)
    inputs = Inputs(files)
    places = document_places(inputs.paths, Path(str(out)), several=inputs.several) if style == "docx" else {}
    inputs.spare(*(places.values() if places else [out]))
    audits: list[tuple[str, Audit]] = list(
        inputs.each(
            lambda report: audit(report, select=selected, ignore=ignored, suppressions=overruled, settings=settings)
        )
    )
    if style == "docx":
        write_documents(inputs, audits, places, every=every)
    elif audits or style in ("json", "sarif"):
        write(style, audits, out, several=inputs.several, every=every)
    if inputs.failed:
        raise click.exceptions.Exit(2)
    if any(result.broken for _, result in audits):
        raise click.exceptions.Exit(1)

"""`taizhang read`: every figure of the given reports."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from taizhang.cli.speech import say, speak

FORMATS = ["table", "text", "jsonl", "csv", "xlsx", "parquet"]


def command() -> click.Command:
    """The command with its help in the spoken language."""
    return click.Command(
        "read",
        callback=run,
        help=say(
            "读出报告里的每个数字：单位、指标、时期、状态、所属。",
            "Read every figure: unit, indicator, period, status, link.",
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=say("文件…", "FILE…")),
            click.Option(
                ["--format", "style"],
                type=click.Choice(FORMATS),
                default="table",
                help=say("输出格式", "output format"),
            ),
            click.Option(["-o", "out"], metavar="OUT", help=say("写到这个文件", "write to this file")),
        ],
    )


def run(files: tuple[str, ...], style: str, out: str | None) -> None:
    from taizhang.claims import read
    from taizhang.cli.inputs import Inputs, emit, refuse
    from taizhang.outputs.records import claim_record

    inputs = Inputs(files)
    if style in ("xlsx", "parquet") and out is None:
        refuse(say(f"--format {style} 要用 -o 指定文件", f"--format {style} needs -o FILE"))
    records: list[dict[str, Any]] = []
    for name, report in inputs:
        if style == "text":
            emit(report.text.encode("utf-8", "surrogatepass"), out)
            continue
        for notice in report.notices:
            print(f"{name}: {notice.in_language(speak())}", file=sys.stderr)
        claims = read(report).claims
        if style == "table":
            _show(name, claims)
        records += [claim_record(claim, name if inputs.several else None) for claim in claims]
    if style not in ("text", "table"):
        _write(style, records, out)
    if inputs.failed:
        raise click.exceptions.Exit(2)


def _show(name: str, claims: Any) -> None:
    from rich.console import Console

    from taizhang.outputs.terminal import show_claims

    show_claims(Console(), name, claims, speak())


def _write(style: str, records: list[dict[str, Any]], out: str | None) -> None:
    from taizhang.cli.inputs import emit, refuse
    from taizhang.outputs import tables

    try:
        if style == "jsonl":
            lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
            emit(lines.encode("utf-8", "backslashreplace"), out)
        elif style == "csv":
            emit(tables.as_csv(records), out)
        elif style == "xlsx":
            tables.write_xlsx(Path(str(out)), records, speak())
        else:
            tables.write_parquet(Path(str(out)), records)
    except tables.ParquetMissing:
        refuse(
            say(
                "缺少 pyarrow；请运行 pip install 'taizhang[parquet]'",
                "pyarrow is missing; pip install 'taizhang[parquet]'",
            )
        )
    except OSError as error:
        refuse(f"{out}: {error.strerror or error}")

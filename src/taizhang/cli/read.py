"""`taizhang read`: every figure of the given reports."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from taizhang.cli.speech import Spoken, say, speak

FORMATS = ["table", "text", "jsonl", "csv", "xlsx", "parquet"]


def command() -> click.Command:
    """The command with its help in the spoken language."""
    return Spoken(
        "read",
        callback=run,
        help=say(
            "读出报告里的每个数字：单位、指标、时期、状态、所属。文件可以是文件夹；- 指标准输入。",
            "Read every figure: unit, indicator, period, status, link. FILE may be a folder; - is stdin.",
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
    from taizhang.cli.inputs import Inputs, emit, refuse, tell
    from taizhang.outputs.records import claim_record
    from taizhang.outputs.terminal import claims_text

    if style in ("xlsx", "parquet") and out is None:
        refuse(say(f"--format {style} 要用 -o 指定文件", f"--format {style} needs -o FILE"))
    inputs = Inputs(files)
    inputs.spare(out)
    records: list[dict[str, Any]] = []
    texts: list[str] = []
    for name, (report, claims) in inputs.each(lambda report: (report, read(report).claims if style != "text" else ())):
        for notice in report.notices:
            tell(f"{name}: {notice.in_language(speak())}")
        if style == "text":
            texts.append(report.text)
        if style == "table":
            texts.append(claims_text(name, claims, speak()))
        records += [claim_record(claim, name if inputs.several else None) for claim in claims]
    if style in ("text", "table"):
        emit("".join(texts).encode("utf-8", "surrogatepass" if style == "text" else "replace"), out)
    else:
        _write(style, records, out, several=inputs.several)
    if inputs.failed:
        raise click.exceptions.Exit(2)


def _write(style: str, records: list[dict[str, Any]], out: str | None, *, several: bool) -> None:
    from taizhang.cli.inputs import emit, refuse, refuse_output
    from taizhang.outputs import tables
    from taizhang.outputs.records import claim_keys

    keys = claim_keys(with_file=several)
    try:
        if style == "jsonl":
            lines = "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
            emit(lines.encode("utf-8", "backslashreplace"), out)
        elif style == "csv":
            emit(tables.as_csv(records, keys), out)
        elif style == "xlsx":
            tables.write_xlsx(Path(str(out)), records, keys, speak())
        else:
            tables.write_parquet(Path(str(out)), records, keys)
    except tables.ParquetMissing:
        refuse(
            say(
                "缺少 pyarrow；请运行 pip install 'taizhang[parquet]'",
                "pyarrow is missing; run pip install 'taizhang[parquet]'",
            )
        )
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        refuse_output(out, error)

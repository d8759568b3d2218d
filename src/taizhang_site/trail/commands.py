"""`taizhang trail verify` and `taizhang trail export`: the chain checked and taken out, without the site running."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

import click


@click.group("trail", help="审计日志：核验、导出 / the audit trail: verify, export")
def trail() -> None:
    """The trail's commands."""


DATA = click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="数据文件夹 / data folder")


@trail.command("verify", help="核验日志有没有被改动 / check that nothing was tampered with")
@DATA
@click.option("--anchor", default="", help="以前记下的“序号:摘要” / an earlier number:digest to find again")
@click.pass_context
def verify(context: click.Context, data: Path | None, anchor: str) -> None:
    """Exit code 0: whole; 1: tampered with, the first bad row is named."""
    _open(data)
    from taizhang_site.trail.verifying import check

    result = check(anchor)
    click.echo(result.words)
    context.exit(0 if result.whole else 1)


@trail.command("export", help="导出日志（每行一条 JSON）/ write the rows as JSON lines")
@DATA
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="写到哪个文件 / file"
)
def export(data: Path | None, output: Path) -> None:
    """Writes the rows as JSON lines; `verify_trail.py` checks them on any machine."""
    _open(data)
    from taizhang_site.trail.verifying import exported

    handle, name = tempfile.mkstemp(dir=output.parent or Path(), prefix=".taizhang-")
    count = 0
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        for row in exported():
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    Path(name).replace(output)
    click.echo(f"已导出 {count} 条到 {output}")


def _open(data: Path | None) -> None:
    """Sets the site up without changing anything; exits with 2 where there is no installation."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang_site.settings")
    if data is not None:
        os.environ["TAIZHANG_DATA"] = str(data)
    folder = Path(os.environ.get("TAIZHANG_DATA", "data"))
    if not os.environ.get("DATABASE_URL") and not (folder / "taizhang.sqlite3").is_file():
        print(f"taizhang: {folder} 里没有台账的数据库；请用 --data 指到数据文件夹", file=sys.stderr)
        sys.exit(2)
    import django

    django.setup()

"""From a data folder to a site that answers: settings, checks, tables."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def prepare(mode: str, data: Path | None = None, hosts: str = "") -> None:
    """Sets the site up in this process and brings the tables up to date.

    Exits with status 2 and the reasons where the settings are unsafe or the folder cannot be used.
    """
    os.environ["TAIZHANG_MODE"] = mode
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taizhang_site.settings")
    if data is not None:
        os.environ["TAIZHANG_DATA"] = str(data)
    if hosts:
        os.environ["TAIZHANG_HOSTS"] = hosts
    folder = Path(os.environ.get("TAIZHANG_DATA", "data"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        import django

        django.setup()
    except OSError as problem:
        _stop([f"数据文件夹 {folder} 不能用：{problem.strerror}；请改它的权限，或用 --data 指到别处"])
    from django.core.management import call_command
    from django.db.utils import DatabaseError

    from taizhang_site.serving.checks import problems

    try:
        if found := problems():
            _stop(found)
        call_command("migrate", verbosity=0, interactive=False)
    except DatabaseError as problem:
        _stop([f"数据库打不开：{problem}；请核对 DATABASE_URL 和数据文件夹"])


def _stop(reasons: list[str]) -> None:
    for reason in reasons:
        print(f"taizhang: {reason}", file=sys.stderr)
    sys.exit(2)

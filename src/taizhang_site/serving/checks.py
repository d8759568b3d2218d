"""What must be in order before the site answers anyone. Each complaint names the thing and what to do."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings
from django.db import connection

OLDEST_SQLITE = (3, 35, 0)
"""SQLite from which everything that the site asks for is there (RETURNING, window frames)."""
WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
LEAST_WAIT = 20_000


def problems() -> list[str]:
    """Everything that stands in the way, in words; empty where the site may start."""
    return [*_folder(), *_key(), *_hosts(), *_database()]


def _folder() -> list[str]:
    data: Path = settings.DATA
    if not os.access(data, os.W_OK | os.X_OK):
        return [f"数据文件夹 {data} 不能写；请改它的所有者，或用 TAIZHANG_DATA 指到别处"]
    return []


def _key() -> list[str]:
    key = settings.DATA / "key"
    if key.is_file() and key.stat().st_mode & 0o077:
        return [f"密钥 {key} 别人也能读；请运行 chmod 600 {key}"]
    return []


def _hosts() -> list[str]:
    if settings.MODE == "serve" and "*" in settings.ALLOWED_HOSTS:
        return ["TAIZHANG_HOSTS 不能是 *；请写上真正的主机名或地址，用逗号隔开"]
    return []


def _database() -> list[str]:
    """SQLite must keep what it acknowledged through a power cut, and wait for other writers."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        found = {name: cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in WANTED}
        wait = cursor.execute("PRAGMA busy_timeout").fetchone()[0]
        version = cursor.execute("SELECT sqlite_version()").fetchone()[0]
    wrong = [
        f"SQLite 的 {name} 是 {found[name]}，须为 {value}；请用自带的设置，不要改 DATABASES"
        for name, value in WANTED.items() if found[name] != value
    ]  # fmt: skip
    if wait < LEAST_WAIT:
        wrong.append(f"SQLite 的等待时间是 {wait} 毫秒，须不少于 {LEAST_WAIT}")
    if tuple(int(part) for part in version.split(".")) < OLDEST_SQLITE:
        wrong.append(f"SQLite {version} 太旧，须 3.35 以上；请换新的 Python")
    return wrong

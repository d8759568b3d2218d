"""Serves the demo county: makes it on first use, says how to log in."""

from __future__ import annotations

import os

from taizhang_site.serving.starting import prepare

LOGINS = (
    ("镇统计员", "yingchuan-clerk"), ("镇审核", "yingchuan-reviewer"), ("镇长", "yingchuan-leader"),
    ("村报账员", "yingchuan-village-06"), ("县领导", "county-leader"), ("安全管理员", "security-admin"),
)  # fmt: skip


def main() -> None:
    """`make run`: the demo at `TAIZHANG_DATA` (default ./data), on `PORT` (default 8000)."""
    prepare("demo")
    from django.conf import settings
    from django.utils import timezone

    from taizhang_site.accounts.models import User
    from taizhang_site.demo.seed import seed
    from taizhang_site.serving.server import Server

    if not User.objects.exists():
        print("正在生成演示县（虚构）的数据，约需二十秒 …", flush=True)
        seed(timezone.localdate())
    port = int(os.environ.get("PORT", "8000"))
    print(f"\n台账演示：http://127.0.0.1:{port}/   密码都是 {settings.DEMO_PASSWORD}")
    for title, username in LOGINS:
        print(f"  {username:<22}{title}")
    print(flush=True)
    Server(os.environ.get("HOST", "127.0.0.1"), port).run()


if __name__ == "__main__":
    main()

"""`taizhang serve`: the real thing. It never makes demo data."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("serve", help="运行台账网站 / run the site")
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="数据文件夹（默认 ./data）/ data folder")
@click.option("--host", default="127.0.0.1", show_default=True, help="监听的地址 / address")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="端口 / port")
@click.option("--hosts", default="", help="允许的主机名，逗号隔开 / host names that are answered")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 16), help="进程数 / processes")
def serve(data: Path | None, host: str, port: int, hosts: str, workers: int) -> None:
    """Prepares the data folder, makes the administrators on the first run, and serves."""
    from taizhang_site.serving.starting import prepare

    prepare("serve", data, hosts)
    from taizhang_site.serving.first_run import first_run
    from taizhang_site.serving.server import Server

    made = first_run()
    if made:
        click.echo("首次运行，三个管理员的一次性密码如下，只显示这一次；登录后须改密码：")
        for title, username, password in made:
            click.echo(f"  {title}  {username}  {password}")
    click.echo(f"台账已启动：http://{host}:{port}/")
    Server(host, port, workers).run()

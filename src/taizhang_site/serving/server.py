"""The server: one master, a few threads, so that a town's machine is enough."""

from __future__ import annotations

import os
from typing import Any

from gunicorn.app.base import BaseApplication


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn with the site's settings."""

    def __init__(self, host: str, port: int, workers: int = 1, threads: int = 8) -> None:
        self.wanted = {
            "bind": f"{host}:{port}", "workers": workers, "threads": threads, "worker_class": "gthread", "timeout": 60,
            "graceful_timeout": 20, "keepalive": 5, "accesslog": None, "errorlog": "-", "loglevel": "warning",
            "preload_app": True, "worker_tmp_dir": "/dev/shm" if os.path.isdir("/dev/shm") else None,
            "limit_request_line": 8190, "limit_request_fields": 60, "forwarded_allow_ips": "127.0.0.1",
        }  # fmt: skip
        super().__init__()

    def load_config(self) -> None:
        """What gunicorn asks for first."""
        for key, value in self.wanted.items():
            self.cfg.set(key, value)

    def load(self) -> Any:
        """The application, loaded once before the workers part."""
        from django.db import connections

        from taizhang_site.wsgi import application

        connections.close_all()
        return application

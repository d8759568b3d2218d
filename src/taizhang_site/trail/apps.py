"""The app's registration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Config(AppConfig):
    """审计日志"""

    name = "taizhang_site.trail"
    label = "trail"
    verbose_name = _("审计日志")

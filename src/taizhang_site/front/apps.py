"""The app's registration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Config(AppConfig):
    """首页"""

    name = "taizhang_site.front"
    label = "front"
    verbose_name = _("首页")

"""The app's registration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Config(AppConfig):
    """指标"""

    name = "taizhang_site.indicators"
    label = "indicators"
    verbose_name = _("指标")

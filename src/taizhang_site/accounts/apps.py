"""The app's registration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Config(AppConfig):
    """人员与岗位"""

    name = "taizhang_site.accounts"
    label = "accounts"
    verbose_name = _("人员与岗位")

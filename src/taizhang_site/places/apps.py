"""The app's registration."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class Config(AppConfig):
    """地区"""

    name = "taizhang_site.places"
    label = "places"
    verbose_name = _("地区")

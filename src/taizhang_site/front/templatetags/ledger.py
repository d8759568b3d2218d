"""Words and numbers as pages show them."""

from __future__ import annotations

from django import template

register = template.Library()

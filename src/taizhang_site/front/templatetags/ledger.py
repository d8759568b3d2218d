"""Words and numbers as pages show them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.translation import gettext as _

register = template.Library()
MINUS = "−"


def digits(value: Decimal, places: int, *, signed: bool = False) -> str:
    """The number rounded half up to `places` decimals, thousands apart, with a true minus sign."""
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return f"{sign}{abs(rounded):,f}"


@register.filter
def places(value: object, count: int = 1) -> str:
    """`{{ 97.158|places:1 }}` → 97.2; a dash for none."""
    return digits(value, count) if isinstance(value, Decimal) else "—"


@register.filter
def signed(value: object, count: int = 1) -> str:
    """As `places`, with a plus sign in front of what is above nought."""
    return digits(value, count, signed=True) if isinstance(value, Decimal) else "—"


@register.filter
def plain(value: object, indicator: Any) -> str:
    """A bare number at the indicator's precision; a dash for none."""
    return digits(value, indicator.precision) if isinstance(value, Decimal) else "—"


@register.filter
def at(found: dict[Any, Any], key: Any) -> Any:
    """What a mapping holds under a key; nothing where it holds none."""
    return found.get(key, ())


@register.simple_tag
def shown(value: Any, indicator: Any) -> str:
    """A `Value` at its indicator's precision, or the word for why there is none."""
    if value is None:
        return format_html('<span class="none">—</span>')
    if value.value is not None:
        return digits(value.value, indicator.precision)
    if value.state == "value" and value.text:
        return str(value.text)
    words = {
        "not_applicable": _("不适用"), "not_due": _("未到期"), "waiting": _("待上级"),
    }.get(value.state, "—")  # fmt: skip
    return format_html('<span class="none">{}</span>', words)

"""The dictionary: local indicators, and the thresholds of the lights."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.rights import demand
from taizhang_site.indicators.models import Figure, Indicator, Lights
from taizhang_site.places.models import Place
from taizhang_site.trail.actions import differences, record

FIXED = ("kind", "precision", "unit")
"""What may not change once there are figures: the stored digits would mean something else."""


@transaction.atomic
def define(actor: Actor, indicator: Indicator, place: Place, before: dict[str, Any] | None) -> Indicator:
    """Keeps a local indicator of `place`; `before` holds its earlier fields, None for a new one.

    Raises ValueError where the type, precision or unit of an indicator with figures would change, PermissionDenied.
    """
    demand(actor, "indicator.define", place)
    if before is None:
        indicator.place = place
        number = Indicator.objects.filter(place=place).count() + 1
        while Indicator.objects.filter(code=f"local-{place.pk}-{number}").exists():
            number += 1
        indicator.code = f"local-{place.pk}-{number}"
        indicator.order = 1000 + number
    elif (
        any(before[name] != getattr(indicator, name) for name in FIXED)
        and Figure.objects.filter(indicator=indicator).exists()
    ):
        raise ValueError("fixed")
    indicator.save()
    names = [field.name for field in Indicator._meta.concrete_fields if field.name != "id"]
    kind = "indicator.defined" if before is None else "indicator.changed"
    record(actor, kind, indicator, differences(indicator, before or {}, names))
    return indicator


@transaction.atomic
def set_lights(actor: Actor, place: Place, yellow: int, red: int) -> Lights:
    """Sets the thresholds of a place's lights, in points behind. Raises ValueError where red comes before yellow."""
    demand(actor, "indicator.define", place)
    if not 0 <= yellow <= red <= 100:
        raise ValueError(f"{yellow}, {red}")
    row, _made = Lights.objects.get_or_create(place=place)
    before = {"yellow_behind": row.yellow_behind, "red_behind": row.red_behind}
    row.yellow_behind, row.red_behind = yellow, red
    row.save()
    record(actor, "lights.set", place, differences(row, before, before))
    return row

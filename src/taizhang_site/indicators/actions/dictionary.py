"""The dictionary: local indicators, and the thresholds of the lights."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from taizhang.packs.indicators import Dictionary
from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.rights import demand
from taizhang_site.indicators.models import Alias, Figure, Group, Indicator, Lights
from taizhang_site.places.models import Place
from taizhang_site.trail.actions import Subject, differences, record

FIXED = ("kind", "precision", "unit")
"""What may not change once there are figures: the stored digits would mean something else."""


PACKED = (
    "name", "unit", "precision", "kind", "direction", "every", "by_village", "headline", "jan_feb_merged",
    "may_be_negative", "summed", "times", "office", "source", "definition", "due_day",
)  # fmt: skip


@transaction.atomic
def load(actor: Actor, dictionary: Dictionary) -> int:
    """Brings a pack's dictionary into the database by its codes; how many indicators are new.

    An indicator that has figures keeps its type, precision and unit.
    """
    groups = {
        group.code: Group.objects.update_or_create(code=group.code, defaults={"name": group.name, "order": order})[0]
        for order, group in enumerate(dictionary.groups)
    }
    rows = {row.code: row for row in Indicator.objects.filter(place=None)}
    used = set(Figure.objects.filter(indicator__in=rows.values()).values_list("indicator_id", flat=True).distinct())
    new = 0
    for order, each in enumerate(dictionary.indicators):
        row = rows.get(each.code)
        if row is None:
            row = rows[each.code] = Indicator(code=each.code)
            new += 1
        for name in PACKED:
            if name not in FIXED or row.pk not in used:
                setattr(row, name, getattr(each, name))
        row.group, row.order = groups[each.group], order
        row.save()
    for each in dictionary.indicators:
        row = rows[each.code]
        if each.numerator:
            row.numerator, row.denominator = rows[each.numerator], rows[each.denominator]
            row.save(update_fields=("numerator", "denominator"))
        held = set(row.aliases.values_list("name", flat=True))
        Alias.objects.bulk_create(Alias(indicator=row, name=name) for name in each.aliases if name not in held)
    record(
        actor, "dictionary.loaded", Subject("dictionary", "指标词典"),
        [{"object": "dictionary", "field": "indicators", "was": len(rows) - new, "is": len(rows)}],
    )  # fmt: skip
    return new


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

"""Places as they are and as they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from taizhang_site.places.models import Place, PlaceVersion


@dataclass(frozen=True, slots=True)
class Leaf:
    """A place in the tree: how deep, its name and code on the day, whether it was in use."""

    place: Place
    depth: int
    name: str
    code: str
    open: bool


def tree(top: Place, on: date) -> list[Leaf]:
    """The place and all below it, parents before children, with the names and codes of the day. Two queries."""
    rows = {row.pk: row for row in Place.objects.filter(path__startswith=top.path)}
    named = {
        version.place_id: version
        for version in PlaceVersion.objects.filter(
            Q(valid_to=None) | Q(valid_to__gte=on), place__in=rows, valid_from__lte=on
        )
    }
    below: dict[int | None, list[Place]] = {}
    for row in sorted(rows.values(), key=lambda each: (each.order, each.code)):
        below.setdefault(row.parent_id, []).append(row)
    found: list[Leaf] = []
    waiting = [(top, 0)]
    while waiting:
        place, depth = waiting.pop(0)
        version = named.get(place.pk)
        in_use = version is not None and not (place.valid_to and place.valid_to < on)
        found.append(
            Leaf(place, depth, version.name if version else place.name, version.code if version else place.code, in_use)
        )
        waiting[:0] = [(child, depth + 1) for child in below.get(place.pk, [])]
    return found

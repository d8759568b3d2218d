"""Keeps `Parts` true: a place's change moves the sums above it, in the same transaction."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from taizhang_site.indicators.models import Figure, Indicator, Parts
from taizhang_site.indicators.shares import Share, share, share_of_parts
from taizhang_site.places.models import Place


def moved(figure: Figure, place: Place, indicator: Indicator, before: Share | None, after: Share) -> None:
    """Carries a figure's change up the tree. `before` is None where the place had no submitted figure until now."""
    if not indicator.adds_up or figure.office_id is not None:
        return
    key: dict[str, Any] = {"indicator": indicator, "year": figure.year, "month": figure.month}
    if before is None:
        before = share_of_parts(Parts.objects.filter(place=place, **key).first())
    child: Place | None = place
    while child is not None and child.parent_id and before != after:
        parts, _ = Parts.objects.select_for_update().get_or_create(place_id=child.parent_id, **key)
        was = share_of_parts(parts)
        Parts.objects.filter(pk=parts.pk).update(
            scaled=F("scaled") + after.scaled - before.scaled,
            values=F("values") + after.values - before.values,
            not_applicable=F("not_applicable") + after.not_applicable - before.not_applicable,
            absent=F("absent") + after.absent - before.absent,
        )
        own = Figure.objects.filter(place_id=child.parent_id, office=None, number__gt=0, **key).exists()
        if own:
            return
        parts.refresh_from_db()
        before, after = was, share_of_parts(parts)
        child = Place.objects.filter(pk=child.parent_id).first()


def rebuild() -> int:
    """Makes every row of `Parts` anew from the figures; how many. For a repair, a restore, a seeded town."""
    Parts.objects.all().delete()
    places = {place.pk: place for place in Place.objects.all()}
    depth = {pk: place.path.count("/") for pk, place in places.items()}
    own: dict[tuple[int, int, int, int], Share] = {}
    used = [each for each in Indicator.objects.all() if each.adds_up]
    rows = Figure.objects.filter(number__gt=0, office=None, indicator__in=used)
    for indicator, place, year, month, state, scaled in rows.values_list(
        "indicator_id", "place_id", "year", "month", "state", "scaled"
    ).iterator():
        own[indicator, place, year, month] = share(state, scaled)
    sums: dict[tuple[int, int, int, int], Parts] = {}
    waiting = dict(own)
    for level in sorted(set(depth.values()), reverse=True):
        for key in [key for key in waiting if depth[key[1]] == level]:
            added = waiting.pop(key)
            parent = places[key[1]].parent_id
            if parent is None:
                continue
            up = (key[0], parent, key[2], key[3])
            parts = sums.setdefault(up, Parts(indicator_id=up[0], place_id=up[1], year=up[2], month=up[3]))
            parts.scaled += added.scaled
            parts.values += added.values
            parts.not_applicable += added.not_applicable
            parts.absent += added.absent
        for up, parts in sums.items():
            if depth[up[1]] == level - 1 and up not in own:
                waiting[up] = share_of_parts(parts)
    Parts.objects.bulk_create(sums.values(), batch_size=2000)
    return len(sums)

"""Writing places: founding, renaming, closing."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from taizhang_site.places.models import Place, PlaceVersion


@transaction.atomic
def found(*, name: str, level: str, code: str, parent: Place | None, since: date, order: int = 0) -> Place:
    """A new place under `parent`, with its first version.

    Raises ValidationError for a code that is not twelve digits.
    """
    place = Place(parent=parent, level=level, code=code, name=name, valid_from=since, order=order, path="?")
    place.clean_fields(exclude=("path",))
    place.path = f"?{code}"
    place.save()
    place.path = f"{parent.path if parent else '/'}{place.pk}/"
    place.save(update_fields=("path",))
    PlaceVersion.objects.create(place=place, code=code, name=name, valid_from=since)
    return place

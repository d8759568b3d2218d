"""Writing places: founding, renaming, closing."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.rights import demand
from taizhang_site.places.models import Level, Office, Place, PlaceVersion
from taizhang_site.trail.actions import differences, record


class RefusedError(Exception):
    """What cannot be done, in words for the person; nothing was written."""


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


@transaction.atomic
def rename(actor: Actor, place: Place, *, name: str, code: str, since: date, reason: str) -> PlaceVersion:
    """A new name or code from a day. What stood until then stays a version, and old figures keep their place.

    Raises RefusedError for a day that is not after the last change, for no change, and for no reason;
    ValidationError for a code that is not twelve digits.
    """
    demand(actor, "place.change", place)
    name, code, reason = name.strip(), code.strip(), reason.strip()
    last = place.versions.order_by("-valid_from").first()
    if not reason:
        raise RefusedError(_("请写明变更原因和文件"))
    if not name or (name, code) == (place.name, place.code):
        raise RefusedError(_("名称和代码都没有变"))
    if last is not None and since <= last.valid_from:
        raise RefusedError(_("生效日期须晚于上次变更的日期（%(day)s）") % {"day": last.valid_from})
    version = PlaceVersion(place=place, code=code, name=name, valid_from=since, reason=reason[:200])
    version.clean_fields()
    if last is not None:
        last.valid_to = since - timedelta(days=1)
        last.save(update_fields=("valid_to",))
    version.save()
    before = {"name": place.name, "code": place.code}
    place.name, place.code = name[:60], code
    place.save(update_fields=("name", "code"))
    record(actor, "place.renamed", place, differences(place, before, before), reason=reason)
    return version


@transaction.atomic
def add(actor: Actor, parent: Place, *, name: str, code: str, since: date, reason: str) -> Place:
    """A new place under one of the actor's. Raises as `rename` does."""
    demand(actor, "place.change", parent)
    below = {Level.COUNTY: Level.TOWN, Level.TOWN: Level.VILLAGE}.get(Level(parent.level))
    if below is None:
        raise RefusedError(_("这里不能再设下级"))
    if not name.strip() or not reason.strip():
        raise RefusedError(_("请写名称、变更原因和文件"))
    if Place.objects.filter(code=code.strip(), valid_to=None).exists():
        raise RefusedError(_("代码 %(code)s 已有地区在用") % {"code": code.strip()})
    place = found(name=name.strip()[:60], level=below, code=code.strip(), parent=parent, since=since)
    record(actor, "place.founded", place, differences(place, {}, ("name", "code", "level")), reason=reason)
    return place


@transaction.atomic
def close(actor: Actor, place: Place, *, until: date, reason: str) -> None:
    """Ends a place on a day; its figures stay. Raises RefusedError where places below it are still in use."""
    demand(actor, "place.change", place)
    if actor.scope is not None and actor.scope.pk == place.pk:
        raise RefusedError(_("不能撤销自己的地区"))
    if not reason.strip():
        raise RefusedError(_("请写明变更原因和文件"))
    if place.children.filter(valid_to=None).exists():
        raise RefusedError(_("还有下级地区在用，先撤销或划转它们"))
    before = {"valid_to": place.valid_to}
    place.valid_to = until
    place.save(update_fields=("valid_to",))
    place.versions.filter(valid_to=None).update(valid_to=until)
    record(actor, "place.closed", place, differences(place, before, before), reason=reason)


@transaction.atomic
def add_office(actor: Actor, place: Place, name: str, since: date) -> Office:
    """A new office of a place. Raises RefusedError where the name is empty or taken."""
    demand(actor, "place.change", place)
    if not name.strip() or place.offices.filter(name=name.strip()).exists():
        raise RefusedError(_("请写站所名称；同一地区的站所不能重名"))
    office = Office.objects.create(place=place, name=name.strip()[:60], order=place.offices.count(), valid_from=since)
    record(actor, "office.founded", office)
    return office

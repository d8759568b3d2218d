"""Writing the trail. The row stands in the same transaction as what it tells of: both are kept, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from taizhang_site.trail.chain import digest
from taizhang_site.trail.models import Entry, Head

if TYPE_CHECKING:
    from taizhang_site.accounts.actors import Actor

Change = dict[str, Any]
"""One difference: `object`, `field`, `was`, `is`."""
BACK = timedelta(seconds=5)
"""A clock that stands so far behind the last row has been set back, and the trail says so."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about: `figures:12` and the words that a person knows it by."""

    key: str = ""
    title: str = ""


def subject(row: Model, title: str = "") -> Subject:
    """The subject that a stored row is."""
    return Subject(f"{row._meta.model_name}:{row.pk}", title or str(row)[:300])


def record(
    actor: Actor,
    kind: str,
    about: Model | Subject | None = None,
    changes: Sequence[Change] = (),
    *,
    success: bool = True,
    reason: str = "",
) -> Entry:
    """One row of the trail for one batch of writes, inside the caller's transaction.

    `kind` is `noun.verb` in English; `changes` are the batch's differences. Raises what the database raises: an event
    that cannot be written must not happen.
    """
    if about is None:
        about = Subject()
    elif isinstance(about, Model):
        about = subject(about)
    with transaction.atomic():
        head, _ = Head.objects.select_for_update().get_or_create(pk=1)
        now = timezone.now()
        if head.at and now < head.at - BACK and kind != "clock.back":
            head = _append(head, actor, "clock.back", Subject(), [_gap(head.at, now)], True, "")[0]
        return _append(head, actor, kind, about, list(changes), success, reason)[1]


def _gap(was: Any, now: Any) -> Change:
    return {"object": "clock", "field": "at", "was": was.isoformat(), "is": now.isoformat()}


def _append(
    head: Head, actor: Actor, kind: str, about: Subject, changes: list[Change], success: bool, reason: str
) -> tuple[Head, Entry]:
    now = timezone.now().astimezone(UTC)
    entry = Entry(
        number=head.number + 1, at=now, user_id=actor.user_id, username=actor.username, post=actor.post_name,
        ip=actor.ip, kind=kind, subject=about.key, title=about.title[:300], success=success, reason=reason[:500],
        changes=changes, previous=head.digest,
    )  # fmt: skip
    entry.digest = digest(as_row(entry), head.digest)
    entry.save(force_insert=True)
    head.number, head.digest, head.at = entry.number, entry.digest, now
    head.save()
    return head, entry


def as_row(entry: Entry) -> dict[str, Any]:
    """The fields that the chain covers, in the form in which they are hashed and exported."""
    return {
        "number": entry.number, "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "user_id": entry.user_id, "username": entry.username, "post": entry.post, "ip": entry.ip, "kind": entry.kind,
        "subject": entry.subject, "title": entry.title, "success": entry.success, "reason": entry.reason,
        "changes": entry.changes,
    }  # fmt: skip


def differences(row: Model, before: dict[str, Any], names: Iterable[str]) -> list[Change]:
    """What `names` of a stored row were and are, for those that differ."""
    key = f"{row._meta.model_name}:{row.pk}"
    found = []
    for name in names:
        was, now = _plain(before.get(name)), _plain(getattr(row, name))
        if was != now:
            found.append({"object": key, "field": name, "was": was, "is": now})
    return found


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | str):
        return value
    return str(value.pk) if isinstance(value, Model) else str(value)

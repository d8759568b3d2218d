"""Questions to the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils import timezone

from taizhang_site.trail.models import Entry


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: an account, a kind of event, days, words of the subject, refusals only."""

    username: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    q: str = ""
    failed: bool = False

    @classmethod
    def read(cls, asked: Any) -> Search:
        """The search that an address holds."""
        words = {name: asked.get(name, "").strip()[:60] for name in ("username", "kind", "since", "until", "q")}
        return cls(**words, failed=bool(asked.get("failed")))

    def link(self) -> str:
        """The search as the end of an address, behind the page."""
        parts = {name: getattr(self, name) for name in ("username", "kind", "since", "until") if getattr(self, name)}
        return "&" + urlencode({**parts, **({"failed": 1} if self.failed else {})})

    def words(self) -> str:
        """The search in a line."""
        return " ".join(str(value) for value in (self.username, self.kind, self.since, self.until, self.q) if value)


def found(search: Search) -> QuerySet[Entry]:
    """The events that match, newest first. A day that is none is passed over."""
    rows = Entry.objects.order_by("-number")
    if search.username:
        rows = rows.filter(username=search.username)
    if search.kind:
        rows = rows.filter(kind=search.kind)
    if search.q:
        rows = rows.filter(Q(title__icontains=search.q) | Q(subject=search.q))
    if search.failed:
        rows = rows.filter(success=False)
    if day := _day(search.since):
        rows = rows.filter(at__gte=timezone.make_aware(datetime.combine(day, time.min)))
    if day := _day(search.until):
        rows = rows.filter(at__lte=timezone.make_aware(datetime.combine(day, time.max)))
    return rows


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def kinds() -> list[str]:
    """The kinds of events that have happened."""
    return list(Entry.objects.order_by("kind").values_list("kind", flat=True).distinct())

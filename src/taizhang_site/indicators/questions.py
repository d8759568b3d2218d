"""What a page is asked: which place, which month, as of which day, as known at which moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from taizhang_site.accounts.asking import Asked
from taizhang_site.indicators.months import Month, newest
from taizhang_site.indicators.queries.values import NOW, When
from taizhang_site.places.models import Place


@dataclass(frozen=True, slots=True)
class Question:
    """A place in the asker's scope, a month, and the two dates (`When`)."""

    place: Place
    month: Month
    when: When = NOW
    as_of: str = ""
    known_at: str = ""

    def link(self, **other: object) -> str:
        """The question as the end of an address, with some of it changed; `?place=3&month=2026-10`."""
        parts: dict[str, object] = {"place": self.place.pk, "month": self.month}
        if self.as_of:
            parts["as_of"] = self.as_of
        if self.known_at:
            parts["known_at"] = self.known_at
        return "?" + urlencode({**parts, **other})

    @property
    def rest(self) -> str:
        """The question without its place, for links to other places: `&month=2026-10`."""
        parts = {"month": str(self.month), "as_of": self.as_of, "known_at": self.known_at}
        return "&" + urlencode({name: value for name, value in parts.items() if value})

    @property
    def earlier(self) -> Month:
        """The month before."""
        return self.month.plus(-1)

    @property
    def later(self) -> Month:
        """The month after."""
        return self.month.plus(1)

    @property
    def day(self) -> date:
        """The day that progress is measured at: the day asked for, else the month's last."""
        return min(self.when.as_of, self.month.last_day()) if self.when.as_of else self.month.last_day()


def asked(request: Asked) -> Question:
    """The question that the address holds; what it leaves out is the asker's own place and the newest month.

    Raises Http404 for a place outside the scope and for dates that are none, PermissionDenied for one without a scope.
    """
    scope = request.actor.scope
    if scope is None:
        raise PermissionDenied
    asked = request.POST if request.method == "POST" else request.GET
    place = within(scope, asked.get("place", ""))
    as_of, known_at = asked.get("as_of", ""), asked.get("known_at", "")
    when = When(_day(as_of), _moment(known_at))
    today = min(when.as_of or timezone.localdate(), timezone.localdate())
    return Question(place, _month(asked.get("month", ""), today), when, as_of, known_at)


def within(scope: Place, key: str) -> Place:
    """The place with that key in the scope, the scope itself for none. Raises Http404 for any other."""
    if not key or key == str(scope.pk):
        return scope
    found = (
        Place.objects.filter(pk=key, path__startswith=scope.path).first() if key.isascii() and key.isdigit() else None
    )
    if found is None:
        raise Http404
    return found


def _month(words: str, today: date) -> Month:
    if not words:
        return newest(today)
    try:
        return Month.read(words)
    except ValueError:
        raise Http404 from None


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise Http404 from None


def _moment(words: str) -> datetime | None:
    """A moment as typed; a day alone means its end."""
    if not words:
        return None
    day = _day(words) if len(words) == 10 else None
    if day:
        return timezone.make_aware(datetime.combine(day, time.max))
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        raise Http404 from None
    return timezone.make_aware(moment + timedelta(seconds=59)) if timezone.is_naive(moment) else moment

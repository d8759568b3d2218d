"""What waits for a person who comes in, and what a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.models import Role
from taizhang_site.accounts.rights import may
from taizhang_site.indicators.models import Figure, Indicator, Status
from taizhang_site.indicators.months import Month, newest
from taizhang_site.indicators.queries import duties, reviews
from taizhang_site.places.models import Level, Place

FOUND = 20


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to do now: how many, of what, where; `urgent` where its day is past."""

    title: str
    count: int
    words: str
    url: str
    urgent: bool = False
    unit: str = ""


def errands(actor: Actor, today: date) -> list[Errand]:
    """What the actor has to do, most pressing first; nothing for those who only look."""
    scope = actor.scope
    if scope is None:
        return []
    month = newest(today)
    found: list[Errand] = []
    if may(actor, "figure.enter", scope) or actor.role.endswith("clerk"):
        found += _to_type(scope, month, today)
    if may(actor, "figure.review", scope):
        found += _to_pass(scope, Status.SUBMITTED, _("待审核"), _("核对上月和上年同期，通过或退回"))
    if may(actor, "figure.lock", scope):
        found += _to_pass(scope, Status.REVIEWED, _("待锁定"), _("锁定之后只有重开才能改"))
    return sorted((each for each in found if each.count), key=lambda each: not each.urgent)


def _to_type(scope: Place, month: Month, today: date) -> list[Errand]:
    """What the actor types: a village its own, a town its own with a word on its villages."""
    places = [place for place in duties.open_at(scope) if place.level in (Level.TOWN, Level.VILLAGE)]
    board = duties.board(places, month, today)
    own = [duty for duty in board if duty.place == scope]
    found: list[Errand] = []
    for duty in own:
        when = duty.next_due.strftime("%m-%d") if duty.next_due else ""
        url = reverse("indicators:sheet") + f"?place={duty.place.pk}&month={month}"
        words = _("%(month)s 的数，%(day)s 截止") % {"month": month, "day": when}
        found.append(Errand(_("待填报"), duty.open - duty.returned, words, url, urgent=bool(duty.overdue)))
        found.append(Errand(_("被退回"), duty.returned, _("看理由，改好再报"), url, urgent=True))
    late = [duty for duty in board if duty.place != scope and duty.overdue]
    url = reverse("indicators:completeness") + f"?place={scope.pk}&month={month}"
    found.append(
        Errand(_("逾期未报的地区"), len(late), "、".join(duty.place.name for duty in late[:6]), url, urgent=True)
    )
    return found


def _to_pass(scope: Place, status: Status, title: str, words: str) -> list[Errand]:
    return [
        Errand(
            f"{title} {month}",
            count,
            words,
            reverse("indicators:review") + f"?place={scope.pk}&month={month}&tab={status}",
        )
        for month, count in reviews.months(scope, status)[:3]
    ]


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that a search found: what it is, its name, a word more, its address."""

    kind: str
    name: str
    more: str
    url: str


def search(actor: Actor, words: str) -> list[Hit]:
    """Indicators by name and alias, places by name and code, within the actor's scope."""
    scope = actor.scope
    words = words.strip()[:40]
    if scope is None or not words:
        return []
    above = [int(key) for key in scope.path.strip("/").split("/")]
    usable = Indicator.objects.filter(Q(place=None) | Q(place_id__in=above) | Q(place__path__startswith=scope.path))
    named = (
        usable.filter(Q(name__icontains=words) | Q(aliases__name__icontains=words)).select_related("group").distinct()
    )
    places = Place.objects.filter(path__startswith=scope.path)
    spots = places.filter(Q(name__icontains=words) | Q(code__startswith=words)).select_related("parent")
    hits = [
        Hit(_("指标"), each.name, each.group.name, reverse("indicators:indicator", args=[each.code]))
        for each in named[:FOUND]
    ]
    hits += [
        Hit(_("地区"), each.name, each.code, reverse("indicators:place", args=[each.pk])) for each in spots[:FOUND]
    ]
    return hits


def is_leader(actor: Actor) -> bool:
    """Whether the actor's first page is the overview."""
    return bool(actor.post and actor.post.role in (Role.LEADER, Role.AUDITOR))


def recent(actor: Actor) -> list[Figure]:
    """The figures of the scope that came in last."""
    scope = actor.scope
    if scope is None:
        return []
    rows = Figure.objects.filter(place__path__startswith=scope.path, number__gt=0).exclude(submitted_at=None)
    return list(rows.select_related("indicator", "place").order_by("-submitted_at")[:8])

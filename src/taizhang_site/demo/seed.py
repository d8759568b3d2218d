"""Writes the demo county into an empty database, in bulk, with one row of the trail for all of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction

from taizhang.packs.indicators import common_indicators
from taizhang_site.accounts.actors import SYSTEM
from taizhang_site.accounts.models import Holding, Post, User
from taizhang_site.demo.county import county
from taizhang_site.demo.rows import County, FigureRow, TargetRow
from taizhang_site.indicators.actions import dictionary, totals
from taizhang_site.indicators.models import Figure, FigureVersion, Indicator, Move, Target, TargetVersion
from taizhang_site.indicators.months import Month, closes_on
from taizhang_site.places.actions import found
from taizhang_site.places.models import Office, Place
from taizhang_site.trail.actions import Subject, record

BATCH = 2000
FOUNDED = date(2020, 1, 1)


class Seeded:
    """The stored rows by their codes, while the rest is written."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.offices: dict[tuple[str, str], Office] = {}
        self.users: dict[str, User] = {}
        self.posts: dict[str, Post] = {}
        self.indicators: dict[str, Indicator] = {}


@transaction.atomic
def seed(today: date) -> County:
    """Makes the county. Raises ValueError where the database already holds places."""
    if Place.objects.exists():
        raise ValueError("not empty")
    rows, stored = county(today), Seeded()
    dictionary.load(SYSTEM, common_indicators())
    stored.indicators = {each.code: each for each in Indicator.objects.all()}
    _places(rows, stored)
    _people(rows, stored)
    _figures(rows.figures, stored)
    _targets(rows.targets, stored)
    totals.rebuild()
    record(
        SYSTEM, "demo.seeded", Subject("demo", "演示县"),
        [{"object": "demo", "field": "figures", "was": "", "is": len(rows.figures)}],
    )  # fmt: skip
    return rows


def _places(rows: County, stored: Seeded) -> None:
    for row in rows.places:
        parent = stored.places.get(row.parent)
        stored.places[row.code] = found(
            name=row.name, level=row.level, code=row.code, parent=parent, since=FOUNDED, order=row.order
        )
    for order, (code, name) in enumerate(rows.offices):
        stored.offices[code, name] = Office.objects.create(place=stored.places[code], name=name, order=order)


def _people(rows: County, stored: Seeded) -> None:
    password = make_password(settings.DEMO_PASSWORD)
    for row in rows.people:
        user = User(username=row.login, name=row.name, administrator=row.administrator, password=password)
        user.save()
        stored.users[row.login] = user
        if not row.role:
            continue
        post = Post.objects.filter(name=row.title, role=row.role, place=stored.places[row.place]).first()
        if post is None:
            post = Post.objects.create(name=row.title, role=row.role, place=stored.places[row.place])
        stored.posts[row.login] = post
        if row.since:
            Holding.objects.create(post=post, user=user, since=row.since, until=row.until)


def _figures(rows: Iterable[FigureRow], stored: Seeded) -> None:
    figures = [_figure(row, stored) for row in rows]
    Figure.objects.bulk_create(figures, batch_size=BATCH)
    pairs = list(zip(figures, rows, strict=True))
    FigureVersion.objects.bulk_create(
        (
            FigureVersion(
                figure=figure, number=number, state=each.state, scaled=each.scaled, typed=each.typed, text=each.text,
                effective_on=figure.closes_on, recorded_at=each.at, recorded_by=stored.users[each.by],
                post=stored.posts[each.by], source=each.source, reason=each.reason, warnings=list(each.warnings),
                published_rate=each.published, published_source=each.published_source,
            )
            for figure, row in pairs for number, each in enumerate(row.versions, 1)
        ),
        batch_size=BATCH,
    )  # fmt: skip
    Move.objects.bulk_create(
        (
            Move(
                figure=figure, version=each.version, was=each.was, now=each.now, at=each.at, by=stored.users[each.by],
                post=stored.posts[each.by], reason=each.reason,
            )
            for figure, row in pairs for each in row.moves
        ),
        batch_size=BATCH,
    )  # fmt: skip


def _figure(row: FigureRow, stored: Seeded) -> Figure:
    indicator, last = stored.indicators[row.indicator], row.versions[-1]
    return Figure(
        indicator=indicator, place=stored.places[row.place], year=row.year, month=row.month,
        closes_on=closes_on(indicator, Month(row.year, row.month)), status=row.status, state=last.state, scaled=last.scaled,
        text=last.text, number=len(row.versions), submitted_at=last.at, revision=1 + len(row.moves),
    )  # fmt: skip


def _targets(rows: Iterable[TargetRow], stored: Seeded) -> None:
    targets: dict[tuple[object, ...], Target] = {}
    for row in rows:
        key = (row.indicator, row.place, row.office, row.year, row.months)
        starts_on, ends_on = date(row.year, row.months[0], 1), Month(row.year, row.months[1]).last_day()
        if key not in targets:
            whole = targets.get((row.indicator, row.part_of, "", row.year, (1, 12))) if row.part_of else None
            targets[key] = Target.objects.create(
                indicator=stored.indicators[row.indicator], place=stored.places[row.place],
                office=stored.offices.get((row.place, row.office)), starts_on=starts_on, ends_on=ends_on, part_of=whole,
            )  # fmt: skip
        target = targets[key]
        target.revision += 1
        target.save(update_fields=("revision",))
        TargetVersion.objects.create(
            target=target, number=target.revision, form=row.form, scaled=_scaled(row, stored), typed=row.typed,
            bound=row.bound, document=row.document, sentence=row.sentence, reason=row.reason,
            effective_on=row.effective_on, recorded_at=row.at, recorded_by=stored.users[row.by], post=stored.posts[row.by],
        )  # fmt: skip


def _scaled(row: TargetRow, stored: Seeded) -> int:
    value = Decimal(row.typed)
    return int(value * 100) if row.form == "growth" else stored.indicators[row.indicator].scaled(value)

"""Figures on their way: typed as a draft, submitted as a version, reviewed by a second person, locked, reopened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.rights import demand
from taizhang_site.indicators.actions.totals import moved
from taizhang_site.indicators.models import Figure, FigureVersion, Indicator, Move, State, Status
from taizhang_site.indicators.months import Month, closes_on, is_reported
from taizhang_site.indicators.queries.doubts import doubts
from taizhang_site.indicators.shares import share
from taizhang_site.indicators.typing import typed
from taizhang_site.places.models import Office, Place
from taizhang_site.trail.actions import Change, Subject, record


class RefusedError(Exception):
    """What cannot be done, in words for the person; nothing was written."""


class ConflictError(RefusedError):
    """Another person wrote first; carries what stands there now."""

    def __init__(self, figure: Figure, wanted: str) -> None:
        super().__init__(
            _("“%(name)s”刚被别人改为“%(now)s”，您填的是“%(wanted)s”。请核对后再填。")
            % {"name": figure.indicator.name, "now": figure.draft_typed or "—", "wanted": wanted}
        )
        self.figure = figure
        self.wanted = wanted


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as typed. `revision` is the one that the person saw; None overwrites nothing that exists."""

    indicator: Indicator
    place: Place
    month: Month
    words: str
    revision: int = 0
    reason: str = ""
    office: Office | None = None


@dataclass(slots=True)
class Batch:
    """What a batch of writes did: the figures, and the trail's differences."""

    figures: list[Figure] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@transaction.atomic
def type_in(actor: Actor, cells: Sequence[Cell]) -> list[Figure]:
    """Keeps cells as drafts; nothing counts yet.

    Raises RefusedError (a value that is no number, a month that has no figure, a figure that is past its draft), ConflictError
    (someone wrote since `revision`), PermissionDenied. All cells or none.
    """
    batch = Batch()
    for cell in cells:
        batch.figures.append(_type_one(actor, cell, batch.changes))
    if batch.changes:
        record(actor, "figure.typed", _about(batch.figures), batch.changes)
    return batch.figures


@transaction.atomic
def type_in_each(actor: Actor, cells: Sequence[Cell]) -> tuple[list[Figure], dict[int, RefusedError]]:
    """As `type_in`, but keeps every cell that can be kept; the refusals by the cell's place in `cells`."""
    batch, refused = Batch(), dict[int, RefusedError]()
    for number, cell in enumerate(cells):
        try:
            with transaction.atomic():
                batch.figures.append(_type_one(actor, cell, batch.changes))
        except RefusedError as problem:
            refused[number] = problem
    if batch.changes:
        record(actor, "figure.typed", _about(batch.figures), batch.changes)
    return batch.figures, refused


def _type_one(actor: Actor, cell: Cell, changes: list[Change]) -> Figure:
    demand(actor, "figure.enter", cell.place)
    if not is_reported(cell.indicator, cell.month):
        raise RefusedError(_("“%(name)s”一、二月合并上报，请填在二月") % {"name": cell.indicator.name})
    try:
        said = typed(cell.words, cell.indicator)
    except ValueError as problem:
        raise RefusedError(f"{cell.indicator.name}：{problem}") from problem
    figure = _locked(cell)
    if figure.revision != cell.revision:
        raise ConflictError(figure, cell.words)
    if figure.status != Status.DRAFT:
        raise RefusedError(
            _("“%(name)s”%(status)s，不能直接改；请先请审核人退回或重开")
            % {"name": cell.indicator.name, "status": figure.get_status_display()}
        )
    was = figure.draft_typed
    figure.draft_state, figure.draft_scaled, figure.draft_text = said.state, said.scaled, said.text
    figure.draft_typed, figure.draft_reason = cell.words.strip()[:40], cell.reason[:300]
    figure.revision += 1
    figure.save()
    changes.append({"object": f"figure:{figure.pk}", "field": "draft", "was": was, "is": figure.draft_typed})
    return figure


def _locked(cell: Cell) -> Figure:
    key = {
        "indicator": cell.indicator, "place": cell.place, "office": cell.office,
        "year": cell.month.year, "month": cell.month.month,
    }  # fmt: skip
    Figure.objects.get_or_create(**key, defaults={"closes_on": closes_on(cell.indicator, cell.month)})
    return Figure.objects.select_for_update(of=("self",)).select_related("indicator", "place").get(**key)


@transaction.atomic
def submit(actor: Actor, figures: Iterable[Figure], *, origin: str = "entry", source: str = "") -> list[Figure]:
    """Turns drafts into versions that count, and passes them to review. All or none.

    Raises RefusedError for one without a draft and for a doubtful one without a reason, PermissionDenied.
    """
    figures = list(figures)
    doubtful = doubts(Figure.objects.select_related("indicator").filter(pk__in=[row.pk for row in figures]))

    def one(figure: Figure, changes: list[Change]) -> None:
        demand(actor, "figure.submit", figure.place)
        if figure.status != Status.DRAFT or not figure.draft_state:
            raise RefusedError(_("“%(name)s”没有可上报的草稿") % {"name": figure.indicator.name})
        warnings = doubtful.get(figure.pk, ())
        if warnings and not figure.draft_reason.strip():
            raise RefusedError(
                _("“%(name)s”%(doubt)s。请核对；确实无误的，写明原因再上报。")
                % {"name": figure.indicator.name, "doubt": "；".join(warnings)}
            )
        publish(actor, figure, origin=origin, source=source, warnings=warnings)
        _pass(actor, figure, Status.SUBMITTED, "", changes)

    return _each(actor, "figure.submitted", figures, one)


def publish(
    actor: Actor,
    figure: Figure,
    *,
    origin: str,
    source: str,
    warnings: Sequence[str] = (),
    recorded_at: Any = None,
    effective_on: Any = None,
) -> FigureVersion:
    """The draft becomes the next version and carries its change up the tree."""
    before = share(figure.state, figure.scaled) if figure.number else None
    figure.number += 1
    figure.state, figure.scaled, figure.text = figure.draft_state, figure.draft_scaled, figure.draft_text
    version = FigureVersion.objects.create(
        figure=figure, number=figure.number, state=figure.state, scaled=figure.scaled, typed=figure.draft_typed,
        text=figure.text, effective_on=effective_on or figure.closes_on, recorded_at=recorded_at or timezone.now(),
        recorded_by=actor.user, post=actor.post, origin=origin, source=source, reason=figure.draft_reason,
        warnings=list(warnings),
    )  # fmt: skip
    figure.draft_state = figure.draft_typed = figure.draft_text = figure.draft_reason = ""
    figure.draft_scaled = None
    figure.submitted_at = version.recorded_at
    moved(figure, figure.place, figure.indicator, before, share(figure.state, figure.scaled))
    return version


@transaction.atomic
def review(actor: Actor, figures: Iterable[Figure]) -> list[Figure]:
    """A second person vouches for submitted figures."""

    def one(figure: Figure, changes: list[Change]) -> None:
        demand(actor, "figure.review", figure.place)
        _must_be(figure, Status.SUBMITTED)
        newest = figure.versions.order_by("-number").first()
        if newest and newest.recorded_by_id and newest.recorded_by_id == actor.user_id:
            raise RefusedError(_("“%(name)s”是您自己报的，须由另一人审核") % {"name": figure.indicator.name})
        _pass(actor, figure, Status.REVIEWED, "", changes)

    return _each(actor, "figure.reviewed", figures, one)


@transaction.atomic
def send_back(actor: Actor, figures: Iterable[Figure], reason: str) -> list[Figure]:
    """Returns submitted figures to their draft, with a reason; what was submitted stays a version."""
    reason = _wanted(reason)

    def one(figure: Figure, changes: list[Change]) -> None:
        demand(actor, "figure.review", figure.place)
        _must_be(figure, Status.SUBMITTED)
        _pass(actor, figure, Status.DRAFT, reason, changes)

    return _each(actor, "figure.returned", figures, one, reason)


@transaction.atomic
def lock(actor: Actor, figures: Iterable[Figure]) -> list[Figure]:
    """Closes reviewed figures."""

    def one(figure: Figure, changes: list[Change]) -> None:
        demand(actor, "figure.lock", figure.place)
        _must_be(figure, Status.REVIEWED)
        _pass(actor, figure, Status.LOCKED, "", changes)

    return _each(actor, "figure.locked", figures, one)


@transaction.atomic
def reopen(actor: Actor, figures: Iterable[Figure], reason: str) -> list[Figure]:
    """Opens reviewed or locked figures again, with a reason; the version stands until a new one is submitted."""
    reason = _wanted(reason)

    def one(figure: Figure, changes: list[Change]) -> None:
        if figure.status == Status.LOCKED:
            demand(actor, "figure.lock", figure.place)
        else:
            demand(actor, "figure.reopen", figure.place)
            _must_be(figure, Status.REVIEWED)
        _pass(actor, figure, Status.DRAFT, reason, changes)

    return _each(actor, "figure.reopened", figures, one, reason)


def _wanted(reason: str) -> str:
    if not reason.strip():
        raise RefusedError(_("请写明理由"))
    return reason.strip()[:300]


def _must_be(figure: Figure, status: Status) -> None:
    if figure.status != status:
        raise RefusedError(
            _("“%(name)s”现在是“%(status)s”，不能做这一步")
            % {"name": figure.indicator.name, "status": figure.get_status_display()}
        )


def _pass(actor: Actor, figure: Figure, status: Status, reason: str, changes: list[Change]) -> None:
    was = figure.status
    figure.status = status
    figure.revision += 1
    if status == Status.DRAFT:
        figure.draft_state, figure.draft_scaled, figure.draft_text = figure.state, figure.scaled, figure.text
        newest = figure.versions.order_by("-number").first()
        figure.draft_typed = newest.typed if newest else ""
    figure.save()
    Move.objects.create(
        figure=figure, version=figure.number, was=was, now=status, by=actor.user, post=actor.post, reason=reason
    )
    changes.append({"object": f"figure:{figure.pk}", "field": "status", "was": was, "is": str(status)})
    if status == Status.SUBMITTED:
        shown = str(figure.indicator.value(figure.scaled)) if figure.state == State.VALUE else figure.state
        changes.append({"object": f"figure:{figure.pk}", "field": "value", "was": "", "is": shown})


def _each(
    actor: Actor, kind: str, figures: Iterable[Figure], one: Callable[[Figure, list[Change]], None], reason: str = ""
) -> list[Figure]:
    keys = sorted(figure.pk for figure in figures)
    batch = Batch()
    rows = Figure.objects.select_for_update(of=("self",)).select_related("indicator", "place")
    for figure in rows.filter(pk__in=keys).order_by("pk"):
        one(figure, batch.changes)
        batch.figures.append(figure)
    if len(batch.figures) != len(keys):
        raise PermissionDenied
    if batch.changes:
        record(actor, kind, _about(batch.figures), batch.changes, reason=reason)
    return batch.figures


def _about(figures: Sequence[Figure]) -> Subject:
    first = figures[0]
    if len(figures) == 1:
        return Subject(f"figure:{first.pk}", f"{first.indicator.name} {first.place.name} {first.year}-{first.month:02}")
    return Subject(
        f"place:{first.place_id}",
        _("%(count)d 项数据") % {"count": len(figures)} + f" {first.place.name} {first.year}-{first.month:02}",
    )

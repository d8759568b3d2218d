"""Targets: set, adjusted with a reason, split among villages, offices or months, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.rights import demand
from taizhang_site.indicators.actions.figures import RefusedError
from taizhang_site.indicators.models import Bound, Indicator, Kind, State, Target, TargetVersion
from taizhang_site.indicators.typing import FULL_WIDTH, typed
from taizhang_site.places.models import Office, Place
from taizhang_site.trail.actions import Change, record, subject

GROWTH_PLACES = 2
"""A growth target is held in hundredths of a percent."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a target is to be. `words` is the value in the indicator's unit, or the growth in percent."""

    words: str
    form: str = "value"
    bound: str = Bound.AT_LEAST
    base: str = ""
    curve: tuple[str, ...] = ()
    document: str = ""
    sentence: str = ""
    reason: str = ""
    effective_on: date | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a target: for a place or an office, or for months of the year."""

    words: str
    place: Place
    office: Office | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@transaction.atomic
def set_target(
    actor: Actor, indicator: Indicator, place: Place, starts_on: date, ends_on: date, wanted: Wanted,
    *, office: Office | None = None, revision: int | None = None,
) -> Target:  # fmt: skip
    """Sets a target, or adjusts the one that stands, which takes a reason; what stood stays as a version.

    `revision` is the one that the person saw. Raises RefusedError and PermissionDenied.
    """
    demand(actor, "target.set", place)
    if indicator.kind in (Kind.MILESTONE, Kind.TEXT):
        raise RefusedError(_("“%(name)s”不是数值指标，不能定目标数") % {"name": indicator.name})
    if ends_on < starts_on:
        raise RefusedError(_("目标的起止日期颠倒了"))
    target, made = Target.objects.get_or_create(
        indicator=indicator, place=place, office=office, starts_on=starts_on, ends_on=ends_on
    )
    target = Target.objects.select_for_update(of=("self",)).select_related("indicator").get(pk=target.pk)
    if revision is not None and target.revision != revision:
        raise RefusedError(_("这个目标刚被别人改过，请重新打开再改"))
    changes: list[Change] = []
    _write(actor, target, wanted, changes, needs_reason=not made)
    record(
        actor, "target.set" if made else "target.adjusted", subject(target, str(target)), changes, reason=wanted.reason
    )
    return target


def _write(actor: Actor, target: Target, wanted: Wanted, changes: list[Change], *, needs_reason: bool) -> None:
    newest = target.versions.order_by("-number").first()
    if needs_reason and newest is not None and not newest.withdrawn and not wanted.reason.strip():
        raise RefusedError(_("调整目标须写明理由"))
    if wanted.form not in ("value", "growth") or wanted.bound not in Bound.values:
        raise RefusedError(_("目标的形式或界限不对"))
    target.revision += 1
    version = TargetVersion.objects.create(
        target=target, number=(newest.number if newest else 0) + 1, form=wanted.form,
        scaled=_scaled(target.indicator, wanted.form, wanted.words), typed=wanted.words.strip()[:40], bound=wanted.bound,
        base_scaled=_scaled(target.indicator, "value", wanted.base) if wanted.base.strip() else None,
        curve=_curve(wanted.curve), document=wanted.document.strip()[:200], sentence=wanted.sentence.strip()[:500],
        reason=wanted.reason.strip()[:300], effective_on=wanted.effective_on or (timezone.localdate() if newest else target.starts_on),
        recorded_by=actor.user, post=actor.post,
    )  # fmt: skip
    target.save(update_fields=("revision", "part_of"))
    was = f"{newest.form} {newest.typed} {newest.bound}" if newest else ""
    now = f"{version.form} {version.typed} {version.bound}"
    changes.append({"object": f"target:{target.pk}", "field": "target", "was": was, "is": now})


def _scaled(indicator: Indicator, form: str, words: str) -> int:
    if form == "growth":
        return _percent(words)
    try:
        said = typed(words, indicator)
    except ValueError as problem:
        raise RefusedError(f"{indicator.name}：{problem}") from problem
    if said.state != State.VALUE or said.scaled is None:
        raise RefusedError(_("请填目标数"))
    return said.scaled


def _percent(words: str) -> int:
    plain = words.translate(FULL_WIDTH).replace("−", "-").strip().rstrip("%").strip()
    try:
        value = Decimal(plain).scaleb(GROWTH_PLACES)
    except InvalidOperation:
        raise RefusedError(_("“%(words)s”不是增速；请填百分数，如 6 或 6.5") % {"words": words[:20]}) from None
    if not value.is_finite() or value != value.to_integral_value() or abs(value) > 10**6:
        raise RefusedError(_("增速最多两位小数"))
    return int(value)


def _curve(shares: Sequence[str]) -> list[str]:
    """Twelve shares of the year, in percent, that add up to 100; none for an even pace."""
    if not any(share.strip() for share in shares):
        return []
    try:
        numbers = [Decimal(share.strip() or "0") for share in shares]
    except InvalidOperation:
        raise RefusedError(_("进度曲线须填十二个百分数")) from None
    if len(numbers) != 12 or any(not number.is_finite() or number < 0 for number in numbers):
        raise RefusedError(_("进度曲线须填十二个不小于零的百分数"))
    if sum(numbers) != 100:
        raise RefusedError(_("进度曲线十二个月合计是%(sum)s%%，须为100%%") % {"sum": sum(numbers)})
    return [str(number) for number in numbers]


@transaction.atomic
def split(actor: Actor, target: Target, shares: Sequence[Share], reason: str) -> list[Target]:
    """Gives out a target in parts, all or none. The parts need not add up to it: the page shows the difference.

    Raises RefusedError and PermissionDenied.
    """
    demand(actor, "target.split", target.place)
    if not shares:
        raise RefusedError(_("没有填任何一份"))
    newest = target.versions.order_by("-number").first()
    if newest is None:
        raise RefusedError(_("先定目标，再分解"))
    made: list[Target] = []
    changes: list[Change] = []
    for share in shares:
        if not share.place.path.startswith(target.place.path):
            raise PermissionDenied
        part, fresh = Target.objects.select_related("indicator").get_or_create(
            indicator=target.indicator, place=share.place, office=share.office,
            starts_on=share.starts_on or target.starts_on, ends_on=share.ends_on or target.ends_on,
        )  # fmt: skip
        if part.pk == target.pk:
            raise RefusedError(_("一份不能是整个目标本身"))
        part.part_of = target
        before = part.versions.order_by("-number").first()
        if before is not None and before.typed == share.words.strip() and before.form == "value":
            part.save(update_fields=("part_of",))
            made.append(part)
            continue
        wanted = Wanted(
            share.words, bound=newest.bound, document=newest.document, sentence=newest.sentence, reason=reason
        )
        _write(actor, part, wanted, changes, needs_reason=not fresh)
        made.append(part)
    if changes:
        record(actor, "target.split", subject(target, str(target)), changes, reason=reason)
    return made


@transaction.atomic
def withdraw(actor: Actor, target: Target, reason: str) -> None:
    """Takes a target back from today, with a reason; its versions stay. Raises RefusedError and PermissionDenied."""
    demand(actor, "target.set", target.place)
    newest = target.versions.order_by("-number").first()
    if not reason.strip():
        raise RefusedError(_("请写明理由"))
    if newest is None or newest.withdrawn:
        raise RefusedError(_("这个目标已经撤销"))
    TargetVersion.objects.create(
        target=target, number=newest.number + 1, form=newest.form, scaled=newest.scaled, typed=newest.typed,
        bound=newest.bound, base_scaled=newest.base_scaled, curve=newest.curve, document=newest.document,
        sentence=newest.sentence, reason=reason.strip()[:300], withdrawn=True, effective_on=timezone.localdate(),
        recorded_by=actor.user, post=actor.post,
    )  # fmt: skip
    target.revision += 1
    target.save(update_fields=("revision",))
    changes: list[Change] = [{"object": f"target:{target.pk}", "field": "withdrawn", "was": "", "is": "1"}]
    record(actor, "target.withdrawn", subject(target, str(target)), changes, reason=reason)

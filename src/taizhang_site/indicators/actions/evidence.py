"""Files that bear out a figure, and what a superior published about it."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from taizhang_site.accounts.actors import Actor
from taizhang_site.accounts.rights import demand
from taizhang_site.indicators.actions.figures import RefusedError
from taizhang_site.indicators.models import Evidence, Figure
from taizhang_site.trail.actions import record, subject

MOST = 20_000_000
"""Bytes of one file."""
KINDS = frozenset({"pdf", "jpg", "jpeg", "png", "docx", "xlsx", "doc", "xls", "txt", "csv", "ofd", "wps", "et"})
RATE = re.compile(r"[+−-]?[0-9]{1,4}(?:\.[0-9]{1,2})?")


def folder() -> Path:
    """Where the files lie, under names that nobody chose."""
    return Path(settings.MEDIA_ROOT) / "evidence"


def attach(actor: Actor, figure: Figure, file: UploadedFile[Any]) -> Evidence:
    """Keeps a file beside a figure: on the disk first, then the row, so that no row lacks its file.

    Raises RefusedError for a file that is empty, too large or of no known kind, PermissionDenied.
    """
    demand(actor, "figure.enter", figure.place)
    name = os.path.basename((file.name or "").replace("\\", "/"))[-200:]
    kind = name.rpartition(".")[2].lower()
    if kind not in KINDS:
        raise RefusedError(_("“%(name)s”的格式不收；可传 PDF、图片、文档或表格") % {"name": name})
    if not file.size or file.size > MOST:
        raise RefusedError(_("“%(name)s”是空的或超过 20 MB，没有存下") % {"name": name})
    key = secrets.token_hex(24)
    digest = _store(key, file)
    with transaction.atomic():
        evidence = Evidence.objects.create(
            name=name, key=key, sha256=digest, size=file.size, uploaded_by=actor.user, figure=figure
        )
        about = subject(figure, str(figure))
        record(
            actor,
            "figure.evidence",
            about,
            [{"object": about.key, "field": "evidence", "was": "", "is": f"{name} {digest}"}],
        )
    return evidence


def _store(key: str, file: UploadedFile[Any]) -> str:
    """Writes the file under another name, makes the disk keep it, and gives it its name; the SHA-256."""
    place = folder()
    place.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    waiting = place / f"{key}.part"
    with waiting.open("xb") as out:
        for chunk in file.chunks():
            digest.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    waiting.rename(place / key)
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    return digest.hexdigest()


@transaction.atomic
def publish_rate(actor: Actor, figure: Figure, rate: str, source: str) -> None:
    """Notes a year-on-year rate published on a comparable basis, in percent, in place of the computed one.

    An empty `rate` takes it back. Raises RefusedError for what is no rate or has no source.
    """
    demand(actor, "figure.enter", figure.place)
    rate, source = rate.strip().rstrip("%％").strip(), source.strip()[:200]
    if rate and not RATE.fullmatch(rate):
        raise RefusedError(_("“%(rate)s”不是增速；请填百分数，如 5.2 或 -1.3") % {"rate": rate[:20]})
    if rate and not source:
        raise RefusedError(_("请写明公布的文件或单位"))
    newest = figure.versions.order_by("-number").first()
    if newest is None:
        raise RefusedError(_("还没有上报的数，先上报再填公布的同比"))
    was = newest.published_rate
    newest.published_rate, newest.published_source = rate.replace("−", "-"), source if rate else ""
    newest.save(update_fields=("published_rate", "published_source"))
    about = subject(figure, str(figure))
    record(
        actor, "figure.published_rate", about,
        [{"object": about.key, "field": "published_rate", "was": was, "is": newest.published_rate}], reason=source,
    )  # fmt: skip

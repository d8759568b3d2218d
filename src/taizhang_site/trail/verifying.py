"""Is the trail whole? Every digest again, every number in turn, the end where the head says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from taizhang_site.trail.actions import as_row
from taizhang_site.trail.chain import START, digest
from taizhang_site.trail.models import Entry, Head


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: whether the chain is whole, and the words for it, with the first bad row's number."""

    whole: bool
    words: str
    number: int = 0
    end: str = ""


def exported() -> Iterator[dict[str, Any]]:
    """Every row as it is hashed, with its digest."""
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2000):
        yield {**as_row(entry), "digest": entry.digest}


def check(anchor: str = "") -> Checked:
    """Goes through the whole chain. `anchor`, `number:digest`, is an end that was noted outside: it must still be there."""
    wanted, _, noted = anchor.partition(":")
    previous, number, met = START, 0, not anchor
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2000):
        number += 1
        if entry.number != number:
            return Checked(False, f"第 {number} 条不见了（接着的是第 {entry.number} 条）", number)
        if entry.previous != previous or digest(as_row(entry), previous) != entry.digest:
            return Checked(False, f"第 {number} 条被改动过（{entry.at:%Y-%m-%d %H:%M} {entry.kind}）", number)
        previous = entry.digest
        met = met or (str(number) == wanted and previous == noted)
    head = Head.objects.filter(pk=1).first()
    if (head.number if head else 0) != number or (head and head.digest != previous):
        return Checked(False, f"末尾被截断：应有 {head.number if head else 0} 条，只有 {number} 条", number + 1)
    if not met:
        return Checked(False, f"以前记下的第 {wanted} 条找不到了或不一样了", int(wanted) if wanted.isdigit() else 0)
    return Checked(True, f"日志完整：{number} 条，末条摘要 {number}:{previous}", number, previous)

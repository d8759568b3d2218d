"""One audit made by hand, for every output."""

from __future__ import annotations

import pytest
from handmade import TEXT, audit_of, claim_at, finding_on

from taizhang.audit import Audit
from taizhang.values.reports import Cell, Outline, Section, Table
from taizhang.values.spans import Span
from taizhang.values.words import Words


@pytest.fixture
def audit() -> Audit:
    """A report with a broken sum, a broken share, one that holds and one of which nothing can be told."""
    total, east, west = (claim_at(TEXT, words, n) for n, words in enumerate(("12座", "7座", "6座"), 1))
    plan, done = claim_at(TEXT, "900万元", 4, indicator="投资", status="planned"), claim_at(TEXT, "300万元", 5)
    share = claim_at(TEXT, "40%", 6, kind="completion", of="c005", unit="%")
    homes, canal = claim_at(TEXT, "35户", 7), claim_at(TEXT, "3公里", 8, status="planned")
    words = Words("300万元÷900万元=33%", "300 / 900 = 33%")
    findings = (
        finding_on((total, east, west)),
        finding_on((done, plan, share), code="completion", rule="completion", stated="40%", computed="33%", message=words),
        finding_on((homes,), "holds", message=Words("35户=35户，相符", "35 = 35, holds")),
        finding_on((canal,), "unknown", computed=None, message=Words("无从核对的算式", "nothing to compare with")),
    )  # fmt: skip
    heads = [TEXT.index("一、"), TEXT.index("二、")]
    sections = tuple(
        Section(Span(head, TEXT.index("\n", head)), Span(head, len(TEXT)), 1, "results", "经济运行") for head in heads
    )
    table = Span(TEXT.index("村名"), TEXT.index("二、"))
    return audit_of(
        TEXT, (total, east, west, plan, done, share, homes, canal), findings,
        outline=Outline(title=Span(0, TEXT.index("\n")), sections=sections),
        tables=(Table(table, (Cell(Span(table.start, table.start + 2), 0, 0),)),),
        notices=(Words("第3部分未读取", "part 3 was not read"),),
    )  # fmt: skip

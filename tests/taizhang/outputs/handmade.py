"""Claims, findings and audits made by hand: what is written is tested apart from what is read."""

from __future__ import annotations

from taizhang.audit import Audit
from taizhang.findings import Finding
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.reports import Report
from taizhang.values.spans import Span
from taizhang.values.words import Words

TEXT = (
    "青禾镇2031年上半年工作总结\n一、经济运行\n共建大棚12座，其中东片7座、西片6座。\n全年计划投资900万元，完成300万元，占计划的40%。\n"
    "村名\t户数\n柳湾村\t35户\n二、下步打算\n新修水渠3公里。\n"
)


def claim_at(text: str, words: str, number: int, **fields: object) -> Claim:
    start = text.index(words)
    given: dict[str, object] = {
        "id": f"c{number:03}", "start": start, "end": start + len(words), "text": words, "value": words.rstrip("座万元%户公里"),
        "unit": words.lstrip("0123456789"), "bound": "=", "kind": "level", "indicator": "大棚", "status": "actual",
        "period": None, "of": None, "core": True,
    }  # fmt: skip
    return Claim(**(given | fields))  # type: ignore[arg-type]


def finding_on(claims: tuple[Claim, ...], verdict: str = "broken", **fields: object) -> Finding:
    given: dict[str, object] = {
        "code": "sum", "rule": "sum", "verdict": verdict, "start": min(claim.start for claim in claims),
        "end": max(claim.end for claim in claims), "claims": claims,
        "message": Words("7座+6座=13座，报告写的是12座", "7 + 6 = 13, the report says 12"), "stated": claims[0].text, "computed": "13座",
    }  # fmt: skip
    return Finding(**(given | fields))  # type: ignore[arg-type]


def audit_of(text: str, claims: tuple[Claim, ...], findings: tuple[Finding, ...], **report: object) -> Audit:
    sentences, start = [], 0
    for line in text.split("\n"):
        sentences.append(Span(start, start + len(line)))
        start += len(line) + 1
    made = Report(**({"name": "报告.txt", "format": "txt", "text": text} | report))  # type: ignore[arg-type]
    return Audit(reading=Reading(made, claims, text, tuple(sentences)), findings=findings)

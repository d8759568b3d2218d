"""Rules that match words see the text without the white space that only wraps lines; their findings point at the real text."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Concatenate, ParamSpec

from taizhang.claims.context import SENTENCE
from taizhang.claims.dense import Dense, dense
from taizhang.findings import Finding
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.reports import Outline, Report
from taizhang.values.spans import Span

P = ParamSpec("P")
KEPT = "_flowing"


@dataclass(frozen=True, slots=True)
class Flow:
    """`reading` is the report as one flow of words; `source` is what was read."""

    source: Reading
    dense: Dense
    reading: Reading

    def back(self, finding: Finding) -> Finding:
        """`finding` with the spans and claims of the source."""
        span = self.dense.span(finding.start, finding.end)
        claims = tuple(self.source.by_id[claim.id] for claim in finding.claims)
        return replace(finding, start=span.start, end=span.end, claims=claims)


def flowing(
    check: Callable[Concatenate[Reading, P], Iterator[Finding]],
) -> Callable[Concatenate[Reading, P], Iterator[Finding]]:
    """`check` run on the flow of words instead of on the lines."""

    @functools.wraps(check)
    def run(reading: Reading, /, *args: P.args, **kwargs: P.kwargs) -> Iterator[Finding]:
        flow = flow_of(reading)
        for finding in check(flow.reading, *args, **kwargs):
            yield flow.back(finding)

    return run


def flow_of(reading: Reading) -> Flow:
    """The flow of `reading`, made once: a dozen rules ask for it."""
    kept = vars(reading).get(KEPT)
    if not isinstance(kept, Flow):
        kept = _flow(reading)
        # As functools.cached_property does; a reading cannot name this layer itself.
        vars(reading)[KEPT] = kept
    return kept


def _flow(reading: Reading) -> Flow:
    thin = dense(reading.plain)
    ends = [match.end() for match in SENTENCE.finditer(thin.text)]
    bounds = zip([0, *ends], [*ends, len(thin.text)], strict=True)
    flowed = Reading(
        report=_report(reading.report, thin),
        claims=tuple(_claim(claim, thin) for claim in reading.claims),
        plain=thin.text,
        sentences=tuple(Span(start, end) for start, end in bounds if start < end),
    )
    return Flow(reading, thin, flowed)


def _claim(claim: Claim, thin: Dense) -> Claim:
    return replace(claim, start=thin.position(claim.start), end=thin.position(claim.end - 1) + 1)


def _report(report: Report, thin: Dense) -> Report:
    stops = [*thin.starts[1:], len(thin.text)]
    pieces = (
        report.text[start + shift : stop + shift]
        for start, shift, stop in zip(thin.starts, thin.shifts, stops, strict=True)
    )
    furniture = tuple(Span(thin.position(span.start), thin.position(span.end)) for span in report.outline.furniture)
    return replace(report, text="".join(pieces), stretches=(), tables=(), outline=Outline(furniture=furniture))

"""A report with its claims: what rules are given."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from taizhang.values.claims import Claim
from taizhang.values.reports import Report, Section
from taizhang.values.spans import Span


@dataclass(frozen=True)
class Reading:
    """Claims in text order, with look-ups by place in the text.

    `plain` is the text in Simplified characters and half-width digits, the same length as `report.text`:
    rules match words on it, and report spans of it.
    """

    report: Report
    claims: tuple[Claim, ...]
    plain: str
    sentences: tuple[Span, ...]

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def _starts(self) -> list[int]:
        return [claim.start for claim in self.claims]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def within(self, span: Span) -> tuple[Claim, ...]:
        """The claims that start inside `span`, in text order."""
        return self.claims[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def sentence(self, position: int) -> Span:
        """The sentence (up to 。！？； or a paragraph's end) that holds `position`."""
        index = bisect_left(self._sentence_starts, position + 1) - 1
        return self.sentences[index] if index >= 0 else Span(0, len(self.plain))

    def section(self, position: int) -> Section | None:
        """The innermost section that holds `position`."""
        best = None
        for section in self.report.outline.sections:
            if section.span.start <= position < section.span.end:
                best = section
        return best

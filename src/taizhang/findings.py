"""What a rule says of some claims: the verdict, the arithmetic, and where to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from taizhang.values.claims import Claim
from taizhang.values.spans import Span
from taizhang.values.words import Words

Verdict = Literal["holds", "broken", "unknown"]
RuleWord = Literal[
    "completion", "growth", "sum", "count", "share", "product", "duplicate", "missing", "wording", "name", "period",
    "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One outcome of one rule.

    `code` is the rule's file name; `rule` the annotation guide's word for its family. `claims` are
    those that take part and no others (empty for a defect of words). `stated` is what the report
    says and `computed` what it should be (for `unknown`: what is implied), as a reader would write them.
    """

    code: str
    rule: RuleWord
    verdict: Verdict
    start: int
    end: int
    claims: tuple[Claim, ...]
    message: Words
    stated: str | None = None
    computed: str | None = None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

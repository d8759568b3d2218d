"""An office's own fixed phrases.

What it checks: wordings that the user's settings refuse, each with the wording they ask for.
Why: names of policies and bodies have one official wording, and each office knows its own slips.
Fails: with 高质量发展 set against 高质量的发展: 推动高质量的发展。
Passes: 推动高质量发展。
When to overrule: the words are quoted from another text.
Source: the user's settings; nothing is refused without them.
"""

from __future__ import annotations

from collections.abc import Iterator

from taizhang.defects import defect, in_furniture
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.values.readings import Reading
from taizhang.values.settings import Settings
from taizhang.values.spans import Span
from taizhang.values.words import Words
from taizhang.wording.characters import plain

CHINESE = """
查什么：用户设置中列明的不规范表述，并给出规范表述。
为什么：政策和机构名称有固定写法，各单位最清楚自己常错的地方。
错例：设置“高质量发展”不得写作“高质量的发展”时：推动高质量的发展。
对例：推动高质量发展。
何时不理：引用他处原文。
依据：用户的设置；不设置则不检查。
"""

RULE: RuleWord = "wording"
CODE = "phrases"


@flowing
def check(reading: Reading, settings: Settings) -> Iterator[Finding]:
    """One finding for each refused wording, in either script."""
    for right, refused in settings.phrases:
        for wrong in refused:
            yield from _found(reading, right, plain(wrong))


def _found(reading: Reading, right: str, wrong: str) -> Iterator[Finding]:
    # a refused wording may be a part of the right one, which is then no slip
    inside = plain(right).find(wrong)
    position = reading.plain.find(wrong) if wrong else -1
    while position >= 0:
        whole = position - inside
        is_right = inside >= 0 and reading.plain.startswith(plain(right), whole)
        span = Span(position, position + len(wrong))
        if not is_right and not in_furniture(reading, span):
            yield defect(
                CODE,
                RULE,
                span,
                Words(f"“{wrong}”应写作“{right}”", f"{wrong} is to be worded {right}"),
                stated=reading.report.text[span.start : span.end],
                computed=right,
            )
        position = reading.plain.find(wrong, span.end)

"""Masked names.

What it checks: x, × or * in the place of a name (xx招商办事处), and whether the text gives the name away elsewhere.
Why: a copy made public half masked hides nothing, and what is left of it cannot be read.
Fails: 完善xx劳务办事处管理机制。
Passes: 完善县城劳务办事处管理机制。
When to overrule: the text is a specimen that is meant to be filled in.
Source: none but the text itself; each masked name is reported once, in the `name` family by `given_away`.
"""

from __future__ import annotations

from collections.abc import Iterator

from taizhang.defects import clause, defect
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.masks import given_away, masked_names
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：名称以x、×、*代替（xx招商办事处）。
为什么：公开文本遮一半留一半，既没有保密，也读不通。
错例：完善xx劳务办事处管理机制。
对例：完善县城劳务办事处管理机制。
何时不理：文本本来就是待填的范文。
依据：只看文本本身；同一名称只报一次，文中已泄露的由given_away报告。
"""

RULE: RuleWord = "other"
CODE = "masked_name"


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each masked name that stays hidden."""
    names = masked_names(reading)
    away = {span for span, _, _ in given_away(reading, names)}
    heads = {name.head for name in names if name.span in away}
    seen: set[str] = set()
    for name in names:
        if name.head in heads or name.head in seen or name.is_own:
            continue
        seen.add(name.head)
        yield defect(
            CODE,
            RULE,
            clause(reading, name.span.start, name.span.end),
            Words(f"“{name.text}”的名称被隐去", f"the name before {name.head} is masked"),
            stated=name.text,
        )

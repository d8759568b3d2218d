"""Lost and masked digits.

What it checks: a number whose digits are missing (投资万元) or masked (xxx万元).
Why: drafts go out with blanks, and copies made public hide figures that readers take for typing errors.
Fails: 投资万元新建文化广场一处。
Passes: 投资30万元新建文化广场一处。
When to overrule: the report is a form whose blanks are meant to be filled.
Source: a unit with no number in front of it, or with x, × or * where digits belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import defect, in_furniture
from taizhang.findings import Finding, RuleWord
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：数字缺失（投资万元）或以xxx代替（xxx万元）。
为什么：初稿的空格未填，或公开文本隐去数字，读者会当成笔误。
错例：投资万元新建文化广场一处。
对例：投资30万元新建文化广场一处。
何时不理：文本本来就是待填的表样。
依据：单位前没有数字，或应有数字处是x、×、*。
"""

RULE: RuleWord = "missing"
CODE = "missing"
MASKS = frozenset("xX×＊*□○")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each claim without a value."""
    for claim in reading.claims:
        if claim.value is not None or in_furniture(reading, claim.span) or _is_sign(reading, claim):
            continue
        masked = MASKS & set(claim.text)
        words = (
            Words(f"“{claim.text}”的数字被隐去", f"the digits of {claim.text} are masked")
            if masked
            else Words(f"“{claim.text}”前缺数字", f"digits are missing before {claim.text}")
        )
        yield defect(CODE, RULE, claim.span, words, claims=(claim,), stated=claim.text)


def _is_sign(reading: Reading, claim: Claim) -> bool:
    """A × between two numbers (2×220吨) or a * that marks a note at the start of a line (*名词解释)."""
    if claim.text[:1].isdigit():
        return (
            bool(re.fullmatch(r"[0-9.]{1,9}[xX×*]{1,3}", claim.text))
            and reading.plain[claim.end : claim.end + 1].isdigit()
        )
    line = reading.plain.rfind("\n", 0, claim.start) + 1
    return claim.text[:1] in "*＊" and not reading.plain[line : claim.start].strip(" *")

"""Words lost inside a clause.

What it checks: 是的 directly before a noun where a verb asks for an object (执行的是的补偿标准).
Why: a year, a document's number or a name was taken out and the sentence no longer says which.
Fails: 目前执行的是的补偿标准。
Passes: 目前执行的是2009年的补偿标准。
When to overrule: 是的 answers a question.
Source: 是 needs what it is, and 的 what it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import clause, defect
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：谓语之后“是的”直接接名词，缺了中间的词（执行的是的补偿标准）。
为什么：年份、文号或名称被删掉，句子就不知所指。
错例：目前执行的是的补偿标准。
对例：目前执行的是2009年的补偿标准。
何时不理：“是的”是答话。
依据：“是”要有表语，“的”要有所属。
"""

RULE: RuleWord = "other"
CODE = "lost_words"
LOST = re.compile(r"(?:执行|实行|采用|适用|参照|依据|按照|沿用|使用)的是的(?=[一-鿿]{2})")


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each gap."""
    for match in LOST.finditer(reading.plain):
        yield defect(
            CODE,
            RULE,
            clause(reading, match.start(), match.end()),
            Words("“是”与“的”之间缺词", "words are missing between 是 and 的"),
            stated=match.group(),
        )

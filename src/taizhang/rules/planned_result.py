"""A plan among results.

What it checks: in a summary's account of what was done, a figure that is said to be still ahead (上半年将新建敬老院1所).
Why: sentences are carried over from the plan at the beginning of the year.
Fails: 一、上半年工作总结。上半年，全镇将新建敬老院1所。
Passes: 一、上半年工作总结。上半年，全镇新建敬老院1所。
When to overrule: the sentence tells what was planned at the time.
Source: a time that is over and 将, 拟 or 力争 exclude each other; a plan of the time (计划) does not. Where the sentence names no time that is over, the figure is only pointed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import title
from taizhang.findings import Finding, RuleWord
from taizhang.relations import after, before, level, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：总结的成绩部分里，写成尚未实施的数（上半年将新建敬老院1所）。
为什么：年初计划里的句子照搬过来，没有改成完成情况。
错例：一、上半年工作总结。上半年，全镇将新建敬老院1所。
对例：一、上半年工作总结。上半年，全镇新建敬老院1所。
何时不理：该句说的是当时的计划。
依据：已经过去的时间与“将、拟、力争”不能并用，说当时的“计划”则可以；句中没有写明已过去的时间的，只作提示。
"""

RULE: RuleWord = "other"
CODE = "planned_result"
SUMMARY = re.compile(r"总结|小结|回顾|述职|完成情况")
WORK = r"(?:新建|改建|扩建|建设|修建|建成|完成|实现|实施|硬化|改造|引进|安装|种植|栽植|发放|开展|举办|新增|打造|培育|整治|新修|维修)"
AHEAD = re.compile(rf"(?P<cue>将(?:要|再)?|拟|力争)(?P<rest>[^,;。将]{{0,8}}{WORK}[^,;。]{{0,16}})$")
OVER = re.compile(
    r"(?:^|[,;])(?:今年)?(?P<time>上半年|去年|过去的?一年|一年来|半年来|[一二三前]季度|1[-—~至][0-9]{1,2}月份?)(?:以来)?,[^,;。]{0,12}$"
)
NOT_AHEAD = re.compile(r"计划|曾|提出|确定|按照|根据|要求|年初|下半年|下一步|明年|下年|年底|预计|届时|[后末]$")
ANSWERED = re.compile(r"已|实际|现在|均|全部|截至|完成")
"""`拟新建2处，现已建成`: the plan of the time, and what became of it."""


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each figure that a results section of a summary puts in the future."""
    if not _is_summary(reading):
        return
    for claim in reading.claims:
        words = before(reading, claim, 60) if level(claim) else ""
        ahead = AHEAD.search(words)
        if ahead is None or ANSWERED.search(after(reading, claim, 40)) or NOT_AHEAD.search(words[: ahead.end("cue")]):
            continue
        section, over = reading.section(claim.start), OVER.search(words[: ahead.start()])
        if section and section.role == "results" and (over or claim.status == "planned"):
            yield _found(claim, ahead["cue"], over)


def _is_summary(reading: Reading) -> bool:
    named = title(reading)
    return named is not None and bool(SUMMARY.search("".join(reading.plain[named.start : named.end].split())))


def _found(claim: Claim, cue: str, over: re.Match[str] | None) -> Finding:
    if over:
        words = Words(
            f"“{over['time']}”已经过去，{claim.text}却写成“{cue}”",
            f"{over['time']} is over, yet {claim.text} is still planned",
        )
        return outcome(CODE, RULE, "broken", (claim,), words)
    words = Words(
        f"成绩部分里的{claim.text}写成“{cue}”，是否完成", f"{claim.text} is planned among results; whether it is done"
    )
    return outcome(CODE, RULE, "unknown", (claim,), words)

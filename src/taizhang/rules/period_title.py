"""Years and periods of the title against the headings.

What it checks: one year given both to the summary of the past and to the plan; headings of results outside the
title's period; masked years beside a year in the clear.
Why: last year's file is the template, and its title or headings are carried over.
Fails: 2021年工作总结和2021年工作计划
Passes: 2021年工作总结和2022年工作计划
When to overrule: summary and plan are of two parts of one year that the title does not name.
Source: the calendar.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import defect, lines, title
from taizhang.findings import Finding, RuleWord
from taizhang.values.readings import Reading
from taizhang.values.spans import Span
from taizhang.values.words import Words

CHINESE = """
查什么：标题把同一年份既给总结又给计划；写结果的小标题超出标题的时期；有的年份写明、有的隐去。
为什么：多以上年文件为底稿，标题、小标题忘了改。
错例：2021年工作总结和2021年工作计划
对例：2021年工作总结和2022年工作计划
何时不理：总结与计划是同一年的两段，标题未写明。
依据：日历。
"""

RULE: RuleWord = "period"
CODE = "period_title"
YEAR = r"(?P<{0}>(?:19|20)[0-9]{{2}}|[xX×]{{2,4}})年"
BOTH = re.compile(
    rf"{YEAR.format('past')}(?P<between>[^。,;\n0-9xX]{{0,20}}(?:总结|回顾|完成情况|汇报|述职|报告)[^。,;\n0-9xX]{{0,8}})"
    rf"{YEAR.format('coming')}(?P<behind>[^。,;\n]{{0,12}}(?:计划|打算|安排|思路|要点|谋划|目标|任务))"
)
PART_OF_YEAR = re.compile(r"半年|季度|月|阶段")
RESULTS = re.compile(
    r"(?P<months>1[-—–~至到](?P<last>[0-9]{1,2})月份?)[^。,;\n]{0,16}(?:完成情况|执行情况|运行情况|工作总结|工作回顾|开展情况)"
)
SUMMARY = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年(?:度|上半年|全年)?[^。,;\n0-9]{0,16}(?:总结|工作汇报|述职报告)")
LOOKS_BACK = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})年(?:度|上半年|全年)?[^。,;\n0-9]{0,12}"
    r"(?:总结|工作回顾|完成情况|开展情况|工作情况|主要成绩|主要工作(?!计划|安排|任务))$"
)
LAST_MONTH = {"上半年": 6, "一季度": 3, "前三季度": 9, "第一季度": 3}
LONGEST_HEADING = 50


def check(reading: Reading) -> Iterator[Finding]:
    """Findings on the title, on headings alone, and on both."""
    head = title(reading)
    short = [line for line in lines(reading) if line.end - line.start <= LONGEST_HEADING]
    if head is not None:
        yield from _months(reading, head, short)
        yield from _summary_years(reading, head, short)
    clear: Span | None = None
    for line in short:
        match = BOTH.search(reading.plain, line.start, line.end)
        if match is None or PART_OF_YEAR.search(match.group()):
            continue
        if match["past"].isdigit() and match["coming"].isdigit():
            clear = clear or line
            yield _years(match)
        elif clear:
            yield defect(
                CODE,
                RULE,
                (clear.start, line.end),
                Words("标题写明年份，此处却隐去，无从核对", "the title states its years, these are masked"),
                verdict="unknown",
            )
            return


def _years(match: re.Match[str]) -> Finding:
    past, coming = int(match["past"]), int(match["coming"])
    right = coming == past + 1
    same = past == coming
    return defect(
        CODE,
        RULE,
        match.span(),
        Words(
            f"总结{past}年，计划{coming}年" + ("，二者不能是同一年" if same else ""),
            f"summary of {past}, plan of {coming}" + (": they cannot share a year" if same else ""),
        ),
        verdict="holds" if right else "broken" if same else "unknown",
        stated=f"{coming}年",
        computed=f"{past + 1}年",
    )


def _months(reading: Reading, head: Span, short: list[Span]) -> Iterator[Finding]:
    words = reading.plain[head.start : head.end]
    name = next((name for name in LAST_MONTH if name in words), None)
    if name is None:
        return
    for line in short:
        match = RESULTS.search(reading.plain, line.start, line.end)
        if match:
            inside = int(match["last"]) <= LAST_MONTH[name]
            same = int(match["last"]) == LAST_MONTH[name]
            yield defect(
                CODE,
                RULE,
                line,
                Words(
                    f"标题写{name}，此处写{match['months']}", f"the title says {name}, this heading {match['months']}"
                ),
                verdict="holds" if same else "unknown" if inside else "broken",
                stated=match["months"],
                computed=name,
            )


def _summary_years(reading: Reading, head: Span, short: list[Span]) -> Iterator[Finding]:
    """Headings that look back on another year than the one that the title sums up."""
    named = SUMMARY.search(reading.plain, head.start, head.end)
    if named is None:
        return
    for line in short:
        end = line.start + len(reading.plain[line.start : line.end].rstrip())
        match = LOOKS_BACK.search(reading.plain, line.start, end) if line.start >= head.end else None
        if match and match["year"] != named["year"]:
            yield defect(
                CODE,
                RULE,
                (line.start, end),
                Words(
                    f"标题总结的是{named['year']}年，此处写{match['year']}年",
                    f"the title sums up {named['year']}, this heading {match['year']}",
                ),
                stated=f"{match['year']}年",
                computed=f"{named['year']}年",
            )

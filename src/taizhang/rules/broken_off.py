"""A text that breaks off.

What it checks: whether the last paragraph of the report ends with a sentence's end.
Why: pages, faxes and uploads lose their end, and with it a part of the plan.
Fails: 一、上半年工作情况。全镇新修道路，群众出行更加方便，下一步将继续
Passes: 一、上半年工作情况。全镇新修道路，群众出行更加方便，下一步将继续推进。
When to overrule: the report ends in a list, a signature or a date.
Source: GB/T 15834-2011: a sentence ends in 。, ？ or ！.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import defect, lines
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flow_of
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：正文最后一段是否以句末标点收尾。
为什么：网页、传真、上传常丢失末尾，连同一部分计划。
错例：一、上半年工作情况。全镇新修道路，群众出行更加方便，下一步将继续
对例：一、上半年工作情况。全镇新修道路，群众出行更加方便，下一步将继续推进。
何时不理：结尾是表格、名单、落款或日期。
依据：GB/T 15834-2011，句末用句号、问号或叹号。
"""

RULE: RuleWord = "other"
CODE = "broken_off"
ENDS = re.compile(r"[。!?.…:;”\"')】》」\]|]$")
CLOSING = re.compile(
    r"谢谢|[0-9一二三四五六七八九〇零]年|来源|责任编辑|下载|上一篇|下一篇|打印|版权|点击|关闭|http|www|附件|附表"
)
UNFINISHED = re.compile(r"(?:是|的|和|与|及|在|将|对|为|以|把|由|等|继续|要|、|,|而|并|或|从|于|向)$")
SHORTEST = 20


def check(reading: Reading) -> Iterator[Finding]:
    """At most one finding, at the words behind the last full stop."""
    flow = flow_of(reading)
    last = max(lines(flow.reading), default=None)
    tables = reading.report.tables
    if last is None or any(table.span.meets(flow.dense.span(last.start, last.end)) for table in tables):
        return
    words = flow.reading.plain[last.start : last.end].rstrip()
    if len(words) < SHORTEST or ENDS.search(words) or CLOSING.search(words[-40:]) or not re.search(r"[。,]", words):
        return
    rest = words[max(words.rfind(sign) for sign in "。!?") + 1 :]
    if not UNFINISHED.search(rest) and not ("," in rest and "。" in words):
        return
    start = last.start + max(words.rstrip(",、").rfind(sign) for sign in "。,;!?") + 1
    span = flow.dense.span(start, last.start + len(words))
    yield defect(
        CODE,
        RULE,
        span,
        Words("正文在句中中断，没有句末标点", "the text breaks off inside a sentence"),
        stated=reading.report.text[span.start : span.end],
    )

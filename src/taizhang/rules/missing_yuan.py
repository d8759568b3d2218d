"""Money without 元.

What it checks: a sum in 万 or 亿 with no 元 behind a word that can only be money (投资148万实施).
Why: the office standard asks for the unit in full, and 万 alone is read as persons, 亩 or 株.
Fails: 投资35万实施水渠改造。
Passes: 投资35万元实施水渠改造。
When to overrule: what was put in is labour or goods and not money.
Source: GB/T 15835-2011 and GB 3100-93: a quantity is stated with its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.defects import defect
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：只能是钱款的“万”“亿”之后漏写“元”（投资148万实施）。
为什么：公文要求写全单位，只写“万”会被读成人数、亩数、株数。
错例：投资35万实施水渠改造。
对例：投资35万元实施水渠改造。
何时不理：投入的是人力、物资而不是资金。
依据：GB/T 15835-2011、GB 3100-93，数量应带单位。
"""

RULE: RuleWord = "wording"
CODE = "missing_yuan"
MONEY = re.compile(
    r"(?:投资|投资额|招商引资额?|资金|贷款|经费|税收|财政收入|补助款?|补贴|直补|拨款|捐款|存款|债务|奖金|销售收入|纯收入|总收入|产值|利润)"
    r"(?:已|共|计|完成|达|达到|为|约|近|超过?|突破|总额|总计|累计|合计|约为|人民币){0,3}$"
)
SUM = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,4})?[余多]?[万亿][余多]?")
NOT_THINGS = re.compile(
    r"(?=[,。;、)\n]|$)|(?:实施|新建|建设|修建|建成|改造|完成|用于|购置|购买|对|扩建|改建|修缮|打造|新修|硬化|安装|引进|维修|的)"
)
MORE_FOLLOWS = re.compile(r"[、—~～至到-][0-9]")


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each sum in 万 or 亿 whose 元 is lost."""
    for match in SUM.finditer(reading.plain):
        money = MONEY.search(reading.plain, max(0, match.start() - 16), match.start())
        if (
            not money
            or not NOT_THINGS.match(reading.plain, match.end())
            or MORE_FOLLOWS.match(reading.plain, match.end())
        ):
            continue
        at = next((claim for claim in reading.claims if claim.start <= match.start() < claim.end), None)
        if at and at.unit not in ("万", "亿", "萬", "億"):
            continue
        end = match.end() + 2 if reading.plain[match.end() : match.end() + 2].isalpha() else match.end()
        yield defect(
            CODE,
            RULE,
            (money.start(), end),
            Words(f"“{match.group()}”后漏写“元”", f"元 is missing after {match.group()}"),
            claims=(at,) if at else (),
            stated=match.group(),
            computed=f"{match.group()}元",
        )

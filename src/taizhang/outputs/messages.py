"""The words that several outputs share: verdicts, kinds, statuses, families of rules."""

from __future__ import annotations

from taizhang.findings import Finding
from taizhang.values.claims import Claim
from taizhang.values.words import Words

MARKS = {"broken": "✗", "unknown": "?", "holds": "✓"}
VERDICTS = {"broken": Words("不符", "broken"), "unknown": Words("无从核对", "unknown"), "holds": Words("相符", "holds")}
KINDS = {
    "level": Words("数量", "level"), "growth": Words("增减", "growth"), "completion": Words("完成率", "completion"),
    "share": Words("占比", "share"), "ratio": Words("比例", "ratio"), "range": Words("区间", "range"),
}  # fmt: skip
STATUSES = {
    "actual": Words("实际", "actual"),
    "expected": Words("预计", "expected"),
    "planned": Words("计划", "planned"),
}
FAMILIES = {
    "completion": Words("完成比例", "completion"), "growth": Words("增幅", "growth"), "sum": Words("合计", "sum"),
    "count": Words("个数", "count"), "share": Words("占比", "share"), "product": Words("乘积", "product"),
    "duplicate": Words("重复表述", "stated twice"), "missing": Words("缺漏数字", "missing figure"),
    "wording": Words("用词", "wording"), "name": Words("名称", "name"), "period": Words("时期", "period"),
    "other": Words("其他", "other"),
}  # fmt: skip
SAYS, SHOULD_BE, IMPLIES = Words("文中", "says"), Words("应为", "should be"), Words("推算", "implies")
BECAUSE = Words("算式", "because")
REMARK = Words("说明", "note")
AUTHOR = Words("台账", "Taizhang")


def computed_label(finding: Finding) -> Words:
    """What `finding.computed` is called: what it should be, or what is implied."""
    return SHOULD_BE if finding.verdict == "broken" else IMPLIES


def subject(finding: Finding) -> Claim | None:
    """The claim that the finding is about: the one it quotes, else the last that takes part."""
    quoted = [claim for claim in finding.claims if claim.text == finding.stated]
    return quoted[-1] if quoted else (finding.claims[-1] if finding.claims else None)


def rule_title(page: str) -> str:
    """What a rule checks, from its page: the words behind the first heading, on that line or the next."""
    lines = [line.strip() for line in page.split("\n")]
    for index, line in enumerate(lines):
        if line.startswith(("What it checks", "查什么")):
            rest = line.removeprefix("What it checks").removeprefix("查什么").lstrip(":： ")
            return rest or next((after for after in lines[index + 1 :] if after), "")
    return lines[0]

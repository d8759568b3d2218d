"""A name lost from a list.

What it checks: a bare 村, 镇 or 乡 among names of that kind (在村、大石村等).
Why: a name that is typed from a list by hand or masked by a filter is lost without a trace.
Fails: 在村、柳湾村等沿线村种植胡萝卜。
Passes: 在石桥村、柳湾村等沿线村种植胡萝卜。
When to overrule: the bare word means the level (镇、村、组).
Source: a list names things of one kind, each with its name.
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
查什么：同类名单里只剩“村”“镇”“乡”字（在村、大石村等）。
为什么：手工抄录或过滤软件常把名称丢掉而不留痕迹。
错例：在村、柳湾村等沿线村种植胡萝卜。
对例：在石桥村、柳湾村等沿线村种植胡萝卜。
何时不理：单个字指的是层级（镇、村、组）。
依据：名单列的是同类事物，每项都应有名称。
"""

RULE: RuleWord = "other"
CODE = "lost_name"
LEVELS = r"(?:各|全|本|我|该|每|行政|自然|中心|贫困|示范|重点|城中|老|新|农|乡|镇|县|多|专业|试点|整治|美丽|生态|文明|沿线|山|边|后进|先进|个)"
COMMON = r"(?:民|庄|级|组|委|集体|干|两|支|务|居|内|容|道|落|镇|规|企|账|小|校|卫|医|社|屯|办|史|风|貌|寨|部|主|里|中|情|财|庙|头|口|东|西|南|北|边|旁|外|到|与|和|、)"
PATTERNS = (
    # 在村、大石村 — the first of a list
    re.compile(
        rf"(?:^|[,。;:\n在对把从])村、(?!{LEVELS})[一-鿿]{{2,5}}(?<!农)(?<!全)村(?:[、和及与等各的,。]|$)[^,。;、0-9]{{0,4}}"
    ),
    # A、B、村各500亩
    re.compile(r"[一-鿿]{2,6}、[一-鿿]{2,6}、(?P<bare>村)各[0-9]{1,6}[一-鿿]?"),
    # 石桥村和村大河东
    re.compile(
        rf"(?<=[,。;:在对、])(?!{LEVELS})[一-鿿]{{2,4}}(?<!{LEVELS[3:-1].split('|', maxsplit=1)[0]})村和村(?!{COMMON})[一-鿿]{{2,3}}"
    ),
)
ANCHOR = re.compile(r"(?<![一-鿿])村、|[在对把从]村、|、村各|村和村")
LEVEL_LIST = re.compile(r"[镇乡县区街道]、村|村、(?:组|社区)")


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each list that holds a bare 村."""
    if not ANCHOR.search(reading.plain):
        return
    for pattern in PATTERNS:
        for match in pattern.finditer(reading.plain):
            if LEVEL_LIST.search(match.group()):
                continue
            start = match.start() + (match.group()[0] in ",。;:\n")
            yield defect(
                CODE,
                RULE,
                (start, match.end()),
                Words("名单中“村”前缺村名", "a village's name is missing before 村"),
                stated=reading.report.text[start : match.end()],
            )

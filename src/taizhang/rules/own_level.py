"""Two levels above the same place.

What it checks: a report that calls the level above it both 县 and 区 (我县 beside 区委、区政府).
Why: counties become districts, and old sentences are carried over.
Fails: 按照区委、区政府的部署，全镇完成了任务。展示我县发展历程。
Passes: 按照区委、区政府的部署，全镇完成了任务。展示我区发展历程。
When to overrule: the older name is meant, or 区 is a development zone or an autonomous region.
Source: none but the text itself.
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
查什么：同一报告里上级既称“县”又称“区”（我县与区委、区政府并见）。
为什么：撤县设区之后，旧稿的句子常被沿用。
错例：按照区委、区政府的部署，全镇完成了任务。展示我县发展历程。
对例：按照区委、区政府的部署，全镇完成了任务。展示我区发展历程。
何时不理：说的是旧称，或“区”指开发区、自治区。
依据：只看文本本身。
"""

RULE: RuleWord = "name"
CODE = "own_level"
TOWN = re.compile(r"[我全][镇乡]")
LEVELS = {"县": re.compile(r"[我全]县|县委、县政府"), "区": re.compile(r"[我全]区|区委、区政府")}
OTHER_SENSE = re.compile(r"自治区|撤县|县改区|设区|开发区|新区管委会|市县区|县\(市|县区")


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """At most one finding, at the rarer level."""
    text = reading.plain
    county, district = (list(LEVELS[level].finditer(text)) for level in ("县", "区"))
    if not county or not district or not TOWN.search(text) or OTHER_SENSE.search(text):
        return
    # of two that stand equally often, the one that comes up later is the slip
    key = (len(county), -county[0].start()), (len(district), -district[0].start())
    rare, often = (county, "区") if key[0] < key[1] else (district, "县")
    span = clause(reading, rare[0].start(), rare[0].end())
    yield defect(
        CODE,
        RULE,
        span,
        Words(
            f"上级在此称“{rare[0].group()}”，他处称“{often}”",
            f"the level above is {rare[0].group()} here, {often} elsewhere",
        ),
        stated=rare[0].group(),
        computed=often,
    )

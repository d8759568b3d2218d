"""A masked name that the text gives away.

What it checks: a name masked in one place (xx镇) that the same sentence or a like name elsewhere states in the clear.
Why: the mask hides nothing, and the reader takes one place for two.
Fails: 按照市里对xx镇的定位，柳湾镇是全县唯一的旅游镇。柳湾人均收入高，柳湾环境好。
Passes: 按照市里对柳湾镇的定位，柳湾镇是全县唯一的旅游镇。柳湾人均收入高，柳湾环境好。
When to overrule: the masked name is another than the clear one.
Source: none but the text itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from taizhang.defects import defect
from taizhang.findings import Finding, RuleWord
from taizhang.flowing import flowing
from taizhang.masks import given_away, masked_names
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：一处隐去的名称（xx镇），在同一句或同类名称中又写明。
为什么：隐而不密，读者还会误作两个地方。
错例：按照市里对xx镇的定位，柳湾镇是全县唯一的旅游镇。柳湾人均收入高，柳湾环境好。
对例：按照市里对柳湾镇的定位，柳湾镇是全县唯一的旅游镇。柳湾人均收入高，柳湾环境好。
何时不理：隐去的与写明的不是同一名称。
依据：只看文本本身。
"""

RULE: RuleWord = "name"
CODE = "given_away"


@flowing
def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each place that gives a masked name away."""
    for _, name, shown in given_away(reading, masked_names(reading)):
        yield defect(
            CODE,
            RULE,
            shown,
            Words(
                f"“{name.text}”隐去了名称，文中他处却已写明", f"{name.text} is masked here and in the clear elsewhere"
            ),
            stated=name.text,
        )

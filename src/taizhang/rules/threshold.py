"""Things above a stated size.

What it checks: each thing named as one of N above a size (过亿元项目3个，其中投资2亿元的…) is that large.
Why: projects are moved between size classes and the list is not.
Fails: 过千万元项目3个，其中，投资800万元的冷库项目已开工。
Passes: 过千万元项目3个，其中，投资1800万元的冷库项目已开工。
When to overrule: the size is of another measure than the amount stated beside the thing.
Source: the amount of each thing is at least the size that counts it in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from taizhang.arithmetic import measured
from taizhang.findings import Finding, RuleWord
from taizhang.relations import after, before, between, core, level, nearest, one_sentence, outcome
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading
from taizhang.values.words import Words

CHINESE = """
查什么：列入“过亿元项目N个”的各项，其投资额是否都在标准以上。
为什么：项目档次调整后，列举未随之调整。
错例：过千万元项目3个，其中，投资800万元的冷库项目已开工。
对例：过千万元项目3个，其中，投资1800万元的冷库项目已开工。
何时不理：标准所指与所写金额不是同一口径。
依据：每一项的金额不小于列入标准。
"""

RULE: RuleWord = "other"
CODE = "threshold"
INVESTED = re.compile(r"(?:总?投资|计划投资|总投资额)(?:约|近|达)?$")
AMONG = re.compile(r"^[^,;。]{0,8}[,(:]?其中[,:]?")
NAMES = re.compile(r"(?P<names>[^,;。:0-9]{2,60})$")


def check(reading: Reading) -> Iterator[Finding]:
    """One finding for each class of size with members whose amounts are stated."""
    claims = reading.claims
    for index, size in enumerate(claims):
        if not _is_size(size):
            continue
        count = claims[index + 1] if index + 1 < len(claims) else None
        if count and count.unit_kind == "count" and len(between(reading, size, count)) <= 8:
            yield from _judge(size, (size, count), _listed(reading, index + 1))
        named = claims[index - 1] if index else None
        if named and named.unit_kind == "count" and re.fullmatch("(?:投资)?(?:过|超)?", between(reading, named, size)):
            yield from _judge(size, (named, size), _named(reading, index - 1))


def _is_size(claim: Claim) -> bool:
    return claim.unit_kind == "money" and claim.bound in (">", ">=") and claim.number is not None


def _listed(reading: Reading, index: int) -> list[Claim]:
    """`其中，投资A的甲项目…；投资B的乙项目…`: the amounts behind the count, in its sentence."""
    count = reading.claims[index]
    if not AMONG.match(after(reading, count, 20)):
        return []
    found = []
    for claim in reading.claims[index + 1 : index + 30]:
        if not one_sentence(between(reading, count, claim)):
            break
        invested = level(claim) and claim.unit_kind == "money" and INVESTED.search(before(reading, claim, 8))
        if invested and after(reading, claim, 2).startswith("的"):
            found.append(claim)
    return found


def _named(reading: Reading, index: int) -> list[Claim]:
    """`甲和乙2个过亿元项目`: the amount that the text has stated for each name; none unless all are known."""
    match = NAMES.search(re.split("[,;:]", before(reading, reading.claims[index], 60))[-1])
    if not match:
        return []
    found: list[Claim] = []
    for name in re.split("[、和及与]", match["names"]):
        amounts = [
            claim
            for claim in nearest(reading.claims, reading.claims[index].start)
            if level(claim) and claim.unit_kind == "money" and _names_it(core(claim.indicator), core(name))
        ]
        if len(amounts) != 1:
            return []
        found.append(amounts[0])
    return found


def _names_it(indicator: str, name: str) -> bool:
    """The name is in the indicator, give or take a verb in front of the first name of the list."""
    return len(name) > 2 and (
        name in indicator or (len(name) > 4 and any(name[at:] in indicator for at in range(1, len(name) - 2)))
    )


def _judge(size: Claim, head: tuple[Claim, ...], members: list[Claim]) -> Iterator[Finding]:
    limit = size.amount
    if limit is None or not members:
        return
    small = [claim for claim in members if (amount := measured(claim)) and amount.high < limit]
    amounts = "、".join(claim.text for claim in small or members)
    equation = Words(
        f"{amounts}{'小于' if small else '均不小于'}{size.text}",
        f"{amounts} {'below' if small else 'not below'} {size.text}",
    )
    claims = (*head, *(small or members))
    yield outcome("threshold", RULE, "broken" if small else "holds", claims, equation, stated=size.text, at=head)

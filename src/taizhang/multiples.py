"""Multiples of another value (是2019年的3倍), as against growth by a multiple (增长3倍)."""

from __future__ import annotations

import re

from taizhang.relations import before
from taizhang.values.claims import Claim
from taizhang.values.readings import Reading

OF_BASE = re.compile(
    r"(?P<verb>是|为|相当于|等于|达到|达)了?(?P<base>[^,;。是为]{1,28}?)的(?:[约近]|将近|接近)?(?P<first>[0-9.]{1,8}倍[和、])?$"
)


def base_named(reading: Reading, claim: Claim) -> str | None:
    """The words that `claim`, a number of 倍, is a multiple of: 2019年 of `是2019年的3倍`; None where it is no multiple."""
    if claim.unit != "倍":
        return None
    named = OF_BASE.search(before(reading, claim, 48))
    return named["base"] if named else None

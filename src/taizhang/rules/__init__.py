"""The rules, one a module: its name is the rule's code, its option, its docs anchor and its cases file.

A rule module has a docstring with the six English headings, a constant `CHINESE` with the six Chinese
ones, `RULE` (the guide's word for its family) and `check(reading)` or `check(reading, settings)`.
Nothing is registered: the folder is walked.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import MappingProxyType

from taizhang.findings import Finding, RuleWord
from taizhang.values.readings import Reading
from taizhang.values.settings import Settings

HEADINGS = ("What it checks", "Why", "Fails", "Passes", "When to overrule", "Source")
CHINESE_HEADINGS = ("查什么", "为什么", "错例", "对例", "何时不理", "依据")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: `code` is its module's name, `rule` its family, `english` and `chinese` its page."""

    code: str
    rule: RuleWord
    english: str
    chinese: str
    check: Callable[..., Iterable[Finding]]
    takes_settings: bool

    def run(self, reading: Reading, settings: Settings) -> Iterator[Finding]:
        """The rule's findings on `reading`, in no set order."""
        yield from self.check(reading, settings) if self.takes_settings else self.check(reading)


@cache
def all_rules() -> MappingProxyType[str, Rule]:
    """Every rule of the folder by its code, in the order of codes."""
    codes = sorted(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
    return MappingProxyType({code: _load(code) for code in codes})


def _load(code: str) -> Rule:
    module = import_module(f"{__name__}.{code}")
    return Rule(
        code=code,
        rule=module.RULE,
        english=inspect.cleandoc(module.__doc__ or ""),
        chinese=inspect.cleandoc(module.CHINESE),
        check=module.check,
        takes_settings=len(inspect.signature(module.check).parameters) > 1,
    )

"""Tells a pattern that can take more than linear time: two neighbouring quantifiers without a bound on one text.

A quantifier without a bound is one whose upper limit is open or above 2,000. Two of them are neighbours when
what stands between them can be empty; one inside another without a bound is worse and is told too. A single
open quantifier is linear where nothing that can fail must follow it, so it is let be only where its signs and
the next sign exclude each other, or at the pattern's end.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from re import _constants as opcodes
from re import _parser as parser
from types import ModuleType
from typing import Any

OPEN = 2_000
REPEATS = (opcodes.MAX_REPEAT, opcodes.MIN_REPEAT, opcodes.POSSESSIVE_REPEAT)


def faults(pattern: str | re.Pattern[str], flags: int = 0) -> list[str]:
    """What is wrong with `pattern`, in words; empty where it is linear."""
    if isinstance(pattern, re.Pattern):
        pattern, flags = pattern.pattern, pattern.flags
    return sorted(set(_sequence(list(parser.parse(pattern, flags & ~re.DEBUG)), inside=False)))


def _sequence(items: list[Any], *, inside: bool) -> Iterator[str]:
    """Faults of `items` in their order; `pending` while an open quantifier may still be taking signs."""
    pending = False
    for kind, value in items:
        if kind in REPEATS:
            body, is_open = list(value[2]), _is_open((kind, value))
            yield from _repeat(body, is_open=is_open, inside=inside, pending=pending)
            kept = is_open or _closes(body)
        else:
            groups = _groups(kind, value)
            for group in groups:
                yield from _sequence(group, inside=inside)
                if pending and _edge(group):
                    yield "two open quantifiers side by side"
            kept = any(_closes(group) for group in groups)
        pending = kept or (pending and _may_be_empty([(kind, value)]))


def _repeat(body: list[Any], *, is_open: bool, inside: bool, pending: bool) -> Iterator[str]:
    if is_open and inside:
        yield "an open quantifier inside another"
    if pending and (is_open or _edge(body)):
        yield "two open quantifiers side by side"
    yield from _sequence(body, inside=inside or is_open)


def _groups(kind: Any, value: Any) -> list[list[Any]]:
    """The sequences inside one part."""
    if kind is opcodes.SUBPATTERN:
        return [list(value[3])]
    if kind is opcodes.BRANCH:
        return [list(each) for each in value[1]]
    if kind in (opcodes.ASSERT, opcodes.ASSERT_NOT):
        return [list(value[1])]
    if kind is opcodes.ATOMIC_GROUP:
        return [list(value)]
    if kind is opcodes.GROUPREF_EXISTS:
        return [list(each) for each in value[1:] if each is not None]
    return []


def _is_open(item: Any) -> bool:
    return item[0] in REPEATS and (item[1][1] is opcodes.MAXREPEAT or item[1][1] > OPEN)


def _edge(items: list[Any]) -> bool:
    """Whether an open quantifier can be the first thing that takes a sign."""
    for item in items:
        if _is_open(item):
            return True
        if any(_edge(group) for group in _groups(*item)) or (item[0] in REPEATS and _edge(list(item[1][2]))):
            return True
        if not _may_be_empty([item]):
            return False
    return False


def _closes(items: list[Any]) -> bool:
    """Whether an open quantifier can be the last thing that takes a sign."""
    for item in reversed(items):
        if _is_open(item) or any(_closes(group) for group in _groups(*item)):
            return True
        if item[0] in REPEATS and _closes(list(item[1][2])):
            return True
        if not _may_be_empty([item]):
            return False
    return False


def _may_be_empty(items: list[Any]) -> bool:
    return all(_empty(kind, value) for kind, value in items)


def _empty(kind: Any, value: Any) -> bool:
    if kind in REPEATS:
        return value[0] == 0 or _may_be_empty(list(value[2]))
    if kind in (opcodes.AT, opcodes.ASSERT, opcodes.ASSERT_NOT):
        return True
    if kind in (opcodes.SUBPATTERN, opcodes.BRANCH, opcodes.ATOMIC_GROUP):
        return any(_may_be_empty(group) for group in _groups(kind, value))
    return kind in (opcodes.GROUPREF, opcodes.GROUPREF_EXISTS)


def modules(package: ModuleType) -> Iterator[ModuleType]:
    """`package` and every module below it."""
    yield package
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        yield import_module(found.name)


def compiled(package: ModuleType) -> dict[str, re.Pattern[str]]:
    """Every compiled pattern that a module of `package` holds, in constants and in collections of them."""
    found: dict[str, re.Pattern[str]] = {}
    for module in modules(package):
        for name, value in vars(module).items():
            found.update(_held(f"{module.__name__}.{name}", value))
    return found


def _held(name: str, value: Any, depth: int = 0) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif depth < 4 and isinstance(value, (tuple, list, set, frozenset)):
        for index, each in enumerate(value):
            yield from _held(f"{name}[{index}]", each, depth + 1)
    elif depth < 4 and isinstance(value, dict):
        for key, each in value.items():
            yield from _held(f"{name}[{key!r}]", key, depth + 1)
            yield from _held(f"{name}[{key!r}]", each, depth + 1)


if __name__ == "__main__":
    print(faults(sys.argv[1]))

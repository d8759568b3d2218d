"""Which language the program speaks: `--lang`, else the locale where it is English, else Chinese."""

from __future__ import annotations

import os
from collections.abc import Sequence

from taizhang.values.words import Language

_spoken: list[Language] = ["zh"]


def speak(arguments: Sequence[str] | None = None) -> Language:
    """Choose the language from `arguments` and the environment; without arguments, the one chosen."""
    if arguments is not None:
        _spoken[0] = _chosen(arguments)
    return _spoken[0]


def _chosen(arguments: Sequence[str]) -> Language:
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("zh", "en"):
            return "en" if value == "en" else "zh"
    local = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if local.lower().startswith("en") else "zh"


def say(zh: str, en: str) -> str:
    return en if speak() == "en" else zh

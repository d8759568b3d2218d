"""What a call of `check` chooses: rules, overruled findings, fixed phrases. Mistakes in it end the call in one line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn, TypeVar

from taizhang.audit import Suppression, SuppressionError, read_suppressions
from taizhang.cli.failures import answered
from taizhang.cli.inputs import refuse
from taizhang.cli.speech import say, speak
from taizhang.documents import UnreadableFile
from taizhang.documents.text import decode
from taizhang.rules import all_rules
from taizhang.values.settings import Settings

Read = TypeVar("Read")


def codes_of(words: Iterable[str]) -> list[str]:
    """The codes in the values of an option, each a rule or a family of rules."""
    codes = [code.strip() for word in words for code in word.split(",") if code.strip()]
    families = {rule.rule for rule in all_rules().values()}
    for code in codes:
        if code not in all_rules() and code not in families:
            no_rule(code, families)
    return codes


def no_rule(code: str, others: Iterable[str] = ()) -> NoReturn:
    """Exit 2: `code` is no rule, nor one of the `others` that would do; what it may have been meant to be."""
    near = get_close_matches(code, [*all_rules(), *others], n=2)
    hint_zh, hint_en = (f"；是不是 {'、'.join(near)}", f"; is it {', '.join(near)}?") if near else ("", ";")
    refuse(
        say(f"没有规则 {code}{hint_zh}；用 taizhang rule 列出规则", f"no rule {code}{hint_en} taizhang rule lists them")
    )


def suppressions_of(path: str | None) -> tuple[Suppression, ...]:
    """The overruled findings of the file at `path`."""
    return _opened(path, read_suppressions) if path is not None else ()


def settings_of(path: str | None) -> Settings:
    """The phrases of the TOML file at `path`, right = [wrong, …]."""
    if path is None:
        return Settings()
    text = _opened(path, lambda place: decode(place, Path(place).read_bytes()))
    try:
        table = tomllib.loads(text.removeprefix("\ufeff").replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        at = re.search("line ([0-9]{1,9})", str(error))
        zh, en = (f" 第 {at[1]} 行", f", line {at[1]}") if at else ("", "")
        refuse(
            say(
                f'{path}{zh}: 不是正确的 TOML；每行写成 "正确提法" = ["错误写法"]',
                f'{path}{en}: is no proper TOML; write lines of "right" = ["wrong"]',
            )
        )
    for right, wrong in table.items():
        if not isinstance(wrong, list) or not all(isinstance(word, str) and word for word in wrong):
            refuse(
                say(
                    f'{path}: “{right}”的值应是词语列表，写成 "{right}" = ["错误写法"]',
                    f'{path}: the value of “{right}” must be a list of words: "{right}" = ["wrong"]',
                )
            )
    return Settings(phrases=tuple((right, tuple(wrong)) for right, wrong in table.items()))


def _opened(path: str, read: Callable[[str], Read]) -> Read:
    """What `read` makes of the file, or exit 2."""
    try:
        return read(path)
    except SuppressionError as error:
        refuse(error.reason.in_language(speak()))
    except UnreadableFile as refusal:
        refuse(f"{path}: {refusal.reason.in_language(speak())}")
    except OSError as error:
        why = answered(error)
        refuse(say(f"{path}: 打不开（{why}）；请检查路径", f"{path}: cannot be opened ({why}); check the path"))

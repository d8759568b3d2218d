"""Which language the program speaks: `--lang`, else the locale where it is English, else Chinese; and help in it."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence

import click

from taizhang.values.words import Language

SURPLUS = re.compile(r"unexpected extra arguments? \((.{1,500})\)")
"""How click words what stands on the command line beyond the arguments that a command takes."""
_spoken: list[Language] = ["zh"]


def speak(arguments: Sequence[str] | None = None) -> Language:
    """Choose the language from `arguments` and the environment; without arguments, the one chosen."""
    if arguments is not None:
        _spoken[0] = _chosen(arguments)
    return _spoken[0]


def without_language(arguments: Sequence[str]) -> list[str]:
    """`arguments` less `--lang`, which may stand before or behind the sub-command. Raises UsageError for a wrong one."""
    kept: list[str] = []
    rest = list(arguments)
    while rest:
        argument = rest.pop(0)
        if argument == "--":
            return [*kept, "--", *rest]
        if argument != "--lang" and not argument.startswith("--lang="):
            kept.append(argument)
            continue
        value = argument.removeprefix("--lang=") if "=" in argument else (rest.pop(0) if rest else "")
        if value not in ("zh", "en"):
            raise click.UsageError(
                say(f"--lang 只能是 zh 或 en，不能是“{value}”", f"--lang takes zh or en, not {value!r}")
            )
    return kept


def say(zh: str, en: str) -> str:
    return en if speak() == "en" else zh


def complaint(error: click.ClickException) -> str:
    """What is wrong with the command line, in one line."""
    if speak() == "en":
        return " ".join(error.format_message().split())
    if isinstance(error, click.NoSuchOption):
        hint = f"；是不是 {'、'.join(error.possibilities)}" if error.possibilities else ""
        return f"没有选项 {error.option_name}{hint}；用 --help 查看"
    name = _name(error)
    if isinstance(error, click.MissingParameter):
        return f"缺少参数 {name}；用 --help 查看"
    if isinstance(error, click.BadParameter):
        kind = error.param.type if error.param else None
        choices = f"，可用的有 {'、'.join(map(str, kind.choices))}" if isinstance(kind, click.Choice) else ""
        return f"{name} 的值不对{choices}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 用法不对：要带一个值；用 --help 查看"
    if surplus := SURPLUS.search(error.format_message()):
        return f"多出参数 {surplus[1]}；用 --help 查看"
    return " ".join(error.format_message().split())


def _name(error: click.ClickException) -> str:
    param = error.param if isinstance(error, click.BadParameter) else None
    if param is None:
        return "参数"
    return param.opts[0] if isinstance(param, click.Option) else (param.metavar or str(param.name))


class Spoken(click.Command):
    """A command whose help is wholly in the spoken language: click's own words come in English only."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", say("[选项]", "[OPTIONS]"))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("用法：", "Usage: "))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
        rows = [row for row in rows if not row[0].startswith("-h")]
        rows += [("--lang [zh|en]", say("中文或英文", "Chinese or English"))]
        rows += [("-h, --help", say("显示这份说明", "show this message"))]
        with formatter.section(say("选项", "Options")):
            formatter.write_dl(rows)


def _chosen(arguments: Sequence[str]) -> Language:
    for index, argument in enumerate(arguments):
        value = argument.removeprefix("--lang=") if argument.startswith("--lang=") else None
        if argument == "--lang" and index + 1 < len(arguments):
            value = arguments[index + 1]
        if value in ("zh", "en"):
            return "en" if value == "en" else "zh"
    local = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return "en" if local.lower().startswith("en") else "zh"

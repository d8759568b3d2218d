"""The `taizhang` command; one file per sub-command, loaded only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.metadata import entry_points

import click

from taizhang.cli.speech import say, speak
from taizhang.values.words import Words

COMMANDS = {"check": "taizhang.cli.check", "read": "taizhang.cli.read", "rule": "taizhang.cli.rule"}
"""The library's own; others come through the entry points `taizhang.commands`."""


class Commands(click.Group):
    """Sub-commands by name, imported late: `--help` stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted({*COMMANDS, *(point.name for point in entry_points(group="taizhang.commands"))})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name in COMMANDS:
            command = import_module(COMMANDS[cmd_name]).command
            return command() if not isinstance(command, click.Command) else command
        for point in entry_points(group="taizhang.commands", name=cmd_name):
            loaded = point.load()
            return loaded if isinstance(loaded, click.Command) else None
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        own = {
            "check": Words("审核报告：找出对不上的数字", "audit reports: the figures that do not add up"),
            "read": Words("读出报告里的每个数字", "read every figure of a report"),
            "rule": Words("列出规则，或显示一条规则的说明", "list the rules, or explain one"),
        }
        with formatter.section(say("命令", "Commands")):
            formatter.write_dl(
                [(name, own[name].in_language(speak()) if name in own else "") for name in self.list_commands(ctx)]
            )


def main() -> None:
    """Entry point. Exit codes: 0 fine, 1 something found, 2 cannot."""
    language = speak(sys.argv[1:])
    arguments = _without_language(sys.argv[1:])
    group = Commands(
        name="taizhang",
        help=Words(
            "台账：读懂并审核政府工作报告里的数字。加 --lang en 用英文。",
            "Reads and audits the figures of work reports. --lang zh speaks Chinese.",
        ).in_language(language),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    group.main(args=arguments, prog_name="taizhang")


def _without_language(arguments: list[str]) -> list[str]:
    kept: list[str] = []
    skip = False
    for argument in arguments:
        if skip:
            skip = False
        elif argument == "--lang":
            skip = True
        elif not argument.startswith("--lang="):
            kept.append(argument)
    return kept

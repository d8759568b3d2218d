"""The `taizhang` command; one file per sub-command, loaded only when it is called."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from importlib.metadata import entry_points

import click

from taizhang.cli.failures import unforeseen
from taizhang.cli.speech import Spoken, complaint, say, speak, without_language
from taizhang.values.words import Words

COMMANDS = {
    "check": Words("审核报告：找出对不上的数字", "audit reports: the figures that do not add up"),
    "read": Words("读出报告里的每个数字", "read every figure of a report"),
    "rule": Words("列出规则，或显示一条规则的说明", "list the rules, or explain one"),
}
"""The library's own, each in the module of its name; others come through the entry points `taizhang.commands`."""


class Commands(Spoken, click.Group):
    """Sub-commands by name, imported late: `--help` stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return sorted({*COMMANDS, *(point.name for point in entry_points(group="taizhang.commands"))})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name in COMMANDS:
            command: click.Command = import_module(f"taizhang.cli.{cmd_name}").command()
            return command
        for point in entry_points(group="taizhang.commands", name=cmd_name):
            loaded = point.load()
            return loaded if isinstance(loaded, click.Command) else None
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            known = ", ".join(self.list_commands(ctx))
            raise click.UsageError(
                say(f"没有命令 {args[0]}；命令有 {known}", f"no command {args[0]}; the commands are {known}")
            )
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        rows = [
            (name, COMMANDS[name].in_language(speak()) if name in COMMANDS else "") for name in self.list_commands(ctx)
        ]
        with formatter.section(say("命令", "Commands")):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return ["[OPTIONS]", say("命令 …", "COMMAND …")]


def main() -> None:
    """Entry point. Exit codes: 0 fine, 1 something found, 2 cannot."""
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    language = speak(arguments)
    group = Commands(
        name="taizhang",
        help=Words(
            "台账：读懂并审核政府工作报告里的数字。",
            "Reads and audits the figures of work reports.",
        ).in_language(language),
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    try:
        status = group.main(args=without_language(arguments) or ["--help"], prog_name="taizhang", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        print(f"taizhang: {complaint(error)}", file=sys.stderr)
        return 2
    except click.Abort:
        return 130
    except BrokenPipeError:
        # Whoever read the output has gone (`| head`): nothing is wrong, and the interpreter must not flush again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # a person meets one line, not a traceback
        print(f"taizhang: {unforeseen(error)}", file=sys.stderr)
        return 2
    return status if isinstance(status, int) else 0

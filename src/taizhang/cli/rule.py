"""`taizhang rule`: the list of rules, or one rule's page."""

from __future__ import annotations

import click

from taizhang.cli.speech import Spoken, say, speak


def command() -> click.Command:
    """The command with its help in the spoken language."""
    return Spoken(
        "rule",
        callback=run,
        help=say("列出全部规则；给出规则代码时显示它的说明。", "List the rules; with a code, explain that rule."),
        params=[click.Argument(["code"], required=False, metavar=say("[规则]", "[CODE]"))],
    )


def run(code: str | None) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from taizhang.cli.choices import no_rule
    from taizhang.outputs.messages import FAMILIES, rule_title
    from taizhang.rules import all_rules

    rules, console = all_rules(), Console()
    if code is None:
        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False)
        for head in (say("规则", "rule"), say("类别", "family"), say("查什么", "what it checks")):
            table.add_column(head, overflow="fold")
        for rule in rules.values():
            page = rule.english if speak() == "en" else rule.chinese
            family = FAMILIES[rule.rule].in_language(speak())
            table.add_row(Text(rule.code), Text(family), Text(rule_title(page)))
        console.print(table)
        return
    if code not in rules:
        no_rule(code)
    page = rules[code].english if speak() == "en" else rules[code].chinese
    console.print(Text.assemble((code, "bold"), f"  {FAMILIES[rules[code].rule].in_language(speak())}\n"))
    for line in page.split("\n"):
        head, colon, rest = line.partition("：" if speak() == "zh" else ":")
        console.print(Text.assemble((head, "bold" if colon else ""), colon, rest))

"""`taizhang rule`: the list of rules, or one rule's page."""

from __future__ import annotations

import click

from taizhang.cli.speech import say, speak


def command() -> click.Command:
    """The command with its help in the spoken language."""
    return click.Command(
        "rule",
        callback=run,
        help=say("列出全部规则；给出规则代码时显示它的说明。", "List the rules; with a code, explain that rule."),
        params=[click.Argument(["code"], required=False)],
    )


def run(code: str | None) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from taizhang.cli.inputs import refuse
    from taizhang.rules import all_rules

    rules, console = all_rules(), Console()
    if code is None:
        table = Table(show_edge=False, pad_edge=False)
        for head in (say("规则", "rule"), say("类别", "family"), say("查什么", "what it checks")):
            table.add_column(head, overflow="fold")
        for rule in rules.values():
            page = rule.english if speak() == "en" else rule.chinese
            table.add_row(rule.code, rule.rule, _first_line(page))
        console.print(table)
        return
    if code not in rules:
        refuse(say(f"没有规则 {code}；规则有：{', '.join(rules)}", f"no rule {code}; the rules are {', '.join(rules)}"))
    page = rules[code].english if speak() == "en" else rules[code].chinese
    console.print(Text(f"{code} ({rules[code].rule})", style="bold"))
    console.print(Text(page))


def _first_line(page: str) -> str:
    """The first sentence under the first heading."""
    lines = [line.strip() for line in page.split("\n")]
    heads = ("What it checks", "查什么")
    for index, line in enumerate(lines):
        if line.startswith(heads):
            rest = line.split("：" if "：" in line else ":", 1)[1].strip() if ("：" in line or ":" in line) else ""
            return rest or next((after for after in lines[index + 1 :] if after and not set(after) <= set("-=")), "")
    return lines[0]

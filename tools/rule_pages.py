"""Write docs/rules/CODE.md from the rules' own pages; with --check, only say which are stale."""

from __future__ import annotations

import sys
from pathlib import Path

from taizhang.rules import Rule, all_rules

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"


def page(rule: Rule) -> str:
    return (
        f"# `{rule.code}` ({rule.rule})\n\n<!-- Written by make docs from src/taizhang/rules/{rule.code}.py -->\n\n"
        f"{rule.chinese}\n\n---\n\n{rule.english}\n"
    )


def pages() -> dict[str, str]:
    """File names and their texts, the index included."""
    rules = all_rules().values()
    index = "".join(f"- [`{rule.code}`]({rule.code}.md) ({rule.rule})\n" for rule in rules)
    return {"README.md": f"# Rules\n\n{index}"} | {f"{rule.code}.md": page(rule) for rule in rules}


def stale() -> list[str]:
    wanted = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def main() -> None:
    if "--check" in sys.argv:
        if names := stale():
            sys.exit(f"docs/rules is stale ({', '.join(names)}); run make docs")
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path in FOLDER.glob("*.md"):
        path.unlink()
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

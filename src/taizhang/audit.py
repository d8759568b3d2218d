"""Runs the rules on a report: which rules, with which settings, and what a reader has overruled.

A suppression file is TOML or lines `fingerprint-or-code:quoted text  # reason`; see `Suppressions`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from taizhang.findings import Finding
from taizhang.rules import Rule, all_rules
from taizhang.values.readings import Reading
from taizhang.values.reports import Report
from taizhang.values.settings import Settings
from taizhang.values.words import Words

NO_REASON = Words("没有写理由；请在行末加 ` # 不理它的理由`", "no reason; end the line with ` # why it is overruled`")


class SuppressionError(ValueError):
    """A suppression file that cannot be followed; `reason` names the line and what to do."""

    def __init__(self, name: str, line: int, said: Words) -> None:
        self.reason = Words(f"{name} 第 {line} 行：{said.zh}", f"{name}, line {line}: {said.en}")
        super().__init__(self.reason.en)


class RuleFailed(RuntimeError):  # noqa: N818 - named for what happened
    """The rule `code` raised an error, which is this one's cause."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(f"the rule {code} failed")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One line of a suppression file: the finding that it overrules, and why.

    `key` is a finding's fingerprint or a rule's code; with a code, `quote` must stand in the finding's span
    (white space aside). A bare code without a quote would silence a whole rule, and is refused.
    """

    key: str
    quote: str
    reason: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A reading with its findings in text order; `suppressed` were overruled, `unused` overruled nothing."""

    reading: Reading
    findings: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Suppression], ...] = ()
    unused: tuple[Suppression, ...] = ()

    @property
    def broken(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.verdict == "broken")


def audit(
    source: Reading | Report | str | Path,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    suppressions: str | Path | Sequence[Suppression] | None = None,
    settings: Settings | None = None,
) -> Audit:
    """Check every figure of `source`: a reading, a report, or the path of a file.

    `select` and `ignore` are rule codes or the guide's rule words; none selected means all. Raises
    `ValueError` for a code that no rule has, `SuppressionError` for a line that cannot be followed and
    `RuleFailed` for a mistake in a rule.
    """
    reading = _reading(source)
    rules = chosen(select, ignore)
    asked = settings or Settings()
    findings = sorted(
        (finding for rule in rules for finding in _findings(rule, reading, asked)),
        key=lambda finding: (finding.start, finding.end, finding.code),
    )
    return _suppress(reading, findings, read_suppressions(suppressions))


def _findings(rule: Rule, reading: Reading, settings: Settings) -> list[Finding]:
    try:
        return list(rule.run(reading, settings))
    except Exception as error:
        raise RuleFailed(rule.code) from error


def chosen(select: Iterable[str], ignore: Iterable[str]) -> list[Rule]:
    """The rules that `select` and `ignore` leave, in the order of codes."""
    rules = all_rules()
    wanted, unwanted = set(select), set(ignore)
    known = set(rules) | {rule.rule for rule in rules.values()}
    if unknown := sorted((wanted | unwanted) - known):
        raise ValueError(f"{unknown[0]}: no such rule; the rules are {', '.join(rules)}")
    return [
        rule
        for rule in rules.values()
        if (not wanted or {rule.code, rule.rule} & wanted) and not {rule.code, rule.rule} & unwanted
    ]


def _reading(source: Reading | Report | str | Path) -> Reading:
    # Late, so that a reading made elsewhere is audited without loading every document format.
    from taizhang.claims import read  # noqa: PLC0415

    if isinstance(source, Reading):
        return source
    if isinstance(source, Report):
        return read(source)
    from taizhang.documents import open_report  # noqa: PLC0415

    return read(open_report(source))


def fingerprint(finding: Finding, reading: Reading) -> str:
    """What stays of a finding when the report moves around it: code, subject and values, as 12 hex digits."""
    if finding.claims:
        subject = [f"{claim.indicator}|{claim.value}|{claim.unit}|{claim.bound}" for claim in finding.claims]
    else:
        subject = ["".join(reading.plain[finding.start : finding.end].split())]
    return hashlib.sha256("\n".join([finding.code, *subject]).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def read_suppressions(source: str | Path | Sequence[Suppression] | None) -> tuple[Suppression, ...]:
    """Suppressions of a file: one a line, `KEY:QUOTE  # REASON`; blank lines and lines of `#` are skipped.

    Raises SuppressionError, OSError, and UnreadableFile where the encoding cannot be told.
    """
    if source is None:
        return ()
    if not isinstance(source, (str, Path)):
        return tuple(source)
    from taizhang.documents.text import decode  # noqa: PLC0415 - as in _reading

    path = Path(source)
    return tuple(_suppression_lines(path.name, decode(path.name, path.read_bytes()).splitlines()))


def _suppression_lines(name: str, lines: list[str]) -> Iterator[Suppression]:
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        words, mark, reason = line.partition(" #")
        if not mark or not reason.strip():
            raise SuppressionError(name, number, NO_REASON)
        key, _, quote = words.strip().replace("\uff1a", ":", 1).partition(":")
        key, quote = key.strip(), quote.strip()
        if key in all_rules() and not quote:
            raise SuppressionError(
                name,
                number,
                Words(
                    f"只写 {key} 会关掉整条规则；请写成 `{key}:报告里的原话`，或用 --ignore {key}",
                    f"{key} alone would silence the whole rule; write `{key}:words of the report` or use --ignore {key}",
                ),
            )
        if key not in all_rules() and not _is_fingerprint(key):
            raise SuppressionError(
                name,
                number,
                Words(
                    f"{key} 既不是规则代码，也不是疑点的 12 位指纹；用 taizhang rule 列出规则",
                    f"{key} is neither a rule nor a finding's 12-digit fingerprint; taizhang rule lists the rules",
                ),
            )
        yield Suppression(key, quote, reason.strip(), number)


def _is_fingerprint(key: str) -> bool:
    return len(key) == 12 and set(key) <= set("0123456789abcdef")


def _suppress(reading: Reading, findings: list[Finding], suppressions: tuple[Suppression, ...]) -> Audit:
    kept: list[Finding] = []
    overruled: list[tuple[Finding, Suppression]] = []
    for finding in findings:
        match = next((each for each in suppressions if _overrules(each, finding, reading)), None)
        if match is None:
            kept.append(finding)
        else:
            overruled.append((finding, match))
    used = {suppression.line for _, suppression in overruled}
    return Audit(
        reading=reading,
        findings=tuple(kept),
        suppressed=tuple(overruled),
        unused=tuple(each for each in suppressions if each.line not in used),
    )


def _overrules(suppression: Suppression, finding: Finding, reading: Reading) -> bool:
    if suppression.key == finding.code:
        words = "".join(reading.report.text[finding.start : finding.end].split())
        return "".join(suppression.quote.split()) in words
    return suppression.key == fingerprint(finding, reading)

"""Claims and findings of every real report against the last accepted run, and the sabotage of what holds.

    python benchmarks/corpus.py [--accept] [--claims] [--no-sabotage] [--missed] [NAME…]

Prints what is gained, lost and changed. The accepted run is `corpus.accepted.gz`: for each claim its place, its
length and one sign of a hash for each field, for each finding its place, code, verdict and a hash of its claims;
no words of a report. `--accept` makes this run the accepted one. `--claims` lists claims too, not only findings.
`--missed` lists the
relations that the sabotage did not turn broken. It changes one operand of each relation found to hold (see `sabotage.py`) and audits again.
"""

from __future__ import annotations

import gzip
import hashlib
import string
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path

from sabotage import Outcome, sabotage

from taizhang.audit import Audit, audit
from taizhang.claims import read
from taizhang.documents import open_report
from taizhang.findings import Finding
from taizhang.values.claims import Claim

ACCEPTED = Path(__file__).with_name("corpus.accepted.gz")
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
FIELDS = ("value", "unit", "bound", "kind", "indicator", "status", "period", "of")
SIGNS = string.ascii_letters + string.digits + "+/"
SHOWN = 400
BAR = 0.95
"""So many changed relations must turn broken, and none of the untouched ones may."""


@dataclass
class Run:
    """One report: its claims and findings by place, the words to show, and what sabotage did."""

    claims: dict[str, str] = field(default_factory=dict)
    findings: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    verdicts: Counter[str] = field(default_factory=Counter)
    outcomes: list[Outcome] = field(default_factory=list)


def sign(words: str, length: int = 1) -> str:
    """The first signs of a hash of `words`."""
    return "".join(SIGNS[byte % 64] for byte in hashlib.sha256(words.encode()).digest()[:length])


def claim_row(claim: Claim, starts: dict[str, int]) -> str:
    """The claim's fields, one sign each; its link by the place that it points at."""
    values = {name: getattr(claim, name) for name in FIELDS} | {"of": starts.get(claim.of or "")}
    return "".join(sign("".join(str(value).split())) for value in values.values())


def finding_row(finding: Finding) -> str:
    """The finding's verdict and a hash of the claims and figures that it speaks of."""
    spans = " ".join(f"{claim.start}-{claim.end}" for claim in finding.claims)
    return f"{finding.verdict} {sign(f'{spans} {finding.computed}', 3)}"


def run_of(result: Audit) -> Run:
    """What one audited report is compared by."""
    run, claims = Run(), result.reading.claims
    starts = {claim.id: claim.start for claim in claims}
    for claim in claims:
        key = f"{claim.start}+{claim.end - claim.start}"
        run.claims[key] = claim_row(claim, starts)
        run.words[key] = f"{claim.text} {claim.kind} {claim.indicator} {claim.status} {claim.period}"
    for finding in result.findings:
        key = f"{finding.start}+{finding.end - finding.start}:{finding.code}"
        while key in run.findings:
            key += "'"
        run.findings[key] = finding_row(finding)
        run.words[key] = finding.message.zh
        run.verdicts[finding.verdict] += 1
    return run


def look(job: tuple[Path, bool]) -> tuple[str, Run]:
    path, harm = job
    result = audit(read(open_report(path)))
    run = run_of(result)
    if harm:
        run.outcomes = sabotage(result)
    return path.stem, run


def stored(runs: dict[str, Run]) -> bytes:
    """The runs as the accepted file keeps them; the same bytes for the same runs."""
    lines: list[str] = []
    for name, run in sorted(runs.items()):
        lines.append(f"# {name}")
        lines += [f"c {key} {row}" for key, row in run.claims.items()]
        lines += [f"f {key} {row}" for key, row in run.findings.items()]
    return gzip.compress("\n".join(lines).encode(), mtime=0)


def accepted() -> dict[str, Run]:
    """The last accepted runs; none where nothing was accepted yet."""
    runs: dict[str, Run] = {}
    if not ACCEPTED.is_file():
        return runs
    run = Run()
    for line in gzip.decompress(ACCEPTED.read_bytes()).decode().splitlines():
        mark, key, *row = line.split(" ", 2)
        if mark == "#":
            run = runs.setdefault(key, Run())
        else:
            (run.claims if mark == "c" else run.findings)[key] = row[0]
    return runs


def compared(kind: str, old: dict[str, str], new: dict[str, str], run: Run) -> list[tuple[str, str]]:
    """What is gained, lost and changed, each with the words to show."""
    rows = [("lost", f"{key} {old[key] if kind == 'finding' else ''}") for key in old.keys() - new.keys()]
    rows += [("gained", f"{key} {new[key].split()[0]} {run.words[key]}") for key in new.keys() - old.keys()]
    for key in old.keys() & new.keys():
        if old[key] != new[key]:
            rows.append(("changed", f"{key} {_difference(kind, old[key], new[key])} {run.words[key]}"))
    return rows


def _difference(kind: str, old: str, new: str) -> str:
    if kind == "finding":
        return f"{old.split(maxsplit=1)[0]} → {new.split(maxsplit=1)[0]}"
    return ",".join(name for name, a, b in zip(FIELDS, old, new, strict=True) if a != b)


def report(old: dict[str, Run], new: dict[str, Run], with_claims: bool) -> None:
    """Print the comparison: counts for all, words for findings and, when asked for, claims."""
    for kind in ("claim", "finding"):
        count: Counter[str] = Counter()
        shown: list[str] = []
        for name, run in sorted(new.items()):
            before = old.get(name, Run())
            rows = compared(kind, getattr(before, f"{kind}s"), getattr(run, f"{kind}s"), run)
            count.update(what for what, _ in rows)
            shown += [f"  {what:8}{name} {words}" for what, words in rows]
        total = sum(len(getattr(run, f"{kind}s")) for run in new.values())
        print(f"{kind}s: {total}; gained {count['gained']}, lost {count['lost']}, changed {count['changed']}")
        if old and (kind == "finding" or with_claims):
            print("\n".join(shown[:SHOWN]))
            if len(shown) > SHOWN:
                print(f"  … and {len(shown) - SHOWN} more")
    verdicts = sum((run.verdicts for run in new.values()), Counter())
    print("verdicts: " + ", ".join(f"{name} {verdicts[name]}" for name in ("broken", "holds", "unknown")))


def report_sabotage(outcomes: Iterable[Outcome]) -> bool:
    """Print how many changed relations turned broken, by rule, and how often untouched text spoke up; False below the bar."""
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    stray = 0
    for outcome in outcomes:
        tried[outcome.code] += outcome.tried
        caught[outcome.code] += outcome.caught
        stray += outcome.stray
    total, hits = sum(tried.values()), sum(caught.values())
    if not total:
        return True
    for code in sorted(tried):
        if tried[code]:
            print(f"  {code:20}{caught[code]:6} of {tried[code]:6}  {caught[code] / tried[code]:.1%}")
    print(
        f"sabotage: {hits} of {total} relations turn broken ({hits / total:.1%}, bar {BAR:.0%}); untouched text: {stray} new"
    )
    return hits >= BAR * total and not stray


def main(arguments: list[str]) -> int:
    wanted = [word for word in arguments if not word.startswith("--")]
    paths = [path for path in sorted(CORPUS.glob("*.txt")) if not wanted or path.stem in wanted]
    if not paths:
        print(f"{CORPUS}: no reports; put the reference files beside the checkout")
        return 2
    harm = "--no-sabotage" not in arguments
    with Pool() as pool:
        runs = dict(pool.imap(look, [(path, harm) for path in paths], chunksize=4))
    old = {name: run for name, run in accepted().items() if not wanted or name in wanted}
    report(old, runs, "--claims" in arguments)
    outcomes = [outcome for run in runs.values() for outcome in run.outcomes]
    if "--missed" in arguments:
        print("\n".join(f"  missed  {outcome.code} {outcome.words}" for outcome in outcomes if outcome.words))
    loud = report_sabotage(outcomes)
    if "--accept" in arguments and not wanted:
        ACCEPTED.write_bytes(stored(runs))
        print(f"accepted: {ACCEPTED.name}, {ACCEPTED.stat().st_size} bytes")
    return 0 if loud else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

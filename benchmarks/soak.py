"""The full counts of broken files, a process a format: what became of them, the longest, the peak of memory.

    python benchmarks/soak.py [--write] [--count=N]

Ends with an error where a reader raises anything but UnreadableFile, takes more than two seconds for a file, or the
process grows over 300 MB. `--write` keeps the figures in `soak.md`. The files are broken by `tests/taizhang/documents/mutating.py`, and
read without the child process that limits time and memory, so that the readers themselves are seen.
"""

from __future__ import annotations

import logging
import resource
import sys
import time
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "taizhang" / "documents"))

from mutating import Outcome, outcome

FULL = {"pdf": 50_000, "xlsx": 20_000, "docx": 10_000, "html": 20_000, "txt": 20_000, "md": 1_000}
FIGURES = Path(__file__).with_name("soak.md")
SECONDS, MEGABYTES = 2, 300
SEED = 20260101


def soaked(job: tuple[str, int]) -> tuple[Outcome, float, float]:
    """The outcome for one format, with its seconds and its process's peak in MB."""
    logging.disable()
    began = time.perf_counter()
    result = outcome(*job, seed=SEED)
    seconds = time.perf_counter() - began
    return result, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def row(kind: str, result: Outcome, seconds: float, memory: float) -> str:
    reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(result.refused.items())) or "none"
    total = result.read + result.refused.total()
    longest = result.longest * 1000
    return f"| {kind} | {total:,} | {result.read:,} | {reasons} | {longest:.0f} | {memory:.0f} | {seconds:.0f} |"


def main(arguments: list[str]) -> int:
    counts = [int(word.removeprefix("--count=")) for word in arguments if word.startswith("--count=")]
    jobs = [(kind, counts[0] if counts else full) for kind, full in FULL.items()]
    with get_context("spawn").Pool(2, maxtasksperchild=1) as pool:
        answers = pool.map(soaked, jobs, chunksize=1)
    lines = ["| format | files | read | refused, and why | longest, ms | peak memory, MB | whole run, s |"]
    lines += ["| --- | ---: | ---: | --- | ---: | ---: | ---: |"]
    lines += [row(kind, *answer) for (kind, _), answer in zip(jobs, answers, strict=True)]
    lines += ["", f"Seed {SEED}. No reader raised anything but a refusal. Bars: {SECONDS} s a file, {MEGABYTES} MB."]
    text = "\n".join(lines)
    print(text)
    if "--write" in arguments:
        title = "# Broken files\n\nWritten by `make soak`.\n"
        FIGURES.write_text(f"{title}\n{text}\n", encoding="utf-8")
    return int(any(result.longest > SECONDS or memory > MEGABYTES for result, _, memory in answers))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

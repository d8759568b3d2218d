"""How fast reports are read, and read and audited, beside one plain pass of `re` over the same text.

    python benchmarks/read.py [--write]

Seven rounds, the three kinds of pass interleaved, medians. Then linearity: 10 MB against 1 MB of text, each in a
process of its own with its peak memory, and the time of `taizhang --help`. `--write` keeps the figures in `speed.md`.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from taizhang.audit import audit
from taizhang.claims import read
from taizhang.documents.outline import outline
from taizhang.values.reports import Report

SHARED = Path(__file__).resolve().parents[2] / "shared"
FIGURES = Path(__file__).with_name("speed.md")
ROUNDS = 7
UNITS = [
    "万元",
    "亿元",
    "元",
    "万美元",
    "亿美元",
    "美元",
    "%",
    "％",
    "个百分点",
    "倍",
    "番",
    "成",
    "‰",
    "亩",
    "万亩",
    "公顷",
    "平方米",
    "万平方米",
    "平方公里",
    "公里",
    "米",
    "千米",
    "吨",
    "万吨",
    "亿吨",
    "公斤",
    "斤",
    "立方米",
    "万立方米",
    "户",
    "万户",
    "人",
    "万人",
    "人次",
    "万人次",
    "个",
    "家",
    "处",
    "项",
    "名",
    "条",
    "座",
    "所",
    "件",
    "起",
    "批",
    "次",
    "场",
    "台",
    "套",
    "辆",
    "栋",
    "间",
    "株",
    "头",
    "只",
    "千瓦",
    "万千瓦",
    "千瓦时",
    "亿千瓦时",
    "天",
    "小时",
]
PLAIN = re.compile(rf"[0-9]{{1,15}}(?:\.[0-9]{{1,8}})?(?:{'|'.join(sorted(UNITS, key=len, reverse=True))})")


def main() -> None:
    if "--one" in sys.argv:
        one(int(sys.argv[-1]))
        return
    lines = [*against_a_plain_pass(), *linear(), start()]
    text = "\n".join(lines)
    print(text)
    if "--write" in sys.argv:
        FIGURES.write_text(f"# Speed\n\nWritten by `python benchmarks/read.py --write`.\n\n{text}\n", encoding="utf-8")


def reports() -> list[Report]:
    paths = sorted((SHARED / "corpus").glob("*.txt"))
    if not paths:
        sys.exit(f"{SHARED}: no reports; put the reference files beside the checkout")
    return [Report(name=path.name, format="txt", text=path.read_text(encoding="utf-8")) for path in paths]


def outlined(report: Report) -> Report:
    return Report(name=report.name, format="txt", text=report.text, outline=outline(report.text))


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def against_a_plain_pass() -> list[str]:
    """Seconds and characters a second of each kind of pass, and how many plain passes each takes."""
    corpus = reports()
    size = sum(len(report.text) for report in corpus)
    passes: dict[str, Callable[[], object]] = {
        f"finditer, {len(UNITS)} units": lambda: [sum(1 for _ in PLAIN.finditer(report.text)) for report in corpus],
        "read": lambda: [read(outlined(report)) for report in corpus],
        "read + audit": lambda: [audit(outlined(report)) for report in corpus],
    }
    times: dict[str, list[float]] = {name: [] for name in passes}
    for _ in range(ROUNDS):
        for name, work in passes.items():
            times[name].append(timed(work))
    middle = {name: median(values) for name, values in times.items()}
    plain = next(iter(middle.values()))
    rows = [f"{len(corpus)} reports, {size} characters, {ROUNDS} interleaved rounds, medians.", ""]
    rows += ["| pass | seconds | characters a second | × plain pass |", "| --- | ---: | ---: | ---: |"]
    rows += [f"| {name} | {each:.3f} | {size / each:,.0f} | {each / plain:.1f} |" for name, each in middle.items()]
    return [*rows, ""]


def linear() -> list[str]:
    """Read and audit 1 MB and 10 MB of UTF-8 text, each in its own process."""
    answers = {size: _apart(size) for size in (1, 10)}
    rows = ["| text | seconds | peak memory, MB |", "| --- | ---: | ---: |"]
    rows += [f"| {size} MB | {seconds:.2f} | {memory:.0f} |" for size, (seconds, memory) in answers.items()]
    ratio = answers[10][0] / answers[1][0]
    return [*rows, "", f"10 MB takes {ratio:.1f} × the time of 1 MB (bar 12 ×); peak memory bar 300 MB.", ""]


def _apart(size: int) -> tuple[float, float]:
    command = [sys.executable, str(Path(__file__)), "--one", str(size)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, memory = answer.stdout.split()
    return float(seconds), float(memory)


def one(size: int) -> None:
    """Seconds and peak MB of reading and auditing `size` MB."""
    whole = "\n".join(report.text for report in reports())
    wanted = size * 1_000_000
    data = (whole * (wanted // len(whole.encode()) + 1)).encode()[:wanted]
    text = data.decode(errors="ignore")
    del whole, data
    seconds = timed(lambda: audit(outlined(Report(name="long.txt", format="txt", text=text))))
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def start() -> str:
    """The time of `taizhang --help`, median of seven."""
    command = [str(Path(sys.executable).with_name("taizhang")), "--help"]
    seconds = median(timed(lambda: subprocess.run(command, capture_output=True, check=True)) for _ in range(ROUNDS))
    return f"`taizhang --help`: {seconds:.3f} s (bar 0.3 s)."


if __name__ == "__main__":
    main()

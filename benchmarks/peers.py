"""How many stated quantities of the gold files other packages from PyPI find, and how fast.

    PYTHON_OF_PEERS benchmarks/peers.py recognizers|jionlp|taizhang

Run with the interpreter of an environment that holds the package (`pip install recognizers-text-suite 'emoji<2'`,
`pip install jionlp`). A quantity counts as found where value and place agree: the number overlaps the annotated span and
equals the annotated value, times the power of ten of its unit where the package multiplies it out.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
FACTORS = [Decimal(10) ** power for power in (0, 1, 2, 3, 4, 6, 7, 8)]
Found = tuple[int, int, Decimal]


def decimal(words: object) -> Decimal | None:
    try:
        return Decimal(re.sub("[^0-9.]", "", str(words)))
    except InvalidOperation:
        return None


def by_recognizers(text: str) -> Iterator[Found]:
    """Numbers, percentages, and numbers with units of Recognizers-Text in its Chinese."""
    from recognizers_number import recognize_number, recognize_percentage  # noqa: PLC0415
    from recognizers_number_with_unit import (  # noqa: PLC0415
        recognize_currency,
        recognize_dimension,
    )

    for recognize in (recognize_number, recognize_percentage, recognize_currency, recognize_dimension):
        for each in recognize(text, "zh-cn"):
            value = decimal((each.resolution or {}).get("value"))
            if value is not None:
                yield each.start, each.end + 1, value


def by_jionlp(text: str) -> Iterator[Found]:
    """Money amounts of JioNLP, the only quantities that it extracts from running text."""
    import jionlp  # noqa: PLC0415

    for each in jionlp.ner.extract_money(text, with_parsing=True):
        start, end = each["offset"]
        number = each["detail"]["num"]
        for part in number if isinstance(number, list) else [number]:
            value = decimal(part)
            if value is not None:
                yield start, end, value


def by_taizhang(text: str) -> Iterator[Found]:
    from taizhang.claims import read  # noqa: PLC0415
    from taizhang.documents.outline import outline  # noqa: PLC0415
    from taizhang.values.reports import Report  # noqa: PLC0415

    for claim in read(Report(name="gold.txt", format="txt", text=text, outline=outline(text))).claims:
        if claim.number is not None:
            yield claim.start, claim.end, claim.number


READERS = {"recognizers": by_recognizers, "jionlp": by_jionlp, "taizhang": by_taizhang}


def same(found: Decimal, wanted: Decimal) -> bool:
    return any(found == wanted * factor for factor in FACTORS)


def hits(claims: list[dict[str, Any]], found: list[Found]) -> int:
    """Annotated single values that are found at their place."""
    return sum(
        any(
            start < claim["end"] and claim["start"] < end and same(value, Decimal(claim["value"]))
            for start, end, value in found
        )
        for claim in claims
    )


def main() -> None:
    reader = READERS[sys.argv[1]]
    list(reader("共投资12万元。"))  # what a first call loads is not counted
    total = right = size = 0
    seconds = 0.0
    for path in sorted(GOLD.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        lines = path.with_suffix(".claims.jsonl").read_text(encoding="utf-8").splitlines()
        claims = [json.loads(line) for line in lines if line.strip()]
        claims = [claim for claim in claims if re.fullmatch(r"[0-9]{1,15}(?:\.[0-9]{1,8})?", claim["value"] or "")]
        began = time.perf_counter()
        found = list(reader(text))
        seconds += time.perf_counter() - began
        total, right, size = total + len(claims), right + hits(claims, found), size + len(text)
    print(f"| {sys.argv[1]} | {right} of {total} ({right / total:.1%}) | {size / seconds:,.0f} |")


if __name__ == "__main__":
    main()

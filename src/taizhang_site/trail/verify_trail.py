"""Checks an exported audit trail, without the system that wrote it: python verify_trail.py trail.jsonl [number:digest]

Every row's digest is SHA-256 over the digest before it, a line feed, and the row's fields as compact sorted JSON.
Exit code 0: whole. 1: tampered with; the first bad row is named. 2: the file cannot be read.
"""

import hashlib
import json
import sys

FIELDS = (
    "number", "at", "user_id", "username", "post", "ip", "kind", "subject", "title", "success", "reason", "changes",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    if not 1 <= len(arguments) <= 2:
        print(__doc__)
        return 2
    wanted = arguments[1] if len(arguments) == 2 else ""
    previous, number, met = "0" * 64, 0, not wanted
    try:
        with open(arguments[0], encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                number += 1
                content = {name: row[name] for name in FIELDS}
                words = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
                digest = hashlib.sha256((previous + "\n" + words).encode()).hexdigest()
                if row["number"] != number or row["digest"] != digest:
                    print(f"row {number}: tampered with / 第 {number} 条被改动过")
                    return 1
                previous = digest
                met = met or wanted == f"{number}:{digest}"
    except (OSError, ValueError, KeyError, TypeError) as problem:
        print(f"{arguments[0]}: cannot be read at row {number}: {problem!r}")
        return 2
    if not met:
        print(f"{wanted}: not found; the end may have been cut / 找不到，末尾可能被截断")
        return 1
    print(f"whole: {number} rows, end {number}:{previous} / 完整")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The audits of a call go out in the format that was asked for."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

from taizhang.audit import Audit
from taizhang.cli.failures import answered, unforeseen
from taizhang.cli.inputs import Inputs, emit, not_written
from taizhang.cli.speech import speak


def write(style: str, audits: Sequence[tuple[str, Audit]], out: str | None, *, several: bool, every: bool) -> None:
    """All audits as one file `out`, or to stdout."""
    if style == "text":
        _show(audits, out, several=several, every=every)
    else:
        emit(_encoded(style, audits, several=several, every=every), out)


def _encoded(style: str, audits: Sequence[tuple[str, Audit]], *, several: bool, every: bool) -> bytes:
    if style == "html":
        from taizhang.outputs.html import as_html

        return as_html(audits, speak(), every_verdict=every).encode()
    content: object
    if style == "sarif":
        from taizhang.outputs.sarif import as_sarif

        content = as_sarif(audits, speak(), every_verdict=every)
    else:
        from taizhang.outputs.records import finding_record

        content = [
            finding_record(finding, result, speak(), name if several else None)
            for name, result in audits
            for finding in result.findings
        ]
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def _show(audits: Sequence[tuple[str, Audit]], out: str | None, *, several: bool, every: bool) -> None:
    from rich.console import Console

    from taizhang.outputs.terminal import show_audit, show_summary

    stream = io.StringIO() if out else None
    console = Console(file=stream, width=100) if stream else Console()
    if several:
        show_summary(console, audits, speak())
    for name, result in audits:
        show_audit(console, name, result, speak(), every_verdict=every)
    if stream:
        emit(stream.getvalue().encode("utf-8", "replace"), out)


def document_places(paths: Sequence[str], out: Path, *, several: bool) -> dict[str, Path]:
    """Where the Word document of each path goes: `out`, or under a name of its own in the folder `out`."""
    if not several and not out.is_dir():
        return {paths[0]: out}
    places: dict[str, Path] = {}
    taken: set[str] = set()
    for path in paths:
        stem, number = Path("stdin" if path == "-" else path).stem, 1
        while (wanted := f"{stem}.docx" if number == 1 else f"{stem}-{number}.docx") in taken:
            number += 1
        taken.add(wanted)
        places[path] = out / wanted
    return places


def write_documents(
    inputs: Inputs, audits: Sequence[tuple[str, Audit]], places: dict[str, Path], *, every: bool
) -> None:
    """One Word document a report; one that cannot be written is told, and the others are done."""
    from taizhang.outputs.docx import write_commented

    for name, result in audits:
        place = places.get(name) or places["-"]
        try:
            write_commented(place, Path(name), result, speak(), every_verdict=every)
        except OSError as error:
            inputs.fail(not_written(str(place), answered(error)))
        except Exception as error:
            inputs.fail(f"{name}: {unforeseen(error)}")

"""Claims as CSV, XLSX and Parquet."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from taizhang.outputs.files import write_whole
from taizhang.outputs.records import harmless, printable
from taizhang.values.words import Language, Words

HEADS: dict[str, Words] = {
    "file": Words("文件", "file"), "id": Words("编号", "id"), "start": Words("起", "start"), "end": Words("止", "end"),
    "text": Words("原文", "text"), "value": Words("数值", "value"), "unit": Words("单位", "unit"), "bound": Words("界限", "bound"),
    "kind": Words("类型", "kind"), "indicator": Words("指标", "indicator"), "status": Words("状态", "status"),
    "period": Words("时期", "period"), "of": Words("所属", "of"), "amount": Words("折算值", "amount"),
    "unit_kind": Words("量纲", "unit_kind"), "section": Words("章节", "section"), "direction": Words("方向", "direction"),
    "basis": Words("基期", "basis"), "core": Words("数字", "core"),
}  # fmt: skip


class ParquetMissing(RuntimeError):  # noqa: N818 - named for what is missing
    """Parquet is asked for and its library is not installed."""


def as_csv(records: Sequence[dict[str, Any]]) -> bytes:
    """CSV with keys as its heads, in UTF-8 with a mark, as Excel and WPS expect."""
    stream = io.StringIO()
    if records:
        writer = csv.DictWriter(stream, list(records[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(
            {key: "" if value is None else harmless(str(value)) for key, value in row.items()} for row in records
        )
    return stream.getvalue().encode("utf-8-sig", "replace")


def write_xlsx(path: Path, records: Sequence[dict[str, Any]], language: Language) -> None:
    """One sheet, heads frozen; every word a string, never a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("表述" if language == "zh" else "claims")
    sheet.freeze_panes = "A2"
    keys = list(records[0]) if records else []
    for index, key in enumerate(keys):
        sheet.column_dimensions[chr(65 + index)].width = {"text": 14, "indicator": 26, "section": 40}.get(key, 10)
    heads = []
    for key in keys:
        cell = WriteOnlyCell(sheet, HEADS[key].in_language(language))
        cell.font = Font(bold=True)
        heads.append(cell)
    sheet.append(heads)
    for row in records:
        cells = []
        for value in row.values():
            number = isinstance(value, int) and not isinstance(value, bool)
            cell = WriteOnlyCell(sheet, value if number else "" if value is None else printable(str(value))[:32767])
            if not number:
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    write_whole(path, book.save)


def write_parquet(path: Path, records: Sequence[dict[str, Any]]) -> None:
    """Columns as the JSON keys; raises ParquetMissing without the `parquet` extra."""
    try:
        import pyarrow  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise ParquetMissing("pyarrow") from error
    clean = [
        {key: printable(value) if isinstance(value, str) else value for key, value in row.items()} for row in records
    ]
    table = pyarrow.Table.from_pylist(clean)
    write_whole(path, lambda beside: pyarrow.parquet.write_table(table, beside))

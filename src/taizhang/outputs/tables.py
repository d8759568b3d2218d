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
    "unit_kind": Words("基本单位", "unit_kind"), "section": Words("章节", "section"), "direction": Words("方向", "direction"),
    "basis": Words("比较基期", "basis"), "core": Words("主要数字", "core"),
}  # fmt: skip
WIDTHS = {"file": 26, "text": 16, "value": 12, "indicator": 28, "section": 44, "amount": 16, "kind": 12, "period": 14}
LONGEST_CELL = 32_767
"""Characters that Excel holds in one cell."""


class ParquetMissing(RuntimeError):  # noqa: N818 - named for what is missing
    """Parquet is asked for and its library is not installed."""


def as_csv(records: Sequence[dict[str, Any]], keys: Sequence[str]) -> bytes:
    """CSV with keys as its heads, in UTF-8 with a mark, as Excel and WPS expect."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(keys)
    for record in records:
        writer.writerow("" if record[key] is None else harmless(str(record[key])) for key in keys)
    return stream.getvalue().encode("utf-8-sig")


def write_xlsx(path: Path, records: Sequence[dict[str, Any]], keys: Sequence[str], language: Language) -> None:
    """One sheet, heads frozen; every word a string, never a formula; offsets are numbers."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to load
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("表述" if language == "zh" else "claims")
    sheet.freeze_panes = "A2"
    for index, key in enumerate(keys, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = WIDTHS.get(key, 10)
    heads = []
    for key in keys:
        cell = WriteOnlyCell(sheet, HEADS[key].in_language(language))
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E8EDF3")
        heads.append(cell)
    sheet.append(heads)
    for record in records:
        sheet.append([_cell(WriteOnlyCell(sheet), record[key]) for key in keys])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(keys))}{len(records) + 1}"
    write_whole(path, book.save)


def _cell(cell: Any, value: object) -> Any:
    """`cell` holding `value`: a number where it is an offset, else words that no program reads as a formula."""
    if isinstance(value, int) and not isinstance(value, bool):
        cell.value = value
    elif value is not None:
        cell.value = printable(str(value))[:LONGEST_CELL]
        cell.data_type = "s"
    return cell


def write_parquet(path: Path, records: Sequence[dict[str, Any]], keys: Sequence[str]) -> None:
    """Columns as the JSON keys, typed also when there is no row; raises ParquetMissing without the `parquet` extra."""
    try:
        import pyarrow  # noqa: PLC0415
        import pyarrow.parquet  # noqa: PLC0415
    except ImportError as error:
        raise ParquetMissing("pyarrow") from error
    types = {"start": pyarrow.int64(), "end": pyarrow.int64(), "core": pyarrow.bool_()}
    schema = pyarrow.schema([(key, types.get(key, pyarrow.string())) for key in keys])
    clean = [
        {key: printable(value) if isinstance(value, str) else value for key, value in record.items()}
        for record in records
    ]
    table = pyarrow.Table.from_pylist(clean, schema=schema)
    write_whole(path, lambda beside: pyarrow.parquet.write_table(table, beside))

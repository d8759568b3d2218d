"""CSV, XLSX and Parquet read back as what was written."""

import csv
import io

import openpyxl
import pytest

from taizhang.outputs import tables
from taizhang.outputs.records import claim_keys, claim_record

KEYS = claim_keys(with_file=True)


@pytest.fixture
def records(audit):
    made = [claim_record(claim, "一.txt") for claim in audit.reading.claims]
    made[0]["indicator"] = "=HYPERLINK(1)"
    made[1]["value"] = "-6"
    return made


def test_csv_opens_in_a_spreadsheet(records):
    data = tables.as_csv(records, KEYS)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert list(rows[0]) == KEYS
    assert len(rows) == 8
    assert rows[0]["indicator"] == "'=HYPERLINK(1)"
    assert rows[1]["value"] == "-6"


def test_csv_without_claims_still_has_heads():
    assert tables.as_csv([], KEYS).decode("utf-8-sig").strip().split(",") == KEYS


def test_xlsx_holds_strings_and_no_formula(records, tmp_path):
    path = tmp_path / "表.xlsx"
    tables.write_xlsx(path, records, KEYS, "zh")
    sheet = openpyxl.load_workbook(path).active
    assert sheet.freeze_panes == "A2"
    assert sheet["B1"].value == "编号"
    assert sheet.max_row == 9
    assert not any(cell.data_type == "f" for row in sheet for cell in row)
    column = KEYS.index("indicator") + 1
    assert (sheet.cell(2, column).value, sheet.cell(2, column).data_type) == ("=HYPERLINK(1)", "s")
    assert sheet.cell(2, KEYS.index("start") + 1).value == records[0]["start"]
    assert sheet.column_dimensions["P"].width > 20


def test_parquet_keeps_types(records, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    tables.write_parquet(tmp_path / "a.parquet", records, KEYS)
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.column_names == KEYS
    assert table.column("text").to_pylist()[3] == "900万元"
    assert str(table.schema.field("start").type) == "int64"
    tables.write_parquet(tmp_path / "b.parquet", [], KEYS)
    assert parquet.read_table(tmp_path / "b.parquet").schema.equals(table.schema)


def test_parquet_says_when_its_library_is_missing(records, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(tables.ParquetMissing):
        tables.write_parquet(tmp_path / "a.parquet", records, KEYS)
    assert list(tmp_path.iterdir()) == []

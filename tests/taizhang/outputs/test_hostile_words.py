"""Five hundred hostile values in every field: what is written stays valid, and opens."""

import json
import random
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import openpyxl
import pytest
from handmade import audit_of, claim_at, finding_on

from taizhang.outputs import tables
from taizhang.outputs.docx import write_commented
from taizhang.outputs.html import as_html
from taizhang.outputs.records import claim_keys, claim_record, finding_record
from taizhang.outputs.sarif import as_sarif
from taizhang.values.words import Words

SIGNS = [
    *map(chr, range(0x20)), "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\udfff", "\ufffe", "\uffff", "\U0001fffe",
    "\u202e", "<", ">", "&", '"', "'", "]]>", "<!--", "_x0000_", "=", "+", "-", "@", "＝", "[bold]", "{", "中", "5", "\U0010ffff",
]  # fmt: skip
KEYS = claim_keys(with_file=True)


@pytest.fixture(scope="module")
def hostile():
    dice = random.Random(12)
    values = ["".join(dice.choice(SIGNS) for _ in range(dice.randint(1, 12))) for _ in range(500)]
    text = "\n".join(f"第{number}段{value.replace(chr(10), '')}9座。" for number, value in enumerate(values))
    claims, findings, start = [], [], 0
    for number, value in enumerate(values):
        at = text.index("9座。", start)
        start = at + 2
        claim = claim_at("9座", "9座", number, indicator=value, period=value, section=value, unit=value, basis=value)
        object.__setattr__(claim, "start", at)
        object.__setattr__(claim, "end", at + 2)
        claims.append(claim)
        findings.append(finding_on((claim,), stated=value, computed=value, message=Words(value, value)))
    return audit_of(text, tuple(claims), tuple(findings)), values


def test_docx(hostile, tmp_path):
    audit, _ = hostile
    path = tmp_path / "a.docx"
    write_commented(path, Path("a.txt"), audit, "zh", every_verdict=True)
    assert len(list(docx.Document(str(path)).comments)) == 500
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(archive.read(name))


def test_xlsx(hostile, tmp_path):
    audit, values = hostile
    path = tmp_path / "a.xlsx"
    tables.write_xlsx(
        path,
        [claim_record(claim, value) for claim, value in zip(audit.reading.claims, values, strict=True)],
        KEYS,
        "zh",
    )
    sheet = openpyxl.load_workbook(path).active
    assert sheet.max_row == 501
    assert not any(cell.data_type in ("f", "e") for row in sheet for cell in row)


def test_csv_and_parquet(hostile, tmp_path):
    import csv
    import io

    audit, _ = hostile
    records = [claim_record(claim, "a") for claim in audit.reading.claims]
    rows = list(csv.reader(io.StringIO(tables.as_csv(records, KEYS).decode("utf-8-sig"), newline="")))
    assert {len(row) for row in rows} == {len(KEYS)}
    assert len(rows) == 501
    assert not any(cell.startswith(("=", "+", "@", "\t", "\r", "＝", "＋", "－", "＠")) for row in rows for cell in row)
    pytest.importorskip("pyarrow")
    tables.write_parquet(tmp_path / "a.parquet", records, KEYS)


def test_json_and_sarif_come_back_as_they_were(hostile):
    audit, values = hostile
    records = [finding_record(finding, audit, "zh", "a") for finding in audit.findings]
    data = json.dumps(records, ensure_ascii=False).encode("utf-8", "backslashreplace")
    assert [record["computed"] for record in json.loads(data)] == values
    log = json.dumps(as_sarif([(values[0], audit)], "zh", every_verdict=True), ensure_ascii=False)
    assert len(json.loads(log.encode("utf-8", "backslashreplace"))["runs"][0]["results"]) == 500


def test_html(hostile):
    audit, values = hostile
    page = as_html([(values[3], audit)], "zh").encode("utf-8")
    assert page.count(b"<script>") == 1
    assert b"\x00" not in page
    assert b"\x1b" not in page

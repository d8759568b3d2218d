"""The contract's keys, and cells that no spreadsheet runs."""

import pytest

from taizhang.outputs.records import claim_keys, claim_record, decimal_text, finding_record, harmless, printable


def test_claim_record_has_the_contract_keys_in_order(audit):
    claim = audit.reading.claims[3]
    record = claim_record(claim)
    assert list(record) == claim_keys(with_file=False)
    assert {
        "id",
        "start",
        "end",
        "text",
        "value",
        "unit",
        "bound",
        "kind",
        "indicator",
        "status",
        "period",
        "of",
    } <= set(record)
    assert record["text"] == audit.reading.report.text[record["start"] : record["end"]] == "900万元"
    assert record["amount"] == "900"
    assert next(iter(claim_record(claim, "甲.txt"))) == "file"


def test_finding_record_says_where_and_what(audit):
    record = finding_record(audit.findings[0], audit, "zh")
    assert list(record) == [
        "code", "rule", "verdict", "message", "start", "end", "line", "column", "claims", "stated", "computed", "fingerprint",
    ]  # fmt: skip
    assert (record["line"], record["column"]) == (3, 5)
    assert record["claims"][0] == {"start": record["start"], "end": record["start"] + 3}
    assert finding_record(audit.findings[0], audit, "en")["message"].startswith("7 + 6")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-cmd", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "-1-1", "-1万元"]
)
def test_formulas_are_defused(text):
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["-3.5", "-12", "12%", "3—5", "大棚", ""])
def test_numbers_and_words_stay(text):
    assert harmless(text) == text


def test_control_signs_show():
    assert printable("a\x00b\x1b[31m\ud800\ufffe\x9b") == "a␦b␦[31m␦␦␦"
    assert printable("台账\t\n") == "台账\t\n"


def test_amounts_have_no_exponent():
    from decimal import Decimal

    assert decimal_text(Decimal("1.50E+9")) == "1500000000"
    assert decimal_text(Decimal("0.50")) == "0.5"
    assert decimal_text(None) is None

"""SARIF 2.1.0 as its specification wants it."""

from taizhang.outputs.sarif import as_sarif
from taizhang.rules import all_rules


def test_results_point_at_the_text(audit):
    log = as_sarif([("夹 子/报告.txt", audit)], "zh", every_verdict=False)
    assert log["version"] == "2.1.0"
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(all_rules())
    assert all(
        rule["help"]["text"] and not rule["shortDescription"]["text"].startswith("查什么")
        for rule in run["tool"]["driver"]["rules"]
    )
    assert [result["ruleId"] for result in run["results"]] == ["sum", "completion"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    region = place["region"]
    text = audit.reading.report.text
    assert (region["startLine"], region["startColumn"]) == (3, 5)
    assert text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
    assert region["snippet"]["text"].startswith("12座")
    assert place["artifactLocation"]["uri"].isascii()
    assert " " not in place["artifactLocation"]["uri"]


def test_only_what_fails_has_a_level(audit):
    results = as_sarif([("a.txt", audit)], "en", every_verdict=True)["runs"][0]["results"]
    assert [(result["kind"], result["level"]) for result in results] == [
        ("fail", "error"), ("fail", "error"), ("pass", "none"), ("open", "none"),
    ]  # fmt: skip
    assert len({result["partialFingerprints"]["taizhang/v1"] for result in results}) == 4

"""What fits only the gold files shows here: redrawn at random they score as they are, and no code knows their names."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from scoring import Gold, figures, gold_files, measured, scorer

from redrawing import corpus, names, with_breaks, with_names, with_numbers
from taizhang.wording.characters import plain

pytestmark = pytest.mark.shared
ROOT = Path(__file__).parents[1]
SEEDS = range(4)
OF_CLAIMS = ("quantity_core", "quantity_all", "whole_claim", "links", "period")
WAYS = ("names", "numbers", "breaks")


def redrawn(gold: Gold, way: str, reports: dict[str, str], seed: int) -> Gold:
    draw = random.Random(f"{gold.name} {way} {seed}")
    if way == "names":
        return with_names(gold, reports, draw)
    return with_numbers(gold, draw) if way == "numbers" else with_breaks(gold, draw)


@pytest.fixture(scope="module")
def reports(shared: Path) -> dict[str, str]:
    return corpus(shared)


@pytest.fixture(scope="module")
def originals() -> dict[str, float]:
    return figures(*measured(gold_files(), scorer()))


@pytest.mark.parametrize("way", WAYS)
def test_redrawn_gold_files_score_as_they_are(way: str, reports: dict[str, str], originals: dict[str, float]) -> None:
    score = scorer()
    sums = dict.fromkeys(OF_CLAIMS, 0.0)
    for seed in SEEDS:
        golds = [redrawn(gold, way, reports, seed) for gold in gold_files()]
        assert [gold.text for gold in golds] != [gold.text for gold in gold_files()]
        scores = figures(*measured(golds, score))
        for name in OF_CLAIMS:
            sums[name] += scores[name]
    lost = {name: round(originals[name] - sums[name] / len(SEEDS), 4) for name in OF_CLAIMS}
    print(way, lost)
    assert max(lost.values()) <= 0.01, lost


def test_a_redrawn_report_is_annotated_where_its_figures_stand(reports: dict[str, str]) -> None:
    for gold in gold_files():
        for way in WAYS:
            new = redrawn(gold, way, reports, 0)
            for row in new.claims:
                assert "".join(new.text[row["start"] : row["end"]].split()) == "".join(row["text"].split())


def test_no_name_of_a_gold_file_stands_in_the_program(reports: dict[str, str]) -> None:
    program = {
        path: plain(path.read_text(encoding="utf-8"))
        for folder in ("src", "packs")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in (".py", ".toml", ".html", ".css", ".js")
    }
    found = names("".join(gold.text for gold in gold_files()), reports)
    assert len(found) >= 5
    named = [(str(path.relative_to(ROOT)), name) for path, text in program.items() for name in found if name in text]
    assert named == []

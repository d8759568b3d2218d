"""How many things a list names, and when that is sure."""

from __future__ import annotations

import pytest

from taizhang.claims import read
from taizhang.listings import Listing, before, listing
from taizhang.values.reports import Report


@pytest.mark.parametrize(
    ("words", "least", "most", "is_open", "sure"),
    [
        ("柳湾、石桥、杏坪", 3, 3, False, True),
        ("柳湾、石桥和杏坪", 2, 3, False, True),
        ("柳湾和石桥", 2, 2, False, True),
        ("农膜和地膜回收、水质监测、河道清淤", 3, 4, False, False),
        ("水质监测、汽车及零部件、河道清淤", 3, 4, False, True),
        ("柳湾、石桥等", 2, 2, True, True),
        ("柳湾、全县石桥", 2, 2, False, False),
        ("和谐、和平、和睦", 3, 3, False, True),
        ("普及、参与", 2, 2, False, True),
    ],
)
def test_listing(words: str, least: int, most: int, *, is_open: bool, sure: bool) -> None:
    found = listing(words, 7)
    assert isinstance(found, Listing)
    assert (found.least, found.most, found.open, found.sure) == (least, most, is_open, sure)
    assert found.span == (7, 7 + len(words))
    assert found.fits(least)
    assert found.fits(most)
    assert not found.fits(most + 1)


@pytest.mark.parametrize("words", ["", "柳湾", "、柳湾", "柳湾和"])
def test_no_listing(words: str) -> None:
    assert listing(words, 0) is None


def names_before_last_claim(text: str) -> tuple[str, ...] | None:
    reading = read(Report(name="a.txt", format="txt", text=text))
    found = before(reading, reading.claims[-1])
    return found.items if found else None


def test_before_stops_at_the_clause_the_quotation_and_the_year() -> None:
    assert names_before_last_claim("抓好招商，建设柳湾、石桥两个广场。") == ("建设柳湾", "石桥")
    assert names_before_last_claim("我镇“修路、改水、植树”三项工程完工。") == ("修路", "改水", "植树")
    assert names_before_last_claim("2021年包括修路、改水两个部门。") == ("年包括修路", "改水")
    assert names_before_last_claim('落实市委、市政府"四个坚决"要求。') is None

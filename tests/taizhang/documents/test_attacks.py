"""Files made to harm end in a named reason or are read, each within ten seconds; a check that is off lets them through."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from attacking import ATTACKS, READ, Attack
from making import word

from taizhang.documents import UnreadableFile, budgets, open_report, xml
from taizhang.documents.docx import read_docx
from taizhang.documents.errors import REASONS


def outcome(path: Path) -> str:
    try:
        open_report(path)
    except UnreadableFile as refusal:
        return refusal.code if refusal.name == path.name else "nameless"
    return READ


def test_there_are_enough_attacks_and_few_reasons() -> None:
    assert len(ATTACKS) >= 60
    assert len(REASONS) <= 8


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.file)
def test_attack(attack: Attack, tmp_path: Path) -> None:
    path = tmp_path / attack.file
    path.write_bytes(attack.make())
    before = time.monotonic()
    assert outcome(path) in attack.outcomes
    assert time.monotonic() - before < 11


def test_the_refusals_are_the_checks_doing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the counts off, the same files get through: the tests above can fail."""
    many = word("<w:p/>" * 250_000)
    with pytest.raises(UnreadableFile):
        read_docx("a", many)
    monkeypatch.setitem(budgets.XML_ELEMENTS, "docx", 10**9)
    assert read_docx("a", many)


def test_without_the_ban_on_document_types_entities_expand(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lenient:
        def __init__(self) -> None:
            object.__setattr__(self, "inner", EXPAT())

        def __getattr__(self, name: str) -> object:
            return getattr(self.inner, name)  # type: ignore[attr-defined]

        def __setattr__(self, name: str, value: object) -> None:
            if "Decl" not in name:
                setattr(self.inner, name, value)  # type: ignore[attr-defined]

    real = xml.expat.ParserCreate

    def EXPAT() -> object:  # noqa: N802
        return real(namespace_separator="}")

    source = b"<!DOCTYPE d [<!ENTITY a 'haha'>]><d>&a;&a;</d>"
    with pytest.raises(UnreadableFile):
        xml.tree(source, xml.Counter("a", 9))
    monkeypatch.setattr(xml.expat, "ParserCreate", lambda **_: Lenient())
    assert xml.tree(source, xml.Counter("a", 9)).text == "hahahaha"

"""A message in the two languages that the program speaks to people in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Words:
    """The same sentence in Chinese and in English."""

    zh: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.en if language == "en" else self.zh

"""What the demo county consists of, as plain rows: nothing here knows the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place; `parent` is a code."""

    code: str
    name: str
    level: str
    parent: str = ""
    order: int = 0


@dataclass(frozen=True, slots=True)
class PersonRow:
    """An account, the post it holds, from when to when."""

    login: str
    name: str
    role: str = ""
    place: str = ""
    title: str = ""
    since: date | None = None
    until: date | None = None
    administrator: str = ""


@dataclass(slots=True)
class VersionRow:
    """One submitted state of a figure: digits at the indicator's precision, who typed it and when."""

    state: str
    scaled: int | None
    typed: str
    at: datetime
    by: str
    text: str = ""
    reason: str = ""
    warnings: tuple[str, ...] = ()
    source: str = ""
    published: str = ""
    published_source: str = ""


@dataclass(slots=True)
class MoveRow:
    """A step from one status to another after the version with that number."""

    version: int
    was: str
    now: str
    at: datetime
    by: str
    reason: str = ""


@dataclass(slots=True)
class FigureRow:
    """A figure with all that happened to it; its last version is what counts."""

    indicator: str
    place: str
    year: int
    month: int
    status: str = "locked"
    versions: list[VersionRow] = field(default_factory=list)
    moves: list[MoveRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A version of a year's target, or of a part of it."""

    indicator: str
    place: str
    year: int
    form: str
    typed: str
    bound: str
    at: datetime
    by: str
    effective_on: date
    document: str = ""
    sentence: str = ""
    reason: str = ""
    office: str = ""
    months: tuple[int, int] = (1, 12)
    part_of: str = ""
    """The place of the target that this is a part of; empty for a target of its own."""


@dataclass(slots=True)
class County:
    """Everything: rows in the order in which they are written."""

    places: list[PlaceRow] = field(default_factory=list)
    offices: list[tuple[str, str]] = field(default_factory=list)
    people: list[PersonRow] = field(default_factory=list)
    figures: list[FigureRow] = field(default_factory=list)
    targets: list[TargetRow] = field(default_factory=list)

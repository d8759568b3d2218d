"""Claims in tables: the unit, indicator and period of a cell are read off its row's and column's heads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cached_property

from taizhang.claims.periods import PERIOD
from taizhang.packs import common_units
from taizhang.values.claims import Claim, Kind, Status
from taizhang.values.reports import Cell, Report, Table
from taizhang.wording.characters import plain

UNIT_NOTE = re.compile(r"(?:计量)?单位:[ ]{0,3}(?P<unit>[^\s,。;()]{1,8})")
UNIT_COLUMN = re.compile(r"(?:计量|计算)?单位$")
IN_BRACKETS = re.compile(
    r"[(](?:(?:计量)?单位:)?(?P<unit>[^():]{1,8})[)][ ]{0,3}$|/(?P<slash>[一-鿿%‰]{1,5})$|(?P<sign>[%‰])$"
)
NUMBER = re.compile(r"[-+]?[0-9][0-9,]{0,20}(?:\.[0-9]{1,8})?[ ]{0,2}(?:%|‰)?$")
YEAR = re.compile(r"(?:19|20)[0-9]{2}$")
ORDER = re.compile(r"序号|编号|代码|排名|位次|电话|日期|年份|名次")
GROWTH = re.compile(r"增长|增幅|增速|同比|环比|涨幅|降幅|±|增减")
COMPLETION = re.compile(r"完成率|完成进度|占(?:全年|年度|年)?(?:计划|任务|目标)|完成(?:计划|任务|目标)")
RATE = re.compile(
    r"完成率|占(?:全年|年度|年)?(?:计划|任务|目标)|增长(?!额|量|数)|增幅|增速|同比(?!增加|增减)|环比(?!增加|增减)|涨幅|降幅"
)
"""Columns of percentages, even where no sign says so."""
PLANNED = re.compile(r"(?<![比较超])(?:目标|计划|任务|预期|预算)")
PAST = re.compile(r"去年|上年|上一年|往年")
VALUE_WORDS = re.compile(
    r"(?:累计|实际|本期|本月|当期|全年)?(?:完成情况|完成数|完成额|完成值|完成|实绩|同期|同期数)|累计|实际|本期|本月|数值|数量|合计|总计|小计|"
    r"指标|指标值|指标名称|项目|名称|绝对值|绝对数|单位|数|额"
)
TOTAL = re.compile(r"(?:合|小|总|共)[ ]{0,4}计$")


class _Grid:
    """One table with its heads: the cells above and to the left that hold words."""

    def __init__(self, table: Table, simple: str) -> None:
        self.table, self.simple = table, simple
        self.before = simple[max(0, table.span.start - 60) : table.span.start].rpartition("。")[2]

    def text(self, cell: Cell) -> str:
        return "".join(self.simple[cell.span.start : cell.span.end].split())

    @cached_property
    def at(self) -> dict[tuple[int, int], Cell]:
        """Every grid position that a cell covers, merged cells included."""
        found: dict[tuple[int, int], Cell] = {}
        for cell in self.table.cells:
            for row in range(cell.row, cell.row + min(cell.rows, 500)):
                for column in range(cell.column, cell.column + min(cell.columns, 100)):
                    found.setdefault((row, column), cell)
        return found

    @cached_property
    def head_rows(self) -> int:
        """Rows at the top that hold no number but years."""
        numbered = {cell.row for cell in self.table.cells if NUMBER.match(self.text(cell))}
        valued = {
            cell.row for cell in self.table.cells if NUMBER.match(self.text(cell)) and not YEAR.match(self.text(cell))
        }
        first = min(numbered, default=0)
        # a row of years alone heads the table only where figures stand below it
        return first + 1 if first not in valued and first + 1 in numbered else first

    @cached_property
    def _width(self) -> int:
        return max((cell.column + cell.columns for cell in self.table.cells), default=0)

    @cached_property
    def caption(self) -> str:
        """The words before the table, and its rows at the top that are one cell."""
        heads = [cell for cell in self.table.cells if cell.row < self.head_rows and self._spans_all(cell)]
        return "\n".join([self.before, *map(self.text, heads)])

    def _spans_all(self, cell: Cell) -> bool:
        return self._width > 1 and cell.columns >= self._width

    @cached_property
    def note(self) -> str:
        """The unit that holds for the whole table: of its caption, of a corner, or of the head of the names."""
        named = {
            cell.column for cell in self.table.cells if cell.row >= self.head_rows and NUMBER.match(self.text(cell))
        }
        for cell in self.table.cells:
            word = self.text(cell)
            if cell.row < self.head_rows and (UNIT_NOTE.match(word) or cell.column not in named):
                unit = UNIT_NOTE.search(word)
                if unit or _unit_in(word):
                    return unit["unit"] if unit else _unit_in(word)
        notes = UNIT_NOTE.findall(self.caption)
        return notes[-1] if notes else ""

    @cached_property
    def unit_column(self) -> int | None:
        """The column that names the unit of each row."""
        heads = (cell for cell in self.table.cells if cell.row < self.head_rows)
        return next((cell.column for cell in heads if UNIT_COLUMN.fullmatch(self.text(cell))), None)

    def column_heads(self, cell: Cell) -> list[str]:
        """The words above a cell, from the top; titles over the whole table are left out."""
        heads = (self.at.get((row, cell.column)) for row in range(self.head_rows))
        words = (self.text(head) for head in heads if head is not None and not self._spans_all(head))
        return list(dict.fromkeys(word for word in words if word and not UNIT_NOTE.match(word)))

    def row_heads(self, cell: Cell) -> list[str]:
        """The words to the left of a cell, its unit left out."""
        columns = (column for column in range(cell.column) if column != self.unit_column)
        heads = (self.at.get((cell.row, column)) for column in columns)
        words = [self.text(head) for head in heads if head is not None and head is not cell]
        return list(dict.fromkeys(word for word in words if word and not NUMBER.match(word)))

    def unit(self, cell: Cell, columns: list[str], rows: list[str]) -> str:
        """The unit of a cell without one: of its column, of its row, or of the whole table."""
        own = next(filter(None, map(_unit_in, reversed(columns))), "")
        if own or RATE.search("".join(columns[-1:])):
            return own or "%"
        told = None if self.unit_column is None else self.at.get((cell.row, self.unit_column))
        of_row = self.text(told) if told is not None else ""
        return of_row or next(filter(None, map(_unit_in, reversed(rows))), "") or self.note


def _unit_in(word: str) -> str:
    """The unit that a head is, or closes with; "" where it names none."""
    match = IN_BRACKETS.search(word)
    unit = (match["unit"] or match["slash"] or match["sign"]) if match else word
    return unit if unit in ("%", "‰") or _scaled(unit.partition("/")[0])[0] else ""


def _bare(word: str) -> str:
    return IN_BRACKETS.sub("", word).strip()


def _scaled(unit: str) -> tuple[str, Decimal]:
    """Kind and factor of a unit that a head names, scales in front included."""
    units, factor = common_units(), Decimal(1)
    scales = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
    word = unit
    while word and word not in units and word[0] in scales:
        factor *= scales[word[0]]
        word = word[1:]
    entry = units.get(word)
    return (entry.kind, entry.factor * factor) if entry else ("", factor)


def in_tables(report: Report, simple: str, claims: Iterable[Claim]) -> Iterator[Claim]:
    """`claims` with those that stand alone in a table cell read by its heads; order and serial numbers dropped."""
    grids = [_Grid(table, simple) for table in report.tables]
    cells = {
        (cell.span.start, cell.span.end): (grid, cell)
        for grid in grids
        for cell in grid.table.cells
        if NUMBER.match(grid.text(cell))
    }
    starts = sorted(cells)
    by_start = {start: key for key in starts for start in range(key[0], key[1])}
    for claim in claims:
        key = by_start.get(claim.start)
        if key is None:
            yield claim
            continue
        read = _from_heads(*cells[key], claim)
        if read is not None:
            yield read


def _from_heads(grid: _Grid, cell: Cell, claim: Claim) -> Claim | None:
    columns, rows = grid.column_heads(cell), grid.row_heads(cell)
    if cell.row < grid.head_rows or any(ORDER.search(word) for word in columns[-1:]) or not (columns or rows):
        return None
    unit = plain(claim.unit) or grid.unit(cell, columns, rows)
    nouns = [_bare(word) for word in rows if not _scaled(word)[0] and not UNIT_NOTE.match(word)]
    named = [_bare(word) for word in columns if not _scaled(word)[0] and _names(_bare(word))]
    kind, status = _kind("".join(columns), nouns[-1] if nouns else "", unit)
    rate_column = any(pattern.search(word) for word in named for pattern in (GROWTH, COMPLETION))
    indicator = (nouns[-1] if nouns else "") or "".join(named)
    if named and nouns and not rate_column and not PLANNED.search("".join(named)) and _is_place(nouns[-1]):
        indicator = named[-1]
    unit_kind, factor = _scaled(unit)
    return replace(
        claim,
        unit=unit,
        kind=kind,
        status=status,
        indicator=indicator or claim.indicator,
        period=_period([*reversed(columns), *rows, grid.caption, claim.period or ""], status),
        unit_kind=unit_kind,
        factor=factor,
        of=None,
    )


def _names(head: str) -> bool:
    """Whether a column's head says what is measured, and not only when, or that it is a value."""
    words = PERIOD.sub("", head)
    return bool(words) and not VALUE_WORDS.fullmatch(words) and not YEAR.match(words)


def _period(words: Iterable[str], status: Status) -> str | None:
    """The first period that the words name; what is planned belongs to no past one."""
    for word in words:
        if YEAR.match(word):
            return f"{word}年"
        found = (match.group() for match in PERIOD.finditer(word))
        period = next((each for each in found if status != "planned" or not PAST.match(each)), None)
        if period:
            return period
    return None


def _is_place(word: str) -> bool:
    return bool(TOTAL.search(word) or re.search(r"(?:村|镇|乡|县|区|市|街道|社区|单位|所|办|局)$", word))


def _kind(heads: str, noun: str, unit: str) -> tuple[Kind, Status]:
    """Kind and status by the heads above a figure and the name of its row."""
    if COMPLETION.search(heads):
        return "completion", "actual"
    status: Status = "planned" if PLANNED.search(heads) else "actual"
    if GROWTH.search(heads) or (unit in ("%", "‰") and GROWTH.search(noun)):
        return "growth", status
    return ("share" if unit in ("%", "‰") else "level"), status

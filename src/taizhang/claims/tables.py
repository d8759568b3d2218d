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

UNIT_NOTE = re.compile(r"(?:计量)?单位[::][ ]{0,3}(?P<unit>[^\s,。;()]{1,8})")
IN_BRACKETS = re.compile(r"[(](?P<unit>[^()]{1,8})[)][ ]{0,3}$|/(?P<slash>[一-鿿%‰]{1,5})$")
NUMBER = re.compile(r"[-+]?[0-9][0-9,]{0,20}(?:\.[0-9]{1,8})?[ ]{0,2}(?:%|‰)?$")
ORDER = re.compile(r"序号|编号|代码|排名|位次|电话|日期|年份|名次")
GROWTH = re.compile(r"增长|增幅|增速|同比|环比|涨幅|降幅|±|增减")
COMPLETION = re.compile(r"完成率|完成进度|占(?:全年|年度|年)?(?:计划|任务|目标)|完成(?:计划|任务|目标)")
PLANNED = re.compile(r"目标|计划|任务|预期|预算")
SHARE = re.compile(r"率|占比|比重")
VALUE_WORDS = re.compile(r"(?:完成情况|完成数|完成|累计|实际|本期|数值|数量|合计|总计|指标值|绝对值|绝对数|单位)")


class _Grid:
    """One table with its heads: the cells above and to the left that hold words."""

    def __init__(self, report: Report, table: Table, simple: str) -> None:
        self.table, self.simple = table, simple
        self.caption = simple[max(0, table.span.start - 60) : table.span.start]
        self.report = report

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
        """Rows at the top that hold no number."""
        numbered = {cell.row for cell in self.table.cells if NUMBER.match(self.text(cell))}
        return min(numbered, default=0)

    def column_heads(self, cell: Cell) -> list[str]:
        heads = (self.at.get((row, cell.column)) for row in range(self.head_rows))
        return list(dict.fromkeys(self.text(head) for head in heads if head is not None and self.text(head)))

    def row_heads(self, cell: Cell) -> list[str]:
        heads = (self.at.get((cell.row, column)) for column in range(cell.column))
        words = [self.text(head) for head in heads if head is not None and head is not cell]
        return list(dict.fromkeys(word for word in words if word and not NUMBER.match(word)))


def _unit(words: Iterable[str], caption: str) -> str:
    units = common_units()
    for word in words:
        match = IN_BRACKETS.search(word)
        if match:
            return str(match["unit"] or match["slash"])
        if word in units or word[1:] in units:
            return word
    note = UNIT_NOTE.search(caption)
    return note["unit"] if note else ""


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
    grids = [_Grid(report, table, simple) for table in report.tables]
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
    if any(ORDER.search(word) for word in columns[-1:]) or not (columns or rows):
        return None
    unit = plain(claim.unit) or _unit([*reversed(columns), *reversed(rows)], grid.caption)
    nouns = [_bare(word) for word in rows if not _scaled(word)[0] and not UNIT_NOTE.match(word) and word != unit]
    heads = [_bare(word) for word in columns if word != unit]
    kind, status = _kind(" ".join(columns), unit)
    named = [
        word for word in heads if not PERIOD.fullmatch(word) and not VALUE_WORDS.fullmatch(word) and word != "指标"
    ]
    rate_column = any(pattern.search(word) for word in named for pattern in (GROWTH, COMPLETION))
    indicator = (nouns[-1] if nouns else "") or "".join(named)
    if named and nouns and not rate_column and not PLANNED.search("".join(named)) and _is_place(nouns[-1]):
        indicator = named[-1]
    period = next((m.group() for word in [*reversed(columns), *rows, grid.caption] if (m := PERIOD.search(word))), None)
    unit_kind, factor = _scaled(unit)
    return replace(
        claim,
        unit=unit,
        kind=kind,
        status=status,
        indicator=indicator or claim.indicator,
        period=period or claim.period,
        unit_kind=unit_kind,
        factor=factor,
        of=None,
    )


def _is_place(word: str) -> bool:
    return bool(re.search(r"(?:村|镇|乡|县|区|市|街道|社区|合计|小计|总计|单位|所|办|局)$", word))


def _kind(heads: str, unit: str) -> tuple[Kind, Status]:
    if COMPLETION.search(heads):
        return "completion", "actual"
    if GROWTH.search(heads):
        return "growth", "actual"
    status: Status = "planned" if PLANNED.search(heads) else "actual"
    return (
        "share"
        if unit in ("%", "‰") or SHARE.search(heads.rsplit(" ", maxsplit=1)[-1] if unit == "%" else "")
        else "level"
    ), status

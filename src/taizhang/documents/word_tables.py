"""The grid of a Word table: where each cell stands, with those merged across rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from taizhang.documents.xml import Node
from taizhang.values.reports import Cell
from taizhang.values.spans import Span

WIDEST = 200


@dataclass(slots=True)
class GridCell:
    """A cell and, once written, its span in the text."""

    node: Node
    row: int
    column: int
    columns: int
    rows: int = 1
    start: int = 0
    end: int = 0


class Grid:
    """Rows of cells; `children` chooses among alternative contents."""

    def __init__(self, table: Node, children: Callable[[Node], Iterator[Node]]) -> None:
        self.rows: list[list[GridCell]] = []
        self._children = children
        above: dict[int, GridCell] = {}
        for number, row in enumerate(self._below(table, "tr")):
            column = min(row.number("trPr", "gridBefore"), WIDEST)
            cells: list[GridCell] = []
            for node in self._below(row, "tc"):
                columns = min(max(node.number("tcPr", "gridSpan", default=1), 1), WIDEST)
                merged = node.first("tcPr", "vMerge")
                if merged and merged.attributes.get("val") != "restart" and column in above and not _speaks(node):
                    above[column].rows += 1
                else:
                    cells.append(GridCell(node, number, column, columns))
                    above[column] = cells[-1]
                column += columns
            self.rows.append(cells)

    def _below(self, node: Node, name: str) -> Iterator[Node]:
        """Elements of this name, through wrappers such as content controls and insertions."""
        for child in self._children(node):
            if child.name == name:
                yield child
            elif child.name in ("sdt", "sdtContent", "ins", "customXml"):
                yield from self._below(child, name)

    @property
    def cells(self) -> Iterator[GridCell]:
        for row in self.rows:
            yield from row

    @property
    def frames(self) -> bool:
        """Whether the table is a mere frame around text: never two cells in a row."""
        return all(len(row) < 2 for row in self.rows)

    def placed(self) -> list[Cell]:
        """The cells as a report keeps them."""
        return [Cell(Span(cell.start, cell.end), cell.row, cell.column, cell.rows, cell.columns) for cell in self.cells]


def _speaks(node: Node) -> bool:
    return any(below.name == "t" and below.text.strip() for below in node.walk())

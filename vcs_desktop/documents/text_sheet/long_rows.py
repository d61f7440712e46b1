"""Tables with endless cells, told row after row: one row over many pages takes minutes to set."""

from collections.abc import Iterable, Iterator

from vcs_desktop.documents.printable import pieces
from vcs_desktop.documents.text_sheet.data import line, strong
from vcs_desktop.domain.reading import Block, Paragraph, Span, Table, plain

MOST_IN_A_CELL = 1_000
"""Letters. Half a page in a narrow column; nobody writes so much beside a price."""


def rows_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield a text in which no cell of a table is longer than that; all of its words are there."""
    for block in blocks:
        if isinstance(block, Table) and _is_long(block):
            yield from _told(block)
        else:
            yield block


def _is_long(table: Table) -> bool:
    return any(len(plain(cell)) > MOST_IN_A_CELL for row in table.rows for cell in row)


def _told(table: Table) -> Iterator[Block]:
    for row in table.rows:
        for head, cell in zip(table.head, row, strict=True):
            first, *others = [*pieces(plain(cell))] or [""]
            name = plain(head)
            yield Paragraph((strong(f"{name}: "), Span(first)) if name else line(first))
            yield from (Paragraph(line(each)) for each in others)

"""A list as CSV: headings, then rows, so that it can come in again."""

import csv
import io
from datetime import date

from vcs_desktop.domain.cells import guarded, guarded_digits
from vcs_desktop.domain.table_out import Cell, CellKind, TableOut

_MINUTES = 60


def csv_of(table: TableOut) -> bytes:
    """Return a list as CSV in UTF-8, with a mark by which spreadsheets know that.

    No cell becomes a formula. Money is in pounds, hours are in hours, days are 2026-12-04.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([guarded(each.title) for each in table.columns])
    kinds = [each.kind for each in table.columns]
    for row in table.rows:
        writer.writerow([_said(cell, kind) for cell, kind in zip(row, kinds, strict=True)])
    return out.getvalue().encode("utf-8-sig", "replace")


def _said(cell: Cell, kind: CellKind) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        return guarded_digits(cell) if kind == CellKind.DIGITS else guarded(cell)
    if kind == CellKind.MONEY:
        sign, (pounds, rest) = "-" if cell < 0 else "", divmod(abs(cell), 100)
        return f"{sign}{pounds}.{rest:02}"
    return f"{cell / _MINUTES:.10g}" if kind == CellKind.HOURS else str(cell)

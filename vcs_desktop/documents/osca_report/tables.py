"""The yearly report to OSCA as tables: the plan, and the numbers of what groups shared."""

from collections.abc import Iterator

from vcs_desktop.core.language import tr
from vcs_desktop.documents.osca_report.content import first_look, not_told, standing
from vcs_desktop.domain.council_year.report import YearReport
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.table_out import Cell, CellKind, Column, TableOut


def plan_table(report: YearReport) -> TableOut:
    """Return the plan, one action a row."""
    columns = (
        Column(tr("What is done")),
        Column(tr("What it says")),
        Column(tr("Who does it")),
        Column(tr("By when"), CellKind.DAY),
        Column(tr("How far it is")),
        Column(tr("Why it is late")),
        Column(tr("Which promise it serves")),
        Column(tr("What happened in {year}", year=report.year)),
        Column(tr("Day you checked it"), CellKind.DAY),
    )
    rows = tuple(
        (
            each.title, each.text, each.owner, each.due_on, standing(each), each.why_late,
            each.serves,
            "\n".join(f"{shortly(e.on)}: {e.text}" for e in each.happened if e.on),
            each.checked_on,
        )
        for each in report.actions
    )  # fmt: skip
    return TableOut(tr("Our action plan"), columns, rows)


def shared_table(report: YearReport) -> TableOut:
    """Return every number of what groups shared, one a row.

    A row goes its own way in a spreadsheet, so each says for itself that the year is not over.
    """
    columns = (
        Column(tr("Table")),
        Column(tr("Row")),
        Column(tr("Column")),
        Column(tr("How many"), CellKind.NUMBER),
        Column(tr("Note")),
        Column(tr("About the report")),
    )
    return TableOut(tr("What groups agreed to share"), columns, tuple(_numbers(report)))


def _numbers(report: YearReport) -> Iterator[tuple[Cell, ...]]:
    about = "" if report.is_over else first_look()
    for table, row, column, count in _counts(report):
        yield table, row, column, count, not_told() if count is None else "", about


def _counts(report: YearReport) -> Iterator[tuple[str, str, str, int | None]]:
    for sort in report.shared.sorts:
        yield tr("What was shared"), sort.name, "", sort.count
    for each in report.shared.tables:
        if each.table is None:
            continue
        across = (*each.table.columns, tr("All"))
        for name, cells in zip((*each.table.rows, tr("All")), each.table.cells, strict=True):
            for column, cell in zip(across, cells, strict=False):
                yield each.title, name, column, cell

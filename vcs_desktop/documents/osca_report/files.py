"""Writes the yearly report to OSCA into a folder."""

from pathlib import Path

from vcs_desktop.documents import two_files
from vcs_desktop.documents.osca_report.content import report_sheet
from vcs_desktop.documents.osca_report.tables import plan_table, shared_table
from vcs_desktop.documents.table_out.rows_csv import csv_of
from vcs_desktop.documents.text_sheet.web_page import page_of
from vcs_desktop.documents.text_sheet.word import docx_of
from vcs_desktop.domain.council_year.report import YearReport


def write_year_report(folder: Path, report: YearReport) -> tuple[Path, ...]:
    """Write the web page, the Word file and the tables, and return what was written.

    The table of what groups shared is left out where that was not put in.

    Raises:
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    sheet, name = report_sheet(report), f"osca-report-{report.year}"
    files = {
        folder / f"{name}.html": page_of(sheet).encode(),
        folder / f"{name}.docx": docx_of(sheet),
        folder / f"{name}-plan.csv": csv_of(plan_table(report)),
    }
    if report.is_shared_told:
        files[folder / f"{name}-shared.csv"] = csv_of(shared_table(report))
    two_files.write(files)
    return tuple(files)

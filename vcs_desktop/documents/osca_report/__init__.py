"""The yearly report to OSCA: as a web page, as a Word file, and as tables."""

from vcs_desktop.documents.osca_report.content import report_sheet
from vcs_desktop.documents.osca_report.files import write_year_report

__all__ = ["report_sheet", "write_year_report"]

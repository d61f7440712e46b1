"""A first version of the report that a funder wants, filled from what is kept of the grant."""

from vcs_desktop.documents.grant_report.content import GrantReport, report_sheet

__all__ = ["GrantReport", "report_sheet"]

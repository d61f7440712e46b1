"""A group's year on one page: to print, and as a web page."""

from vcs_desktop.documents.year_summary.files import write_year_summary

__all__ = ["write_year_summary"]

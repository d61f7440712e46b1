"""Dates on paper: a month or a year for the wall, and a sheet of codes for telephones."""

from vcs_desktop.documents.wall_calendar.data import CodeSheet, CodeToScan, WallPage
from vcs_desktop.documents.wall_calendar.files import write_codes, write_month, write_year

__all__ = ["CodeSheet", "CodeToScan", "WallPage", "write_codes", "write_month", "write_year"]

"""Facts for an application, put together by the person: to print, and as a web page."""

from vcs_desktop.documents.fact_sheet.data import FactSheet, SheetFact
from vcs_desktop.documents.fact_sheet.files import write_fact_sheet

__all__ = ["FactSheet", "SheetFact", "write_fact_sheet"]

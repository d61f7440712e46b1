"""The committee sheet: what a committee needs to decide what to apply for, on paper."""

from vcs_desktop.documents.committee_sheet.content import item_of
from vcs_desktop.documents.committee_sheet.data import Fact, SheetData, SheetItem
from vcs_desktop.documents.committee_sheet.files import write_sheet

__all__ = ["Fact", "SheetData", "SheetItem", "item_of", "write_sheet"]

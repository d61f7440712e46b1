"""The page with the printed code."""

from vcs_desktop.documents.code_sheet.content import CodeSheet
from vcs_desktop.documents.code_sheet.files import write_code_sheet

__all__ = ["CodeSheet", "write_code_sheet"]

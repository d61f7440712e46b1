"""The sheet on the table by the door, on which people tick that they came."""

from vcs_desktop.documents.sign_in_sheet.data import SignInSheet
from vcs_desktop.documents.sign_in_sheet.files import write_sign_in_sheet

__all__ = ["SignInSheet", "write_sign_in_sheet"]

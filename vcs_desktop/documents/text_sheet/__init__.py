"""A text as a file for people: to print, to read in a browser, or to go on writing in."""

from vcs_desktop.documents.text_sheet.data import TextSheet
from vcs_desktop.documents.text_sheet.files import SUFFIXES, write_text_sheet

__all__ = ["SUFFIXES", "TextSheet", "write_text_sheet"]

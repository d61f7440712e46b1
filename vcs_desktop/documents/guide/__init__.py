"""A guide outside the window: as a web page to read, and its one sheet to print."""

from vcs_desktop.documents.guide.data import GuideDocument
from vcs_desktop.documents.guide.files import write_sheet, write_web_page

__all__ = ["GuideDocument", "write_sheet", "write_web_page"]

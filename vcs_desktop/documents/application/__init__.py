"""An application as files: to send, to print, to read, to paste from."""

from vcs_desktop.documents.application.content import application_sheet
from vcs_desktop.documents.application.data import ApplicationSheet, PaperSent, Signer
from vcs_desktop.documents.application.files import SUFFIXES, content_of, write_application

__all__ = [
    "SUFFIXES",
    "ApplicationSheet",
    "PaperSent",
    "Signer",
    "application_sheet",
    "content_of",
    "write_application",
]

"""Where something was read, when it was checked, on what terms, and its page on the web."""

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.core.text import beginning
from vcs_desktop.domain import days
from vcs_desktop.domain.attachments import is_pointer
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.licences import licence_name
from vcs_desktop.ui.widgets.address_line import AddressLine
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.prose import prose

_LONGEST_NAME = 300
"""No source and no licence has a longer name; a whole text in its place is slow to lay out."""


class SourceLine(QWidget):
    """The source in words, its address in full, and a button that asks before it opens it.

    ``address`` is the page to open in place of the source's own.
    """

    def __init__(self, provenance: Provenance, address: str = "") -> None:
        super().__init__()
        self.words = prose(source_words(provenance), "small")
        inner = column(self.words, margins=(4, 0, 4, 0), gap=4)
        page = address or provenance.source_url
        if page and not is_pointer(page):  # a file that goes along stands beside it
            tip = tr("We show you the address first. It opens in your browser.")
            inner.put(AddressLine(page, tr("Open their page on the web"), tip=tip))
        self.setLayout(inner)


def source_words(provenance: Provenance) -> str:
    """Return where it came from, when it was checked and on what terms."""
    parts = [
        tr("From: {source}.", source=beginning(provenance.source, _LONGEST_NAME)[0])
        if provenance.source
        else tr("It does not say where it was read.")
    ]
    if provenance.as_of:
        parts.append(tr("Checked on {day}.", day=days.shortly(provenance.as_of)))
    if provenance.licence:
        licence, _ = beginning(licence_name(provenance.licence), _LONGEST_NAME)
        parts.append(tr("Licence: {licence}.", licence=licence))
    return " ".join(parts)

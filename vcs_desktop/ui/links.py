"""The way out of the app: addresses are shown in full, and opened only if somebody says so."""

from collections.abc import Sequence
from urllib.parse import quote

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from vcs_desktop.core.addresses import may_be_opened
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.core.text import beginning, without_hidden
from vcs_desktop.ui.say import ask, say, tell_problem
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.prose import breakable

_MOST_SHOWN = 400


def ask_to_open(parent: QWidget, address: str) -> QDialog:
    """Show where an address leads, and open it in the browser or the mail program if wanted.

    Only ``https`` and ``mailto`` are ever opened. Any other address can be
    copied, and the box says why we do not open it.
    """
    whole = in_full(address)
    way_out = _WayOut(parent, whole)
    copy = (tr("Copy address"), way_out.copy)
    if may_be_opened(whole):
        mail = whole.startswith("mailto:")
        question = tr("Write to this address?") if mail else tr("Open this page in your browser?")
        words = tr("Write") if mail else tr("Open page")
        box = ask(parent, question, _shown(whole), ((words, way_out.open), copy))
    else:
        question = tr("We do not open this address.")
        box = ask(parent, question, f"{_shown(whole)}\n{_why_not(whole)}", (copy,))
    way_out.setParent(box)
    return box


MOST_IN_A_MAIL = 1_800
"""Letters of an address that opens a mail program; Windows passes on no more than some 2,000."""


def mail_to_all(addresses: Sequence[str]) -> str:
    """Return what opens a mail program with addresses in BCC; empty where they are too many."""
    whole = "mailto:?bcc=" + ",".join(quote(each, safe="@+._-") for each in addresses)
    return whole if addresses and len(whole) <= MOST_IN_A_MAIL else ""


def ask_to_write_to_all(parent: QWidget, addresses: Sequence[str]) -> QDialog:
    """Show addresses, and open the mail program with all of them in BCC if that is wanted."""
    way_out = _WayOut(parent, mail_to_all(addresses))
    question = tr_count(
        "Write to {count} address, in BCC?", "Write to {count} addresses, in BCC?", len(addresses)
    )
    box = ask(parent, question, _shown(", ".join(addresses)), ((tr("Write"), way_out.open),))
    way_out.setParent(box)
    return box


def in_full(address: str) -> str:
    """Return an address with nothing hidden in it and nothing that looks like something else.

    Letters of other scripts in the name of a site are shown as the internet knows
    them, so "xn--…" gives away a name that only looks like one we trust.
    """
    clean = without_hidden(address).strip()
    url = QUrl(clean, QUrl.ParsingMode.StrictMode)
    if not url.isValid():
        url = QUrl(clean, QUrl.ParsingMode.TolerantMode)
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded) if url.isValid() else clean


def _shown(address: str) -> str:
    """Return an address for the box; of one without end the beginning and how much more it has.

    In large letters there is room for fewer of them.
    """
    whole = address.removeprefix("mailto:")
    short, more = beginning(whole, _MOST_SHOWN * 10_000 // look.text_size**2)
    if not more:
        return breakable(short)
    rest = tr("It goes on for {count} more letters.", count=f"{len(whole) - len(short):,}")
    return f"{breakable(short)}…\n{rest}"


def _why_not(address: str) -> str:
    if address.startswith("http://"):
        return tr("It begins with http. Others could change the page on the way.")
    return tr("We only open pages that begin with https, and addresses of people to write to.")


class _WayOut(QObject):
    """What the buttons of the question do."""

    def __init__(self, parent: QWidget, address: str) -> None:
        super().__init__(parent)
        self._window = parent
        self._address = address

    @Slot()
    def open(self) -> None:
        if not QDesktopServices.openUrl(QUrl(self._address)):
            problem = CannotUseInput(
                message=tr("This computer has no program that opens it."),
                advice=tr("Copy the address instead."),
            )
            tell_problem(self._window, problem)

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        say(self._window, tr("The address is copied."))

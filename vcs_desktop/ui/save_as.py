"""A button that saves a text as one of several sorts of file, and one that prints it."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.ui import files, written
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.widgets.basics import button
from vcs_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup
    from vcs_desktop.services.offer import Services
    from vcs_desktop.ui.background import Tasks

Format = tuple[str, Marked, Marked]
"""The end of the file's name, what the menu says, and what the window to save in says."""

PDF: Format = (".pdf", marked("Save as pages to print (PDF)"), marked("PDF (*.pdf)"))
WORD: Format = (".docx", marked("Save as a Word file (DOCX)"), marked("Word file (*.docx)"))
WEB: Format = (".html", marked("Save as a web page (HTML)"), marked("Web page (*.html)"))
TEXT: Format = (".txt", marked("Save as plain text"), marked("Plain text (*.txt)"))
SHEET: Format = (
    ".xlsx", marked("Save the budget as a spreadsheet"), marked("Spreadsheet (*.xlsx)"),
)  # fmt: skip
ALL: Format = (".zip", marked("Save all of it with its papers (zip)"), marked("Zip (*.zip)"))


class SaveAs:
    """Two buttons of one text; what came of them is said in ``message``.

    ``make`` writes it on the work lane: at a place, or for None where it can be printed from.
    ``name`` proposes a file name without its end.
    """

    def __init__(
        self,
        owner: QWidget,
        asked: "tuple[Services, Tasks]",
        message: MessageBar,
        formats: Sequence[Format],
        make: "Callable[[InGroup, Path | None], Path]",
        name: Callable[[], str],
        what: str,
    ) -> None:
        """``what`` is what a screen reader calls the text."""
        self._owner = owner
        self._services = asked[0]
        self._message = message
        self._make = make
        self._name = name
        self._work = Latest(asked[1], owner)
        self.save_button = button(tr("Save"), icon="file-text", name=tr("Save: {what}", what=what))
        self.print_button = button(tr("Print"), icon="printer", name=tr("Print: {what}", what=what))
        menu = QMenu(self.save_button.text(), self.save_button)
        for ending, words, kinds in formats:
            menu.addAction(tr_marked(words), partial(self.ask_where, ending, tr_marked(kinds)))
        self.save_button.setMenu(menu)
        self.print_button.clicked.connect(self.print_it)

    def ask_where(self, ending: str, kinds: str) -> None:
        """Ask where it should go, then write it there."""
        files.ask_where_to_save(
            self._owner, tr("Save this file"), f"{self._name()}{ending}", kinds, self.save_at
        )

    def save_at(self, path: str) -> None:
        """Write it to a place that was chosen."""
        self._do(Path(path), partial(written.tell_saved, self._message.tell))

    def print_it(self) -> None:
        """Write it where it can be printed from, and open it there."""
        self._do(None, partial(written.open_to_print, self._message.tell))

    def _do(self, out: Path | None, then: Callable[[Path], None]) -> None:
        self._message.hide()
        self._work.ask_too(
            lambda: self._make(self._services.space.inside(), out),
            then=then,
            otherwise=lambda error: self._message.tell(words_for(error), "bad"),
            lane="work",
        )


def file_stem(words: str, otherwise: str) -> str:
    """Return words as the beginning of a file's name: "warm-welcome"."""
    kept = "".join(each if each.isalnum() else "-" for each in words.casefold()[:60])
    return "-".join(filter(None, kept.split("-"))) or otherwise

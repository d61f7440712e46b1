"""A sheet that is put together: what is on it, and making, printing and clearing it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui import files
from vcs_desktop.ui.say import say
from vcs_desktop.ui.sheet.view_model import SheetViewModel
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel, picture, row, set_kind
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

_NARROW = 620
_FULL, _SLIM = (14, 6, 8, 6), (4, 0, 8, 0)


@dataclass(frozen=True, slots=True)
class SheetWords:
    """What a bar calls its sheet.

    ``count`` says how many are on it, ``nothing`` that there is none. ``make_usual``
    stands on the button that then makes a sheet of something all the same. ``clear``
    and ``open_it`` are what a screen reader calls those buttons, ``save`` is the title
    of the dialog, and ``file`` the name it proposes.
    """

    nothing: str
    count: Callable[[int], str]
    make_usual: str
    clear: str
    open_it: str
    save: str
    file: str


class SheetBar(QFrame):
    """One line under the list. ``clear_asked`` carries what stood on the sheet.

    ``usual`` is what a sheet is made of when nothing was put on it.
    """

    clear_asked = Signal(object)

    def __init__(self, view_model: SheetViewModel, words: SheetWords) -> None:
        super().__init__()
        self._view_model = view_model
        self._words = words
        self.usual: tuple[str, ...] = ()
        self._ids: tuple[str, ...] = ()
        self._made: Path | None = None
        self._is_busy = False
        self.count = label("", "strong", wrap=True)
        self.make_button = button(tr("Make the sheet"), icon="file-text")
        self.print_button = button(tr("Print"), "quiet", icon="printer", name=tr("Print the sheet"))
        self.clear_button = button(tr("Clear"), "quiet", icon="x", name=words.clear)
        self.open_button = button(tr("Open it"), "inline", name=words.open_it)
        self.message = label("", wrap=True)
        self.progress = ProgressLine()
        message_line = row(gap=8)
        message_line.put(self.message, 1)
        message_line.put(self.open_button)
        self._message_line = panel(message_line)
        buttons = panel(FlowLayout(self.make_button, self.print_button, self.clear_button))
        icon = picture("clipboard-list", "brand")
        said = row(icon, gap=10)
        said.setAlignment(icon, Qt.AlignmentFlag.AlignVCenter)
        said.put(self.count, 1)
        self._head = row(gap=10)
        self._head.put(said, 1)
        self._head.put(buttons)
        self._lines = column(self._head, self.progress, self._message_line, gap=4)
        self.setLayout(self._lines)
        self._message_line.hide()
        self.show_ids(())
        self._connect()

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Say how many are on the sheet; what was said about an earlier one goes away."""
        if ids != self._ids:
            self._message_line.hide()
        self._ids = ids
        self.print_button.setVisible(bool(ids))
        self.clear_button.setVisible(bool(ids))
        words = self._words
        self.make_button.setText(tr("Make the sheet") if ids else words.make_usual)
        self.count.setText(words.count(len(ids)) if ids else words.nothing)
        # With nothing on it, one slim line: the list needs the room.
        self._lines.set_margins(_FULL if ids else _SLIM)
        set_kind(self, "card" if ids else "")
        set_kind(self.make_button, "" if ids else "inline")
        set_kind(self.count, "strong" if ids else "muted")

    def ask_where(self) -> None:
        """Ask where to save the sheet, then make it there."""
        if self._is_busy:
            return
        files.ask_where_to_save(
            self,
            self._words.save,
            self._words.file,
            tr("PDF (*.pdf)"),
            self.make_at,
        )

    def make_at(self, path: str) -> None:
        """Make the sheet at a place; the same as a web page goes beside it."""
        self._begin()
        self._view_model.make(self._ids or self.usual, Path(path))

    def print_sheet(self) -> None:
        """Make the sheet where it can be printed from, and open it there."""
        if self._is_busy:
            return
        self._begin()
        self._view_model.make_to_print(self._ids or self.usual)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is no room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < look.px(_NARROW)
        direction = QBoxLayout.Direction
        self._head.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _connect(self) -> None:
        self.make_button.clicked.connect(self.ask_where)
        self.print_button.clicked.connect(self.print_sheet)
        self.clear_button.clicked.connect(self._clear)
        self.open_button.clicked.connect(self._open)
        self._view_model.made.connect(self._tell_made)
        self._view_model.made_to_print.connect(self._open_to_print)
        self._view_model.failed.connect(self._tell_failed)

    def _begin(self) -> None:
        # No button is switched off meanwhile: the focus would go on to the one that clears.
        self._is_busy = True
        self._message_line.hide()
        self.progress.start(tr("Making the sheet"), can_cancel=False)

    def _end(self, words: str, kind: str = "") -> None:
        self._is_busy = False
        self.progress.finish()
        set_kind(self.message, kind)
        self.message.setText(words)
        self._message_line.show()
        say(self, words)

    def _tell_made(self, path: Path) -> None:
        self._made = path
        self.open_button.show()
        self._end(tr("Saved as “{file}”, and as a web page beside it.", file=path.name))

    def _open_to_print(self, path: Path) -> None:
        self._made = path
        self.open_button.hide()
        if files.open_file(path):
            self._end(tr("The sheet is open in your PDF program. Print it from there."))
        else:
            words = tr("No program here opens PDF files. The sheet is kept at {path}.", path=path)
            self._end(words, "warn")

    def _tell_failed(self, error: Exception) -> None:
        self.open_button.hide()
        self._end(words_for(error), "bad")

    def _clear(self) -> None:
        self.clear_asked.emit(self._ids)

    def _open(self) -> None:
        if self._made is not None and not files.open_file(self._made):
            words = tr("No program here opens PDF files. The sheet is at {path}.", path=self._made)
            self._end(words, "warn")

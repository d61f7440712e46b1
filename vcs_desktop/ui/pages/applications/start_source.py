"""Where questions, or an old application, come from: a file that is dropped, or pasted text."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.progress_bar import ProgressLine


class FormSource(QWidget):
    """``file_chosen`` carries a path, ``pasted`` a text. Nothing is kept by either.

    ``cancelled`` says that what is being read is not wanted any more.
    """

    file_chosen = Signal(object)
    pasted = Signal(str)
    cancelled = Signal()

    def __init__(self, title: str, said: str, drop: str, paste: str, find: str) -> None:
        """The words are those of the heading, below it, on the zone, the field and the button."""
        super().__init__()
        kinds = tr("Text, Word, PDF and tables (*.txt *.docx *.pdf *.csv *.xlsx)")
        self.zone = DropZone(drop, tr("Choose a file"), kinds, under=True)
        self.zone.button.setAccessibleName(tr("Choose a file: {what}", what=title))
        self.paste = LongTextField(paste)
        self.find_button = button(find)
        self.progress = ProgressLine()
        self.setLayout(
            column(
                card(
                    label(title, "heading", wrap=True),
                    label(said, wrap=True),
                    self.zone,
                    self.progress,
                    self.paste,
                    panel(FlowLayout(self.find_button)),
                    gap=8,
                )
            )
        )
        self.zone.files_chosen.connect(self._hand_on)
        self.find_button.clicked.connect(self._tell_pasted)
        self.progress.cancelled.connect(self.cancelled)

    def set_waiting(self, *, on: bool) -> None:
        """Take nothing more while something is being read."""
        self.zone.setEnabled(not on)
        self.find_button.setEnabled(not on)
        if not on:
            self.progress.finish()

    def _tell_pasted(self) -> None:
        if self.paste.words():
            self.pasted.emit(self.paste.words())
        else:
            self.paste.set_error(tr("Paste the text first."))

    def _hand_on(self, paths: list[Path]) -> None:
        self.file_chosen.emit(paths[0])

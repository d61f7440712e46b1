"""The applications that say that they were decided about at this meeting, with the way to each."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr, tr_marked
from vcs_desktop.domain.application_words import CHOICES
from vcs_desktop.domain.kinds import APPLICATION
from vcs_desktop.domain.meeting_words import ended
from vcs_desktop.services.meetings import DecidedHere
from vcs_desktop.ui.pages.meetings.editing import Editing
from vcs_desktop.ui.pages.meetings.opened import Opened
from vcs_desktop.ui.pages.meetings.section import Section
from vcs_desktop.ui.widgets.basics import Box, button, card, column, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose

_LONGEST = 80


class AppliedHere(Section):
    """Only shows: it is the application that keeps the tie. ``record_asked`` goes there."""

    record_asked = Signal(str, str)

    def __init__(self, editing: Editing, opened: Opened) -> None:
        super().__init__(editing, opened)
        self._shown: tuple[DecidedHere, ...] = ()
        self._list: Box = column(gap=8)
        self.setLayout(self._list)
        self._fill(opened.around.decided)
        # Only hidden here: what is shown before it has a parent flashes up as a window.
        if not self._shown:
            self.hide()

    def show_opened(self, opened: Opened) -> None:
        """Show what the applications say now."""
        decided = opened.around.decided
        if decided != self._shown:
            self._fill(decided)
            self.setVisible(bool(decided))

    def _fill(self, decided: tuple[DecidedHere, ...]) -> None:
        self._shown = decided
        self._list.clear()
        for each in decided:
            row = self._row(each)
            self._list.put(row)
            row.show()

    def _row(self, decided: DecidedHere) -> QWidget:
        name = short_prose(decided.name, _LONGEST)
        said = tr("Application “{name}”: {choice}.", name=decided.name,
                  choice=tr_marked(CHOICES[decided.choice]))  # fmt: skip
        go = button(
            tr("Open the application"), icon="file-text",
            name=tr("Open the application: {name}", name=name),
        )  # fmt: skip
        go.clicked.connect(partial(self._ask_for, decided.id))
        words = prose(sentences(*filter(None, (said, ended(decided.why)))))
        return card(
            panel(column(words, panel(FlowLayout(go)), gap=2)), kind="fact", margins=(8, 8, 8, 8)
        )

    def _ask_for(self, application_id: str, _checked: bool = False) -> None:  # by Qt
        self.record_asked.emit(APPLICATION, application_id)

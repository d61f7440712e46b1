"""Beginning something: what it is, and where need be what of the library it is about."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.sharing.shared import Sort
from vcs_desktop.domain.sharing.told import Subject
from vcs_desktop.domain.sharing.words import SORTS, WHY, sort_in_words
from vcs_desktop.ui.widgets.basics import Box, Button, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose

_ICONS = {
    Sort.NEED: "messages-square",
    Sort.CONSULTATION: "clipboard-list",
    Sort.PROFILE: "users",
    Sort.PLEDGE: "handshake",
    Sort.THEME: "scale",
    Sort.INTEREST: "file-text",
    Sort.HELP: "circle-help",
}
_ABOUT = (Sort.CONSULTATION, Sort.PLEDGE, Sort.THEME, Sort.INTEREST)
_NEEDS_ONE = (Sort.CONSULTATION, Sort.PLEDGE, Sort.INTEREST)


class StartView(QWidget):
    """``chosen`` carries the sort and the subject, or None; ``subjects_asked`` a sort."""

    chosen = Signal(object, object)
    subjects_asked = Signal(object)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[Sort, Button] = {}
        self.subjects: list[Button] = []
        self._sort: Sort | None = None
        self.title = label("", "title", wrap=True)
        self.back_button = button(tr("Back to the list"), "quiet", icon="arrow-left")
        self._room: Box = column(gap=10)
        self.setLayout(
            column(panel(FlowLayout(self.back_button)), self.title, panel(self._room), None, gap=12)
        )
        self.back_button.clicked.connect(self._go_back)

    def begin(self) -> None:
        """Offer every sort."""
        self._sort = None
        self.title.setText(tr("What do you want to share?"))
        self.back_button.setText(tr("Back to the list"))
        self._room.clear()
        self.subjects, self.buttons = [], {}
        for sort, words in SORTS.items():
            made = button(tr_marked(words), icon=_ICONS[sort])
            made.setAccessibleDescription(tr_marked(WHY[sort]))
            made.clicked.connect(partial(self._choose, sort))
            self.buttons[sort] = made
            why = label(tr_marked(WHY[sort]), "muted", wrap=True)
            self._room.put(card(panel(FlowLayout(made)), why, gap=4))

    def show_subjects(self, subjects: Sequence[Subject]) -> None:
        """Offer what it can be about."""
        if self._sort is None:
            return
        self._room.clear()
        self.subjects = []
        self.title.setText(sort_in_words(self._sort))
        self.back_button.setText(tr("Back to what to share"))
        for subject in subjects:
            made = button(tr("Choose this"), icon="check")
            made.setAccessibleName(tr("Choose {title}", title=short_prose(subject.title)))
            made.clicked.connect(partial(self.chosen.emit, self._sort, subject))
            self.subjects.append(made)
            said = column(prose(subject.title, "strong"), gap=4)
            if subject.whom:
                said.put(prose(subject.whom, "muted"))
            said.put(panel(FlowLayout(made)))
            self._room.put(card(panel(said)))
        if not subjects:
            self._room.put(label(_nothing(self._sort), wrap=True))
        if self._sort not in _NEEDS_ONE:
            none = button(tr("None of these"))
            none.clicked.connect(partial(self.chosen.emit, self._sort, None))
            self.subjects.append(none)
            self._room.put(panel(FlowLayout(none)))
        self.take_focus()

    def take_focus(self) -> None:
        """Begin at the first thing that can be chosen."""
        first = next(iter((*self.subjects, *self.buttons.values())), self.back_button)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, sort: Sort) -> None:
        if sort not in _ABOUT:
            self.chosen.emit(sort, None)
            return
        self._sort = sort
        self.subjects_asked.emit(sort)

    def _go_back(self) -> None:
        if self._sort is None:
            self.back_asked.emit()
        else:
            self.begin()
            self.take_focus()


def _nothing(sort: Sort) -> str:
    if sort is Sort.CONSULTATION:
        return tr("No consultation is open in your library. Get updates to look for new ones.")
    if sort is Sort.INTEREST:
        return tr("No contract is open in your library. Get updates to look for new ones.")
    return tr("There is nothing of this in your library. Get updates to look for it.")

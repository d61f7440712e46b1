"""Which meeting decided about an application, and the way to it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.meeting_words import called
from vcs_desktop.domain.names_typed import NOTHING_FIRST, Matches, NameFinder
from vcs_desktop.ui.bound_fields import one
from vcs_desktop.ui.finder_field import FinderField
from vcs_desktop.ui.kept_form import Bound
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import short_prose

if TYPE_CHECKING:
    from datetime import date

    from vcs_desktop.services.meetings import Chosen

_LONGEST = 80


class _Meetings(NameFinder):
    """Finds meetings by name and day; for nothing typed yet, those that stand first."""

    def find(self, typed: str, most: int, often: Mapping[str, int] = NOTHING_FIRST) -> Matches:
        """Return what matches."""
        if typed.strip():
            return super().find(typed, most, often)
        first = sorted(often, key=lambda each: often[each], reverse=True)
        return Matches(tuple(first[:most]), len(first))


class MeetingField(FinderField):
    """One of the group's meetings, found by its name or a part of its day."""

    def __init__(self) -> None:
        super().__init__(
            tr("At which meeting?"),
            tr("Type a part of its name or day, or press the arrow down for the newest"),
            optional=True,
            offers_new=False,
        )
        self.removed_id = ""
        self.days: dict[str, date | None] = {}
        for said in (self.picked, self.emptied):
            said.connect(self.on_edited)

    def offer(self, meetings: "Iterable[Chosen]", kept: tuple[str, str]) -> None:
        """Say what can be chosen, and show what is kept: its id, and its name unless it is gone."""
        meetings = tuple(meetings)
        self.days = {each.id: each.on for each in meetings}
        names = {each.id: short_prose(called(each.name, each.on), _LONGEST) for each in meetings}
        kept_id, name = kept
        if kept_id:
            names.setdefault(kept_id, name or tr("A meeting that was removed"))
            self.removed_id = "" if name else kept_id
        self.set_names(names.items())
        self._finder = _Meetings(names.items())
        # Of those that match, what decided about the same notice stands first, then the newest.
        self.set_often({each.id: len(meetings) - number for number, each in enumerate(meetings)})
        self.set_chosen(kept_id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the newest to whoever clicks into the empty field."""
        is_click = event.type() == QEvent.Type.MouseButtonPress and watched in self._stops
        if is_click and not self.box.text():
            self._look()
        return super().eventFilter(watched, event)

    def not_chosen_words(self) -> str:
        """Return what is wrong when something was typed and no meeting was chosen."""
        return tr("Choose a meeting from the list, or leave this empty.")

    def count_words(self, count: int, shown: int) -> str:
        """Return how many match."""
        if not count:
            return tr("No meeting matches.")
        return super().count_words(count, shown)

    def _press(self, event: QKeyEvent) -> bool:
        is_down = event.key() == Qt.Key.Key_Down and not self.box.text()
        if is_down and not self.list.isVisibleTo(self):
            self._look()
            return True
        return super()._press(event)


class MeetingTie(QWidget):
    """Says where it was decided, and goes there. ``meeting_asked`` carries the meeting's id."""

    meeting_asked = Signal(str)

    def __init__(self, field: MeetingField) -> None:
        super().__init__()
        self._field = field
        self.words = label("", "strong", wrap=True)
        self.go_button = button(tr("Go to the meeting"), icon="messages-square")
        self.setLayout(column(self.words, panel(FlowLayout(self.go_button)), gap=4))
        self.go_button.clicked.connect(lambda: self.meeting_asked.emit(self._field.chosen_id()))
        for said in (field.picked, field.emptied):
            said.connect(self.show_tie)
        self._say()
        # Only hidden here: what is shown before it has a parent flashes up as a window.
        if not field.chosen_id():
            self.hide()

    def show_tie(self) -> None:
        """Show the meeting that is chosen; where none is, there is nothing to show."""
        self._say()
        self.setVisible(bool(self._field.chosen_id()))

    def _say(self) -> None:
        meeting_id = self._field.chosen_id()
        name = self._field.box.text()
        if meeting_id == self._field.removed_id:
            self.words.setText(tr("Decided at a meeting that was removed"))
        else:
            self.words.setText(tr("Decided at {meeting}", meeting=name))
        # One in the bin, or that was removed, cannot be gone to.
        self.go_button.setVisible(meeting_id in self._field.days)
        self.go_button.setAccessibleName(tr("Go to the meeting: {meeting}", meeting=name))


def bound_meeting(field: MeetingField, name: str) -> Bound:
    """Return a field that shows already which meeting a record names."""
    return Bound(field, lambda _thing: None, lambda: one(name, field.chosen_id()))

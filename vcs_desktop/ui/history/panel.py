"""The history of one record, and bringing back what it said before."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.history import AT_ONCE
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.history.deed_words import day_in_words
from vcs_desktop.ui.history.entry_card import entry_card, erasure_card
from vcs_desktop.ui.history.lines import Line
from vcs_desktop.ui.history.slices import Slices
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import column, label
from vcs_desktop.ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from vcs_desktop.services.history import Past


class HistoryPanel(QWidget):
    """Shows what was done to a record, by day, the newest first.

    It looks again when something was undone or changed elsewhere in the window. ``moved``
    says that another slice is shown, from its top.
    """

    moved = Signal()

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__()
        self._services = services
        self._acts = Latest(tasks, self)
        self._session = session
        self._record_id = ""
        self._past: Past | None = None
        self._skip = 0
        self.message = MessageBar()
        self.trouble = label("", "muted", wrap=True)
        self.slices = Slices(AT_ONCE)
        self.setLayout(column(self.message, self.trouble, self.slices, gap=8))
        self.trouble.hide()
        self._question = Question(tasks, self)
        self._question.answered.connect(self._show_past)
        self._question.failed.connect(self._tell_trouble)
        self.slices.asked.connect(self._go_to)
        session.changed.connect(self.look_again)

    def show_history(self, record_id: str) -> None:
        """Show the history of a record from its newest entry on."""
        self._record_id, self._skip = record_id, 0
        self.message.hide()
        self.look_again()

    def look_again(self) -> None:
        """Read the slice that is shown anew."""
        record_id, skip = self._record_id, self._skip
        if record_id:
            self._question.ask(
                lambda: self._services.space.inside().history.of_record(record_id, skip=skip)
            )

    def _go_to(self, skip: int) -> None:
        self._skip = skip
        self.look_again()
        self.moved.emit()

    def _show_past(self, past: "Past") -> None:
        self._past = past
        self.trouble.hide()
        self.slices.show()
        self.slices.show_slice(
            self._entries(past), skipped=past.skipped, shown=len(past.entries), total=past.total
        )

    def _entries(self, past: "Past") -> Iterator[QWidget]:
        record = past.record
        kind = record.kind if record else ""
        if past.erasure is not None and not past.skipped:
            yield label(day_in_words(past.erasure.at, past.today), "heading", wrap=True)
            yield erasure_card(past.erasure)
        for day, entries in groupby(past.entries, lambda each: day_in_words(each.at, past.today)):
            yield label(day, "heading", wrap=True)
            for entry in entries:
                yield entry_card(entry, record, kind, self._bring_back, past.names)

    def _tell_trouble(self, error: Exception) -> None:
        self.slices.hide()
        self.trouble.setText(words_for(error))
        self.trouble.show()

    def _bring_back(self, line: Line) -> None:
        record = self._past.record if self._past else None
        if record is None:
            return

        def back(_: None) -> None:
            words = tr("{field} is as it was. You can undo this.", field=line.field)
            self.message.tell(words)
            self.message.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._session.tell_changed()

        def failed(error: Exception) -> None:
            self.message.tell(words_for(error), "bad")

        self._acts.ask_too(
            lambda: self._services.space.inside().history.bring_back(
                record, line.name, line.part, line.value
            ),
            then=back,
            otherwise=failed,
        )

"""The questions of an application in a list, each with what has become of its answer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.application_whole import Progress, progress_of
from vcs_desktop.domain.application_words import PROGRESS
from vcs_desktop.services.records import Held
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleList, TitleRow

_MARKS = {
    Progress.NOT_STARTED: ("", "muted"),
    Progress.DRAFT: ("pencil", "info"),
    Progress.NEEDS_CHECKING: ("eye", "warn"),
    Progress.DONE: ("circle-check", "ok"),
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuestionList(TitleList):
    """``move_asked`` carries the id of a question and by how many places to move it."""

    move_asked = Signal(str, int)

    def __init__(self) -> None:
        super().__init__(tr("Questions"))
        self.ids: list[str] = []
        self._awaited = ""

    def show_answers(self, answers: Sequence[Held[Answer]]) -> None:
        """Show the questions; what is chosen stays so, else the awaited one or the first is."""
        rows = [_row(number, each) for number, each in enumerate(answers, 1)]
        ids, before = [each.thing.id for each in answers], self.chosen_id()
        if ids == self.ids:
            self.write_over(rows)
        else:
            self.ids = ids
            self.show_rows(rows)
        wanted = next((each for each in (self._awaited, before, *ids[:1]) if each in ids), "")
        if wanted == self._awaited:
            self._awaited = ""
        if wanted and self.chosen_id() != wanted:
            self.choose(wanted)

    def wait_for(self, answer_id: str) -> None:
        """Choose a question: now, or as soon as it is there."""
        self._awaited = "" if self.choose(answer_id) else answer_id

    def after(self, answer_id: str) -> str:
        """Return the id of the question after one; empty where there is none."""
        following = self.ids[self.ids.index(answer_id) + 1 :] if answer_id in self.ids else []
        return following[0] if following else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the question under the hand with Alt and an arrow key."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.chosen_id():
            self.move_asked.emit(self.chosen_id(), step)
        else:
            super().keyPressEvent(event)


def _row(number: int, held: Held[Answer]) -> TitleRow:
    answer, progress = held.thing, progress_of(held.thing)
    mark, (icon, colour) = tr_marked(PROGRESS[progress]), _MARKS[progress]
    if held.has_choice:
        mark, icon, colour = tr("Two versions"), "merge", "info"
    return TitleRow(
        answer.id,
        short_prose(f"{answer.ref or number}. {answer.question}"),
        mark=mark,
        mark_icon=icon,
        mark_colour=colour,
    )

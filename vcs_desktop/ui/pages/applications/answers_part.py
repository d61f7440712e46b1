"""The questions of an application, one by one, and what has become of each."""

from typing import Any

from PySide6.QtCore import Qt

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.application_whole import Progress, progress_of
from vcs_desktop.domain.application_words import PROGRESS
from vcs_desktop.services.applications import OpenApplication
from vcs_desktop.services.records import Held
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.pages.applications.answer_card import AnswerCard
from vcs_desktop.ui.pages.applications.part import ApplicationPart
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard

_MARKS = {
    Progress.NOT_STARTED: ("", "muted"),
    Progress.DRAFT: ("pencil", "info"),
    Progress.NEEDS_CHECKING: ("eye", "warn"),
    Progress.DONE: ("circle-check", "ok"),
}


class AnswersPart(ApplicationPart):
    """The questions in a list with their states; beside it the answer to the chosen one."""

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        empty = EmptyState(tr("Looking"), tr("This takes a moment."), icon="list-checks")
        self.titles = TitlesAndCard(tr("Questions"), empty)
        self.card: AnswerCard | None = None
        self._answers: tuple[Held[Answer], ...] = ()
        self._opened = Question(self.tasks, self)
        self.setLayout(column(self.titles))
        self.titles.card_asked.connect(self._show_card)
        self.titles.again_asked.connect(self.shown)
        self._opened.answered.connect(self._show)
        self._opened.failed.connect(self.titles.show_problem)
        self.session.changed.connect(self.shown)

    def shown(self) -> None:
        """Ask for the questions and their answers."""
        application_id = self.application_id
        if application_id:
            self._opened.ask(
                lambda: self.services.space.inside().applications.opened(application_id)
            )

    def put_away(self) -> None:
        """Keep what is half written."""
        if self.card is not None:
            self.card.form.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Go to one of the answers."""
        self.titles.open(thing_id)

    def _show(self, opened: OpenApplication) -> None:
        if opened.application.thing.id != self.application_id:
            return
        self._answers = opened.answers
        if not opened.answers:
            self.titles.say_nothing(
                tr("No questions yet"), tr("This application asks nothing so far.")
            )
        rows = [_row(number, each.thing) for number, each in enumerate(opened.answers, 1)]
        self.titles.show_rows(rows, (self.application_id, rows))

    def _show_card(self, answer_id: str) -> None:
        if self.card is not None and self.card.answer.id == answer_id:
            return
        ids = [each.thing.id for each in self._answers]
        if answer_id not in ids:
            return
        self._let_go()
        number = ids.index(answer_id) + 1
        held = self._answers[number - 1]
        history = HistoryButton(self.services, self.tasks, self.session)
        history.set_record(answer_id, held.thing.question)
        is_last = number == len(self._answers)
        made = self.card = AnswerCard(
            self.services, self.tasks, held, number, history, is_last=is_last
        )
        made.kept.connect(self._hear_kept)
        made.next_asked.connect(self._go_on)
        self.titles.show_card(made)

    def _let_go(self) -> None:
        """Keep what is in the card before another takes its place."""
        if self.card is not None:
            self.card.form.let_go(self, self._hear_late, self.failed.emit)
            self.card = None

    def _hear_late(self) -> None:
        self.acted.emit()
        self.shown()

    def _hear_kept(self, held: Held[Answer]) -> None:
        self._answers = tuple(
            held if each.thing.id == held.thing.id else each for each in self._answers
        )
        rows = [_row(number, each.thing) for number, each in enumerate(self._answers, 1)]
        self.titles.show_rows(rows, (self.application_id, rows))
        self.acted.emit()

    def _go_on(self) -> None:
        """Go to the next question, ready to type."""
        ids = [each.thing.id for each in self._answers]
        if self.card is None or self.card.answer.id not in ids[:-1]:
            return
        self.titles.open(ids[ids.index(self.card.answer.id) + 1])
        if self.card is not None:
            self.card.text_field.box.setFocus(Qt.FocusReason.OtherFocusReason)


def _row(number: int, answer: Answer) -> TitleRow:
    progress = progress_of(answer)
    icon, colour = _MARKS[progress]
    return TitleRow(
        answer.id,
        short_prose(f"{answer.ref or number}. {answer.question}"),
        mark=tr_marked(PROGRESS[progress]),
        mark_icon=icon,
        mark_colour=colour,
    )

"""The questions of an application, one by one, and what has become of each."""

from typing import Any

from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.answers import Answer
from vcs_desktop.services.applications import OpenApplication
from vcs_desktop.services.records import Held
from vcs_desktop.ui.pages.applications.answer_card import AnswerCard
from vcs_desktop.ui.pages.applications.editor_panes import EditorPanes
from vcs_desktop.ui.pages.applications.hint_button import HintButton
from vcs_desktop.ui.pages.applications.part import ApplicationPart
from vcs_desktop.ui.pages.applications.question_list import QuestionList
from vcs_desktop.ui.pages.applications.reuse_pane import ReusePane
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState


class AnswersPart(ApplicationPart):
    """The questions in a list; the answer to the chosen one; what can be put into it."""

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.list = QuestionList()
        self.reuse = ReusePane(*asked)
        self.card: AnswerCard | None = None
        self.empty = EmptyState(tr("Looking"), tr("This takes a moment."), icon="list-checks")
        self._room = column()
        self.panes = EditorPanes(
            (tr("Questions"), self.list), panel(self._room), (tr("Facts"), self.reuse)
        )
        self.hint_button = HintButton(self.panes)
        self._states = QStackedLayout(self)
        self._states.addWidget(self.empty)
        self._states.addWidget(self.panes)
        self._answers: tuple[Held[Answer], ...] = ()
        self._is_anew = False
        self._left: set[str] = set()
        self._opened = Question(self.tasks, self)
        self._connect()

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
        """Go to one of the answers: now, or as soon as it is there."""
        self.list.wait_for(thing_id)

    def find_here(self) -> QWidget | None:
        """Return the field that finds words in the answer."""
        return self.card.find_bar.begin() if self.card is not None else None

    def look_anew(self) -> None:
        """Show what is kept now, also in the answer, unless somebody is typing there."""
        self._is_anew = True
        self.shown()

    def _connect(self) -> None:
        self._opened.answered.connect(self._show)
        self._opened.failed.connect(self.failed)
        self.session.changed.connect(self.look_anew)
        self.list.chosen.connect(self._show_card)
        self.list.open_asked.connect(self._enter)
        self.list.row_clicked.connect(self._click)
        self.reuse.failed.connect(self.failed)
        self.reuse.put_in.connect(self._hear_put_in)
        self.reuse.undo_offered.connect(self.undo_offered)
        self.reuse.before_act = self.put_away

    def _show(self, opened: OpenApplication) -> None:
        if opened.application.thing.id != self.application_id:
            return
        is_anew, self._is_anew = self._is_anew, False
        self._answers = opened.answers
        self._states.setCurrentWidget(self.panes if opened.answers else self.empty)
        if not opened.answers:
            self.empty.set_words(
                tr("No questions yet"), tr("This application asks nothing so far.")
            )
        card = self.card
        if card is not None and card.answer.id not in self._by_id():
            self._let_go()
        self.list.show_answers([each.thing for each in opened.answers])
        if is_anew:
            self._refresh()

    def _show_card(self, answer_id: str) -> None:
        if self.card is not None and self.card.answer.id == answer_id:
            return
        if answer_id in self._by_id():
            self._let_go()
            self._make_card(answer_id)

    def _make_card(self, answer_id: str) -> AnswerCard:
        held = self._by_id()[answer_id]
        number = self.list.ids.index(answer_id) + 1
        is_last = not self.list.after(answer_id)
        asked = (self.services, self.tasks, self.session)
        made = self.card = AnswerCard(asked, held, number, self._left, is_last=is_last)
        made.kept.connect(self._hear_kept)
        made.next_asked.connect(self._go_on)
        made.settled.connect(self.acted)
        made.settled.connect(self.look_anew)
        self._room.clear()
        self._room.put(made, 1)
        made.show()
        self.hint_button.show_hint(made.guidance if held.thing.guidance else None)
        self.reuse.show_answer(held.thing)
        return made

    def _let_go(self) -> None:
        """Keep what is in the card before another takes its place."""
        if self.card is not None:
            self.hint_button.show_hint(None)
            self.card.form.let_go(self, self._hear_late, self.failed.emit)
            self.card = None

    def _refresh(self) -> None:
        """Make the card anew where something else is kept than it shows, and nobody types."""
        card = self.card
        if card is None or not card.form.autosave.is_settled:
            return
        held = self._by_id().get(card.answer.id)
        if held is None or held.thing == card.answer:
            return
        focus = QApplication.focusWidget()
        had_focus = focus is not None and card.isAncestorOf(focus)
        at = card.text_field.box.textCursor().position()
        self.card = None
        made = self._make_card(held.thing.id)
        if had_focus:
            made.go_to(at)

    def _by_id(self) -> dict[str, Held[Answer]]:
        return {each.thing.id: each for each in self._answers}

    def _hear_late(self) -> None:
        self.acted.emit()
        self.shown()

    def _hear_kept(self, held: Held[Answer]) -> None:
        self._answers = tuple(
            held if each.thing.id == held.thing.id else each for each in self._answers
        )
        self.list.show_answers([each.thing for each in self._answers])
        self.acted.emit()

    def _hear_put_in(self) -> None:
        self.panes.close_pane()
        self.acted.emit()
        self.look_anew()

    def _go_on(self) -> None:
        """Go to the next question, ready to type."""
        following = self.list.after(self.card.answer.id) if self.card is not None else ""
        if following:
            self.list.choose(following)
            self._take_focus()

    def _enter(self, answer_id: str) -> None:
        """Go from the list to the answer."""
        self._show_card(answer_id)
        self.panes.close_pane()
        self._take_focus()

    def _take_focus(self) -> None:
        if self.card is not None:
            self.card.take_focus()

    def _click(self, answer_id: str) -> None:
        """Where the list stands over the answer, go to the answer; else stay in the list."""
        if self.panes.open_pane() is not None:
            self._enter(answer_id)

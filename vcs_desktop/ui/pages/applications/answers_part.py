"""The questions of an application, one by one, and what has become of each."""

from typing import Any

from PySide6.QtWidgets import QStackedLayout, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.answers import Answer
from vcs_desktop.services.applications import OpenApplication
from vcs_desktop.services.records import Held
from vcs_desktop.ui.pages.applications.answer_card import AnswerCard
from vcs_desktop.ui.pages.applications.card_room import CardRoom
from vcs_desktop.ui.pages.applications.editor_panes import EditorPanes
from vcs_desktop.ui.pages.applications.hint_button import HintButton
from vcs_desktop.ui.pages.applications.part import ApplicationPart
from vcs_desktop.ui.pages.applications.paste_window import PasteWindow
from vcs_desktop.ui.pages.applications.question_acts import QuestionActs
from vcs_desktop.ui.pages.applications.questions_pane import QuestionsPane
from vcs_desktop.ui.pages.applications.reuse_pane import ReusePane
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.empty_state import EmptyState


class AnswersPart(ApplicationPart):
    """The questions in a list; the answer to the chosen one; what can be put into it."""

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(*asked)
        self.questions = QuestionsPane()
        self.list = self.questions.list
        self.acts = QuestionActs(self.services, self.tasks, self)
        self.reuse = ReusePane(*asked)
        self.room = CardRoom(*asked)
        self.empty = EmptyState(tr("Looking"), tr("This takes a moment."), icon="list-checks")
        self.panes = EditorPanes(
            (tr("Questions"), self.questions, self.list), self.room, (tr("Facts"), self.reuse)
        )
        self.hint_button = HintButton(self.panes)
        self._states = QStackedLayout(self)
        self._states.addWidget(self.empty)
        self._states.addWidget(self.panes)
        self._answers: dict[str, Held[Answer]] = {}
        self._is_anew = False
        self._fresh = ""
        self._opened = Question(self.tasks, self)
        self._connect()

    @property
    def card(self) -> AnswerCard | None:
        """The card of the chosen question, None where there is none."""
        return self.room.card

    def shown(self) -> None:
        """Ask for the questions and their answers."""
        application_id = self.application_id
        if application_id:
            self._opened.ask(
                lambda: self.services.space.inside().applications.opened(application_id)
            )

    def put_away(self) -> None:
        """Keep what is half written."""
        self.room.put_away()

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

    def open_paste_window(self) -> PasteWindow | None:
        """Open the window to paste from, at the first answer that is not pasted yet.

        Where all are, it is the chosen one.
        """
        self.put_away()
        if self.card is None:
            return None
        answers = [each.thing for each in self._answers.values()]
        asked = (self.services, self.tasks, self.session)
        left = [each.id for each in answers if each.pasted_on is None]
        window = PasteWindow(asked, answers, (left or [self.room.shown_id()])[0], self)
        window.acted.connect(self._hear_act)
        window.failed.connect(self.failed)
        self.room.kept.connect(window.look_again)
        window.show()
        return window

    def _connect(self) -> None:
        self._opened.answered.connect(self._show)
        self._opened.failed.connect(self.failed)
        self.session.changed.connect(self.look_anew)
        for adding in (self.questions.add_button, self.empty.button):
            adding.clicked.connect(lambda: self.acts.add(self.application_id))
        self.questions.paste_button.clicked.connect(self.open_paste_window)
        self.list.chosen.connect(self._show_card)
        self.list.open_asked.connect(self._enter)
        self.list.row_clicked.connect(self._click)
        self.list.move_asked.connect(self._move)
        room, acts, reuse = self.room, self.acts, self.reuse
        room.turned.connect(self._follow_card)
        room.kept.connect(self._hear_kept)
        room.next_asked.connect(self._go_on)
        room.settled.connect(self._hear_act)
        room.move_asked.connect(lambda step: self._move(room.shown_id(), step))
        room.remove_asked.connect(lambda: acts.remove(room.shown_id()))
        reuse.put_in.connect(self.panes.close_pane)
        reuse.facts.fact_asked.connect(self.panes.close_pane)
        reuse.facts.fact_asked.connect(room.put_fact)
        reuse.put_in.connect(self._hear_act)
        # Its button is gone with the cards, which are made anew.
        reuse.undo_offered.connect(room.take_focus)
        reuse.before_act = self.put_away
        acts.added.connect(self._await)
        acts.done.connect(self._hear_act)
        for each in (room, acts, reuse):
            each.failed.connect(self.failed)
        for offering in (acts, reuse):
            offering.undo_offered.connect(self.undo_offered)

    def _show(self, opened: OpenApplication) -> None:
        if opened.application.thing.id != self.application_id:
            return
        is_anew, self._is_anew = self._is_anew, False
        self._answers = {each.thing.id: each for each in opened.answers}
        self._states.setCurrentWidget(self.panes if opened.answers else self.empty)
        if not opened.answers:
            self.empty.set_words(
                tr("No questions yet"),
                tr("This application asks nothing so far."),
                tr("Add a question"),
            )
        if self.room.shown_id() not in self._answers:
            self.room.let_go()
        self.list.show_answers([*self._answers.values()])
        if is_anew and (shown := self._answers.get(self.room.shown_id())) is not None:
            self.room.refresh(shown)
            self.reuse.facts.show_answer(shown.thing)
        self._say_place()

    def _show_card(self, answer_id: str) -> None:
        held = self._answers.get(answer_id)
        if held is not None and answer_id != self.room.shown_id():
            self.room.show_answer(held)

    def _follow_card(self) -> None:
        card = self.card
        has_hint = card is not None and bool(card.answer.guidance)
        self.hint_button.show_hint(card.guidance if card is not None and has_hint else None)
        if card is None:
            return
        self._say_place()
        self.reuse.show_answer(card.answer)
        if card.answer.id == self._fresh:
            self._fresh = ""
            self.panes.close_pane()
            card.fold.begin()

    def _say_place(self) -> None:
        if self.card is not None and self.room.shown_id() in self.list.ids:
            number = self.list.ids.index(self.room.shown_id()) + 1
            is_last = number == len(self.list.ids)
            following = self.words_after if is_last else tr("Next question")
            self.card.set_place(number, following, is_last=is_last)

    def _hear_act(self) -> None:
        self.acted.emit()
        self.look_anew()

    def _hear_kept(self, held: Held[Answer]) -> None:
        if held.thing.id in self._answers:
            had = self._answers[held.thing.id].thing.facts
            self._answers[held.thing.id] = held
            if held.thing.facts != had:
                self.reuse.facts.show_answer(held.thing)
                self.reuse.facts.look_again()
            self.list.show_answers([*self._answers.values()])
        self._say_place()
        self.acted.emit()

    def _await(self, answer_id: str) -> None:
        self._fresh = answer_id
        self.list.wait_for(answer_id)

    def _move(self, answer_id: str, step: int) -> None:
        to = self.list.ids.index(answer_id) + step
        if 0 <= to < len(self.list.ids):
            self.acts.move(answer_id, to)

    def _go_on(self) -> None:
        """Go to the next question, ready to type; after the last, to the next part."""
        if following := self.list.after(self.room.shown_id()):
            self._enter(following)
        else:
            self.next_asked.emit()

    def _enter(self, answer_id: str) -> None:
        """Go from the list to the answer."""
        self.list.choose(answer_id)
        self.panes.close_pane()
        self.room.take_focus()

    def _click(self, answer_id: str) -> None:
        """Where the list stands over the answer, go to the answer; else stay in the list."""
        if self.panes.open_pane() is not None:
            self._enter(answer_id)

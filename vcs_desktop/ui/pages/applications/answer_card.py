"""One question and the field for its answer, with its count by the funder's own rule."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.answers import Answer, AnswerState, Canonical, UsedFact
from vcs_desktop.domain.application_whole import Progress
from vcs_desktop.domain.application_words import ANSWER_STATES, PROGRESS
from vcs_desktop.domain.counting import counted, in_words
from vcs_desktop.services.offer import Services
from vcs_desktop.services.records import Held
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.bound_fields import bound_choice
from vcs_desktop.ui.focus_in_sight import FocusInSight
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.history.dialog import HistoryButton
from vcs_desktop.ui.history.two_versions import TwoVersions
from vcs_desktop.ui.kept_form import Bound, Change, KeptForm
from vcs_desktop.ui.pages.applications.answer_box import AnswerField
from vcs_desktop.ui.pages.applications.answer_menu import AnswerMenu
from vcs_desktop.ui.pages.applications.facts_put import FactsPut
from vcs_desktop.ui.pages.applications.question_fold import QuestionFold
from vcs_desktop.ui.pages.applications.spelling_bar import SpellingBar
from vcs_desktop.ui.pages.applications.spelling_marks import SpellingMarks
from vcs_desktop.ui.pages.applications.ways_on import WaysOn
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, row, set_kind
from vcs_desktop.ui.widgets.choice_field import ChoiceField
from vcs_desktop.ui.widgets.find_bar import FindBar
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import as_prose, prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.in_group import InGroup

_LONGEST = 600


class AnswerCard(QWidget):
    """``kept`` carries the answer as it is now (a Held), ``failed`` why it could not be kept.

    ``next_asked`` wants the next question. ``settled`` says that somebody chose between two
    versions.
    """

    kept = Signal(object)
    failed = Signal(object)
    next_asked = Signal()
    settled = Signal()

    def __init__(
        self,
        asked: tuple[Services, Tasks, GroupSession],
        held: Held[Answer],
        left: set[str],
    ) -> None:
        """``asked`` are the services, the tasks and the session.

        ``left`` are the words that somebody left as they are, for all answers.
        """
        super().__init__()
        services, tasks, _session = asked
        self.answer = held.thing
        self._was_over = False
        self.count = label("", "strong", wrap=True)
        self.title = prose("", "heading")
        self.guidance = prose(held.thing.guidance, "muted")
        self.guidance.hide()
        self.versions = TwoVersions(*asked)
        self.history_button = HistoryButton(*asked)
        self.history_button.set_record(self.answer.id, self.answer.question)
        self.ways_on = WaysOn(self)
        self.next_button = self.ways_on.next_button
        self.state_field = ChoiceField(tr("How far it has come"), _states(has_words=True))
        self._foot = row(self.count)
        about = short_prose(self.answer.question, 200)
        title = tr("Your answer to: {question}", question=about) if about else tr("Your answer")
        self.text_field = AnswerField(title, panel(self._foot))
        box = self.text_field.box
        self.marks = SpellingMarks(asked, box, left)
        self.menu = AnswerMenu(services, tasks, box, self.marks)
        self.spelling = SpellingBar(services, tasks, box, self.marks)
        self.spelling_button = button(tr("Check spelling"), "quiet", icon="spell-check")
        self.find_bar = FindBar(box)
        self._facts = FactsPut(box.document())
        self.form = KeptForm(services, tasks, held, _save, self._bound())
        self.fold = QuestionFold(services, tasks, held, _save)
        self._lay_out()
        self.ways_on.done_asked.connect(self._call_done)
        self.ways_on.next_asked.connect(self.next_asked)
        self.text_field.edited.connect(self._count)
        self.state_field.edited.connect(self._count)
        self.form.kept.connect(self._hear_kept)
        self.form.autosave.failed.connect(self.failed)
        self.fold.kept.connect(self._hear_question)
        self.fold.failed.connect(self.failed)
        self.versions.settled.connect(self.settled)
        self.spelling_button.clicked.connect(self.spelling.begin)
        for bar in (self.spelling, self.find_bar):
            bar.left.connect(self.take_focus)
        box.textChanged.connect(self.find_bar.grow_old)
        self.versions.show_versions(self.answer.id)
        FocusInSight(self)
        self._count()

    def take_focus(self) -> None:
        """Go to where the answer is typed."""
        self.text_field.take_focus()

    def go_to(self, at: int) -> None:
        """Go to a place in what is typed, in Qt's units, or to its end."""
        cursor = self.text_field.box.textCursor()
        cursor.setPosition(min(at, self.text_field.box.document().characterCount() - 1))
        self.text_field.box.setTextCursor(cursor)
        self.take_focus()

    def put_fact(self, used: UsedFact, instead: UsedFact | None) -> None:
        """Put a figure at the caret, or in place of an older one, and keep both as one act."""
        self.form.put_away()  # what was typed before it is an act of its own
        self.text_field.box.put_words(used.words, instead.words if instead else "")
        self._facts.put(used, instead)
        self.form.put_away()
        self.take_focus()

    def shows(self, answer: Answer) -> bool:
        """Say whether the card says all that is kept of an answer and can be seen in it."""
        return _seen(answer) == _seen(self.answer)

    def put_away(self) -> None:
        """Keep what is half written."""
        self.form.put_away()
        self.fold.put_away()

    def is_settled(self) -> bool:
        """Say whether all that was typed is kept."""
        fold = self.fold.form
        return self.form.autosave.is_settled and (fold is None or fold.autosave.is_settled)

    def set_place(self, number: int, following: str, *, is_last: bool) -> None:
        """Say the question with its number, and offer in words what follows, if there is that."""
        asks = short_prose(self.answer.question, _LONGEST) or tr("Type the question below.")
        self.title.setText(as_prose(f"{self.answer.ref or number}. {asks}"))
        self.ways_on.set_following(following, is_question=not is_last)

    def _bound(self) -> dict[str, Bound]:
        field = self.text_field
        return {
            "text": Bound(
                field,
                lambda answer: field.set_words(answer.text),
                self._said,
            ),
            "state": bound_choice(self.state_field, "state", str, AnswerState),
        }

    def _said(self) -> Change:
        """Return the words with the figures in them, to be kept together."""
        words, facts = self.text_field.words(), self._facts.change()
        return lambda answer: replace(answer, text=words, facts=facts(answer.facts))

    def _lay_out(self) -> None:
        self._foot.put(self.form.saved_line)
        state = panel(FlowLayout(self.state_field.label, self.state_field, gap=6))
        buttons = (
            self.ways_on.done_button, self.next_button,
            self.spelling_button, self.history_button, self.fold.button,
        )  # fmt: skip
        note = self.ways_on.note
        bars = (self.versions, self.find_bar, self.text_field, self.spelling, note)
        self.form.lay_out((*bars, panel(FlowLayout(*buttons, state))))
        items = (self.title, self.guidance, self.form, self.fold)
        self.setLayout(column(card(*items, margins=(14, 10, 14, 10))))

    def _count(self) -> None:
        words = self.text_field.words()
        found = counted(words, self.answer)
        self.count.setText(in_words(found))
        set_kind(self.count, "warn" if found.over else "strong")
        if found.over and not self._was_over:
            say(self, self.count.text())
        self._was_over = bool(found.over)
        self._show_state(has_words=bool(words.strip()), over=found.over)

    def _show_state(self, *, has_words: bool, over: int) -> None:
        """Offer the states that there are: an answer without words is not started, as in lists."""
        had_words = self.state_field.box.count() > 1
        if has_words != had_words:
            self.state_field.set_choices(_states(has_words=has_words))
            self.state_field.choose(str(self.answer.state))
        is_done = self.state_field.chosen_id() == AnswerState.DONE
        self.ways_on.set_answer(can_be_done=has_words and not is_done, over=over)

    def _call_done(self) -> None:
        self.state_field.choose(str(AnswerState.DONE))
        self.state_field.edited.emit()

    def _hear_question(self, held: Held[Answer]) -> None:
        self._hear_kept(held)
        self.guidance.setText(as_prose(held.thing.guidance))
        self._count()

    def _hear_kept(self, held: Held[Answer]) -> None:
        self.answer = held.thing
        self.kept.emit(held)


def _seen(answer: Answer) -> Answer:
    """Return an answer without what its card does not show."""
    return replace(
        answer, order=0, canonical=Canonical.NONE, facts=(), reused_from="", pasted_on=None
    )


def _states(*, has_words: bool) -> list[tuple[str, str]]:
    if not has_words:
        return [(str(AnswerState.DRAFT), tr_marked(PROGRESS[Progress.NOT_STARTED]))]
    return [(each.value, tr_marked(ANSWER_STATES[each])) for each in AnswerState]


def _save(inside: "InGroup", before: Held[Answer], after: Answer) -> Held[Answer]:
    return inside.applications.save_answer(before, after)

"""The questions about the group, one at a time; everything is kept as it is typed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.our_group_gaps import Step, next_step, steps_of
from vcs_desktop.ui.pages.our_group import about_words as words
from vcs_desktop.ui.pages.our_group.about_bank import BankQuestion, SignatoriesQuestion
from vcs_desktop.ui.pages.our_group.about_keeping import Answer, Draft, Keeping, Opened, Papers
from vcs_desktop.ui.pages.our_group.about_money import YearEndQuestion, YearsQuestion
from vcs_desktop.ui.pages.our_group.about_papers import DocumentDaysQuestion, DocumentsQuestion
from vcs_desktop.ui.pages.our_group.about_question import Question
from vcs_desktop.ui.pages.our_group.about_steps import StepList
from vcs_desktop.ui.pages.our_group.about_who import (
    LegalFormQuestion,
    NameQuestion,
    NumbersQuestion,
)
from vcs_desktop.ui.pages.our_group.about_work import (
    AreasQuestion,
    GrantsQuestion,
    WhatWeDoQuestion,
    activities,
    beneficiaries,
)
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.autosave import SavedLine
from vcs_desktop.ui.widgets.basics import Box, button, column, label, panel, row
from vcs_desktop.ui.widgets.error_summary import ErrorSummary
from vcs_desktop.ui.widgets.flow_layout import FlowLayout

_WIDEST = 640  # pixels at 100 % text
_ALL_OF_IT = 1_000
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_ASKS: Mapping[Step, Callable[[Opened], Question]] = MappingProxyType(
    {
        Step.NAME: NameQuestion,
        Step.LEGAL_FORM: LegalFormQuestion,
        Step.NUMBERS: NumbersQuestion,
        Step.AREAS: AreasQuestion,
        Step.WHAT_WE_DO: WhatWeDoQuestion,
        Step.ACTIVITIES: activities,
        Step.BENEFICIARIES: beneficiaries,
        Step.YEAR_END: YearEndQuestion,
        Step.YEARS: YearsQuestion,
        Step.BANK: BankQuestion,
        Step.SIGNATORIES: SignatoriesQuestion,
        Step.DOCUMENTS: DocumentsQuestion,
        Step.DOCUMENT_DAYS: DocumentDaysQuestion,
        Step.GRANTS: GrantsQuestion,
    }
)


class AboutForm(QWidget):
    """Asks one question after another. ``closed`` says that the person wants the cards back.

    Nothing is lost by going anywhere: what is right is kept at once, and what is not right
    yet lies on the desk until its question is asked again.
    """

    closed = Signal()

    def __init__(self, keeping: Keeping) -> None:
        super().__init__()
        self._keeping = keeping
        self._opened: Opened | None = None
        self._waiting: dict[str, dict[str, str]] = {}
        self.step = Step.NAME
        self.question: Question | None = None
        self.steps = StepList()
        self.summary = ErrorSummary()
        self.title = label("", "title", wrap=True)
        self.why = label("", "muted", wrap=True)
        self.next_button = button(tr("Go on"), "primary")
        self.back_button = button(
            tr("Back"), icon="arrow-left", name=tr("Back to the question before")
        )
        self.leave_button = button(tr("Finish later"), "quiet")
        self.saved_line = SavedLine(keeping.autosave)
        self._room: Box = column()
        ways = FlowLayout(self.next_button, self.back_button, self.leave_button)
        asked = (self.steps, self.summary, self.title, self.why, panel(self._room), panel(ways))
        self._area = panel(column(*asked, self.saved_line, gap=12))
        # In a row of its own: only so is the height right that its words take at that width.
        line = row(gap=0)
        line.put(self._area, _ALL_OF_IT)
        line.put(None)
        self.setLayout(line)
        keeping.take = self._take
        keeping.autosave.saved.connect(self._say_nothing_saved)  # after the line has heard of it
        self.steps.step_asked.connect(self._go_to)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self._go_back)
        self.leave_button.clicked.connect(self.leave)
        self._scale()
        look.changed.connect(self._scale)

    @property
    def ours(self) -> OurGroup:
        """The group with what has been typed so far."""
        return self._opened.ours if self._opened else OurGroup()

    @property
    def papers(self) -> Papers:
        """The group's papers with what has been typed of them so far."""
        return self._opened.papers if self._opened else ()

    def open_step(self, step: Step, opened: Opened) -> None:
        """Ask a question; of what lies on the desk, what belongs to it is put back."""
        self._opened = opened
        self._waiting = {each: dict(words) for each, words in opened.draft.words.items()}
        self._ask(step)
        self._enter()

    def take_in(self, opened: Opened) -> None:
        """Ask the question again, out of what was read anew."""
        if self.question is not None:
            had_focus = self.question.isAncestorOf(self.focusWidget() or self)
            self._keep_waiting()
            self._opened = opened
            self._ask(self.step if self.step in steps_of(opened.ours, opened.papers) else Step.NAME)
            if had_focus:
                self._enter()

    def put_away(self) -> None:
        """Keep what is right, and put the rest on the desk, where the form stays open."""
        if self.question is not None:
            self._settle()
            self._keeping.put_draft(Draft(self.step, is_open=True, words=self._waiting))

    def leave(self) -> None:
        """Go back to the cards. What is not right yet is put back when it is asked again."""
        self._settle()
        self._keeping.put_draft(Draft(words=self._waiting))
        self.question = None
        self.closed.emit()

    def go_on(self) -> None:
        """Ask the next question, unless something in this one is to be put right."""
        if self.question is None:
            return
        if self.summary.show_problems(self.question.shown_fields()):
            self._say_nothing_saved()
            return
        self._keeping.autosave.change()  # to go on is an answer too: none, or as it stands
        self._settle()
        following = self._following()
        if following is None:
            self.leave()
        else:
            self._ask(following)
            self._enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, where nothing inside has a use for it."""
        if event.key() in _ENTER:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _go_to(self, step: str) -> None:
        self._settle()
        self.steps.fold.set_open(False)
        self._ask(Step(step))
        self._enter()

    def _go_back(self) -> None:
        steps = steps_of(self.ours, self.papers)
        self._go_to(steps[max(0, steps.index(self.step) - 1)])

    def _following(self) -> Step | None:
        """Return the next question of the same subject, or one that has no answer yet."""
        steps = steps_of(self.ours, self.papers)
        subject = next(each.steps for each in words.SUBJECTS if self.step in each.steps)
        after = subject[subject.index(self.step) + 1 :]
        same = next((each for each in after if each in steps), None)
        following = same or next_step(self.ours, self.papers, self.step)
        return None if following == self.step else following

    def _settle(self) -> None:
        """Keep what is right, and note what is not."""
        self._keeping.autosave.now()
        self._keep_waiting()

    def _keep_waiting(self) -> None:
        found = self.question.wrong_words() if self.question is not None else {}
        self._waiting.pop(self.step, None)
        if found:
            self._waiting[self.step] = found

    def _ask(self, step: Step) -> None:
        if self._opened is None:
            return
        self.step = step
        self._keeping.autosave.forget()
        self._room.clear()
        self.summary.hide()
        self.question = _ASKS[step](self._opened)
        self._room.put(self.question)
        self.question.show()
        self.question.put_back(self._waiting.get(step, {}))
        self.question.edited.connect(self._keeping.autosave.change)
        self.question.left.connect(self._keeping.autosave.now)
        asked = words.QUESTIONS[step]
        self.title.setText(tr_marked(asked.question))
        self.why.setText(tr_marked(asked.why))
        self.back_button.setVisible(steps_of(self.ours, self.papers)[0] != step)
        is_told = next_step(self.ours, self.papers) is None
        self.leave_button.setText(tr("Done") if is_told else tr("Finish later"))
        self.steps.show_steps(self._opened, step)

    def _enter(self) -> None:
        """Begin at the question; its words come into sight too. Out of sight, take no focus."""
        if not self.isVisible():
            return
        bring_into_sight(self.title)
        if self.question is not None and self.question.shown_fields():
            self.question.shown_fields()[0].take_focus()
        else:
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_nothing_saved(self) -> None:
        """Say "Saved" of nothing beside an answer that cannot be kept as it stands."""
        if self.question is not None and self.question.wrong_words():
            self.saved_line.clear()

    def _take(self) -> Answer | None:
        """Return what is typed now as an answer; what is asked next knows of it already."""
        if self.question is None or (opened := self._opened) is None:
            return None
        answer = Answer(self.question.change(), self.question.papers_change())
        ours, papers = answer.group(opened.ours), answer.papers(opened.papers)
        self._opened = replace(opened, ours=ours, papers=papers)
        return answer

    def _scale(self) -> None:
        self._area.setMaximumWidth(look.px(_WIDEST))

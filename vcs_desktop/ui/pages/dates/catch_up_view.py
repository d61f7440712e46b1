"""After a long absence: what fell due meanwhile, one by one, and what comes next."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.due import DateLine, Due, Outcome
from vcs_desktop.domain.due_words import far_in_words, kind_in_words, when_in_words
from vcs_desktop.ui.pages.dates.aside import Aside
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.basics import Box, button, card, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import prose, short_prose

if TYPE_CHECKING:
    from vcs_desktop.services.absence import Away


class CatchUpView(Aside):
    """Asks about one date at a time.

    ``acted`` says that a date was ticked off. ``left`` says that it is over, gone through or
    left in the middle: nothing is lost, for what is still open stays in the list.
    """

    acted = Signal()
    left = Signal()

    def __init__(self, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__(tr("Welcome back"), *asked)
        self.said = label("", wrap=True)
        self.place = label("", "muted", wrap=True)
        self.kind = label("", "small", wrap=True)
        self.name = label("", "heading", wrap=True)
        self.when = label("", wrap=True)
        self.why = prose("")
        self.done_button = button(tr("Done"), "primary", icon="check")
        self.not_needed_button = button(tr("Not needed"), icon="x")
        self.later_button = button(tr("Later"), icon="clock")
        self.leave_button = button(tr("Leave this now"), "quiet")
        self.one = card(
            self.place,
            self.kind,
            self.name,
            self.when,
            self.why,
            panel(FlowLayout(self.done_button, self.not_needed_button, self.later_button)),
            gap=8,
        )
        self.finished = label("", "strong", wrap=True)
        self.ahead_title = label(tr("What comes next"), "heading", wrap=True)
        self.ahead: Box = column(gap=6)
        self.leave_said = label(
            tr("You can leave at any time. What is still open stays in your list of dates."),
            "muted",
            wrap=True,
        )
        self.away: Away | None = None
        self._is_busy = False
        self.question = Question(self.tasks, self)
        self.leaving = Question(self.tasks, self)
        for each in (self.said, self.one, self.finished):
            self.body.put(each)
        self.body.put(panel(FlowLayout(self.leave_button)))
        self.body.put(self.leave_said)
        self.body.put(self.ahead_title)
        self.body.put(self.ahead)
        self.body.put(None)
        self.finished.hide()
        self._connect()

    def begin(self, away: "Away") -> None:
        """Begin, or go on, with what was missed."""
        self.message.hide()
        self._show(away)

    def first_focus(self) -> QWidget:
        """Begin at the first answer."""
        return self.done_button if self.one.isVisibleTo(self) else self.leave_button

    def _connect(self) -> None:
        self.question.answered.connect(self._follow)
        self.question.failed.connect(self._fail)
        self.done_button.clicked.connect(lambda: self._answer(Outcome.DONE))
        self.not_needed_button.clicked.connect(lambda: self._answer(Outcome.NOT_NEEDED))
        self.later_button.clicked.connect(lambda: self._answer(None))
        self.leave_button.clicked.connect(self._leave)
        self.leaving.answered.connect(self.left)
        self.leaving.failed.connect(self.tell_problem)

    def _answer(self, outcome: Outcome | None) -> None:
        if self.away is None or self._is_busy:
            return
        due = self.away.lines[0].due
        self._is_busy = True  # no button is switched off: the focus would go on to the next

        def work() -> "Away | None":
            from vcs_desktop.services.absence import look_in, put_off

            dates = self.services.dates
            if outcome is None:
                put_off(dates, due)
            else:
                dates.tick(due, outcome)
            return look_in(dates)

        self.question.ask(work)

    def _follow(self, away: "Away | None") -> None:
        self._is_busy = False
        self.acted.emit()
        if away is None:
            self._show_end()
        else:
            self._show(away)
            self.done_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self.tell_problem(error)

    def _show(self, away: "Away") -> None:
        self.away = away
        self.one.show()
        self.finished.hide()
        self.leave_button.setText(tr("Leave this now"))
        self.leave_said.show()
        self.said.setText(
            tr_count(
                "Nobody has looked at the dates here since {day}. That is fine. "
                "{count} thing fell due meanwhile. We go through it together.",
                "Nobody has looked at the dates here since {day}. That is fine. "
                "{count} things fell due meanwhile. We go through them one by one.",
                away.total,
                day=shortly(away.since),
            )
        )
        self._show_one(away.lines[0], away)
        self._show_ahead(away)

    def _show_one(self, line: DateLine, away: "Away") -> None:
        due = line.due
        self.place.setText(tr("{number} of {count}", number=away.number, count=away.total))
        self.kind.setText(kind_in_words(due.kind))
        self.name.setText(short_prose(due.what))
        self.when.setText(when_in_words(due))
        self.why.setText(short_prose(due.why))
        self.why.setVisible(bool(due.why))
        for each in (self.done_button, self.not_needed_button, self.later_button):
            each.setAccessibleName(_named(each.text(), due))

    def _show_ahead(self, away: "Away") -> None:
        self.ahead.clear()
        self.ahead_title.setVisible(bool(away.ahead))
        for line in away.ahead:
            words = tr(
                "{what}: {day}, {far}",
                what=short_prose(line.due.what, 120),
                day=in_words(line.due.on),
                far=far_in_words(line.due.on, away.today),
            )
            self.ahead.put(prose(words))

    def _show_end(self) -> None:
        self.away = None
        self.one.hide()
        self.said.setText("")
        self.finished.setText(tr("That was all of it. You are up to date again."))
        self.finished.show()
        self.leave_said.hide()
        self.leave_button.setText(tr("Back to the dates"))
        self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        def work() -> None:
            from vcs_desktop.services.absence import leave

            leave(self.services.dates)

        self.leaving.ask(work)


def _named(act: str, due: Due) -> str:
    return tr("{act}: {what}", act=act, what=short_prose(due.what, 80))

"""A narrow window that stays in front of the browser: one answer after the other, to be pasted."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.counting import as_counted, counted, in_words
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import say
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel, scroll, set_kind
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.prose import as_prose, prose
from vcs_desktop.ui.widgets.ticks_field import Tick

_SIZE = (360, 520)


class PasteWindow(QWidget):
    """``acted`` says that it was kept which answers were pasted, ``failed`` carries an error.

    It closes when the group is locked, and leaves nothing of the answers on the clipboard then.
    """

    acted = Signal()
    failed = Signal(object)

    def __init__(
        self,
        asked: tuple[Services, Tasks, GroupSession],
        answers: Sequence[Answer],
        first_id: str,
        parent: QWidget,
    ) -> None:
        """``asked`` are the services, the tasks and the session.

        ``first_id`` is the id of the answer to begin with, one of ``answers``.
        """
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # The title of a window is seen where windows are listed, so it names nobody.
        self.setWindowTitle(tr("Paste into their form"))
        self._services, tasks, session = asked
        self._acts = Latest(tasks, self)
        self._looks = Question(tasks, self)
        self._answers = list(answers)
        self._at = next(n for n, each in enumerate(self._answers) if each.id == first_id)
        self._copied = ""
        self.place = label("", "muted", wrap=True)
        self.question = prose("", "heading")
        self.text = prose("")
        self.count = label("", "strong", wrap=True)
        self.copy_button = button(tr("Copy"), "primary", icon="copy")
        self.before_button = button(tr("Back"), name=tr("Go to the answer before"))
        self.next_button = button(tr("Next"), name=tr("Go to the next answer"))
        self._pasted = Tick(tr("I pasted this one"))
        self.tick = self._pasted.box
        self.close_button = button(tr("Close"), "quiet")
        self.pane = scroll(panel(column(self.text, None)))
        self._lay_out()
        self.copy_button.clicked.connect(self._copy)
        self.before_button.clicked.connect(lambda: self._go(-1))
        self.next_button.clicked.connect(lambda: self._go(1))
        self.tick.clicked.connect(self._keep_tick)
        self.close_button.clicked.connect(self.close)
        self._looks.answered.connect(self._take)
        self._looks.failed.connect(self.failed)
        session.changed.connect(self.look_again)
        session.locking.connect(self._leave)
        session.locked.connect(self._leave)
        self.focus_ring = FocusRing(self)
        look.changed.connect(self._dress)
        self._dress()
        self._show()
        self.look_again()

    def look_again(self) -> None:
        """Ask for the answers as they are kept by now: somebody may have gone on writing."""
        application_id, space = self._answers[0].application, self._services.space
        self._looks.ask(
            lambda: [
                each.thing for each in space.inside().applications.opened(application_id).answers
            ]
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        layout = column(self.place, self.question, margins=(16, 12, 16, 12), gap=8)
        layout.put(self.pane, 1)
        layout.put(self.count)
        layout.put(panel(FlowLayout(self.copy_button, self.before_button, self.next_button)))
        layout.put(panel(FlowLayout(self._pasted, self.close_button)))
        self.setLayout(layout)

    def _dress(self) -> None:
        look.dress(self)
        screen = self.screen().availableGeometry().size()
        self.resize(QSize(look.px(_SIZE[0]), look.px(_SIZE[1])).boundedTo(screen))

    def _show(self) -> None:
        answer, many = self._answers[self._at], len(self._answers)
        self.place.setText(tr("Question {number} of {many}", number=self._at + 1, many=many))
        self.question.setText(as_prose(f"{answer.ref or self._at + 1}. {answer.question}"))
        self.text.setText(as_prose(answer.text) or tr("No answer yet."))
        found = counted(answer.text, answer)
        self.count.setText(in_words(found))
        set_kind(self.count, "warn" if found.over else "strong")
        self.copy_button.setText(tr("Copy"))
        self.copy_button.setEnabled(bool(answer.text.strip()))
        self.before_button.setEnabled(self._at > 0)
        self.next_button.setEnabled(self._at + 1 < many)
        self.tick.setChecked(answer.pasted_on is not None)
        self.pane.verticalScrollBar().setValue(0)

    def _go(self, step: int) -> None:
        self._at = max(0, min(self._at + step, len(self._answers) - 1))
        self._show()
        self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)
        say(self, self.question.text())

    def _copy(self) -> None:
        """Put the answer on the clipboard as it was counted."""
        self._copied = as_counted(self._answers[self._at].text)
        QGuiApplication.clipboard().setText(self._copied)
        self.copy_button.setText(tr("Copied"))
        say(self, tr("Copied"))

    def _keep_tick(self, ticked: bool) -> None:  # Qt passes it by place
        """Keep on which day the answer was pasted, or that it was not."""
        answer_id, space = self._answers[self._at].id, self._services.space

        def work() -> Answer:
            inside = space.inside()
            held = inside.applications.answer(answer_id)
            on = inside.records.clock.today() if ticked else None
            after = replace(held.thing, pasted_on=on)
            return inside.applications.save_answer(held, after).thing

        self._acts.ask_too(work, then=self._hear_kept, otherwise=self._hear_problem)

    def _take(self, answers: list[Answer]) -> None:
        """Show the answers as they are now; where there is none left, there is nothing to do."""
        if not answers:
            self.close()
        elif answers != self._answers:
            shown = self._answers[self._at]
            self._answers = answers
            at = (n for n, each in enumerate(answers) if each.id == shown.id)
            self._at = next(at, min(self._at, len(answers) - 1))
            self._show()

    def _hear_kept(self, answer: Answer) -> None:
        self._answers = [answer if each.id == answer.id else each for each in self._answers]
        self.acted.emit()

    def _hear_problem(self, error: Exception) -> None:
        self._show()
        self.failed.emit(error)

    def _leave(self) -> None:
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.clear()
        self.close()

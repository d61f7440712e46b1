"""One question a page on the way to a group, and a list of them beside it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import CannotUseInput, words_for
from vcs_desktop.core.group_errors import WeakPassphrase
from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.groups.check_step import CheckStep
from vcs_desktop.ui.pages.groups.start_steps import Step
from vcs_desktop.ui.pages.groups.step_list import StepsBeside
from vcs_desktop.ui.way_back.secret_field import ToldField
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup


class StepsView(QWidget):
    """``left`` says that it is left, ``stepped`` that another question came.

    A subclass gives its steps to ``_begin_with``; the last one sums up and opens the group.
    """

    left = Signal()
    stepped = Signal()

    def __init__(self, session: GroupSession, settings: SettingsFile, leave: str) -> None:
        """``leave`` says for a screen reader what it means to leave."""
        super().__init__()
        self._session = session
        self._settings = settings
        self.steps: Sequence[Step] = ()
        self.number = 0
        self.title = label("", "title", wrap=True)
        self.back_button = button(tr("Back"), icon="arrow-left")
        self.next_button = button(tr("Next"), "primary")
        self.leave_button = button(tr("Leave"), "quiet", name=leave)
        self.progress, self.message = ProgressLine(), MessageBar()

    def begin(self) -> None:
        """Ask from the beginning."""
        self.forget()
        self._go_to(0)

    def forget(self) -> None:
        """Take every answer away."""
        for each in self.steps:
            each.forget()
        self._work("")
        self.message.hide()

    def first_focus(self) -> QWidget:
        """Start at the question."""
        return self.steps[self.number].first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list of steps the room that there is."""
        super().resizeEvent(event)
        self.beside.reflow(self.width())

    def _begin_with(self, steps: Sequence[Step], last: CheckStep, words: Step) -> None:
        """Lay these out; ``words`` is the step to which words that are too weak lead back."""
        self.steps, self.last, self._words_step = steps, last, words
        form = column(
            self.title,
            *steps,
            panel(FlowLayout(self.back_button, self.next_button, self.leave_button)),
            self.progress,
            self.message,
            gap=12,
        )
        for each in steps:
            each.hide()
        self.beside = StepsBeside([each.title for each in steps], panel(form))
        self.list = self.beside.list
        self.setLayout(column(self.beside, None))
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        self.leave_button.clicked.connect(self._leave)
        last.change_asked.connect(self._go_to)

    def _answers(self) -> list[tuple[int, str, str]]:
        """Return what the last step sums up, as ``CheckStep`` shows it."""
        raise NotImplementedError

    def _named(self) -> tuple[Step, ToldField]:
        """Return the step and the field of a name that cannot be used."""
        raise NotImplementedError

    def _finish(self) -> None:
        """Open the group."""
        raise NotImplementedError

    def _can_go_back(self) -> bool:
        return self.number > 0

    def _back(self) -> None:
        if self.number:
            self._go_to(self.number - 1)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _next(self) -> None:
        if not self.next_button.isEnabled():
            return
        step = self.steps[self.number]
        if step is self.last:
            self._finish()
        else:
            step.check(partial(self._go_from, self.number))

    def _go_from(self, number: int) -> None:
        if number == self.number:  # nobody went elsewhere while it was checked
            self._go_to(number + 1)

    def _go_to(self, number: int, *, focus: bool = True) -> None:
        self.number = number
        step = self.steps[number]
        for each in self.steps:
            each.setVisible(each is step)
        if step is self.last:
            self.last.show_answers(self._answers())
        step.comes()
        self.title.setText(step.title)
        self.list.show_step(number)
        self.message.hide()
        self.next_button.setText(self.last.act if step is self.last else tr("Next"))
        self.next_button.setVisible(step.can_go_on())
        self.back_button.setVisible(self._can_go_back())
        if focus:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self.stepped.emit()

    def _open(self, opening: "Callable[[], OpenGroup]", said: str) -> None:
        """Open a group; ``said`` is what is being done meanwhile."""
        self._settings.change(shared=self.last.shared.box.isChecked(), welcomed=True)
        self._work(said)
        self._session.open_with(opening, then=self.forget, otherwise=self._tell)

    def _tell(self, error: Exception) -> None:
        self._work("")
        if isinstance(error, CannotUseInput):
            step, field = self._named()
            self._go_to(self.steps.index(step))
            field.tell(words_for(error))
            return
        if isinstance(error, WeakPassphrase):
            self._go_to(self.steps.index(self._words_step))
        self.message.tell(words_for(error), "bad")

    def _work(self, said: str) -> None:
        """Say what is being done, and let nobody press anything meanwhile; empty is nothing."""
        for each in (self.next_button, self.back_button, self.leave_button):
            each.setEnabled(not said)
        if said:
            self.progress.start(said, can_cancel=False)
        else:
            self.progress.finish()

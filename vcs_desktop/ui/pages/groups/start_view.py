"""Starting a group: one question a page, and a list of them."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import CannotUseInput, words_for
from vcs_desktop.core.group_errors import WeakPassphrase
from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.groups.check_step import CheckStep, answers_of
from vcs_desktop.ui.pages.groups.start_steps import (
    NameStep,
    OnceMoreStep,
    Step,
    WayBackStep,
    WordsStep,
    YouStep,
)
from vcs_desktop.ui.pages.groups.step_list import StepsBeside
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup
    from vcs_desktop.services.groups.beginning import Beginning


class StartView(QWidget):
    """``left`` says that no group is started after all, ``stepped`` that another question came."""

    left = Signal()
    stepped = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
    ) -> None:
        super().__init__()
        self._services = services
        self._session = session
        self._settings = settings
        self.name, self.you = NameStep(), YouStep()
        self.words = WordsStep(services, tasks, self._known)
        self.once_more = OnceMoreStep(self.words.choose)
        self.way_back = WayBackStep(services, tasks, self.name.name_on_page, self._known)
        self.last = CheckStep()
        self.steps: list[Step] = [
            self.name, self.you, self.words, self.once_more, self.way_back, self.last,
        ]  # fmt: skip
        self.number = 0
        self.title = label("", "title", wrap=True)
        self.back_button = button(tr("Back"), icon="arrow-left")
        self.next_button = button(tr("Next"), "primary")
        self.leave_button = button(tr("Leave"), "quiet", name=tr("Leave, and start no group"))
        self.progress, self.message = ProgressLine(), MessageBar()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Ask from the beginning."""
        self.forget()
        self._go_to(0)

    def forget(self) -> None:
        """Take every answer away."""
        for each in self.steps:
            each.forget()
        self._work(at_work=False)
        self.message.hide()

    def put_away(self) -> None:
        """Forget what is secret: somebody else may come to the page. Names stay."""
        if self.number >= self.steps.index(self.words):
            for each in self.steps[2:]:
                each.forget()
            self._go_to(2, focus=False)

    def first_focus(self) -> QWidget:
        """Start at the question."""
        return self.steps[self.number].first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list of steps the room that there is."""
        super().resizeEvent(event)
        self.beside.reflow(self.width())

    def _lay_out(self) -> None:
        form = panel(
            column(
                self.title,
                *self.steps,
                panel(FlowLayout(self.back_button, self.next_button, self.leave_button)),
                self.progress,
                self.message,
                gap=12,
            )
        )
        for each in self.steps:
            each.hide()
        self.beside = StepsBeside([each.title for each in self.steps], form)
        self.list = self.beside.list
        self.setLayout(column(self.beside, None))

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        self.leave_button.clicked.connect(self.left)
        self.last.change_asked.connect(self._go_to)
        for each in (self.name, self.you, self.words, self.once_more):
            each.done.connect(self._next)
        self.way_back.done.connect(self._after_way_back)

    def _known(self) -> tuple[str, ...]:
        return self.name.name(), self.you.field.words()

    def _next(self) -> None:
        step = self.steps[self.number]
        if step is self.last:
            self._start()
        elif self.next_button.isEnabled():
            step.check(partial(self._go_from, self.number))

    def _go_from(self, number: int) -> None:
        if number == self.number:  # nobody went elsewhere while it was checked
            self._go_to(number + 1)

    def _after_way_back(self) -> None:
        self._go_to(self.steps.index(self.last))

    def _back(self) -> None:
        if self.number:
            self._go_to(self.number - 1)
        else:
            self.left.emit()

    def _go_to(self, number: int, *, focus: bool = True) -> None:
        self.number = number
        step = self.steps[number]
        for each in self.steps:
            each.setVisible(each is step)
        if step is self.last:
            self.last.show_answers(answers_of(self.name, self.you, self.words, self.way_back))
        step.comes()
        self.title.setText(step.title)
        self.list.show_step(number)
        self.message.hide()
        self.next_button.setText(tr("Start the group") if step is self.last else tr("Next"))
        self.next_button.setVisible(step.can_go_on())
        self.back_button.setVisible(number > 0)
        if focus:
            step.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self.stepped.emit()

    def _start(self) -> None:
        if not self.next_button.isEnabled():
            return
        self._settings.change(shared=self.last.shared.box.isChecked(), welcomed=True)
        self._work(at_work=True)
        asked = self._asked()
        self._session.open_with(lambda: self._make(asked), then=self.forget, otherwise=self._tell)

    def _make(self, asked: "Beginning") -> "OpenGroup":
        return self._services.groups.beginnings.make(asked)

    def _asked(self) -> "Beginning":
        from vcs_desktop.services.groups import NewGroup
        from vcs_desktop.services.groups.beginning import Beginning, SecondPerson

        person = self.way_back.person
        return Beginning(
            NewGroup(
                self.name.name(),
                self.words.choose.chosen(),
                self.you.field.words(),
                hides_name=self.name.hide_name.box.isChecked(),
            ),
            role=self.you.role.chosen_id(),
            code=self.way_back.code,
            person=SecondPerson(*person) if person else None,
        )

    def _tell(self, error: Exception) -> None:
        self._work(at_work=False)
        if isinstance(error, CannotUseInput):
            self._go_to(0)
            self.name.field.tell(words_for(error))
        elif isinstance(error, WeakPassphrase):
            self._go_to(2)
            self.message.tell(words_for(error), "bad")
        else:
            self.message.tell(words_for(error), "bad")

    def _work(self, *, at_work: bool) -> None:
        self.next_button.setEnabled(not at_work)
        self.back_button.setEnabled(not at_work)
        if at_work:
            self.progress.start(tr("Making your group. This takes a moment."), can_cancel=False)
        else:
            self.progress.finish()

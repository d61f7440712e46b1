"""Getting a group that is on another laptop: the code, four words, and words of one's own."""

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
from vcs_desktop.ui.pages.groups.check_step import CheckStep, answers_of_person
from vcs_desktop.ui.pages.groups.join_steps import AskStep, FourWordsStep, YouHereStep
from vcs_desktop.ui.pages.groups.start_steps import (
    OnceMoreStep,
    Step,
    WayBackStep,
    WordsStep,
)
from vcs_desktop.ui.pages.groups.step_list import StepsBeside
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup
    from vcs_desktop.services.two_laptops.joining import Joining, NewMember


class JoinView(QWidget):
    """``left`` says that it is left, ``stepped`` that another question came.

    ``restore_asked`` wants to bring a copy from a stick instead.
    """

    left = Signal()
    stepped = Signal()
    restore_asked = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
    ) -> None:
        super().__init__()
        self._services = services
        self._session = session
        self._settings = settings
        self.ask = AskStep(services, tasks)
        self.four_words = FourWordsStep(services, tasks, self._joining)
        self.you = YouHereStep()
        self.words = WordsStep(services, tasks, self._known)
        self.once_more = OnceMoreStep(self.words.choose)
        self.way_back = WayBackStep(services, tasks, self._name_on_page, self._known)
        self.last = CheckStep(tr("Check and open"))
        self.steps: list[Step] = [
            self.ask, self.four_words, self.you, self.words, self.once_more, self.way_back,
            self.last,
        ]  # fmt: skip
        self.number = 0
        self.title = label("", "title", wrap=True)
        self.back_button = button(tr("Back"), icon="arrow-left")
        self.next_button = button(tr("Next"), "primary")
        self.leave_button = button(tr("Leave"), "quiet", name=tr("Leave, and get no group"))
        self.progress, self.message = ProgressLine(), MessageBar()
        form = column(
            self.title,
            *self.steps,
            panel(FlowLayout(self.back_button, self.next_button, self.leave_button)),
            self.progress,
            self.message,
            gap=12,
        )
        for each in self.steps:
            each.hide()
        self.beside = StepsBeside([each.title for each in self.steps], panel(form))
        self.list = self.beside.list
        self.setLayout(column(self.beside, None))
        self._connect()

    def begin(self) -> None:
        """Ask from the beginning."""
        self.forget()
        if not self.ask.name.words():
            self.ask.name.set_words(tr("Our laptop"))
        self._go_to(0)

    def forget(self) -> None:
        """Take every answer away, and wait for nobody any more."""
        for each in self.steps:
            each.forget()
        self._work(at_work=False)
        self.message.hide()

    def put_away(self) -> None:
        """Forget what is secret: somebody else may come to the page.

        Whoever was let in stays so, for the code is used up; and who waits goes on waiting.
        """
        first = self.steps.index(self.words)
        for each in self.steps[first:]:
            each.forget()
        if self.steps[self.number] is self.ask:
            self.ask.code.forget()
        if self.number >= first:
            self._go_to(first, focus=False)

    def first_focus(self) -> QWidget:
        """Start at the question."""
        if self.steps[self.number] is self.four_words:
            return self.back_button
        return self.steps[self.number].first_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the list of steps the room that there is."""
        super().resizeEvent(event)
        self.beside.reflow(self.width())

    def _connect(self) -> None:
        self.back_button.clicked.connect(self._back)
        self.next_button.clicked.connect(self._next)
        self.leave_button.clicked.connect(self._leave)
        self.ask.restore_asked.connect(self.restore_asked)
        self.ask.done.connect(self._next)
        self.four_words.done.connect(partial(self._go_to, 2))
        self.four_words.refused.connect(self._tell_refused)
        self.last.change_asked.connect(self._go_to)
        for each in (self.you, self.words, self.once_more):
            each.done.connect(self._next)
        self.way_back.done.connect(partial(self._go_to, self.steps.index(self.last)))

    def _joining(self) -> "Joining | None":
        return self.ask.joining

    def _group_name(self) -> str:
        joining = self._joining()
        return joining.group_name if joining is not None else ""

    def _name_on_page(self) -> str:
        return "" if self.you.hide_name.box.isChecked() else self._group_name()

    def _known(self) -> tuple[str, ...]:
        return self._group_name(), self.you.field.words()

    def _next(self) -> None:
        step = self.steps[self.number]
        if step is self.last:
            self._start()
        elif self.next_button.isEnabled():
            step.check(partial(self._go_from, self.number))

    def _go_from(self, number: int) -> None:
        if number == self.number:  # nobody went elsewhere while it was checked
            self._go_to(number + 1)

    def _back(self) -> None:
        if self.steps[self.number] is self.four_words:
            self.four_words.forget()
            self.ask.forget()
        self._go_to(self.number - 1)

    def _leave(self) -> None:
        self.forget()
        self.left.emit()

    def _tell_refused(self, why: str) -> None:
        self.four_words.forget()
        self.ask.forget()
        self._go_to(0)
        self.ask.tell(why, "warn")

    def _go_to(self, number: int, *, focus: bool = True) -> None:
        self.number = number
        step = self.steps[number]
        for each in self.steps:
            each.setVisible(each is step)
        if step is self.last:
            found = answers_of_person(self.you, self.words, self.way_back, first=2)
            self.last.show_answers(found)
        step.comes()
        self.title.setText(step.title)
        self.list.show_step(number)
        self.message.hide()
        self.next_button.setText(tr("Open the group") if step is self.last else tr("Next"))
        self.next_button.setVisible(step.can_go_on())
        # Whoever was let in has no way back to the code: it is used up.
        self.back_button.setVisible(number > 0 and step is not self.you)
        if focus:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
            self.stepped.emit()

    def _start(self) -> None:
        joining = self._joining()
        if joining is None or not self.next_button.isEnabled():
            return
        self._settings.change(shared=self.last.shared.box.isChecked(), welcomed=True)
        self._work(at_work=True)
        member = _member(self)

        def opening() -> "OpenGroup":
            return self._services.groups.beginnings.joining.finish(joining, member)

        self._session.open_with(opening, then=self.forget, otherwise=self._tell)

    def _tell(self, error: Exception) -> None:
        self._work(at_work=False)
        if isinstance(error, CannotUseInput):
            self._go_to(self.steps.index(self.you))
            self.you.field.tell(words_for(error))
            return
        if isinstance(error, WeakPassphrase):
            self._go_to(self.steps.index(self.words))
        self.message.tell(words_for(error), "bad")

    def _work(self, *, at_work: bool) -> None:
        for each in (self.next_button, self.back_button, self.leave_button):
            each.setEnabled(not at_work)
        if at_work:
            self.progress.start(tr("Making a place for the group here"), can_cancel=False)
        else:
            self.progress.finish()


def _member(view: JoinView) -> "NewMember":
    from vcs_desktop.services.groups.beginning import SecondPerson
    from vcs_desktop.services.two_laptops.joining import NewMember

    person = view.way_back.person
    return NewMember(
        view.you.field.words(),
        view.words.choose.chosen(),
        hides_name=view.you.hide_name.box.isChecked(),
        role=view.you.role.chosen_id(),
        code=view.way_back.code,
        second=SecondPerson(*person) if person else None,
    )

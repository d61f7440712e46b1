"""Getting a group that is on another laptop: the code, four words, and words of one's own."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.groups.check_step import CheckStep, answers_of_person
from vcs_desktop.ui.pages.groups.join_steps import AskStep, FourWordsStep, YouHereStep
from vcs_desktop.ui.pages.groups.start_steps import OnceMoreStep, Step, WayBackStep, WordsStep
from vcs_desktop.ui.pages.groups.steps_view import StepsView
from vcs_desktop.ui.way_back.secret_field import ToldField

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup
    from vcs_desktop.services.two_laptops.joining import Joining, NewMember


class JoinView(StepsView):
    """``restore_asked`` wants to bring a copy from a stick instead."""

    restore_asked = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
    ) -> None:
        super().__init__(session, settings, tr("Leave, and get no group"))
        self._services = services
        self.ask = AskStep(services, tasks)
        self.four_words = FourWordsStep(services, tasks, self._joining)
        self.you = YouHereStep()
        self.words = WordsStep(services, tasks, self._known)
        self.once_more = OnceMoreStep(self.words.choose)
        self.way_back = WayBackStep(services, tasks, self._name_on_page, self._known)
        last = CheckStep(tr("Check and open"), tr("Open the group"))
        steps = (self.ask, self.four_words, self.you, self.words, self.once_more, self.way_back)
        self._begin_with((*steps, last), last, self.words)
        self.ask.restore_asked.connect(self.restore_asked)
        self.four_words.done.connect(partial(self._go_to, self.steps.index(self.you)))
        self.four_words.refused.connect(self._tell_refused)
        for each in (self.ask, self.you, self.words, self.once_more):
            each.done.connect(self._next)
        self.way_back.done.connect(partial(self._go_to, self.steps.index(last)))

    def begin(self) -> None:
        """Ask from the beginning."""
        if not self.ask.name.words():
            self.ask.name.set_words(tr("Our laptop"))
        super().begin()

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
        """Start at the question; four words ask for nothing but a look."""
        if self.steps[self.number] is self.four_words:
            return self.back_button
        return super().first_focus()

    def _joining(self) -> "Joining | None":
        return self.ask.joining

    def _group_name(self) -> str:
        joining = self._joining()
        return joining.group_name if joining is not None else ""

    def _name_on_page(self) -> str:
        return "" if self.you.hide_name.box.isChecked() else self._group_name()

    def _known(self) -> tuple[str, ...]:
        return self._group_name(), self.you.field.words()

    def _answers(self) -> list[tuple[int, str, str]]:
        first = self.steps.index(self.you)
        return answers_of_person(self.you, self.words, self.way_back, first=first)

    def _named(self) -> tuple[Step, ToldField]:
        return self.you, self.you.field

    def _can_go_back(self) -> bool:
        """Whoever was let in has no way back to the code: it is used up."""
        return super()._can_go_back() and self.steps[self.number] is not self.you

    def _back(self) -> None:
        if self.steps[self.number] is self.four_words:
            self._ask_anew()
        super()._back()

    def _tell_refused(self, why: str) -> None:
        self._ask_anew()
        self._go_to(0)
        self.ask.tell(why, "warn")

    def _ask_anew(self) -> None:
        self.four_words.forget()
        self.ask.forget()

    def _finish(self) -> None:
        joining = self._joining()
        if joining is None:
            return
        member = _member(self)

        def opening() -> "OpenGroup":
            return self._services.groups.beginnings.joining.finish(joining, member)

        self._open(opening, tr("Making a place for the group here"))


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

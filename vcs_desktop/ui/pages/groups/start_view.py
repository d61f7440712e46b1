"""Starting a group: one question a page, and a list of them."""

from functools import partial
from typing import TYPE_CHECKING

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
from vcs_desktop.ui.pages.groups.steps_view import StepsView
from vcs_desktop.ui.way_back.secret_field import ToldField

if TYPE_CHECKING:
    from vcs_desktop.services.groups import OpenGroup
    from vcs_desktop.services.groups.beginning import Beginning


class StartView(StepsView):
    """What a group is called, who starts it, its words, and a second way in."""

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
    ) -> None:
        super().__init__(session, settings, tr("Leave, and start no group"))
        self._services = services
        self.name, self.you = NameStep(), YouStep()
        self.words = WordsStep(services, tasks, self._known)
        self.once_more = OnceMoreStep(self.words.choose)
        self.way_back = WayBackStep(services, tasks, self.name.name_on_page, self._known)
        last = CheckStep(tr("Check and start"), tr("Start the group"))
        asks = (self.name, self.you, self.words, self.once_more)
        self._begin_with((*asks, self.way_back, last), last, self.words)
        for each in asks:
            each.done.connect(self._next)
        self.way_back.done.connect(partial(self._go_to, self.steps.index(last)))

    def put_away(self) -> None:
        """Forget what is secret: somebody else may come to the page. Names stay."""
        first = self.steps.index(self.words)
        if self.number >= first:
            for each in self.steps[first:]:
                each.forget()
            self._go_to(first, focus=False)

    def _known(self) -> tuple[str, ...]:
        return self.name.name(), self.you.field.words()

    def _answers(self) -> list[tuple[int, str, str]]:
        return answers_of(self.name, self.you, self.words, self.way_back)

    def _named(self) -> tuple[Step, ToldField]:
        return self.name, self.name.field

    def _finish(self) -> None:
        asked = self._asked()
        self._open(lambda: self._make(asked), tr("Making your group. This takes a moment."))

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

"""Who can open the group, and how: people, the printed code, the name, this laptop."""

from PySide6.QtWidgets import QFrame

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.our_group.access_laptop import AccessLaptop, AccessName
from vcs_desktop.ui.pages.our_group.access_people import AccessPeople
from vcs_desktop.ui.pages.our_group.access_removal import AccessRemoval
from vcs_desktop.ui.pages.our_group.access_view_model import Access, AccessViewModel
from vcs_desktop.ui.way_back.bounded import Bounded
from vcs_desktop.ui.way_back.code_flow import CodeFlow
from vcs_desktop.ui.way_back.seen import go_to
from vcs_desktop.ui.widgets.basics import card, column, label, set_kind
from vcs_desktop.ui.widgets.message_bar import MessageBar


class AccessPart(GroupPart):
    """Everything holds at once. In the practice group there is nothing to choose, and it says so.

    ``settings`` are those of this computer: when it locks, whether it is shared.
    """

    def __init__(
        self, services: Services, tasks: Tasks, session: GroupSession, settings: SettingsFile
    ) -> None:
        super().__init__(services, tasks, session)
        self._view_model = AccessViewModel(services, tasks, self)
        self._access: Access | None = None
        self.people = AccessPeople(services, tasks, self._view_model)
        self.code = CodeFlow(services, tasks, self._name_on_page, self._view_model.set_code)
        self.code_words = label("", wrap=True)
        self.code_card = card(
            label(tr("The printed code"), "heading", wrap=True), self.code_words, self.code, gap=10
        )
        self.name = AccessName(self._view_model)
        self.laptop = AccessLaptop(services, tasks, self._view_model, settings)
        self.removal = AccessRemoval(services, tasks, session, self._view_model)
        self.practice = _practice_card()
        self.message = MessageBar()
        self._real = (self.people, self.code_card, self.name, self.removal)
        form = Bounded(
            self.practice,
            self.people,
            self.message,
            self.code_card,
            self.name,
            self.laptop,
            self.removal,
        )
        self.setLayout(column(form, None))
        for each in (self.practice, self.laptop, *self._real):
            each.hide()
        self._connect()

    def shown(self) -> None:
        """Look again who can open the group."""
        self._view_model.look()

    def put_away(self) -> None:
        """Take every secret off the screen; nothing of it is kept."""
        self.people.forget()
        self.code.forget()
        self.removal.field.forget()

    def _connect(self) -> None:
        self._view_model.looked.connect(self._show)
        self._view_model.failed.connect(self._tell)
        self.people.changed.connect(self.shown)
        self.people.changed.connect(self.session.tell_acted)
        self.people.code_wanted.connect(self._go_to_code)
        self.code.finished.connect(self._tell_code)
        self.name.changed.connect(self.shown)
        self.laptop.changed.connect(self.session.tell_acted)
        self.laptop.changed.connect(self.shown)

    def _show(self, access: Access) -> None:
        self._access = access
        self.practice.setVisible(access.is_practice)
        for each in self._real:
            each.setVisible(not access.is_practice)
        self.laptop.show()
        for part in (self.people, self.name, self.laptop, self.removal):
            part.show_access(access)
        set_kind(self.code.print_button, "" if access.has_code else "primary")
        self.code_words.setText(
            tr("There is a code on paper. A new one ends the old one.")
            if access.has_code
            else tr("There is none yet. It opens the group when words are forgotten.")
        )

    def _name_on_page(self) -> str:
        access = self._access
        return "" if access is None or access.hides_name else access.name

    def _go_to_code(self) -> None:
        self.code.begin()
        go_to(self.code.print_button)

    def _tell_code(self, _rehearsal: object) -> None:
        self.message.tell(tr("The new code holds from now on. Throw older ones away."))
        self.session.tell_acted()
        self.shown()

    def _tell(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")


def _practice_card() -> QFrame:
    return card(
        label(tr("Practice group"), "heading", wrap=True),
        label(
            tr(
                "Anybody can open it, so put no real names here. "
                "There are no words, and nobody to let in or to take out."
            ),
            wrap=True,
        ),
        kind="info",
    )

"""Volunteers: the rota, the roles, expenses and thanks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.kinds import EXPENSES, SHIFT, STOPPING, VOLUNTEER_ROLE
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.leads import write_to
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.volunteers.list_part import ListPart
from vcs_desktop.ui.widgets.sections import Sections

PEOPLE = "people"
ROTA, ROLES, CLAIMS, THANKS = "rota", "roles", "expenses", "thanks"

_OF_KIND = {SHIFT: ROTA, VOLUNTEER_ROLE: ROLES, EXPENSES: CLAIMS, STOPPING: THANKS}


class VolunteersPage(Page):
    """Four parts, of which one is in front. It is deleted when the group is locked.

    A part is imported when it is first opened, so that the page comes at once.
    """

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(tr("Volunteers"), tr("Who helps, when, and how we thank them."))
        self._asked = (services, tasks, session)
        self._parts: dict[str, ListPart] = {}
        self.sections = Sections(tr("Parts of this page"))
        for part_id, title, make in (
            (ROTA, tr("Rota"), self._make_rota),
            (ROLES, tr("Roles"), self._make_roles),
            (CLAIMS, tr("Expenses"), self._make_expenses),
            (THANKS, tr("Thanks"), self._make_thanks),
        ):
            self.sections.add(part_id, title, make)
        self.body.put(self.sections, 1)
        self.sections.changed.connect(self._look)
        # Only where no other part is asked for at once: to make one takes a moment.
        self._first = QTimer(self, singleShot=True, interval=0)
        self._first.timeout.connect(self._open_first)

    def shown(self) -> None:
        """Look again at the part in front; the first time it is the rota."""
        if self.sections.current_id():
            self._look(self.sections.current_id())
            self.ready.emit()
        else:
            self._first.start()

    def put_away(self) -> None:
        """Have every part keep what is half written."""
        for part in self._parts.values():
            part.put_away()

    def show_thing(self, thing_id: str) -> None:
        """Bring a part to the front by its name, or a shift by its id."""
        if thing_id in self.sections.buttons:
            self.sections.open(thing_id)
            self.sections.buttons[thing_id].setFocus(Qt.FocusReason.OtherFocusReason)
        elif thing_id:
            self.show_record(SHIFT, thing_id)

    def show_record(self, kind: str, record_id: str) -> None:
        """Open a record in its part."""
        part_id = _OF_KIND.get(kind, ROTA)
        self.sections.open(part_id)
        if part_id != THANKS:
            self._parts[part_id].open(record_id)

    def first_focus(self) -> QWidget | None:
        """Start at the name of the part in front."""
        return self.sections.buttons[self.sections.current_id() or ROTA]

    def find_here(self) -> QWidget | None:
        """There is no field to search in."""
        return None

    def print_act(self) -> Callable[[], None] | None:
        """Print the list in front."""
        front = self.front()
        return None if front is None else front.list_out.print_list

    def parts(self) -> tuple[QWidget, ...]:
        """Stop with F6 at the names of the parts, at the buttons, the list and the card."""
        front = self.front()
        if front is None:
            return (self.sections.bar,)
        titles = front.titles
        if front.bringing_in is not None and front.bringing_in.isVisible():
            return (self.sections.bar, front.bringing_in)
        return (
            self.sections.bar, front.bar, titles.list, titles.area, front.undo_bar, front.message,
        )  # fmt: skip

    def front(self) -> ListPart | None:
        """Return the part in front, or None before one was opened."""
        return self._parts.get(self.sections.current_id())

    def _open_first(self) -> None:
        if not self.sections.current_id():
            self.sections.open(ROTA)
        self.ready.emit()

    def _look(self, part_id: str) -> None:
        self._parts[part_id].shown()

    def _make_rota(self) -> QWidget:
        from vcs_desktop.ui.pages.volunteers.rota_part import RotaPart

        part = RotaPart(*self._asked)
        part.write_asked.connect(lambda whom: self.place_asked.emit(PEOPLE, write_to(whom)))
        return self._joined(ROTA, part)

    def _make_roles(self) -> QWidget:
        from vcs_desktop.ui.pages.volunteers.roles_part import RolesPart

        return self._joined(ROLES, RolesPart(*self._asked))

    def _make_expenses(self) -> QWidget:
        from vcs_desktop.ui.pages.volunteers.expenses_part import ExpensesPart

        return self._joined(CLAIMS, ExpensesPart(*self._asked))

    def _make_thanks(self) -> QWidget:
        from vcs_desktop.ui.pages.volunteers.thanks_part import ThanksPart

        return self._joined(THANKS, ThanksPart(*self._asked))

    def _joined(self, part_id: str, part: ListPart) -> QWidget:
        self._parts[part_id] = part
        return part

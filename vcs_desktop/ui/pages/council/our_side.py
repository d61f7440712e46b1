"""The group's own side of the Council page: consultations to answer, and what it shared."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.council.view_model import CouncilViewModel
from vcs_desktop.ui.widgets.sections import Sections

if TYPE_CHECKING:
    from vcs_desktop.ui.pages.council.consultations_view import ConsultationsView
    from vcs_desktop.ui.sharing.part import SharingPart
    from vcs_desktop.ui.sharing.view import SharingView

SHARED = "shared"
"""The id of the part that shows what the group shared, and the kind of these records."""

_GROUPS = "groups"


class OurSide:
    """Makes the two parts, and leads from one to the other."""

    def __init__(self, page: Page, services: Services, tasks: Tasks, session: GroupSession) -> None:
        self._page = page
        self._asked = services, tasks, session
        self._part: SharingPart | None = None

    def is_at(self, sections: Sections, view_model: CouncilViewModel) -> None:
        """Say among which parts they stand, and who looks things up."""
        self._sections = sections
        self._view_model = view_model

    def consultations(self) -> "ConsultationsView":
        """Return the questions that councils ask everybody."""
        from vcs_desktop.ui.pages.council.consultations_view import ConsultationsView

        made = ConsultationsView(self._view_model)
        made.answer_asked.connect(self._answer)
        return made

    def shared(self) -> "SharingPart":
        """Return what the group shared."""
        from vcs_desktop.ui.sharing.part import SharingPart

        made = self._part = SharingPart(*self._asked)
        made.group_wanted.connect(partial(self._page.place_asked.emit, _GROUPS, ""))
        if made.view is not None:
            both = made.view.both
            both.came_forward.connect(partial(self._page.bring_to_top, both))
        return made

    def open(self, record_id: str) -> None:
        """Show one thing that was shared."""
        self._sections.open(SHARED)
        if view := self._view():
            view.open(record_id)

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        if self._part is not None:
            self._part.put_away()

    def parts(self) -> tuple[QWidget, ...]:
        """Return where F6 stops in what the group shared."""
        view = self._view()
        if view is None:
            return (self._part,) if self._part is not None else ()
        return view.both.list, view.both.area

    def _answer(self, consultation_id: str) -> None:
        """Begin the answers, where a group is open; else the part says how to open one."""
        self._sections.open(SHARED)
        if view := self._view():
            view.answer(consultation_id)

    def _view(self) -> "SharingView | None":
        return self._part.view if self._part is not None else None

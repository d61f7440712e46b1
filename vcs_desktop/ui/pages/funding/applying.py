"""Begins an application from a grant, as long as a group is open that can keep it."""

from functools import partial

from PySide6.QtCore import QObject

from vcs_desktop.domain.opportunities import OpportunityLine
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.funding.find_view import FindView


class Applying(QObject):
    """Has the button seen while a group is open, and goes where an application begins."""

    def __init__(self, page: Page, view: FindView, session: GroupSession) -> None:
        super().__init__(page)
        self._page = page
        view.show_apply(on=session.is_open)
        session.opened.connect(partial(view.show_apply, on=True))
        session.locking.connect(partial(view.show_apply, on=False))
        view.apply_asked.connect(self._go)

    def _go(self, line: OpportunityLine) -> None:
        self._page.place_asked.emit("applications", f"from:{line.record.id}")

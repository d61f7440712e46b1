"""Begins an application from a grant, as long as a group is open that can keep it."""

from PySide6.QtCore import QObject

from vcs_desktop.domain.opportunities import OpportunityLine
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.funding.find_view import FindView


class Applying(QObject):
    """Has the button seen while a group is open, and goes where an application begins.

    It goes with its page: methods of its own are let go of then, what is bound otherwise is not.
    """

    def __init__(self, page: Page, view: FindView, session: GroupSession) -> None:
        super().__init__(page)
        self._page = page
        self._view = view
        view.show_apply(on=session.is_open)
        session.opened.connect(self._offer)
        session.locking.connect(self._offer_no_more)
        view.apply_asked.connect(self._go)

    def _offer(self) -> None:
        self._view.show_apply(on=True)

    def _offer_no_more(self) -> None:
        self._view.show_apply(on=False)

    def _go(self, line: OpportunityLine) -> None:
        self._page.place_asked.emit("applications", f"from:{line.record.id}")

"""Where whoever publishes opens their key, or makes the keys for the first time."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.page import AsidePage
from vcs_desktop.ui.pages.publisher_key.make_view import MakeView
from vcs_desktop.ui.pages.publisher_key.open_view import OpenView
from vcs_desktop.ui.publisher_session import PublisherSession
from vcs_desktop.ui.widgets.basics import column, panel


class PublisherKeyPage(AsidePage):
    """Esc leads back to opening a key, and from there to the page before."""

    def __init__(self, services: Services, tasks: Tasks, publisher: PublisherSession) -> None:
        super().__init__(tr("Publish for the council"))
        self.open = OpenView(publisher)
        self.make = MakeView(services, tasks)
        self.front: OpenView | MakeView = self.open
        room = column()
        for each in (self.open, self.make):
            room.put(each, 1)
        self.body.put(panel(room), 1)
        self.open.make_asked.connect(self._begin_making)
        self.make.left.connect(self._back)
        self.make.made.connect(self._open_made)
        self._show(self.open, focus=False)

    def shown(self) -> None:
        """Nothing to look up: the page is ready as it stands."""
        self.ready.emit()

    def first_focus(self) -> QWidget | None:
        """Start where the view in front does."""
        return self.front.first_focus()

    def find_here(self) -> QLineEdit | None:
        """There is nothing to search; the field in front may be one for secrets."""
        return None

    def put_away(self) -> None:
        """Take every secret off the page."""
        self.open.forget()
        self.make.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to opening a key on Esc; from there to the page before."""
        if event.key() == Qt.Key.Key_Escape and self.front is not self.open:
            self._back()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep no secret on a page that is not in front."""
        super().hideEvent(event)
        self.put_away()
        if not self.make.is_making:
            self._show(self.open, focus=False)

    def _begin_making(self) -> None:
        self._show(self.make, focus=False)
        self.make.begin()

    def _open_made(self, path: Path) -> None:
        self._show(self.open, focus=False)
        self.open.choose(path)

    def _back(self) -> None:
        if not self.make.is_making:
            self.make.forget()
            self._show(self.open)

    def _show(self, view: OpenView | MakeView, *, focus: bool = True) -> None:
        self.front = view
        for each in (self.open, self.make):
            each.setVisible(each is view)
        self.sheet.verticalScrollBar().setValue(0)
        if focus and (first := self.first_focus()) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

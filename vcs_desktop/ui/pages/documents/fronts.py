"""What the page can show: its papers, or for a while a file, or a spreadsheet that comes in."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import tr
from vcs_desktop.domain.papers import PaperVersion
from vcs_desktop.ui.bring_in.plain import plain_manner
from vcs_desktop.ui.bring_in.view import BringInView
from vcs_desktop.ui.pages.documents.papers_view import PapersView
from vcs_desktop.ui.pages.documents.preview import PreviewView
from vcs_desktop.ui.widgets.basics import Box, column


class Fronts(QWidget):
    """One of three in front; bringing in is made when it is first wanted.

    ``changed`` says that another is in front, ``taken_in`` that rows of a table came in.
    """

    changed = Signal()
    taken_in = Signal()

    def __init__(self, view: PapersView, *asked: Any) -> None:
        """``asked`` are the services, the tasks and the session."""
        super().__init__()
        self._asked = asked
        self.view = view
        self.preview = PreviewView(*asked)
        self.coming: BringInView | None = None
        self._front: QWidget = view
        self._room: Box = column()
        self._room.put(view, 1)
        self._room.put(self.preview, 1)
        self.preview.hide()
        self.setLayout(self._room)
        self.preview.back_asked.connect(self.go_back)

    def is_back(self) -> bool:
        """Say whether the papers are in front."""
        return self._front is self.view

    def front(self) -> QWidget:
        """Return what is in front."""
        return self._front

    def first_focus(self) -> QWidget:
        """Return what has the focus when the page comes."""
        if self._front is self.preview:
            return self.preview.first_focus()
        return self.view.first_focus() if self.is_back() or self.coming is None else self.coming

    def go_back(self) -> None:
        """Bring the papers to the front again."""
        if not self.is_back():
            self._bring(self.view)
            self.view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def look_at(self, version: PaperVersion) -> None:
        """Show the pages of a file."""
        self._bring(self.preview)
        self.preview.show_file(version)
        self.preview.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def bring_in(self) -> None:
        """Begin to bring a table of papers in."""
        if self.coming is None:
            manner = plain_manner(
                "documents",
                back=tr("Back to the papers"),
                see=tr("See the papers"),
                see_icon="list",
            )
            self.coming = BringInView(manner, *self._asked)
            self.coming.hide()
            self._room.put(self.coming, 1)
            self.coming.back_asked.connect(self.go_back)
            self.coming.taken_in.connect(lambda _: self.taken_in.emit())
        self._bring(self.coming)
        self.coming.begin()

    def put_away(self) -> None:
        """Keep what is half written: the group is about to be locked."""
        self.view.put_away()
        self.preview.put_away()
        if self.coming is not None:
            self.coming.put_away()

    def _bring(self, part: QWidget) -> None:
        self._front = part
        for each in (self.view, self.preview, self.coming):
            if each is not None:
                each.setVisible(each is part)
        self.changed.emit()

"""A file that goes along with a record, page by page; each is read in a process of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.words import title_of
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.page_turner import PageTurner
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import FileAlong
    from vcs_desktop.services.paper_files import PagePicture

_WIDE, _HIGH = 760, 640


class LookDialog(QDialog):
    """``save_asked`` wants a copy of the file."""

    save_asked = Signal()

    def __init__(
        self, parent: QWidget, services: Services, tasks: Tasks, file: "FileAlong"
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._services = services
        self._file = file
        self._asked = Latest(tasks, self)
        self.pages = PageTurner(self)
        title = title_of(file)
        self.setWindowTitle(title)
        self.title = label(title, "title", wrap=True)
        self.save_button = button(tr("Save as…"), icon="download")
        self.close_button = button(tr("Close"), "primary")
        self.message, self.progress = MessageBar(), ProgressLine()
        ways = FlowLayout(*self.pages.ways, self.save_button, self.close_button, gap=8)
        layout = column(
            self.title, panel(ways), self.message, self.progress, margins=(20, 16, 20, 16), gap=8
        )
        layout.put(self.pages.pane, 1)
        self.setLayout(layout)
        self.focus_ring = FocusRing(self)
        self.pages.wanted.connect(self._ask)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.close)
        self.resize(QSize(look.px(_WIDE), look.px(_HIGH)).boundedTo(parent.window().size()))
        self.pages.pane.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pages.begin(title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom by key; Esc closes."""
        if not self.pages.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.pages.follow()

    def _save(self) -> None:
        self.close()
        self.save_asked.emit()

    def _ask(self, number: int, width: int) -> None:
        self.progress.start(tr("Reading the page"), can_cancel=False)
        file, services = self._file, self._services
        self._asked.ask(
            lambda: services.arrivals.files.page(file, number, width=width),
            then=self._hear_page,
            otherwise=self._hear_problem,
            lane="work",
        )

    def _hear_page(self, page: "PagePicture") -> None:
        self.message.hide()
        self.progress.finish()
        self.pages.show_page(page)

    def _hear_problem(self, error: Exception) -> None:
        self.progress.finish()
        self.pages.show_nothing()
        self.message.tell(words_for(error), "warn")

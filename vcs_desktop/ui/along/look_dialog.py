"""A file that goes along with a record, page by page; each is read in a process of its own."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.along.words import title_of
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.focus_ring import FocusRing
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.say import say
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.picture_pane import PicturePane
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.arrivals import FileAlong
    from vcs_desktop.services.paper_files import PagePicture

_ZOOMS = (50, 75, 100, 150, 200, 300, 400)
_WIDEST_SHARP = 4_000
_SETTLE_MS = 150
_MOST_SAID = 2_000
_FRAME = 4
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
        self._number, self._zoom = 0, _ZOOMS.index(100)
        self.shown_page: PagePicture | None = None
        title = title_of(file)
        self.setWindowTitle(title)
        self.title = label(title, "title", wrap=True)
        self.earlier_button = button(tr("Page before"), icon="chevron-left")
        self.later_button = button(tr("Next page"), icon="chevron-right")
        self.place_line = label("", "muted")
        self.smaller_button = button(tr("Smaller"), icon="zoom-out")
        self.larger_button = button(tr("Larger"), icon="zoom-in")
        self.save_button = button(tr("Save as…"), icon="download")
        self.close_button = button(tr("Close"), "primary")
        self.message, self.progress, self.pane = MessageBar(), ProgressLine(), PicturePane()
        ways = FlowLayout(
            self.earlier_button, self.place_line, self.later_button, self.smaller_button,
            self.larger_button, self.save_button, self.close_button, gap=8,
        )  # fmt: skip
        layout = column(
            self.title, panel(ways), self.message, self.progress, margins=(20, 16, 20, 16), gap=8
        )
        layout.put(self.pane, 1)
        self.setLayout(layout)
        self.focus_ring = FocusRing(self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._ask)
        self._connect()
        self._show_place()
        self.resize(QSize(look.px(_WIDE), look.px(_HIGH)).boundedTo(parent.window().size()))
        self.pane.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self._settled.start()

    def go(self, by: int) -> None:
        """Turn to another page."""
        pages = self.shown_page.pages if self.shown_page else 1
        wanted = min(max(0, self._number + by), pages - 1)
        if wanted != self._number:
            self._number = wanted
            self.pane.verticalScrollBar().setValue(0)
            self._ask()

    def zoom(self, by: int) -> None:
        """Show the page larger or smaller."""
        wanted = min(max(0, self._zoom + by), len(_ZOOMS) - 1)
        if wanted != self._zoom:
            self._zoom = wanted
            self._fit_page()
            self._settled.start()
            say(self, tr("{percent} % of the width", percent=_ZOOMS[wanted]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom by key; Esc closes."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go(1)
            case Qt.Key.Key_PageUp:
                self.go(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, _watched: object, event: object) -> bool:
        """Turn the page before the pane scrolls by a page."""
        turns = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
        is_turn = isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress
        if is_turn and isinstance(event, QKeyEvent) and event.key() in turns:
            self.keyPressEvent(event)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit_page()
        if self.shown_page is not None:
            self._settled.start()

    def _connect(self) -> None:
        self.earlier_button.clicked.connect(partial(self.go, -1))
        self.later_button.clicked.connect(partial(self.go, 1))
        self.smaller_button.clicked.connect(partial(self.zoom, -1))
        self.larger_button.clicked.connect(partial(self.zoom, 1))
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.close)
        self.pane.page.installEventFilter(self)

    def _save(self) -> None:
        self.close()
        self.save_asked.emit()

    def _ask(self) -> None:
        """Ask for the page as sharp as the screen shows it."""
        self.progress.start(tr("Reading the page"), can_cancel=False)
        width = min(round(self._across() * self.devicePixelRatioF()), _WIDEST_SHARP)
        file, number, services = self._file, self._number, self._services
        self._asked.ask(
            lambda: services.arrivals.files.page(file, number, width=width),
            then=self._hear_page,
            otherwise=self._hear_problem,
            lane="work",
        )

    def _hear_page(self, page: "PagePicture") -> None:
        is_new = self.shown_page is None or self.shown_page.page != page.page
        self.shown_page, self._number = page, page.page
        self.message.hide()
        self.progress.finish()
        self.pane.show_page(page, self._across())
        self._show_place()
        if is_new:
            say(self, self.place_line.text())

    def _hear_problem(self, error: Exception) -> None:
        self.progress.finish()
        self.shown_page = None
        self.pane.clear()
        self._show_place()
        self.message.tell(words_for(error), "warn")

    def _fit_page(self) -> None:
        if self.shown_page is not None:
            self.pane.fit(self.shown_page, self._across())

    def _show_place(self) -> None:
        page, title = self.shown_page, title_of(self._file)
        place = ""
        if page is not None:
            place = tr("Page {number} of {count}", number=page.page + 1, count=page.pages)
        self.place_line.setText(place)
        self.place_line.setVisible(bool(place))
        name = tr("{place}, {file}", place=place, file=title) if place else title
        self.pane.say_what(name, " ".join(page.text.split())[:_MOST_SAID] if page else "")
        self.earlier_button.setEnabled(page is not None and page.page > 0)
        self.later_button.setEnabled(page is not None and page.page < page.pages - 1)
        for each in (self.smaller_button, self.larger_button):
            each.setEnabled(page is not None)

    def _across(self) -> int:
        return max(1, (self.pane.room() - _FRAME) * _ZOOMS[self._zoom] // 100)

"""The pages of a file, one at a time, larger or smaller; each is read in a process of its own."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.papers import PaperVersion
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.services.offer import Services
from vcs_desktop.services.paper_files import PagePicture
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.group_part import GroupPart
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.documents.print_pages import PrintPages
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.picture_pane import PicturePane
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import short_prose

_ZOOMS = (50, 75, 100, 150, 200, 300, 400)
_WIDEST_SHARP = 4_000
_SETTLE_MS = 150
_MOST_SAID = 2_000
_FRAME = 4
_TURNS = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class PreviewView(GroupPart):
    """``back_asked`` wants the papers again; ``copy_asked`` carries the version to save."""

    back_asked = Signal()
    copy_asked = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self.version: PaperVersion | None = None
        self.shown_page: PagePicture | None = None
        self._number = 0
        self._zoom = _ZOOMS.index(100)
        self.back_button = button(tr("Back to the papers"), "quiet", icon="arrow-left")
        self.title = label("", "title", wrap=True)
        self.earlier_button = button(tr("Page before"), icon="chevron-left")
        self.later_button = button(tr("Next page"), icon="chevron-right")
        self.place_line = label("", "muted")
        self.smaller_button = button(tr("Smaller"), icon="zoom-out")
        self.larger_button = button(tr("Larger"), icon="zoom-in")
        self.copy_button = button(tr("Save a copy"), icon="download")
        self.print_button = button(tr("Print"), icon="printer")
        self.message = MessageBar()
        self.progress = ProgressLine()
        self.pane = PicturePane()
        self.printing = PrintPages(services, tasks, self.progress, self)
        self._question = Question(tasks, self, lane="work")
        ways = FlowLayout(
            self.earlier_button, self.place_line, self.later_button, self.smaller_button,
            self.larger_button, self.copy_button, self.print_button, gap=8,
        )  # fmt: skip
        layout = column(
            panel(FlowLayout(self.back_button)), self.title, panel(ways), self.message,
            self.progress, gap=8,
        )  # fmt: skip
        layout.put(self.pane, 1)
        self.setLayout(layout)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE_MS)
        self._settled.timeout.connect(self._ask)
        self._connect()

    def show_file(self, version: PaperVersion) -> None:
        """Show a file from its first page."""
        self.version, self.shown_page, self._number = version, None, 0
        self._zoom = _ZOOMS.index(100)
        self.title.setText(short_prose(self._stored().name))
        self.message.hide()
        self.pane.clear()
        self._show_place()
        self._settled.start(0)

    def put_away(self) -> None:
        """Show nothing any more: the group is about to be locked."""
        self._question.forget()
        self.pane.clear()

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
        """Turn pages and zoom by key; Esc goes back."""
        match event.key():
            case Qt.Key.Key_PageDown:
                self.go(1)
            case Qt.Key.Key_PageUp:
                self.go(-1)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1)
            case Qt.Key.Key_Minus:
                self.zoom(-1)
            case Qt.Key.Key_Escape:
                self.back_asked.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit_page()
        if self.version is not None and self.isVisible():
            self._settled.start()

    def first_focus(self) -> QWidget:
        """Return what has the focus when this comes to the front."""
        return self.pane.page

    def print_file(self) -> None:
        """Print all of its pages."""
        if self.version is not None and self.shown_page is not None:
            self.printing.begin(self._stored(), self.shown_page.pages)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_asked)
        self.earlier_button.clicked.connect(partial(self.go, -1))
        self.later_button.clicked.connect(partial(self.go, 1))
        self.smaller_button.clicked.connect(partial(self.zoom, -1))
        self.larger_button.clicked.connect(partial(self.zoom, 1))
        self.copy_button.clicked.connect(self._ask_for_copy)
        self.print_button.clicked.connect(self.print_file)
        self.printing.told.connect(self.message.tell)
        self._question.answered.connect(self._hear_page)
        self._question.failed.connect(self._hear_problem)
        # The keys that scroll a pane turn the page here, whichever has the focus.
        self.pane.page.installEventFilter(self)

    def eventFilter(self, watched: object, event: object) -> bool:
        """Turn the page before the pane scrolls by a page."""
        is_press = isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and event.key() in _TURNS:
            self.keyPressEvent(event)
            return True
        return False

    def _stored(self) -> StoredFile:
        return (self.version and self.version.file) or StoredFile()

    def _ask(self) -> None:
        """Ask for the page as sharp as the screen shows it."""
        if self.version is None:
            return
        if not self.printing.is_busy:
            self.progress.start(tr("Reading the page"), can_cancel=False)
        width = min(round(self._across() * self.devicePixelRatioF()), _WIDEST_SHARP)
        stored, number, space = self._stored(), self._number, self.services.space
        self._question.ask(lambda: space.inside().paper_files.page(stored, number, width=width))

    def _hear_page(self, page: PagePicture) -> None:
        is_new = self.shown_page is None or self.shown_page.page != page.page
        self.shown_page, self._number = page, page.page
        self.message.hide()
        self._end_waiting()
        self.pane.show_page(page, self._across())
        self._show_place()
        if is_new:
            say(self, self.place_line.text())

    def _hear_problem(self, error: Exception) -> None:
        self._end_waiting()
        self.shown_page = None
        self.pane.clear()
        self._show_place()
        self.message.tell(words_for(error), "warn", tr("Save a copy"), self._ask_for_copy)

    def _end_waiting(self) -> None:
        if not self.printing.is_busy:
            self.progress.finish()

    def _fit_page(self) -> None:
        if self.shown_page is not None:
            self.pane.fit(self.shown_page, self._across())

    def _show_place(self) -> None:
        page = self.shown_page
        self.place_line.setText(
            tr("Page {number} of {count}", number=page.page + 1, count=page.pages) if page else ""
        )
        name = short_prose(self._stored().name)
        words = tr("{place}, {file}", place=self.place_line.text(), file=name) if page else name
        self.pane.say_what(words, " ".join(page.text.split())[:_MOST_SAID] if page else "")
        self.earlier_button.setEnabled(page is not None and page.page > 0)
        self.later_button.setEnabled(page is not None and page.page < page.pages - 1)
        for each in (self.smaller_button, self.larger_button, self.print_button):
            each.setEnabled(page is not None)

    def _across(self) -> int:
        return max(1, (self.pane.room() - _FRAME) * _ZOOMS[self._zoom] // 100)

    def _ask_for_copy(self) -> None:
        if self.version is not None:
            self.copy_asked.emit(self.version)

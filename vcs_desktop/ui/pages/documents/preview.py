"""The pages of a file, one at a time, larger or smaller; each is read in a process of its own."""

from PySide6.QtCore import Signal
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
from vcs_desktop.ui.widgets.basics import button, column, label, panel
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.page_turner import PageTurner
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.prose import short_prose


class PreviewView(GroupPart):
    """``back_asked`` wants the papers again; ``copy_asked`` carries the version to save."""

    back_asked = Signal()
    copy_asked = Signal(object)

    def __init__(self, services: Services, tasks: Tasks, session: GroupSession) -> None:
        super().__init__(services, tasks, session)
        self.version: PaperVersion | None = None
        self.pages = PageTurner(self)
        self.back_button = button(tr("Back to the papers"), "quiet", icon="arrow-left")
        self.title = label("", "title", wrap=True)
        self.copy_button = button(tr("Save a copy"), icon="download")
        self.print_button = button(tr("Print"), icon="printer")
        self.message = MessageBar()
        self.progress = ProgressLine()
        self.printing = PrintPages(services, tasks, self.progress, self)
        self._question = Question(tasks, self, lane="work")
        ways = FlowLayout(*self.pages.ways, self.copy_button, self.print_button, gap=8)
        layout = column(
            panel(FlowLayout(self.back_button)), self.title, panel(ways), self.message,
            self.progress, gap=8,
        )  # fmt: skip
        layout.put(self.pages.pane, 1)
        self.setLayout(layout)
        self._connect()

    def show_file(self, version: PaperVersion) -> None:
        """Show a file from its first page."""
        self.version = version
        name = short_prose(self._stored().name)
        self.title.setText(name)
        self.message.hide()
        self.print_button.setEnabled(False)
        self.pages.begin(name)

    def put_away(self) -> None:
        """Show nothing any more: the group is about to be locked."""
        self._question.forget()
        self.pages.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom by key; Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
        elif not self.pages.take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self.pages.follow()

    def first_focus(self) -> QWidget:
        """Return what has the focus when this comes to the front."""
        return self.pages.pane.page

    def print_file(self) -> None:
        """Print all of its pages."""
        page = self.pages.shown_page
        if self.version is not None and page is not None:
            self.printing.begin(self._stored(), page.pages)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_asked)
        self.copy_button.clicked.connect(self._ask_for_copy)
        self.print_button.clicked.connect(self.print_file)
        self.printing.told.connect(self.message.tell)
        self.pages.wanted.connect(self._ask)
        self._question.answered.connect(self._hear_page)
        self._question.failed.connect(self._hear_problem)

    def _stored(self) -> StoredFile:
        return (self.version and self.version.file) or StoredFile()

    def _ask(self, number: int, width: int) -> None:
        if not self.printing.is_busy:
            self.progress.start(tr("Reading the page"), can_cancel=False)
        stored, space = self._stored(), self.services.space
        self._question.ask(lambda: space.inside().paper_files.page(stored, number, width=width))

    def _hear_page(self, page: PagePicture) -> None:
        self.message.hide()
        self._end_waiting()
        self.print_button.setEnabled(True)
        self.pages.show_page(page)

    def _hear_problem(self, error: Exception) -> None:
        self._end_waiting()
        self.print_button.setEnabled(False)
        self.pages.show_nothing()
        self.message.tell(words_for(error), "warn", tr("Save a copy"), self._ask_for_copy)

    def _end_waiting(self) -> None:
        if not self.printing.is_busy:
            self.progress.finish()

    def _ask_for_copy(self) -> None:
        if self.version is not None:
            self.copy_asked.emit(self.version)

"""Prints the pages of a file as they are shown: nothing of it is written to the disk for that."""

from functools import partial

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.stored_file import StoredFile
from vcs_desktop.services.offer import Services
from vcs_desktop.services.paper_files import PagePicture
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.question import Question
from vcs_desktop.ui.widgets.picture_pane import image_of
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

_DOTS_ACROSS = 1_750
"""On paper of A4 that is some 210 dots an inch: as sharp as a small office prints."""


class PrintPages(QObject):
    """Asks which printer, and gives it one page after the other.

    ``told`` carries words and their kind. How far it is stands in the ``progress`` given.
    """

    told = Signal(str, str)

    def __init__(
        self, services: Services, tasks: Tasks, progress: ProgressLine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._progress = progress
        progress.cancelled.connect(self.stop)
        self._parent = parent
        self._services = services
        self._stored = StoredFile()
        self._numbers: list[int] = []
        self._total = 0
        self._printer: QPrinter | None = None
        self._painter: QPainter | None = None
        self.dialog: QPrintDialog | None = None
        self._question = Question(tasks, self, lane="work")
        self._question.answered.connect(self._draw)
        self._question.failed.connect(self._fail)

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._painter is not None

    def begin(self, stored: StoredFile, pages: int) -> None:
        """Ask which printer, and print on it."""
        if self.is_busy:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = self.dialog = QPrintDialog(printer, self._parent)
        dialog.setMinMax(1, pages)
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(partial(self.print_on, printer, stored, pages))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def print_on(self, printer: QPrinter, stored: StoredFile, pages: int) -> None:
        """Print the pages that were chosen on a printer."""
        first = printer.fromPage() or 1
        last = min(printer.toPage() or pages, pages)
        # No name of the file: a printer's list of jobs is read by anybody.
        printer.setDocName("VCS Desktop")
        painter = QPainter()
        if not painter.begin(printer):
            self.told.emit(tr("The printer does not answer. Is it on?"), "bad")
            return
        self._printer, self._painter, self._stored = printer, painter, stored
        self._numbers = list(range(first - 1, last))
        self._total = len(self._numbers)
        self._progress.start(tr("Printing"))
        self._ask()

    def stop(self) -> None:
        """Print no more pages."""
        if self.is_busy:
            self._question.forget()
            if self._printer is not None:
                self._printer.abort()
            self._end()

    def _ask(self) -> None:
        number, stored, space = self._numbers[0], self._stored, self._services.space
        done, total = self._total - len(self._numbers), self._total
        words = tr("Printing page {number} of {count}", number=done + 1, count=total)
        self._progress.tell(words, done, total)
        self._question.ask(
            lambda: space.inside().paper_files.page(stored, number, width=_DOTS_ACROSS)
        )

    def _draw(self, page: PagePicture) -> None:
        printer, painter = self._printer, self._painter
        if printer is None or painter is None:
            return
        image, room = image_of(page), painter.viewport()
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(room.topLeft(), size)
        place.moveCenter(room.center())
        painter.drawImage(place, image)
        self._numbers.pop(0)
        if self._numbers:
            printer.newPage()
            self._ask()
        else:
            self._end()
            self.told.emit(tr("It is on its way to the printer."), "ok")

    def _fail(self, error: Exception) -> None:
        if self._printer is not None:
            self._printer.abort()
        self._end()
        self.told.emit(words_for(error), "bad")

    def _end(self) -> None:
        if self._painter is not None:
            self._painter.end()
        self._painter = self._printer = None
        self._progress.finish()

"""Adding grants and contracts from files: where to drop them, progress, and what came of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import marked, tr, tr_count, tr_marked
from vcs_desktop.ui.arrivals.dropped import are_libraries, files_in
from vcs_desktop.ui.loading.load_view_model import LoadViewModel
from vcs_desktop.ui.loading.load_words import LoadWords, words_of
from vcs_desktop.ui.say import say
from vcs_desktop.ui.widgets.basics import button, card, column, label, panel, row, set_kind
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

if TYPE_CHECKING:
    from vcs_desktop.services.library import LoadReport

PATTERNS = marked("Grants and contracts (*.json *.csv *.xlsx *.yaml *.yml *.zip)")


class LoadPanel(QWidget):
    """Out of sight until files are dragged, loading, or loaded. ``loaded`` says there is news."""

    loaded = Signal()

    def __init__(self, view_model: LoadViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        self.zone = DropZone(
            tr("Drop the files here to add them."), tr("Choose files"), tr_marked(PATTERNS)
        )
        self.progress = ProgressLine()
        self.headline = label("", "strong", wrap=True)
        self.lines = label("", wrap=True)
        self.each = Fold(tr("See each file"))
        self.each.content.put(self.lines)
        self.refused = Fold("")
        self.refused_words = label("", wrap=True)
        self.refused.content.put(self.refused_words)
        self.copy_button = button(
            tr("Copy the list"), "quiet", name=tr("Copy what could not be used")
        )
        self.close_button = button(tr("Close"), "quiet", name=tr("Close this report"))
        self.refused.content.put(panel(FlowLayout(self.copy_button)))
        head = row(gap=8)
        head.put(self.headline, 1)
        head.put(self.close_button)
        self.report = card(head, self.each, self.refused, kind="ok", margins=(14, 6, 8, 8), gap=4)
        self.setLayout(column(self.zone, self.progress, self.report, gap=8))
        self.zone.hide()
        self.report.hide()
        self.hide()
        self._connect()

    def choose_files(self) -> None:
        """Ask for files with the computer's own dialog."""
        self.zone.choose()

    def show_zone(self, *, on: bool) -> None:
        """Show where files may be dropped, or stop showing it."""
        self.zone.setVisible(on and not self._view_model.is_loading())
        self._take_room()

    def take_drops_on(self, page: QWidget) -> None:
        """Take files that are dropped anywhere on a page."""
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, page: QObject, event: QEvent) -> bool:
        """Show where files may be dropped while they hover over the page, and take them."""
        if isinstance(event, QDropEvent) and event.mimeData().hasUrls():
            if are_libraries(files_in(event.mimeData())):  # for the whole window to take
                return super().eventFilter(page, event)
            event.acceptProposedAction()
            is_dropped = event.type() == QEvent.Type.Drop
            self.show_zone(on=not is_dropped)
            if is_dropped:
                self._take([url.toLocalFile() for url in event.mimeData().urls()])
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.show_zone(on=False)
        return super().eventFilter(page, event)

    def load(self, paths: list[Path]) -> None:
        """Add what is in some files."""
        self.show_zone(on=False)
        if self._view_model.is_loading():
            return
        self.report.hide()
        self.progress.start(tr("Reading {file}", file=_names(paths)))
        self._view_model.load(paths)
        self._take_room()

    def _take(self, names: list[str]) -> None:
        if paths := [Path(name) for name in names if name]:
            self.load(paths)

    def _connect(self) -> None:
        self.zone.files_chosen.connect(self.load)
        self.progress.cancelled.connect(self._view_model.cancel)
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self._close_report)
        self._view_model.progressed.connect(self.progress.tell)
        self._view_model.loaded.connect(self._tell_report)
        self._view_model.failed.connect(self._tell_problem)

    def _tell_report(self, report: "LoadReport") -> None:
        self._tell(words_of(report))
        self.loaded.emit()

    def _tell_problem(self, error: Exception) -> None:
        self._tell(LoadWords(tr("Nothing was added."), (words_for(error),), (), "bad"))

    def _tell(self, told: LoadWords) -> None:
        self.progress.finish()
        set_kind(self.report, told.kind)
        self.headline.setText(told.headline)
        self.lines.setText("\n".join(told.lines))
        self.each.setVisible(len(told.lines) > 1)
        self.each.set_open(False)
        self.refused.set_title(told.refused_title)
        self.refused_words.setText("\n".join(told.refused))
        self.refused.set_open(False)
        self.refused.setVisible(bool(told.refused))
        self.report.show()
        self._take_room()
        say(self, told.headline)

    def _close_report(self) -> None:
        self.report.hide()
        self._take_room()

    def _take_room(self) -> None:
        """Take none, not even the gap beside it, while there is nothing to see."""
        shows = not (self.zone.isHidden() and self.report.isHidden())
        self.setVisible(shows or self._view_model.is_loading())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.refused_words.text())
        say(self, tr("Copied"))


def _names(paths: list[Path]) -> str:
    first, more = f"“{paths[0].name}”", len(paths) - 1
    if not more:
        return first
    return tr_count("{first} and {count} more", "{first} and {count} more", more, first=first)

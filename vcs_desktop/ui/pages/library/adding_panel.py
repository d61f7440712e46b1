"""Files of a person's own on their way in: looked at, shown, and added once that is wanted."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from vcs_desktop.core.language import sentences, tr
from vcs_desktop.ui.arrivals.arrival_words import what_went_wrong
from vcs_desktop.ui.arrivals.on_its_way import OnItsWay
from vcs_desktop.ui.loading.load_view_model import LoadViewModel
from vcs_desktop.ui.loading.load_words import words_of
from vcs_desktop.ui.pages.library.preview_card import PreviewCard
from vcs_desktop.ui.widgets.message_bar import MessageBar, kind_of

if TYPE_CHECKING:
    from vcs_desktop.services.library import FilePreview, LoadReport


class AddingPanel(OnItsWay[PreviewCard]):
    """Files of a person's own."""

    def __init__(self, view_model: LoadViewModel, message: MessageBar, page: QWidget) -> None:
        super().__init__(PreviewCard(), message, page)
        self._view_model = view_model
        self.card.accepted.connect(self._add)
        self.card.declined.connect(self.decline)
        self.progress.cancelled.connect(view_model.cancel)
        view_model.progressed.connect(self.progress.tell)
        view_model.looked.connect(self._show)
        view_model.loaded.connect(self._tell_report)
        view_model.failed.connect(self._tell_problem)

    def look(self, paths: Sequence[Path]) -> None:
        """Look at some files, and show what would be added."""
        if self._view_model.is_loading():
            self.message.tell(tr("Wait until these are in, then add the next."), "info")
            return
        self.begin(tr("Reading your files"))
        self._view_model.look(paths)

    def _show(self, previews: Sequence["FilePreview"]) -> None:
        self.card.show_previews(previews)
        self.show_offer()

    def _add(self, paths: list[Path]) -> None:
        self.begin(tr("Adding your files"))
        self.answered.emit()
        self._view_model.load(paths)

    def _tell_report(self, report: "LoadReport") -> None:
        self.progress.finish()
        told = words_of(report)
        stopped = tr("You stopped this.") if report.stopped else ""
        self.message.tell(sentences(stopped, *told.lines), told.kind)
        self.ended.emit()

    def _tell_problem(self, error: Exception) -> None:
        self.progress.finish()
        self.message.tell(what_went_wrong(error), kind_of(error))

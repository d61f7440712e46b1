"""The person's own sheet of facts, under the list: what is on it, and the way back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.services.choices import Choices
from vcs_desktop.services.offer import Services
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.pages.facts.fact_card import FactCard
from vcs_desktop.ui.pages.facts.sheet_view_model import FactSheetViewModel
from vcs_desktop.ui.sheet.bar import SheetBar, SheetWords
from vcs_desktop.ui.sheet.view_model import SheetViewModel
from vcs_desktop.ui.widgets.basics import column
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.undo_bar import UndoBar


class FactSheetPart(QWidget):
    """Joins the open figure and the sheet. ``left`` says that a bar went that had the focus."""

    left = Signal()

    def __init__(self, services: Services, tasks: Tasks) -> None:
        super().__init__()
        self._view_model = FactSheetViewModel(services, tasks, self)
        self._ids: tuple[str, ...] = ()
        self._card: FactCard | None = None
        self.undo_bar = UndoBar()
        self.message = MessageBar()
        self.undo_bar.take_turns_with(self.message)
        self.bar = _bar(services, tasks, self)
        self.setLayout(column(self.undo_bar, self.message, self.bar, gap=8))
        self.bar.clear_asked.connect(self._view_model.clear)
        self._view_model.changed.connect(self._show)
        self._view_model.done.connect(self.undo_bar.offer)
        self._view_model.failed.connect(self._tell_problem)
        for leaving in (
            self.undo_bar.undo_button,
            self.undo_bar.close_button,
            self.message.close_button,
            self.bar.clear_button,
        ):
            leaving.clicked.connect(self.left)

    def read(self) -> None:
        """Show what is on the sheet."""
        self._view_model.read()

    def join(self, card: FactCard | None) -> None:
        """Let the open figure be put on the sheet; with nothing on it, it is the sheet by itself.

        None says that no figure is open.
        """
        self._card = card
        self.bar.usual = ()
        if card is not None:
            self.bar.usual = (card.view.line.fact.id,)
            card.sheet_asked.connect(self._view_model.put)
            self._show_ids()

    def _show(self, choices: Choices) -> None:
        self._ids = choices.on_fact_sheet
        self._show_ids()

    def _show_ids(self) -> None:
        self.bar.show_ids(self._ids)
        if self._card is not None:
            self._card.show_on_sheet(on=self._card.view.line.fact.id in self._ids)

    def _tell_problem(self, error: Exception) -> None:
        self.message.tell(words_for(error), "bad")


def _bar(services: Services, tasks: Tasks, parent: QObject) -> SheetBar:
    def write(ids: Sequence[str], out: Path | None) -> Path:
        return services.fact_sheet.make(ids, out)

    words = SheetWords(
        nothing=tr("Nothing on your fact sheet yet"),
        count=_count,
        make_usual=tr("Make a sheet of this fact"),
        clear=tr("Clear your fact sheet"),
        open_it=tr("Open your fact sheet"),
        save=tr("Save your fact sheet"),
        file=tr("Facts for an application.pdf"),
    )
    return SheetBar(SheetViewModel(write, tasks, parent), words)


def _count(count: int) -> str:
    return tr_count("{count} on your fact sheet", "{count} on your fact sheet", count)

"""What the person chooses about grants and contracts: asked for, kept, shown, undone."""

from PySide6.QtCore import QObject

from vcs_desktop.core.errors import words_for
from vcs_desktop.services.choices import Choices
from vcs_desktop.ui.pages.funding.choices_view_model import ChoicesViewModel
from vcs_desktop.ui.pages.funding.find_view import FindView
from vcs_desktop.ui.sheet.bar import SheetBar
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.undo_bar import UndoBar


class Choosing(QObject):
    """Passes on what the list and the sheet ask for, and shows what came of it.

    ``undo_bar`` offers the way back; ``message`` tells what went wrong.
    """

    def __init__(
        self,
        view_model: ChoicesViewModel,
        find_view: FindView,
        sheet_bar: SheetBar,
        message: MessageBar,
    ) -> None:
        super().__init__(find_view)
        self._view_model = view_model
        self._find_view = find_view
        self._sheet_bar = sheet_bar
        self._message = message
        self._before = Choices()
        self.undo_bar = UndoBar()
        self.undo_bar.take_turns_with(message)
        find_view.keep_asked.connect(view_model.keep)
        find_view.sheet_asked.connect(view_model.put_on_sheet)
        find_view.hide_asked.connect(view_model.hide)
        find_view.show_again_asked.connect(view_model.show_again)
        find_view.looked_at.connect(view_model.look_at)
        sheet_bar.clear_asked.connect(view_model.clear_sheet)
        view_model.changed.connect(self._show)
        view_model.done.connect(self.undo_bar.offer)
        view_model.failed.connect(self._tell_problem)

    def read(self) -> None:
        """Show what was chosen, here or on another page."""
        self._view_model.read()

    def _show(self, choices: Choices) -> None:
        brought_back = self._before.hidden.keys() - choices.hidden.keys()
        self._before = choices
        self._find_view.show_choices(choices)
        self._sheet_bar.show_ids(choices.on_sheet)
        if brought_back:
            self._find_view.results.ask_anew()

    def _tell_problem(self, error: Exception) -> None:
        self._message.tell(words_for(error), "bad")

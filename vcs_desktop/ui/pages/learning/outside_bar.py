"""Says what became of a guide outside the window: in a browser, on paper, in a file."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.learning.guide_view_model import GuideViewModel
from vcs_desktop.ui.widgets.message_bar import MessageBar


class OutsideBar(MessageBar):
    """Opens what the view model made, and says so."""

    def __init__(self, view_model: GuideViewModel) -> None:
        super().__init__()
        self._view_model = view_model
        view_model.page_made.connect(self._open_page)
        view_model.sheet_made.connect(self._open_sheet)
        view_model.sheet_saved.connect(self._tell_saved)
        view_model.not_done.connect(self._tell_problem)

    def print_act(self) -> Callable[[], None] | None:
        """Return what prints the sheet of the guide that is open, None where it has none."""
        view = self._view_model.view
        return self._view_model.make_sheet if view is not None and view.sheet else None

    def _open_page(self, path: Path) -> None:
        if files.open_file(path):
            self.tell(tr("The guide is open in your browser."))
        else:
            words = tr("No program here opens web pages. The guide is kept at {path}.", path=path)
            self.tell(words, "warn")

    def _open_sheet(self, path: Path) -> None:
        save = partial(self._ask_where, path.name)
        if files.open_file(path):
            words = tr("The sheet is open in your PDF program. Print it from there.")
            self.tell(words, "ok", tr("Save a copy"), save)
        else:
            words = tr("No program here opens PDF files. The sheet is kept at {path}.", path=path)
            self.tell(words, "warn", tr("Save a copy"), save)

    def _ask_where(self, name: str) -> None:
        title, kinds = tr("Save the sheet"), tr("PDF (*.pdf)")
        files.ask_where_to_save(self, title, name, kinds, self._view_model.save_sheet)

    def _tell_saved(self, path: Path) -> None:
        self.tell(tr("Saved as “{file}”, and as a web page beside it.", file=path.name))

    def _tell_problem(self, error: Exception) -> None:
        self.tell(words_for(error), "bad")

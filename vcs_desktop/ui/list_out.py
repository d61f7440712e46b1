"""Any list of the open group goes out as it is shown: a spreadsheet, CSV, a PDF, on paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from vcs_desktop.core.errors import words_for
from vcs_desktop.core.language import tr
from vcs_desktop.domain.table_out import TableOut
from vcs_desktop.services.offer import Services
from vcs_desktop.ui import files, written
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.latest import Latest
from vcs_desktop.ui.widgets.basics import button, column
from vcs_desktop.ui.widgets.message_bar import MessageBar
from vcs_desktop.ui.widgets.progress_bar import ProgressLine

MakeTable = Callable[[], TableOut]


class ListOut(QWidget):
    """Says how far it is and what came of it; ``button`` opens the menu of what there is.

    A page puts ``button`` among its actions, this under its list, and answers
    ``print_act`` with ``print_list``. Both are hidden while there is nothing to say.
    """

    def __init__(
        self, services: Services, tasks: Tasks, what_is_shown: Callable[[], MakeTable]
    ) -> None:
        """``what_is_shown`` is called on the window's thread, and looks at what is shown now.

        What it returns makes the table of it, on the data lane, and touches no widget.
        """
        super().__init__()
        self._services = services
        self._what_is_shown = what_is_shown
        self._latest = Latest(tasks, self)
        self._is_busy = False
        self.dialog: QFileDialog | None = None
        self.button = button(tr("Save or print this list"), icon="file-text")
        self.menu = QMenu(self.button.text(), self)
        for words, ending in (
            (tr("Save as a spreadsheet (XLSX)"), ".xlsx"),
            (tr("Save as a table for any program (CSV)"), ".csv"),
            (tr("Save as pages to print (PDF)"), ".pdf"),
        ):
            self.menu.addAction(words, partial(self.save_as, ending))
        self.menu.addAction(tr("Print it now"), self.print_list)
        self.button.setMenu(self.menu)
        self.progress = ProgressLine()
        self.message = MessageBar()
        self.setLayout(column(self.progress, self.message, gap=4))
        self.message.close_button.clicked.connect(self.hide)
        self.hide()

    def save_as(self, ending: str) -> None:
        """Make the table of what is shown, ask where it goes, and write it there."""
        self._make(partial(self._ask_where, ending=ending))

    def print_list(self) -> None:
        """Make the pages where they can be printed from, and open them there."""
        self._make(self._print)

    def save_at(self, table: TableOut, path: str, *, may_replace: bool = False) -> None:
        """Write a table under a path; over another file only when that was said."""
        work = partial(_save, self._services, table, Path(path), may_replace)
        self._write(work, partial(written.tell_saved, self._say))

    def _make(self, then: Callable[[TableOut], None]) -> None:
        if self._is_busy:
            return
        self._begin()
        self._latest.ask(self._what_is_shown(), then=then, otherwise=self._fail)

    def _ask_where(self, table: TableOut, ending: str) -> None:
        from vcs_desktop.services.list_out import file_name

        self._end()
        kinds = {
            ".xlsx": tr("Spreadsheet (*.xlsx)"),
            ".csv": tr("Table (*.csv)"),
            ".pdf": tr("PDF (*.pdf)"),
        }
        name = file_name(table, ending)
        then = partial(self._save_chosen, table, ending)
        title = tr("Save this list")
        self.dialog = files.ask_where_to_save(
            self, title, name, kinds[ending], then, we_ask_to_replace=True
        )

    def _save_chosen(self, table: TableOut, ending: str, path: str) -> None:
        """Write what was chosen; a name that ends in something else gets the ending too."""
        chosen = path if path.lower().endswith(ending) else path + ending
        if not Path(chosen).exists():
            self.save_at(table, chosen)
            return
        over = partial(self.save_at, table, chosen, may_replace=True)
        written.ask_to_save_over(self, Path(chosen), over)

    def _print(self, table: TableOut) -> None:
        work = partial(_page, self._services, table)
        self._write(work, partial(written.open_to_print, self._say))

    def _write(self, work: Callable[[], Path], then: Callable[[Path], None]) -> None:
        self._begin()
        self._latest.ask(work, then=then, otherwise=self._fail, lane="work")

    def _begin(self) -> None:
        self._is_busy = True
        self.message.hide()
        self.progress.start(tr("Making the list"), can_cancel=False)
        self.show()

    def _end(self) -> None:
        self._is_busy = False
        self.progress.finish()
        self.setVisible(not self.message.isHidden())

    def _say(self, *words: Any) -> None:
        self._end()
        self.message.tell(*words)
        self.show()

    def _fail(self, error: Exception) -> None:
        self._say(words_for(error), "bad")


def _save(services: Services, table: TableOut, path: Path, may_replace: bool) -> Path:
    return services.space.inside().list_out.save(table, path, may_replace=may_replace)


def _page(services: Services, table: TableOut) -> Path:
    return services.space.inside().list_out.page_to_print(table)

"""Choosing what is to be added, with the computer's own dialog."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from vcs_desktop.core.language import Marked, marked, tr, tr_marked
from vcs_desktop.ui.widgets.file_dialog import file_dialog

PACKS = marked("Libraries (*.vcslibrary)")
FILES = marked("Grants and contracts (*.json *.csv *.xlsx *.yaml *.yml *.zip)")
EVERYTHING = marked("All files (*)")


class Chooser(QObject):
    """``chosen`` carries the files, ``folder_chosen`` a folder."""

    chosen = Signal(list)
    folder_chosen = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def from_a_stick(self) -> None:
        """Ask for a library first, or for any file."""
        self._ask(tr("From a stick or a file"), PACKS, FILES)

    def a_file(self) -> None:
        """Ask for files of a person's own."""
        self._ask(tr("Add a file"), FILES)

    def a_folder(self) -> None:
        """Ask for a folder that holds a library."""
        dialog = file_dialog(self._page, tr("From a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._tell_folder)
        dialog.open()

    def _ask(self, title: str, *kinds: Marked) -> None:
        dialog = file_dialog(self._page, title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr_marked(kind) for kind in (*kinds, EVERYTHING)])
        dialog.filesSelected.connect(self._tell)
        dialog.open()

    def _tell(self, names: list[str]) -> None:
        self.chosen.emit([Path(name) for name in names if name])

    def _tell_folder(self, names: list[str]) -> None:
        for name in names[:1]:
            self.folder_chosen.emit(Path(name))

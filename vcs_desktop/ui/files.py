"""Where to save, and opening what was saved: the computer's own dialogs and programs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where_to_save(
    parent: QWidget, title: str, file_name: str, kinds: str, then: Callable[[str], None]
) -> QFileDialog:
    """Ask for a place in the computer's own dialog; ``then`` gets the path, if one is chosen.

    ``kinds`` is Qt's filter, such as "PDF (*.pdf)".
    """
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
    dialog = QFileDialog(parent, title, str(folder / file_name), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(file_name).suffix.removeprefix("."))
    dialog.selectFile(file_name)
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_what_to_open(
    parent: QWidget, title: str, kinds: str, then: Callable[[str], None]
) -> QFileDialog:
    """Ask for a file in the computer's own dialog; ``then`` gets its path, if one is chosen.

    ``kinds`` is Qt's filter, such as "PDF (*.pdf)".
    """
    dialog = QFileDialog(parent, title, "", kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, then: Callable[[str], None]) -> QFileDialog:
    """Ask for a folder in the computer's own dialog; ``then`` gets its path, if one is chosen."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    dialog = QFileDialog(parent, title, QStandardPaths.writableLocation(documents))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def open_file(path: Path) -> bool:
    """Open a file with the program that this computer has for it; False when it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

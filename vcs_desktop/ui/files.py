"""Where to save, and opening what was saved: the computer's own dialogs and programs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from vcs_desktop.ui.widgets.file_dialog import file_dialog


def ask_where_to_save(
    parent: QWidget,
    title: str,
    file_name: str,
    kinds: str,
    then: Callable[[str], None],
    *,
    we_ask_to_replace: bool = False,
) -> QFileDialog:
    """Ask for a place in the computer's own dialog; ``then`` gets the path, if one is chosen.

    ``kinds`` is Qt's filter, such as "PDF (*.pdf)"; empty shows every file. Not every
    system's dialog asks about the name that the file has in the end: with
    ``we_ask_to_replace`` none does, and ``then`` looks whether a file is there.
    """
    dialog = file_dialog(parent, title, file_name, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, on=we_ask_to_replace)
    dialog.setDefaultSuffix(Path(file_name).suffix.removeprefix("."))
    dialog.selectFile(file_name)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def ask_what_to_open(
    parent: QWidget, title: str, kinds: str, then: Callable[[str], None]
) -> QFileDialog:
    """Ask for a file in the computer's own dialog; ``then`` gets its path, if one is chosen.

    ``kinds`` is Qt's filter, such as "PDF (*.pdf)".
    """
    dialog = file_dialog(parent, title, kinds=kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, then: Callable[[str], None]) -> QFileDialog:
    """Ask for a folder in the computer's own dialog; ``then`` gets its path, if one is chosen."""
    dialog = file_dialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    dialog.open()
    return dialog


def open_file(path: Path) -> bool:
    """Open a file with the program that this computer has for it; False when it has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

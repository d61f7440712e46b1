"""The computer's own dialog for files, which keeps to itself where somebody went."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_KEPT = ("FileDialog/history", "FileDialog/lastVisited")


def file_dialog(parent: QWidget, title: str, file_name: str = "", kinds: str = "") -> QFileDialog:
    """Return a dialog, not shown yet, that is deleted when it is done with.

    It begins among the documents, never where somebody was before: that may have been
    another group's folder. What Qt writes down of its way is taken back, for every
    program of this account could read it.

    ``kinds`` is Qt's filter, such as "PDF (*.pdf)".
    """
    before = {name: _settings().value(name) for name in _KEPT}
    dialog = QFileDialog(parent, title, str(_documents() / file_name), kinds)
    dialog.finished.connect(dialog.deleteLater)
    # Qt writes while the dialog is deleted; this is said after that.
    dialog.destroyed.connect(partial(_put_back, before))
    return dialog


def _documents() -> Path:
    """Return a folder that is there: of any other, Qt goes to where somebody was before."""
    documents = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(documents))
    return folder if folder.is_absolute() and folder.is_dir() else Path.home()


def _put_back(before: dict[str, Any], *_: object) -> None:
    settings = _settings()
    for name, value in before.items():
        if value is None:
            settings.remove(name)
        else:
            settings.setValue(name, value)


def _settings() -> QSettings:
    """Return where Qt's own dialogs keep things. Source: Qt, qfiledialog.cpp: saveSettings."""
    return QSettings(QSettings.Scope.UserScope, "QtProject")

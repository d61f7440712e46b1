"""Dialogs for files: nothing stays of where somebody went in them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QDialog, QWidget

from vcs_desktop.ui.files import ask_for_folder, ask_what_to_open, ask_where_to_save


def qt_settings():
    return QSettings(QSettings.Scope.UserScope, "QtProject")


@pytest.fixture
def config(tmp_path, qapp):
    """Where Qt's own dialogs write, so that the test leaves what is really there alone."""
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    before = Path(qt_settings().fileName()).parent
    QSettings.setPath(native, user, str(tmp_path / "config"))
    yield tmp_path / "config"
    QSettings.setPath(native, user, str(before))


def ask(how, parent):
    if how is ask_where_to_save:
        return how(parent, "Save", "sheet.pdf", "PDF (*.pdf)", list)
    if how is ask_what_to_open:
        return how(parent, "Open", "All (*)", list)
    return how(parent, "Where", list)


def end(dialog, how):
    dialog.done(how)
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("how", [ask_where_to_save, ask_what_to_open, ask_for_folder])
@pytest.mark.parametrize("there", [None, ["file:///home/photos", "file:///home/forms"]])
def test_where_somebody_went_is_not_written_down_and_not_shown_again(
    how, there, show, config, tmp_path
):
    if there:
        qt_settings().setValue("FileDialog/history", there)
    folder = tmp_path / "Asha Khan"
    folder.mkdir()
    dialog = ask(how, show(QWidget()))
    begins_at = dialog.directory().path()
    dialog.setDirectory(str(folder))
    (folder / "sheet.pdf").touch()
    dialog.selectFile(str(folder if how is ask_for_folder else folder / "sheet.pdf"))
    end(dialog, QDialog.DialogCode.Accepted)
    settings = qt_settings()
    settings.sync()
    assert settings.value("FileDialog/history") == there
    written = "".join(each.read_text("utf-8") for each in config.rglob("*") if each.is_file())
    assert "Asha" not in written
    again = ask(how, show(QWidget()))
    assert again.directory().path() == begins_at
    end(again, QDialog.DialogCode.Rejected)

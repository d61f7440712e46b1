"""Opening the real window: what comes first, and one window for each data folder."""

import argparse
import json
import logging
import subprocess
import sys

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from vcs_desktop.app import main as window_main
from vcs_desktop.app.instance import Instance
from vcs_desktop.app.main import PRACTICE_NAME
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.resources import resource
from vcs_desktop.feeds.profiles import read_profile

HEAVY = [
    "sqlalchemy", "alembic", "sqlcipher3", "sqlite3", "reportlab", "openpyxl", "yaml", "icalendar",
    "ocdsmerge", "ftfy", "defusedxml", "requests", "keyring", "nacl", "PIL",
    "PySide6.QtNetwork",
]  # fmt: skip
STOPS_WHEN_PAINTED = """
import json, sys
from vcs_desktop.app.entry import main
code = main(["--data-dir", sys.argv[1], "--quit-when", "painted"])
print(json.dumps({"code": code, "heavy": [name for name in sys.argv[2:] if name in sys.modules]}))
"""


def start(folder, *words):
    order = [sys.executable, "-m", "vcs_desktop", "--data-dir", str(folder), *words]
    return subprocess.run(order, capture_output=True, text=True, check=False, timeout=120)


def test_nothing_heavy_is_imported_when_the_real_window_is_painted(tmp_path):
    order = [sys.executable, "-c", STOPS_WHEN_PAINTED, str(tmp_path), *HEAVY]
    ran = subprocess.run(order, capture_output=True, text=True, check=True, timeout=120)
    assert json.loads(ran.stdout) == {"code": 0, "heavy": []}


def test_the_window_closes_by_itself_once_its_first_list_is_filled(tmp_path):
    ran = start(tmp_path, "--quit-when", "ready")
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr == ""  # Qt complains when it goes before the window does
    assert {"library.db", "settings.json", "logs"} <= {file.name for file in tmp_path.iterdir()}


def test_the_data_folder_is_free_again_after_the_window_has_closed(tmp_path, qapp):
    start(tmp_path, "--quit-when", "painted")
    instance = Instance(DataFolder(tmp_path))
    assert instance.take()
    instance.let_go()


@pytest.fixture
def first(qapp, tmp_path):
    """The window that has the folder."""
    instance = Instance(DataFolder(tmp_path))
    assert instance.take()
    instance.listen()
    yield instance
    instance.let_go()


def test_a_second_start_brings_the_first_window_forward(first, tmp_path, qtbot):
    second = Instance(DataFolder(tmp_path))
    assert not second.take()
    with qtbot.waitSignal(first.asked_to_come_forward):
        assert second.call_the_other()


def test_a_second_start_of_the_program_ends_at_once_and_well(first, tmp_path):
    ran = start(tmp_path)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_another_folder_has_a_window_of_its_own(first, tmp_path):
    (tmp_path / "other").mkdir()
    other = Instance(DataFolder(tmp_path / "other"))
    assert other.take()
    other.let_go()


def test_when_the_other_window_does_not_answer_nothing_hangs(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr("vcs_desktop.app.instance._LONGEST_WAIT_MS", 10)
    assert Instance(DataFolder(tmp_path)).call_the_other() is False


def test_a_folder_in_which_the_lock_cannot_be_written_is_an_error_in_words(qapp, tmp_path):
    with pytest.raises(FolderNotWritable):
        Instance(DataFolder(tmp_path / "absent")).take()


def test_the_command_line_works_while_the_window_has_the_folder(first, tmp_path):
    assert start(tmp_path, "library", "status").returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others always have a screen")
def test_without_a_screen_it_is_said_in_words(tmp_path, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    ran = start(tmp_path)
    assert ran.returncode == 2
    assert "no screen" in ran.stderr


def test_a_data_folder_that_cannot_be_made_is_told_and_ends_with_2(tmp_path, qapp, monkeypatch):
    (tmp_path / "file").touch()
    told = []
    monkeypatch.setattr(window_main, "tell_problem", lambda parent, error: told.append(error))
    monkeypatch.setattr(window_main, "QApplication", lambda _: qapp)
    given = argparse.Namespace(data_dir=tmp_path / "file" / "data", quit_when=None, open=None)
    assert window_main.open_window(given) == 2
    assert isinstance(told[0], FolderNotWritable)


@pytest.mark.logs("unforeseen")
def test_what_nobody_foresaw_goes_to_the_log_and_is_told_kindly(monkeypatch):
    told = []
    monkeypatch.setattr(window_main, "tell_problem", lambda parent, error: told.append(error))
    error = ZeroDivisionError("by a bug")
    window_main._Mishap(None).tell(ZeroDivisionError, error, None)
    assert told == [error]


def test_what_qt_says_goes_to_the_log(caplog):
    with caplog.at_level(logging.DEBUG):
        window_main._keep_qt_message(QtMsgType.QtInfoMsg, QMessageLogContext(), "a theme is odd")
    assert "a theme is odd" in caplog.text


def test_the_head_of_the_places_names_the_practice_group():
    name = read_profile(resource("sample/group.yaml")).name
    assert name.removesuffix(" (practice)") == PRACTICE_NAME

"""Parts are made once, when first needed, and put away in good order."""

import logging
from threading import Barrier, Thread

import pytest

from tests.support.vault_examples import TEA, service
from vcs_desktop.app.log_setup import log_kept_in, log_on_stderr
from vcs_desktop.app.parts import Parts
from vcs_desktop.core import resources
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.errors import NewerLibrary
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.services.library import LibraryService
from vcs_desktop.sync.library_reader import NotALibrary


@pytest.fixture
def parts(tmp_path):
    made = Parts(DataFolder(tmp_path / "data"), SystemClock())
    yield made
    made.close()


def test_every_service_is_there_and_made_once(parts):
    for name in ("library", "search", "fit", "choices", "funding", "home", "sheet"):
        assert getattr(parts, name) is getattr(parts, name)


def test_two_lanes_that_ask_at_once_get_the_same_part(parts):
    start, found = Barrier(2), []

    def ask():
        start.wait()
        found.append(parts.search)

    lanes = [Thread(target=ask) for _ in range(2)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    assert found[0] is found[1]


def test_making_the_parts_touches_nothing_until_somebody_asks(tmp_path):
    Parts(DataFolder(tmp_path / "data"), SystemClock()).close()
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("had_group", [True, False])
def test_pages_made_of_a_group_do_not_outlast_the_window(tmp_path, had_group):
    parts = Parts(DataFolder(tmp_path / "data"), SystemClock())
    if had_group:
        parts.space.take(service(parts.folder.groups_folder).create(TEA))
        parts.space.lock()
    page = parts.folder.pages_folder / "sign-in-sheet.pdf"
    page.parent.mkdir(parents=True)
    page.write_bytes(b"Asha, Ben, Cleo")  # by work that was under way when it was locked
    parts.close()
    assert page.exists() is not had_group


def test_a_library_that_cannot_be_made_ready_is_tried_again_next_time(parts, monkeypatch):
    def refuse(_self):
        raise NewerLibrary

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(LibraryService, "ensure_ready", refuse)
        with pytest.raises(NewerLibrary):
            _ = parts.search
    assert parts.search is not None


def test_the_log_is_kept_in_the_data_folder(tmp_path):
    with log_kept_in(DataFolder(tmp_path)):
        logging.getLogger("a.part").info("record %s was taken in", "grant/pots")
    assert "grant/pots" in (tmp_path / "logs" / "vcs-desktop.log").read_text()


def test_a_log_that_has_grown_large_becomes_the_older_one(tmp_path):
    folder = DataFolder(tmp_path)
    folder.log_folder.mkdir()
    (folder.log_folder / "vcs-desktop.log").write_text("long ago\n" * 100_000)
    with log_kept_in(folder):
        logging.getLogger("a.part").info("today")
    assert "long ago" in (folder.log_folder / "vcs-desktop-older.log").read_text()
    assert "long ago" not in (folder.log_folder / "vcs-desktop.log").read_text()


@pytest.mark.logs("odd")
def test_only_warnings_are_said_on_the_error_stream(capsys):
    with log_on_stderr():
        logging.getLogger("a.part").info("quiet")
        logging.getLogger("a.part").warning("odd")
    said = capsys.readouterr()
    assert said.out == ""
    assert "odd" in said.err
    assert "quiet" not in said.err


def test_a_program_that_was_not_installed_whole_says_what_to_do(parts, tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "vcs_desktop")
    with pytest.raises(NotALibrary) as told:
        parts.library.status()
    assert "Install the program again" in told.value.advice

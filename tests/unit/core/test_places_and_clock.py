"""Where files are kept, what day it is, and what people are told."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest

from vcs_desktop.core.clock import FixedClock, SystemClock
from vcs_desktop.core.errors import AppError, FolderNotWritable, NotFound, words_for
from vcs_desktop.core.paths import PORTABLE_MARK, DataFolder, data_folder, program_folder
from vcs_desktop.core.resources import resource


def test_the_chosen_folder_wins(tmp_path):
    (tmp_path / PORTABLE_MARK).touch()
    chosen = data_folder(tmp_path / "mine", tmp_path)
    assert chosen.root == tmp_path / "mine"
    assert {
        chosen.library_file.parent,
        chosen.settings_file.parent,
        chosen.choices_file.parent,
        chosen.log_folder.parent,
    } == {tmp_path / "mine"}


def test_portable_keeps_everything_beside_the_program(tmp_path):
    (tmp_path / PORTABLE_MARK).touch()
    assert data_folder(None, tmp_path).root == tmp_path / "data"


def test_otherwise_it_is_the_usual_place_of_this_account(tmp_path):
    assert data_folder(None, tmp_path).root.name == "VCS Desktop"


def test_from_source_the_program_is_the_folder_with_the_readme():
    assert (program_folder() / "README.md").is_file()


def test_a_built_app_is_where_its_executable_stands(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "vcs-desktop.exe"))
    assert program_folder() == tmp_path.resolve()


def test_a_folder_is_made_with_its_parents(tmp_path):
    folder = DataFolder(tmp_path / "a" / "b")
    folder.make()
    folder.make()
    assert list(folder.root.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said_in_words(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(FolderNotWritable) as refusal:
        DataFolder(tmp_path / "file" / "inside").make()
    assert words_for(refusal.value).startswith("We cannot save anything in this folder.")


def test_resources_are_found_and_missing_ones_are_named():
    assert resource("library").is_dir()
    with pytest.raises(FileNotFoundError, match="no-such-thing"):
        resource("no-such-thing")


def test_a_fixed_clock_stands_still():
    clock = FixedClock.on(date(2026, 11, 23))
    assert clock.today() == date(2026, 11, 23)
    assert clock.now() == datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_just_before_midnight_utc_in_summer_it_is_already_tomorrow_here():
    clock = FixedClock(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    assert clock.today() == date(2026, 7, 2)


def test_the_system_clock_knows_the_moment():
    clock = SystemClock()
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)
    assert abs(clock.today() - datetime.now(UTC).date()) <= timedelta(days=1)


def test_a_foreseen_failure_has_its_own_words_and_a_bug_has_plain_ones():
    assert words_for(NotFound("id-1")) == (
        "We cannot find that. It may have been taken out of the library."
    )
    assert words_for(AppError(message="The file is empty.", advice="Choose another.")) == (
        "The file is empty. Choose another."
    )
    assert "log" in words_for(KeyError("x"))


def test_detail_goes_to_the_log_and_not_to_the_person():
    error = NotFound("ocds-1")
    assert str(error) == "ocds-1"
    assert "ocds-1" not in words_for(error)


def test_pages_made_to_be_read_outside_are_thrown_away_at_the_next_start(tmp_path):
    folder = DataFolder(tmp_path)
    folder.throw_pages_away()
    folder.pages_folder.mkdir()
    (folder.pages_folder / "guide.html").write_text("read")
    folder.throw_pages_away()
    assert not folder.pages_folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an account's folders from the others")
def test_what_the_app_writes_can_be_read_by_this_account_only(tmp_path):
    folder = DataFolder(tmp_path / "data")
    folder.make()
    assert folder.root.stat().st_mode & 0o077 == 0

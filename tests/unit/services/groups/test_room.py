"""A little room is kept for the moment when there is none."""

from errno import ENOSPC

import pytest
from sqlalchemy import event

from tests.support.vault_examples import ASHA, BEN
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.domain.people import Person
from vcs_desktop.services import kept_file
from vcs_desktop.services.groups.room import LOW_BYTES, Ballast
from vcs_desktop.services.in_group import in_group
from vcs_desktop.vault import slot_file

SIZE = 3_000_000


def ballast(folder, free=LOW_BYTES * 2):
    return Ballast(folder, SIZE, lambda _: free)


def test_room_is_kept_where_there_is_enough_and_given_back_when_needed(tmp_path):
    room = ballast(tmp_path).look()
    assert (room.is_low, room.is_kept) == (False, True)
    assert (tmp_path / "room-kept-free").stat().st_size == SIZE
    ballast(tmp_path).let_go()
    assert list(tmp_path.iterdir()) == []
    ballast(tmp_path).let_go()


def test_it_is_as_much_as_a_group_needs_to_be_tidied_up(tmp_path):
    assert Ballast(tmp_path, free_bytes=lambda _: LOW_BYTES * 2).look().is_kept
    assert (tmp_path / "room-kept-free").stat().st_size == 32 << 20


def test_on_a_disk_that_is_nearly_full_none_is_kept_and_it_is_said(tmp_path):
    room = ballast(tmp_path, LOW_BYTES - 1).look()
    assert (room.is_low, room.is_kept, list(tmp_path.iterdir())) == (True, False, [])
    assert not ballast(tmp_path, LOW_BYTES + 1).look().is_kept


def test_where_there_are_no_groups_nothing_is_made(tmp_path):
    assert not ballast(tmp_path / "groups").look().is_kept
    assert not (tmp_path / "groups").exists()


def test_it_is_made_whole_again_after_it_was_cut_off(tmp_path):
    (tmp_path / "room-kept-free").write_bytes(b"half")
    assert ballast(tmp_path).look().is_kept


@pytest.mark.logs("SQLITE_FULL")
def test_when_the_disk_is_full_the_room_is_given_back_and_what_was_saved_is_there(
    groups, tea, clock
):
    kept = Ballast(groups._folder, SIZE)
    kept.look()
    with groups.open(tea, ASHA) as opened:
        people = in_group(opened, clock).people
        people.add(Person(name="Carol"))

        def no_more_pages(connection, _record):
            connection.execute("PRAGMA max_page_count = 1")

        opened.database.engine.dispose()
        event.listen(opened.database.engine, "connect", no_more_pages)
        with pytest.raises(DiskFull):
            people.add(Person(name="Dev", notes="a long note " * 8_000))
        assert not kept.path.exists()
        assert [each.name for each in people.people()] == ["Carol"]


def full_while(room, write):
    """Return a way to write that finds no room as long as the room is kept."""

    def refuse(*args, **kwargs):
        if room.exists():
            raise OSError(ENOSPC, "No space left on device")
        return write(*args, **kwargs)

    return refuse


def test_a_locked_group_opens_on_a_full_disk_so_that_somebody_can_tidy_up(groups, tea, monkeypatch):
    room = Ballast(groups._folder, SIZE)
    room.look()
    monkeypatch.setattr(kept_file, "write_json", full_while(room.path, kept_file.write_json))
    groups.open(tea, ASHA).close()
    assert not room.path.exists()


def test_on_a_full_disk_without_any_room_that_is_said(groups, tea, monkeypatch, tmp_path):
    there = tmp_path / "always"
    there.touch()
    monkeypatch.setattr(kept_file, "write_json", full_while(there, kept_file.write_json))
    with pytest.raises(DiskFull):
        groups.open(tea, ASHA)


def test_new_words_on_a_full_disk_change_nothing_and_say_that_it_is_full(
    groups, tea, monkeypatch, tmp_path
):
    there = tmp_path / "always"
    there.touch()
    with groups.open(tea, ASHA) as opened, monkeypatch.context() as patch:
        patch.setattr(slot_file, "write_whole", full_while(there, slot_file.write_whole))
        with pytest.raises(DiskFull):
            opened.change_words(opened.opener_id, BEN)
    groups.open(tea, ASHA).close()

"""A little room is kept for the moment when there is none."""

import pytest
from sqlalchemy import event

from tests.support.vault_examples import ASHA
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.room import LOW_BYTES, Ballast
from vcs_desktop.services.in_group import in_group

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

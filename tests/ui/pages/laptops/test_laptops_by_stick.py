"""Changes that go by a file, on the page of the group: written, brought in, refused, cancelled."""

from contextlib import contextmanager
from threading import Event

import pytest

from vcs_desktop.domain.people import Person


def test_changes_go_by_a_file_and_come_in_from_one(house, part_of, tmp_path):
    other = house.two()
    house.inside.people.add(Person(name="Dev"))
    window = part_of()
    part = window.part
    path = tmp_path / "to.vcschanges"
    part.write_file(str(path))
    house.settle()
    assert "“to.vcschanges” holds" in part.message.words.text()
    other.laptops.exchange_in(path)
    assert {each.name for each in other.people.people()} == {"Dev"}
    other.people.add(Person(name="Eve"))
    back = tmp_path / "back.vcschanges"
    other.laptops.exchange_out(back)
    part.stick.drop.files_chosen.emit([back])
    house.settle()
    assert "changes came in" in part.message.words.text()
    assert {each.name for each in house.inside.people.people()} == {"Dev", "Eve"}


@contextmanager
def held_lane(house):
    """Let nothing begin on the network lane meanwhile."""
    gate = Event()
    house.tasks.run(gate.wait, then=bool, otherwise=pytest.fail, lane="network")
    yield
    gate.set()


def test_work_with_a_file_can_be_cancelled(house, part_of, tmp_path):
    house.two()
    part = part_of().part
    path = tmp_path / "to.vcschanges"
    with held_lane(house):
        part.write_file(str(path))
        part.progress.cancelled.emit()
    house.settle()
    assert part.message.words.text() == "Stopped. Nothing was changed."
    assert part.message.property("kind") == "info"
    assert part.progress.isHidden()
    assert not path.exists()


def test_locking_the_group_stops_what_is_done_with_a_file(house, part_of, tmp_path):
    house.two()
    part = part_of().part
    with held_lane(house):
        part.write_file(str(tmp_path / "to.vcschanges"))
        part.put_away()
    house.settle()
    assert not (tmp_path / "to.vcschanges").exists()


def test_a_file_that_is_none_of_this_group_is_refused_in_words(house, part_of, tmp_path):
    house.two()
    window = part_of()
    (tmp_path / "x.vcschanges").write_bytes(b"no")
    window.part.stick.drop.files_chosen.emit([tmp_path / "x.vcschanges"])
    house.settle()
    assert "does not hold changes of this group" in window.part.message.words.text()

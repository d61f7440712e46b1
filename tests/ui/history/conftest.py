"""A real group that is open in a window, and a person in it."""

from dataclasses import replace

import pytest

from tests.support.group_file import BEN, Computer, OpenFile, TickingClock, computer
from tests.support.group_house import GroupHouse


@pytest.fixture
def group(tmp_path, tasks, qtbot):
    made = GroupHouse(tmp_path, tasks, qtbot, TickingClock()).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def change(group):
    """Change fields of a person, as somebody does who has just looked at them."""

    def do(person_id, **fields):
        people = group.inside.people
        held = people.person(person_id)
        people.save(held, replace(held.thing, **fields))

    return do


@pytest.fixture
def elsewhere(tmp_path, group):
    """Another computer of the same group, on which Ben sits; ``take`` and ``give`` bring news."""
    there = computer(tmp_path / "there.db", seed=2, who=BEN, name="Ben")
    there.clock = there.records.clock = group.clock
    here = OpenFile(group.inside.group.database)
    there.take = lambda: Computer.give(here, there)
    there.give_back = lambda: there.give(here)
    yield there
    there.database.close()

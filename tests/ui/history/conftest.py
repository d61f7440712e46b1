"""A real group that is open in a window, and a person in it."""

from dataclasses import replace

import pytest

from tests.support.group_file import TickingClock
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

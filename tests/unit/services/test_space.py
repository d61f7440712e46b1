"""The one group that is open in a window: opened, held, locked, and what lies on its desk."""

from contextvars import copy_context

import pytest

from tests.support.group_file import TickingClock
from tests.support.vault_examples import ASHA, BEN, TEA, service
from vcs_desktop.core.group_errors import Locked
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import NewGroup
from vcs_desktop.services.space import Space

CLOCK = TickingClock()


@pytest.fixture
def groups(tmp_path):
    return service(tmp_path / "groups", CLOCK)


@pytest.fixture
def space():
    made = Space(CLOCK)
    yield made
    made.lock()


def begun(space, groups, name="Tea & Talk", words=ASHA):
    return space.take(groups.create(NewGroup(name, words, "Asha")))


def test_before_a_group_is_open_nothing_is_inside(space):
    assert not space.is_open
    with pytest.raises(Locked):
        space.inside()


def test_what_is_inside_is_there_until_it_is_locked(space, groups):
    inside = begun(space, groups)
    assert space.inside() is inside
    space.lock()
    space.lock()
    assert not space.is_open
    with pytest.raises(Locked):
        inside.people.people()


def test_opening_another_group_locks_the_one_before(space, groups):
    before = begun(space, groups)
    begun(space, groups, "Hall", BEN)
    assert space.inside().group.name == "Hall"
    assert not before.group.is_open


def test_what_lies_on_the_desk_is_there_after_it_was_locked(space, groups):
    inside = begun(space, groups)
    inside.desk.put("draft", {"name": "Ash"})
    space.lock()
    again = space.take(groups.open(inside.group.id, ASHA))
    assert again.desk.read("draft") == {"name": "Ash"}
    again.desk.clear("draft")
    assert again.desk.read("draft") is None


def test_erasing_a_record_takes_its_draft_and_takes_no_later_one(space, groups):
    inside = begun(space, groups)
    asha = inside.people.add(Person(name="Asha"))
    inside.desk.put("draft/asha", {"notes": "half"}, about=asha)
    inside.records.erase([asha])
    inside.desk.put("draft/asha", {"notes": "half"}, about=asha)
    assert inside.desk.read("draft/asha") is None


def test_what_was_asked_while_one_group_was_shown_is_not_done_in_another(groups, space):
    first = space.take(groups.create(TEA))
    space.ask_in(first)
    asked = copy_context()
    space.take(groups.create(NewGroup("Hall", BEN)))
    space.ask_in(None)
    with pytest.raises(Locked):
        asked.run(space.inside)
    assert space.inside() is not first
    # Another window's space is nothing to it.
    other = Space(CLOCK)
    held = other.take(groups.open(first.group.id, ASHA))
    assert asked.run(other.inside) is held
    other.lock()

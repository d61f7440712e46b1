"""The session of the window when things happen at once: opening, locking, changing over."""

from threading import Event

import pytest
from PySide6.QtCore import QTimer

from tests.support.group_house import GroupHouse
from tests.support.vault_examples import ASHA, BEN, TEA
from vcs_desktop.core.group_errors import Locked
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups import NewGroup


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = GroupHouse(tmp_path, tasks, qtbot)
    yield made
    tasks.stop()
    made.close()


class Opening:
    """A group that takes as long to open as a test wants, and what became of it."""

    def __init__(self, house, group, words):
        self._house, self._group, self._words = house, group, words
        self.go_on, self.begun = Event(), Event()
        self.done, self.problems = [], []
        self.opened = None

    def ask(self):
        self._house.session.open_with(
            self._open, then=lambda: self.done.append(True), otherwise=self.problems.append
        )
        return self

    def _open(self):
        self.begun.set()
        assert self.go_on.wait(30)
        self.opened = self._house.groups.open(self._group, self._words)
        return self.opened


def made(house, group=TEA):
    with house.groups.create(group) as opened:
        return opened.id


def test_a_group_that_was_just_being_opened_when_the_computer_locked_stays_locked(house, qtbot):
    opening = Opening(house, made(house), ASHA).ask()
    assert opening.begun.wait(30)
    house.session.lock()
    opening.go_on.set()
    qtbot.waitUntil(lambda: bool(opening.problems))
    assert isinstance(opening.problems[0], Locked)
    assert not house.session.is_open
    assert not house.space.is_open
    assert not opening.opened.is_open
    assert opening.done == []


def test_locking_between_two_groups_locks_both(house, qtbot):
    house.begin()
    other = made(house, NewGroup("Hall", BEN))
    opening = Opening(house, other, BEN).ask()
    opening.go_on.set()
    # The last moment in which the first group is still on the screen.
    with qtbot.waitSignal(house.session.locking, timeout=30_000):
        pass
    house.session.lock()
    qtbot.waitUntil(lambda: bool(opening.problems))
    house.settle()
    assert not house.session.is_open
    assert not house.space.is_open
    assert not opening.opened.is_open
    assert opening.done == []


def test_a_group_that_cannot_take_the_place_of_another_is_let_go(house, qtbot, monkeypatch):
    house.begin()
    other = made(house, NewGroup("Hall", BEN))

    def broken(_group):
        raise ValueError("a bug")

    monkeypatch.setattr(house.space, "take", broken)
    opening = Opening(house, other, BEN).ask()
    opening.go_on.set()
    qtbot.waitUntil(lambda: bool(opening.problems))
    assert not opening.opened.is_open
    assert not house.space.is_open
    assert not house.session.is_open


def test_what_was_asked_in_one_group_is_never_done_in_the_next(house, qtbot):
    """It waits behind the opening of the other group, or comes just after the change over."""
    house.begin()
    hall = made(house, NewGroup("Hall", BEN))
    problems = []

    def write(lane):
        house.tasks.run(
            lambda: house.space.inside().people.add(Person(name="Carol")),
            then=list, otherwise=problems.append, lane=lane,
        )  # fmt: skip

    opening = Opening(house, hall, BEN).ask()
    assert opening.begun.wait(30)
    write("work")
    house.session.locking.connect(lambda: QTimer.singleShot(0, lambda: write("data")))
    opening.go_on.set()
    qtbot.waitUntil(lambda: bool(opening.done), timeout=30_000)
    house.settle()
    assert house.session.group_id == hall
    assert house.inside.people.people() == []
    assert all(isinstance(each, Locked) for each in problems)
    # And what is asked now is done in the group that is open now.
    problems.clear()
    write("work")
    house.settle()
    assert problems == []
    assert [each.name for each in house.inside.people.people()] == ["Carol"]

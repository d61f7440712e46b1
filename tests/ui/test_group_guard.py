"""The group is locked when the person may have gone, and looked after while it is open."""

import pytest
from PySide6.QtCore import QObject

from tests.support.group_house import GroupHouse
from tests.support.session_events import FakeSessionEvents
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.kinds import ANSWER
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.backups import BackupsService
from vcs_desktop.services.groups.room import Ballast
from vcs_desktop.ui.group_guard import GroupGuard
from vcs_desktop.ui.group_notices import GroupNotices
from vcs_desktop.ui.group_upkeep import GroupUpkeep


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = GroupHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def events():
    return FakeSessionEvents()


@pytest.fixture
def guard(house, settings, events, owner):
    made = GroupGuard(house.session, settings, events, owner)
    yield made
    made.stop()


def test_when_the_screen_is_locked_the_group_is(guard, house, events, qtbot):
    events.go_away()
    assert not house.session.is_open
    qtbot.waitUntil(lambda: not house.space.is_open)


def test_idle_hands_lock_it_too(guard, house, qtbot):
    assert guard.idle.is_watching
    with qtbot.waitSignal(guard.told) as told:
        guard.idle.idle.emit()
    assert told.args == ["Locked: nobody touched this laptop for 5 minutes."]
    assert not house.session.is_open
    assert not guard.idle.is_watching


def test_how_long_hands_may_rest_can_be_changed_while_it_is_open(guard, house, settings):
    settings.change(lock_after_minutes=20)
    house.session.tell_acted()
    assert guard.idle.minutes == 20


def test_it_watches_again_when_the_group_is_opened_again(guard, house):
    house.lock()
    assert not guard.idle.is_watching
    house.open_again()
    assert guard.idle.is_watching


def test_what_was_done_is_backed_up_when_the_group_is_locked(house, tmp_path):
    house.inside.people.add(Person(name="Carol"))
    house.lock()
    house.open_again()
    assert len(house.inside.backups.list()) == 1


def test_while_it_is_open_a_backup_is_made_when_something_changed(house, owner, qtbot):
    keeper = GroupUpkeep(house.session, house, house.tasks, owner)
    house.lock()
    house.open_again()
    assert keeper.timer.isActive()
    before = len(house.inside.backups.list())
    house.inside.people.add(Person(name="Carol"))
    keeper.timer.timeout.emit()
    qtbot.waitUntil(lambda: len(house.inside.backups.list()) == before + 1)
    keeper.timer.timeout.emit()
    house.settle()
    assert len(house.inside.backups.list()) == before + 1
    house.lock()
    assert not keeper.timer.isActive()


def test_what_was_left_behind_by_a_deleted_application_is_put_in_the_bin(house, owner, qtbot):
    GroupUpkeep(house.session, house, house.tasks, owner)
    gone = house.inside.applications.start_with([])
    house.inside.applications.remove(gone)
    house.inside.bin.delete_for_good([gone])
    left = house.inside.records.add(ANSWER, Answer(application=gone, question="One more?"))
    house.lock()
    with qtbot.waitSignal(house.session.changed):
        house.open_again()
    assert [each.id for each in house.inside.bin.things()] == [left]


def test_a_disk_that_is_nearly_full_and_a_stick_are_told(house, owner, qtbot, monkeypatch):
    upkeep = GroupUpkeep(house.session, house, house.tasks, owner)
    house.lock()
    monkeypatch.setattr(house.groups, "ballast", Ballast(house.groups._folder, 10, lambda _: 5_000))
    monkeypatch.setattr(BackupsService, "is_on_stick", True)
    with qtbot.waitSignals([upkeep.room_is_low, upkeep.on_stick], timeout=30_000):
        house.open_again()


def test_the_window_says_so_over_every_page(house, make_window, owner, qtbot):
    window = make_window()
    upkeep = GroupUpkeep(house.session, house, house.tasks, owner)
    GroupNotices(window, house.session, upkeep)
    assert not window.notice.isVisible()
    upkeep.room_is_low.emit(120_500_000.0)
    assert "120 MB are left" in window.notice.words.text()
    upkeep.on_stick.emit()
    assert window.notice.act_button.isVisible()
    house.session.lock()
    assert not window.notice.isVisible()


def test_of_the_practice_group_it_is_said_that_anybody_can_open_it(house, make_window, owner):
    window = make_window()
    GroupNotices(window, house.session, GroupUpkeep(house.session, house, house.tasks, owner))
    house.session.is_practice = True
    house.session.opened.emit()
    assert window.notice.words.text().startswith("Practice group")

"""Looks that nobody asked for: when they begin, and when they do not."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from tests.support.signed_trees import DIGITS
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.domain.updates import Standing
from vcs_desktop.ui.updates.by_itself import LooksByItself

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Watch:
    """A clock that a test moves on."""

    def __init__(self, clock):
        self._clock = clock

    def now(self):
        return self._clock.now()

    def today(self):
        return self._clock.today()

    def go_on(self, time):
        self._clock = FixedClock(self._clock.now() + time)


@pytest.fixture
def clock(arriving):
    return Watch(arriving.clock)


@pytest.fixture
def looks(updates, settings, clock, qapp):
    """Looks by itself once it has begun; the chance is always half."""
    updates._clock = clock
    owner = QObject()
    made = LooksByItself(updates, settings, clock, owner, draw=lambda: 0.5)
    yield made
    made.stop()
    owner.deleteLater()


@pytest.fixture
def looked(updates, looks, qtbot):
    """Consider a look, and say whether it was begun; wait for its end."""
    begun = []

    def looked():
        if not begun:
            begun.append(looks.begin())
        looks.consider()
        began = updates.is_running
        qtbot.waitUntil(lambda: not updates.is_running)
        return began

    return looked


@pytest.fixture
def filled(updates, qtbot):
    with qtbot.waitSignal(updates.taken_in):
        updates.get(DIGITS)


def test_once_a_day_is_once_a_day(filled, looked, clock, updates):
    assert not looked()
    clock.go_on(6 * HOUR)
    assert not looked()
    clock.go_on(DAY)
    assert looked()
    assert updates.state.standing is Standing.UP_TO_DATE
    assert updates.state.by_itself
    assert not looked()


def test_who_wants_to_ask_by_hand_is_left_alone(filled, looked, clock, settings):
    settings.change(look_when="asked")
    clock.go_on(10 * DAY)
    assert not looked()


def test_each_time_the_app_opens_is_once(looked, settings, clock):
    settings.change(look_when="opened")
    assert looked()
    clock.go_on(10 * DAY)
    assert not looked()


def test_without_an_address_nothing_is_asked(looked, settings):
    settings.change(service="")
    assert not looked()


def test_where_it_costs_by_the_amount_nothing_begins_by_itself(looked, network, settings):
    network.is_metered = True
    assert not looked()
    settings.change(metered_care=False)
    assert looked()


def test_while_the_system_says_there_is_no_network_nobody_is_asked(looked, network, updates):
    network.is_online = False
    assert not looked()
    network.become(is_online=True)
    assert updates.is_running


def test_failures_are_tried_again_later_and_later(filled, looked, clock, service):
    service.always["library.json"] = "portal"
    clock.go_on(DAY)
    assert looked()
    waits = []
    for _ in range(4):
        waited = timedelta(0)
        while not looked():
            clock.go_on(timedelta(seconds=0.5))
            waited += timedelta(seconds=0.5)
        waits.append(waited.total_seconds())
    assert waits == [2.5, 5, 10, 20]


def test_a_service_is_not_asked_before_it_said(filled, looked, clock, service):
    service.always["library.json"], service.retry_after = "503", "1800"
    clock.go_on(DAY)
    assert looked()
    clock.go_on(timedelta(seconds=1_799))
    assert not looked()
    clock.go_on(timedelta(seconds=1))
    service.always.clear()
    assert looked()
    assert not looked()


def test_what_a_person_has_to_mend_is_not_tried_again_today(looked, updates, clock):
    assert looked()
    assert updates.state.standing is Standing.ASKS
    assert not looked()
    clock.go_on(DAY)
    assert looked()


def test_another_address_is_looked_at_soon(filled, looked, updates, settings, service, qtbot):
    settings.change(service="https://before.example.org")
    assert not looked()
    updates.set_address(service.address)
    qtbot.waitUntil(lambda: not updates.is_running)
    assert updates.state.standing is Standing.UP_TO_DATE


def test_every_minute_it_is_said_that_it_passed(looks, updates, qtbot):
    with qtbot.waitSignal(updates.minute_passed):
        looks.begin()
    qtbot.waitUntil(lambda: not updates.is_running)
    assert looks._timer.isActive()

"""The real window gets what a publisher published, over a network that does not hold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support.fault_proxy import faulty_service
from tests.support.library_examples import call
from tests.support.publishers import NAME, Publisher
from tests.support.trial_service import served
from vcs_desktop.app.main import build_window, end
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import SystemClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.core.settings import SettingsFile
from vcs_desktop.domain.updates import Standing
from vcs_desktop.ui.background import Tasks
from vcs_desktop.ui.updates.updates import Updates

FAR = {"grantApplicationCloseDate": "2030-12-18"}
MANY = tuple(call(f"grant {n:03}", note=f"{n * 7919}", **FAR) for n in range(400))


@pytest.fixture
def ann(tmp_path):
    made = Publisher(tmp_path / "office").begin()
    made.publish(*MANY)
    return made


@pytest.fixture
def settings(tmp_path):
    file = SettingsFile(tmp_path / "data" / "settings.json")
    file.change(welcomed=True, tour_seen=True, theme="light", look_when="asked")
    return file


@pytest.fixture
def parts(tmp_path):
    folder = DataFolder(tmp_path / "data")
    folder.make()
    made = Parts(folder, SystemClock())
    made.arrivals._pause = lambda _seconds: None
    return made


@pytest.fixture
def window(parts, settings, qtbot):
    tasks = Tasks()
    made = build_window(parts, tasks, settings)
    made.resize(1366, 728)
    with qtbot.waitSignal(made.ready, timeout=20_000):
        made.show()
    yield made
    made.close()
    end(made, tasks, parts)


@pytest.fixture
def updates(window):
    return window.findChild(Updates)


@pytest.fixture
def press(window, updates, qtbot):
    """Press F5, wait until that is over, and return how it stands."""

    def press():
        with qtbot.waitSignals([updates.changed, updates.changed], timeout=20_000):
            qtbot.keyClick(window, Qt.Key.Key_F5)
        return updates.state.standing

    return press


def type_address(window, address, qtbot):
    """Press F5, which leads to where the address is written, and write it."""
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.stack.place_id == "settings"
    box = window.page().updates.address.box
    qtbot.waitUntil(box.hasFocus)
    qtbot.keyClicks(box, address)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def say_yes(updates, qtbot):
    """Hand back the digits, as whoever compared them does."""
    offer = updates.waiting_offer
    assert offer.name == NAME
    with qtbot.waitSignal(updates.taken_in, timeout=20_000):
        updates.get(offer.fingerprint)


def words_on(page):
    return " ".join(each.text() for each in page.findChildren(QLabel) if each.isVisible())


def test_from_an_address_to_the_news_on_home(ann, window, updates, press, qtbot, settings):
    with served(ann.tree) as address:
        type_address(window, address, qtbot)
        assert press() is Standing.ASKS
        say_yes(updates, qtbot)
        assert press() is Standing.UP_TO_DATE
    assert settings.current.looked_at
    window.open_place("home")
    qtbot.waitUntil(lambda: "400 new grants" in words_on(window.page()), timeout=10_000)


def test_an_address_that_is_typed_and_not_left_yet_is_asked_at_by_f5(
    ann, window, updates, qtbot, settings
):
    with served(ann.tree) as address:
        qtbot.keyClick(window, Qt.Key.Key_F5)
        box = window.page().updates.address.box
        qtbot.waitUntil(box.hasFocus)
        qtbot.keyClicks(box, address)
        with qtbot.waitSignal(updates.asks, timeout=20_000):
            qtbot.keyClick(box, Qt.Key.Key_F5)
    assert settings.current.service == address
    assert window.stack.place_id == "library"
    assert window.page().arrivals.card.isVisible()
    assert window.status_bar.currentMessage() == ""


def test_a_network_that_goes_half_way_is_said_and_the_next_f5_goes_on(
    ann, window, updates, press, qtbot, parts
):
    with faulty_service(ann.tree) as service:
        type_address(window, service.address, qtbot)
        assert press() is Standing.ASKS
        service.always["snapshots/1.ndjson.gz"] = "truncate"
        with qtbot.waitSignals([updates.changed, updates.changed], timeout=20_000):
            updates.get(updates.waiting_offer.fingerprint)
        assert updates.state.standing is Standing.OFFLINE
        assert window.status_bar.updates.words.text() == "Offline."
        service.always.clear()
        assert press() is Standing.TAKEN_IN  # who said yes is not asked again
        assert "range" in service.requests[-1][1]

        ann.publish(*MANY[1:], call("choir", **FAR))
        service.always["ndjson.gz"] = "truncate"
        before = len(service.requests)
        assert press() is Standing.OFFLINE
        assert window.status_bar.updates.words.text().startswith("Offline. Last looked today at ")
        service.always.clear()
        assert press() is Standing.TAKEN_IN
        assert any("range" in headers for _, headers in service.requests[before:])
    assert parts.library.status().counts["funding_call"] >= 400


def test_what_comes_is_on_the_page_in_front_without_going_there_again(
    ann, window, updates, press, qtbot
):
    with served(ann.tree) as address:
        type_address(window, address, qtbot)
        press()
        say_yes(updates, qtbot)
        window.open_place("home")
        ann.publish(*MANY, call("choir", grantApplicationCloseDate="2030-12-01"))
        assert press() is Standing.TAKEN_IN
    qtbot.waitUntil(lambda: "401 new grants" in words_on(window.page()), timeout=10_000)


def test_a_window_that_closes_in_the_middle_stops_the_look(ann, window, updates, parts, qtbot):
    with faulty_service(ann.tree) as service:
        updates.set_address(service.address)
        service.always["library.json"] = "drop before"
        parts.arrivals._pause = None  # between two tries it really waits
        qtbot.keyClick(window, Qt.Key.Key_F5)
        qtbot.waitUntil(lambda: len(service.requests) > 1)
        window.close()
        assert len(service.requests) < 4

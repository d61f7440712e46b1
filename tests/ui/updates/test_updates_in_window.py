"""Getting updates as a person sees it: F5, the status line, and what is asked."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from tests.support.demo_page import DemoPage
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, STRANGER
from tests.support.updates_window import MANY
from vcs_desktop.domain.updates import Standing
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.updates.in_window import UpdatesInWindow
from vcs_desktop.ui.updates.updates import UpdatesState
from vcs_desktop.ui.updates.words import Told, told_of

LEADS_TO = ("settings", "library")


@pytest.fixture
def window(show, tasks, settings, updates, qtbot):
    specs = [PageSpec(each, each.title(), "house", DemoPage, "") for each in ("home", *LEADS_TO)]
    made = show(MainWindow(specs, tasks, settings, ("Us", "")), 1366, 671)
    UpdatesInWindow(made, updates)
    qtbot.waitUntil(lambda: made.page().visits == 1)
    return made


@pytest.fixture
def press(window, updates, qtbot):
    """Press F5, wait until that is over, and return what the status line says."""

    def press():
        with qtbot.waitSignals([updates.changed, updates.changed]):
            qtbot.keyClick(window, Qt.Key.Key_F5)
        return window.status_bar.updates.words.text()

    return press


@pytest.fixture
def filled(window, updates, arriving, qtbot):
    with qtbot.waitSignal(updates.taken_in):
        updates.get(DIGITS)
    return arriving.laptop


def box_of(window, qtbot):
    qtbot.waitUntil(lambda: window.findChild(QMessageBox) is not None)
    return window.findChild(QMessageBox)


def test_before_anybody_looked_nothing_is_said(window):
    assert window.status_bar.updates.isHidden()


def test_without_an_address_f5_leads_to_where_it_is_written(window, settings, qtbot):
    settings.change(service="")
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.stack.place_id == "settings"
    assert "Write the address of your library first." in window.status_bar.currentMessage()


def test_a_passing_message_has_the_place_of_where_the_work_is_kept(window, press):
    bar = window.status_bar
    bar.showMessage("Write the address of your library first.")
    bar.say_updates(Told("clock", "muted", "Looked at noon.", "Looked"))
    assert bar.currentMessage()
    assert not bar.offline.isVisible()
    bar.clearMessage()
    assert bar.offline.isVisible()


def test_what_was_asked_for_is_not_asked_for_any_more_once_a_look_begins(window, press):
    window.status_bar.showMessage("Write the address of your library first.")
    press()
    assert window.status_bar.currentMessage() == ""


def test_the_menu_has_it_by_its_name(window):
    entry = window.menu_bar.get_updates
    assert (entry.text(), entry.shortcut().toString()) == ("&Get updates", "F5")


def test_who_publishes_it_is_asked_about_on_the_page_of_the_library(window, press):
    assert press() == "A library waits for your yes."
    assert window.stack.place_id == "library"
    window.open_place("home")
    window.status_bar.updates.button.click()
    assert window.stack.place_id == "library"


def test_it_says_when_it_was_last_up_to_date(filled, press):
    assert press() == "Up to date. Looked today at 12:00."


def test_it_says_that_something_came(filled, office, press, window):
    office.publish(*MANY[1:], call("new"))
    assert press() == "Updated today at 12:00."
    assert window.status_bar.updates.button.isHidden()


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("drop before", "Offline. Last looked today at 12:00."),
        ("portal", "Sign in to this Wi-Fi first."),
        ("503", "The library is busy. It asks to wait 2 minutes."),
    ],
)
def test_trouble_on_the_way_is_said_quietly_and_nothing_opens(
    filled, press, service, window, fault, words
):
    service.always["library.json"] = fault
    service.retry_after = "90"
    assert press() == words
    assert window.findChild(QMessageBox) is None
    assert window.status_bar.updates.button.isHidden()
    assert window.status_bar.offline.text() == "Working on this computer. No internet needed."


def test_why_something_is_not_trusted_can_be_read(filled, press, office, window, qtbot):
    office.sign(office.manifest, key=STRANGER)
    assert press() == "Not trusted."
    window.status_bar.updates.button.click()
    box = box_of(window, qtbot)
    assert "is not from whom it says" in box.text()
    assert "Nothing was changed." in box.informativeText()


def test_a_library_that_should_have_been_replaced_says_so(filled, office, press):
    office.publish(*MANY[1:], expires="2026-11-21T00:00:00Z")
    assert press().endswith("Nothing newer is there: it may be out of date.")


def test_a_lot_is_fetched_only_after_a_yes(
    filled, press, office, network, window, updates, monkeypatch, qtbot
):
    monkeypatch.setattr("vcs_desktop.ui.updates.updates.LITTLE_BYTES", 100)
    network.is_metered = True
    office.publish(*MANY[1:], call("new"))
    assert press() == "There are 1 KB to fetch."
    box = box_of(window, qtbot)
    assert "1 KB" in box.text()
    yes = next(each for each in box.buttons() if each.text() == "Fetch them now")
    with qtbot.waitSignal(updates.taken_in):
        yes.click()


def test_cancel_stops_it_and_the_next_f5_goes_on(
    filled, press, office, service, window, updates, qtbot
):
    office.publish(*MANY[1:], call("new"))
    service.always["ndjson.gz"] = "truncate"
    filled.arrivals._pause = None  # between two tries it really waits
    progress = window.status_bar.progress
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(progress.cancel_button.isVisible)
    with qtbot.waitSignal(updates.changed):
        progress.cancel_button.click()
    assert window.status_bar.updates.words.text() == "Stopped. F5 goes on."
    assert progress.isHidden()
    service.always.clear()
    assert press().startswith("Updated")
    assert "range" in service.requests[-1][1]


def test_each_end_is_announced_but_not_what_nobody_asked_for(
    filled, press, updates, monkeypatch, qtbot
):
    heard = []
    monkeypatch.setattr(
        "vcs_desktop.ui.updates.in_window.say", lambda _widget, words: heard.append(words)
    )
    press()
    assert heard == ["Up to date. Looked today at 12:00."]
    with qtbot.waitSignals([updates.changed, updates.changed]):
        updates.look()
    assert len(heard) == 1


def test_in_little_room_what_became_of_the_look_comes_first(filled, press, window, qtbot):
    press()
    look.set_text_size(200)
    window.resize(683, 668)
    bar = window.status_bar
    qtbot.waitUntil(lambda: bar.updates.words.text() == "Up to date")
    assert bar.updates.isVisible()
    assert not bar.offline.isVisible()


@pytest.mark.parametrize("standing", Standing)
def test_every_end_has_room_in_the_line_with_large_text(standing, window, arriving, qtbot):
    look.set_text_size(200)
    window.resize(683, 668)
    bar = window.status_bar
    state = UpdatesState(standing=standing, looked_at=arriving.clock.now(), is_late=True)
    bar.say_updates(told_of(state, arriving.clock.today()))
    qtbot.waitUntil(lambda: bar.updates.isVisible() and not bar.offline.isVisible())
    qtbot.waitUntil(lambda: bar.updates.geometry().right() < window.width() == 683)


@pytest.mark.parametrize("standing", Standing)
def test_every_end_has_an_icon_few_words_and_whole_sentences(standing, arriving, pseudo_language):
    state = UpdatesState(standing=standing, looked_at=arriving.clock.now())
    told = told_of(state, arriving.clock.today())
    assert told.icon
    assert told.briefly
    assert told.words.startswith("⟦")


def test_what_was_looked_at_yesterday_says_so(arriving):
    state = UpdatesState(looked_at=arriving.clock.now())
    words = [
        told_of(state, arriving.clock.today() + timedelta(days=days)).words for days in range(3)
    ]
    assert words == [
        "Looked for updates today at 12:00.",
        "Looked for updates yesterday at 12:00.",
        "Looked for updates on 22 November 2026.",
    ]


def test_what_is_going_on_has_room_with_large_text(filled, service, window, updates, qtbot):
    look.set_text_size(200)
    window.resize(683, 668)
    service.always["library.json"] = "drop before"
    filled.arrivals._pause = None  # between two tries it really waits
    bar = window.status_bar
    qtbot.keyClick(window, Qt.Key.Key_F5)
    qtbot.waitUntil(bar.progress.cancel_button.isVisible)
    assert bar.progress.words.text() == "Getting updates"
    qtbot.waitUntil(lambda: bar.progress.geometry().right() < window.width() == 683)
    with qtbot.waitSignal(updates.changed):
        bar.progress.cancel_button.click()

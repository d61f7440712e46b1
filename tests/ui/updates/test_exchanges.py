"""The open group meets its other laptops with Get updates, and by itself."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from tests.support.demo_page import DemoPage
from tests.support.updates_window import Network
from tests.support.vault_examples import ASHA
from vcs_desktop.domain.exchange_standing import Exchanged
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.sync.service_errors import ServiceNotSafe
from vcs_desktop.ui.main_window import MainWindow, PageSpec
from vcs_desktop.ui.updates.exchange_words import exchange_told, progress_in_words
from vcs_desktop.ui.updates.exchanges import Exchanges, ExchangeState
from vcs_desktop.ui.updates.exchanges_by_itself import ExchangesByItself
from vcs_desktop.ui.updates.in_window import UpdatesInWindow
from vcs_desktop.ui.updates.updates import Updates
from vcs_desktop.ui.updates.words import Told

PLACES = ("home", "settings", "our-group")


@pytest.fixture
def house(laptops_house):
    return laptops_house


@pytest.fixture
def exchanges(house, tasks):
    made = Exchanges(house, tasks, house.session, house.clock)
    made.network = Network()
    return made


@pytest.fixture
def window(show, tasks, settings, house, exchanges, qtbot):
    specs = [PageSpec(each, each.title(), "house", DemoPage, "") for each in PLACES]
    made = show(MainWindow(specs, tasks, settings, ("Us", "")), 1366, 671)
    updates = Updates(house, tasks, settings, house.clock)
    UpdatesInWindow(made, updates, exchanges)
    qtbot.waitUntil(lambda: made.page().visits == 1)
    return made


@pytest.fixture
def press(window, exchanges, qtbot):
    """Press F5, wait until the group's exchange is over, and return what the status bar says."""

    def press():
        with qtbot.waitSignal(exchanges.ended, timeout=8_000):
            qtbot.keyClick(window, Qt.Key.Key_F5)
        return window.status_bar.exchange.words.text()

    return press


def names(inside):
    return {each.name for each in inside.people.people()}


def test_of_a_group_on_one_laptop_nothing_is_said_and_f5_is_for_the_library(
    window, house, exchanges, qtbot
):
    house.begin()
    house.settle()
    assert not window.status_bar.exchange.isVisible()
    assert window.status_bar.offline.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.stack.place_id == "settings"


def test_what_is_done_here_is_there_after_f5_and_the_other_way_round(window, house, press, qtbot):
    other = house.two()
    house.inside.people.add(Person(name="Dev"))
    other.people.add(Person(name="Eve"))
    other.laptops.exchange()
    with qtbot.waitSignal(house.session.changed):
        assert press().startswith("Your group: up to date, today at ")
    assert window.stack.place_id == "home"  # without an address of a library nobody is led away
    assert names(house.inside) == {"Dev", "Eve"}
    assert window.status_bar.currentMessage().endswith(" changes came from your group.")
    other.laptops.exchange()
    assert names(other) == {"Dev", "Eve"}


def test_changes_that_have_to_go_are_counted_as_they_are_made(window, house, press):
    house.two()
    press()
    house.inside.people.add(Person(name="Dev"))
    house.session.tell_acted()
    house.settle()
    assert window.status_bar.exchange.words.text() == (
        "1 change for your other laptops. F5 sends it."
    )
    assert not window.status_bar.offline.isVisible()


def test_offline_is_said_calmly_with_what_has_to_go(window, house, press):
    house.two()
    press()
    house.inside.people.add(Person(name="Dev"))
    house.go_offline()
    assert press() == "Your group: offline. 1 change to send."
    assert not window.status_bar.exchange.button.isVisible()
    assert not window.findChildren(QMessageBox)
    house.go_offline(is_off=False)
    assert press().startswith("Your group: up to date")


def test_what_is_wrong_with_the_connection_is_explained_at_the_button(window, house, press, qtbot):
    house.two()

    def fail(_when, _what):
        raise ServiceNotSafe

    house.server.faults = fail
    assert press() == "The group's changes did not all go."
    window.status_bar.exchange.button.click()
    box = window.findChild(QMessageBox)
    assert "is not safe" in box.text()
    box.close()


def test_a_laptop_that_asks_is_told_of_and_leads_to_the_laptops(window, house, press):
    house.begin()
    house.share()
    invited = house.inside.laptops.invite()
    house.others.ask(invited.code, "two")
    assert press() == "A laptop asks to join your group."
    window.status_bar.exchange.button.click()
    assert window.stack.place_id == "our-group"


def test_a_laptop_that_was_taken_out_is_told_so_and_asks_no_more(
    window, house, press, exchanges, qtbot
):
    other = house.two()
    press()
    this = next(each for each in other.laptops.laptops() if not each.is_this)
    other.laptops.remove([this.id])
    assert press() == "This laptop was taken out of the group."
    qtbot.keyClick(window, Qt.Key.Key_F5)
    assert window.status_bar.currentMessage() == "This laptop was taken out of the group."
    assert window.stack.place_id == "home"  # it is said again, and nobody is led away
    assert not exchanges.can_exchange


def test_much_that_would_be_deleted_is_told_and_deletes_nothing(window, house, press):
    other = house.two()
    people = [house.inside.people.add(Person(name=f"Person {n}")) for n in range(30)]
    press()
    other.laptops.exchange()
    for each in people[:25]:
        other.people.remove(each)
    other.laptops.exchange()
    assert press() == "Another laptop wants to delete many things."
    assert len(names(house.inside)) == 30


def test_after_a_restore_it_waits_until_somebody_has_looked(window, house, tmp_path, exchanges):
    house.two()
    house.inside.backups.copy_to(tmp_path / "old.vcsgroup")
    house.lock()
    house.groups.restoring.restore(tmp_path / "old.vcsgroup", by_words(ASHA), replace=True)
    house.open_again()
    house.settle()
    words = window.status_bar.exchange.words.text()
    assert words == "Your group came back from a copy. Have a look first."
    assert not exchanges.can_exchange
    house.inside.laptops.go_on()
    exchanges.look_how_it_stands()
    house.settle()
    assert exchanges.can_exchange


def test_a_group_that_has_just_come_gets_its_records_at_once(house, exchanges, qtbot):
    one = house.others.first()
    one.people.add(Person(name="Dev"))
    one.laptops.exchange()
    asked = house.joining.ask("https://service.test", "".join(one.laptops.invite().code), "Here")
    one.laptops.accept(one.laptops.asking()[0].device)
    assert house.joining.is_let_in(asked)
    from vcs_desktop.services.two_laptops.joining import NewMember

    with qtbot.waitSignal(exchanges.ended, timeout=8_000):
        house._open(lambda: house.joining.finish(asked, NewMember("Ben", ASHA)))
    assert names(house.inside) == {"Dev"}


def test_locking_in_the_middle_ends_it_and_says_nothing_of_the_group(
    window, house, exchanges, qtbot
):
    house.two()
    house.settle()
    exchanges.get()
    house.lock()
    house.settle()
    assert not exchanges.is_running
    assert not window.status_bar.exchange.isVisible()
    assert exchanges.state == ExchangeState()


def test_by_itself_it_meets_once_a_day_and_soon_after_work(house, settings, exchanges, qtbot):
    house.two()
    exchanges.get()
    house.settle()
    settings.change(look_when="daily")
    by_itself = ExchangesByItself(exchanges, house.session, settings, house.clock, exchanges)
    by_itself.begin()
    house.settle()
    asked = house.server.requests
    house.inside.people.add(Person(name="Dev"))
    house.session.tell_acted()
    house.settle()
    assert house.server.requests == asked
    house.clock.go_on(300)
    by_itself.consider()
    house.settle()
    assert house.server.requests > asked
    assert exchanges.state.waiting == 0
    asked = house.server.requests
    by_itself.consider()
    house.settle()
    assert house.server.requests == asked
    house.clock.go_on(timedelta(days=2).total_seconds())
    by_itself.consider()
    house.settle()
    assert house.server.requests > asked


@pytest.mark.parametrize(
    ("setting", "network"),
    [
        ({"look_when": "asked"}, {}),
        ({"look_when": "daily"}, {"is_metered": True}),
        ({"look_when": "daily"}, {"is_online": False}),
    ],
)
def test_nothing_begins_by_itself_where_it_may_not(house, settings, exchanges, setting, network):
    house.two()
    house.settle()
    settings.change(**setting)
    exchanges.network.become(**network)
    asked = house.server.requests
    by_itself = ExchangesByItself(exchanges, house.session, settings, house.clock, exchanges)
    house.clock.go_on(timedelta(days=2).total_seconds())
    by_itself.begin()
    house.settle()
    assert house.server.requests == asked


def test_offline_it_tries_again_later_and_not_at_once(house, settings, exchanges):
    house.two()
    house.settle()
    house.go_offline()
    exchanges.get()
    house.settle()
    settings.change(look_when="daily")
    draw = iter([1.0] * 9)
    by_itself = ExchangesByItself(
        exchanges, house.session, settings, house.clock, exchanges, lambda: next(draw)
    )
    by_itself.begin()
    assert not exchanges.is_running
    house.go_offline(is_off=False)
    house.clock.go_on(60)
    by_itself.consider()
    house.settle()
    assert exchanges.state.outcome is Exchanged.DONE


def test_every_outcome_has_words_and_few_words(house):
    today = house.clock.today()
    for outcome in (None, *Exchanged):
        state = ExchangeState(has_service=True, outcome=outcome)
        for each in (state, replace(state, waiting=3), replace(state, last_at=house.clock.now())):
            told = exchange_told(each, today)
            assert told.words.endswith(".")
            assert 0 < len(told.briefly) < len(told.words)
    assert exchange_told(ExchangeState(), today) is None


def test_progress_is_said_in_words():
    assert progress_in_words("files", 0, 4) == "The group's files: 1 of 4"
    assert progress_in_words("read", 500, 1200) == "The group's changes: 500 of 1,200"
    assert progress_in_words("give", 0, 0) == "Meeting the group's other laptops"


def test_where_there_is_little_room_what_asks_for_somebody_comes_first(window):
    bar = window.status_bar
    bar.make_room(narrow=True)
    calm = Told("check", "ok", "Your group: up to date, today at 12:00.", "Group up to date")
    asks = Told("laptop", "warn", "This laptop was taken out.", "Taken out", "Why?")
    library = Told("check", "ok", "Up to date. Looked today.", "Up to date")
    waits = Told("circle-help", "info", "A library waits for your yes.", "A library", "Look at it")
    for group, of_library, shown in (
        (calm, library, (True, False)),
        (calm, waits, (False, True)),
        (asks, waits, (True, False)),
        (None, library, (False, True)),
    ):
        bar.say_exchange(group)
        bar.say_updates(of_library)
        assert (bar.exchange.isVisible(), bar.updates.isVisible()) == shown
    bar.make_room(narrow=False)
    bar.say_exchange(calm)
    assert bar.exchange.isVisible()
    assert bar.updates.isVisible()
    assert not bar.offline.isVisible()

"""Getting updates: one look at a time, and every way that it can end."""

import socket

import pytest

from tests.support.arriving import told
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, LINE, STRANGER
from tests.support.updates_window import MANY, Arriving
from vcs_desktop.domain.updates import Standing
from vcs_desktop.services.arrivals import Outcome, Step
from vcs_desktop.sync.errors import WrongAddress
from vcs_desktop.sync.http_remote import HttpRemote
from vcs_desktop.ui.updates.updates import Updates


@pytest.fixture
def filled(get, arriving):
    """Somebody whose laptop has the library already."""
    assert get(DIGITS).standing is Standing.TAKEN_IN
    return arriving.laptop


def test_without_an_address_it_says_that_one_is_wanted(updates, settings, qtbot):
    settings.change(service="")
    with qtbot.waitSignal(updates.address_wanted):
        updates.get()
    updates.look()
    assert not updates.is_running


def test_the_first_time_a_person_is_asked_whose_it_is(updates, get, qtbot):
    with qtbot.waitSignal(updates.asks):
        assert get().standing is Standing.ASKS
    assert updates.waiting_offer.fingerprint == DIGITS


def test_their_yes_fills_the_library(updates, get, arriving, qtbot):
    get()
    with qtbot.waitSignal(updates.taken_in):
        state = get(DIGITS)
    assert (state.standing, state.changed) == (Standing.TAKEN_IN, 300)
    assert updates.waiting_offer is None
    assert arriving.laptop.lines(LINE) == told(MANY)


def test_when_nobody_asked_the_person_is_not_led_away(updates, qtbot):
    with (
        qtbot.assertNotEmitted(updates.asks),
        qtbot.waitSignals([updates.changed, updates.changed]),
    ):
        updates.look()
    assert updates.state.standing is Standing.ASKS
    assert updates.state.by_itself


def test_nothing_new_is_up_to_date_and_when_that_was_is_kept(filled, get, settings):
    state = get()
    assert state.standing is Standing.UP_TO_DATE
    assert state.looked_at == filled.clock.now()
    assert settings.current.looked_at == filled.clock.now().isoformat()


def test_two_looks_are_never_under_way_at_once(updates, service, qtbot):
    with qtbot.waitSignals([updates.changed, updates.changed]):
        updates.get()
        updates.get()
        updates.look()
        updates.get_much()
    assert not updates.is_running
    assert len(service.requests) == 2


def test_who_asks_during_a_look_that_nobody_asked_for_is_answered_by_it(updates, service, qtbot):
    with qtbot.waitSignal(updates.asks):
        updates.look()
        updates.get()
    assert len(service.requests) == 2


def test_a_yes_during_a_look_is_heard_when_that_is_over(updates, arriving, qtbot):
    with qtbot.waitSignal(updates.taken_in), qtbot.assertNotEmitted(updates.asks):
        updates.look()
        updates.get(DIGITS)
    assert arriving.laptop.lines(LINE) == told(MANY)


def test_of_another_address_nothing_is_known_yet(filled, updates, get, settings, qtbot):
    with qtbot.waitSignal(updates.changed):
        updates.set_address("https://other.example.org")
    assert (updates.state.standing, updates.state.looked_at) == (None, None)
    assert settings.current.service == "https://other.example.org"
    assert settings.current.looked_at == ""


def test_what_comes_from_the_address_before_says_nothing_of_the_new_one(updates, settings, qtbot):
    with qtbot.waitSignals([updates.changed, updates.changed, updates.changed]):
        updates.get()
        updates.set_address("https://other.example.org")
    assert not updates.is_running
    assert (updates.state.standing, updates.waiting_offer) == (None, None)


def test_how_far_it_is_is_said_in_words(updates, filled, office, qtbot):
    office.publish(*MANY[5:], call("new"))
    heard = []
    updates.progressed.connect(lambda words, *_: heard.append(words))
    with qtbot.waitSignals([updates.changed, updates.changed]):
        updates.get()
    assert heard[0] == "Looking for something new"
    assert any(words.startswith("Taking in what is new") for words in heard)


def test_what_was_stopped_goes_on_with_the_next_look(updates, get, service, arriving, qtbot):
    service.always["snapshots/1.ndjson.gz"] = "drip"
    with qtbot.waitSignals([updates.changed, updates.changed]):
        updates.get(DIGITS)
        qtbot.waitUntil(lambda: any("snapshots" in path for path, _ in service.requests))
        updates.stop()
    assert updates.state.standing is Standing.STOPPED
    service.always.clear()
    assert get(DIGITS).standing is Standing.TAKEN_IN
    assert "range" in service.requests[-1][1]


def test_a_network_that_goes_half_way_is_offline_and_the_next_look_goes_on(
    updates, get, service, arriving
):
    service.always["snapshots/1.ndjson.gz"] = "truncate"
    assert get(DIGITS).standing is Standing.OFFLINE
    assert arriving.laptop.lines(LINE) == []
    service.always.clear()
    assert get(DIGITS).standing is Standing.TAKEN_IN
    assert arriving.laptop.lines(LINE) == told(MANY)


@pytest.mark.parametrize(
    ("fault", "standing"),
    [
        ("drop before", Standing.OFFLINE),
        ("500", Standing.OFFLINE),
        ("portal", Standing.SIGN_IN),
        ("sent to portal", Standing.SIGN_IN),
        ("511", Standing.SIGN_IN),
        ("404", Standing.NOTHING_THERE),
        ("429", Standing.LATER),
    ],
)
def test_each_trouble_of_the_network_is_told_apart(filled, get, service, fault, standing):
    service.always["library.json"] = fault
    service.retry_after = "90"
    before = get().looked_at
    state = get()
    assert state.standing is standing
    assert state.error.message
    assert state.looked_at == before
    assert state.wait_s == (90 if fault == "429" else 0)


def test_a_computer_behind_a_portal_that_answers_nothing_is_told_to_sign_in(
    filled, get, service, network
):
    service.always["library.json"] = "drop before"
    network.is_behind_portal = True
    assert get().standing is Standing.SIGN_IN


def test_a_library_that_somebody_changed_is_not_trusted(filled, get, office):
    office.sign(office.manifest, key=STRANGER)
    state = get()
    assert state.standing is Standing.NOT_TRUSTED
    assert "changed it" in state.error.message


def test_an_address_that_is_none_is_to_be_mended_here(updates, get, settings):
    settings.change(service="http://a.example/?not=one")
    state = get()
    assert (state.standing, type(state.error)) == (Standing.FAILED, WrongAddress)


def test_where_it_costs_by_the_amount_a_lot_is_asked_about_first(
    updates, get, network, office, filled, monkeypatch, qtbot
):
    monkeypatch.setattr("vcs_desktop.ui.updates.updates.LITTLE_BYTES", 100)
    network.is_metered = True
    office.publish(*MANY[5:], call("new"))
    with qtbot.waitSignal(updates.asks):
        state = get()
    assert state.standing is Standing.MUCH
    assert state.to_read > 100
    assert updates.waiting_offer is None
    with qtbot.waitSignals([updates.changed, updates.changed]):
        updates.get_much()
    assert updates.state.standing is Standing.TAKEN_IN


def test_who_does_not_mind_the_amount_is_not_asked(
    get, network, office, filled, settings, monkeypatch
):
    monkeypatch.setattr("vcs_desktop.ui.updates.updates.LITTLE_BYTES", 100)
    network.is_metered = True
    settings.change(metered_care=False)
    office.publish(*MANY[5:])
    assert get().standing is Standing.TAKEN_IN


def test_files_that_go_along_wait_where_the_connection_costs_by_the_amount(
    get, network, office, filled, service
):
    office.publish(*MANY, call("new"), attachments=(b"a leaflet",))
    network.is_metered = True
    assert get().standing is Standing.TAKEN_IN
    assert not [each for each in service.requests if "attachments/" in str(each)]
    network.is_metered = False
    get()
    assert [each for each in service.requests if "attachments/" in str(each)]


def test_when_it_was_last_well_is_known_after_the_app_was_opened_anew(
    updates, filled, tasks, settings
):
    again = type(updates)(updates._services, tasks, settings, filled.clock)
    assert again.state.looked_at == filled.clock.now()
    assert again.state.standing is None


def test_what_a_group_shares_is_told_when_it_went_along(tmp_path, tasks, settings, service, qtbot):
    sent = [Step("submissions", Outcome.DONE, 1)]
    arriving = Arriving(tmp_path / "sharing", afterwards=lambda _go_on: tuple(sent))
    settings.change(service=service.address)
    updates = Updates(arriving, tasks, settings, arriving.clock)
    with qtbot.waitSignals([updates.shared, updates.changed, updates.changed]):
        updates.get(DIGITS)
    sent.clear()
    with (
        qtbot.assertNotEmitted(updates.shared),
        qtbot.waitSignals([updates.changed, updates.changed]),
    ):
        updates.get()
    tasks.stop()
    arriving.close()


def test_a_look_that_is_stopped_ends_while_the_service_says_nothing(
    tasks, settings, arriving, network, qtbot
):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        settings.change(service=f"http://127.0.0.1:{listener.getsockname()[1]}")
        arriving.arrivals._remote_at = HttpRemote  # as patient as it usually is: half a minute
        updates = Updates(arriving, tasks, settings, arriving.clock)
        updates.network = network
        updates.get()
        line, _ = listener.accept()
        with line, qtbot.waitSignal(updates.changed, timeout=5_000):
            line.recv(10_000)
            updates.stop()
    assert updates.state.standing is Standing.STOPPED

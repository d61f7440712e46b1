"""A service is asked for what is new, over a network that does as it likes."""

import pytest

from tests.support.arriving import Laptop, told
from tests.support.fault_proxy import EVERY_FAULT, faulty_service
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, LINE, OFFICER, STRANGER, Office, pack
from vcs_desktop.core.errors import AppError
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.services.arrivals.refusals import NotKnownYet
from vcs_desktop.sync.errors import (
    NoServiceThere,
    Offline,
    SignInToWifi,
    TooSlow,
    TryLater,
    WrongAddress,
)
from vcs_desktop.sync.trust import NotTrusted, NotWhole
from vcs_desktop.vault.signing import key_of
from vcs_desktop.wire.roots import fingerprint_of

MANY = tuple(call(f"grant {number:03}", note=f"{number * 7919}") for number in range(300))
FIRST_CALLS, LATER_CALLS = 3, 3


@pytest.fixture
def service(office):
    office.publish(*MANY)
    with faulty_service(office.folder) as made:
        yield made


@pytest.fixture
def filled(laptop, service):
    assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
    return laptop


def paths(service, since=0):
    return [path.rpartition("/library/")[2] for path, _ in service.requests[since:]]


def test_the_first_time_asks_and_then_fills(laptop, service):
    asks = laptop.arrivals.sync(service.address)
    assert (asks.outcome, type(asks.error)) == (Outcome.ASKS, NotKnownYet)
    assert paths(service) == ["library.json", "root.json"]
    assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
    assert laptop.lines(LINE) == told(MANY)
    assert laptop.known()[LINE].service == service.address
    assert list((laptop.folder / "arriving").iterdir()) == []


def test_a_yes_counts_until_all_is_here_however_often_the_network_ends(laptop, service):
    service.always = {".gz": "drop before"}
    assert isinstance(laptop.arrivals.sync(service.address, trust=DIGITS).error, Offline)
    assert (laptop.lines(LINE), laptop.origin(LINE)) == ([], None)
    assert isinstance(laptop.arrivals.sync(service.address).error, Offline)
    service.always = {}
    assert laptop.arrivals.sync(service.address).outcome == Outcome.DONE
    assert laptop.lines(LINE) == told(MANY)


def test_a_yes_to_what_never_came_binds_nobody_to_it(laptop, service, tmp_path):
    service.always = {".gz": "drop before"}
    assert laptop.arrivals.sync(service.address, trust=DIGITS).error is not None
    right = Office(tmp_path / "right", root_key=STRANGER)
    right.publish(call("halls"))
    digits = fingerprint_of(key_of(STRANGER))
    assert isinstance(laptop.arrivals.take_in(right.folder).error, NotKnownYet)
    with faulty_service(right.folder) as other:
        assert laptop.arrivals.sync(other.address, trust=digits).outcome == Outcome.DONE
    assert laptop.lines(LINE) == told([call("halls")])


def test_a_yes_is_kept_for_no_digits_that_were_wrong(laptop, service):
    laptop.arrivals.sync(service.address, trust="00000 " * 6)
    assert laptop.known() == {}
    assert isinstance(laptop.arrivals.sync(service.address).error, NotKnownYet)


def test_where_nothing_is_new_it_is_one_request_of_less_than_3_kb(filled, service):
    before, sent = len(service.requests), service.sent + service.received
    arrival = filled.arrivals.sync(service.address)
    assert arrival.outcome == Outcome.NOTHING_NEW
    assert paths(service, before) == ["library.json"]
    assert service.sent + service.received - sent < 3_000


def test_what_changed_is_fetched_and_no_more(filled, office, service):
    office.publish(*MANY[1:], call("new"))
    before = len(service.requests)
    assert filled.arrivals.sync(service.address).outcome == Outcome.DONE
    assert paths(service, before) == ["library.json", "root.json", "deltas/2.ndjson.gz"]
    assert filled.lines(LINE) == told(office.records())


def test_after_a_stick_the_service_is_asked_anew(filled, office, service, tmp_path):
    office.publish(*MANY[1:])
    filled.arrivals.take_in(pack(office.folder, tmp_path / "a.vcslibrary"))
    before = len(service.requests)
    assert filled.arrivals.sync(service.address).outcome == Outcome.NOTHING_NEW
    assert paths(service, before) == ["library.json", "root.json"]
    assert filled.arrivals.sync(service.address).outcome == Outcome.NOTHING_NEW
    assert paths(service, before + 2) == ["library.json"]


def test_a_service_that_nothing_came_from_is_not_told_what_another_called_it(
    filled, office, service
):
    with faulty_service(office.folder) as mirror:
        assert filled.arrivals.sync(mirror.address).outcome == Outcome.NOTHING_NEW
        assert "if-none-match" not in mirror.requests[0][1]


@pytest.mark.parametrize("fault", EVERY_FAULT)
def test_a_fault_at_any_call_of_the_first_time_loses_nothing(tmp_path, service, fault):
    for number in range(FIRST_CALLS):
        laptop = Laptop(tmp_path / f"data {number}")
        service.faults = {len(service.requests) + number: fault}
        arrival = laptop.arrivals.sync(service.address, trust=DIGITS)
        assert_whole_or_nothing(laptop, arrival, nothing=({}, {}, {}), whole=MANY)
        service.faults = {}
        assert laptop.arrivals.sync(service.address, trust=DIGITS).error is None
        assert laptop.lines(LINE) == told(MANY)
        laptop.close()


@pytest.mark.parametrize("fault", EVERY_FAULT)
def test_a_fault_at_any_call_of_an_update_loses_nothing(filled, office, service, fault):
    for number in range(LATER_CALLS):
        office.publish(*MANY[number + 1 :], call(f"new {number}"))
        before = filled.all()
        service.faults = {len(service.requests) + number: fault}
        arrival = filled.arrivals.sync(service.address)
        assert_whole_or_nothing(filled, arrival, nothing=before, whole=office.records())
        service.faults = {}
        assert filled.arrivals.sync(service.address).error is None
        assert filled.lines(LINE) == told(office.records())


def assert_whole_or_nothing(laptop, arrival, *, nothing, whole):
    if arrival.error is None:
        assert arrival.outcome == Outcome.DONE
        assert laptop.lines(LINE) == told(whole)
    else:
        assert isinstance(arrival.error, AppError)
        assert arrival.error.message
        assert arrival.error.advice
        assert laptop.all() == nothing


@pytest.mark.parametrize(
    ("fault", "path", "error"),
    [
        ("portal", "", SignInToWifi),
        ("portal as json", ".json", SignInToWifi),
        ("portal", "ndjson.gz", SignInToWifi),
        ("sent to portal", "", SignInToWifi),
        ("511", "", SignInToWifi),
        ("429", "", TryLater),
        ("503", "", TryLater),
        ("500", "", Offline),
        ("404", ".json", NoServiceThere),
        ("404", "ndjson.gz", NotWhole),
        ("drop before", "", Offline),
        ("drop after", "", Offline),
        ("nonsense", "", Offline),
        ("drip", "", TooSlow),
        ("drip head", "", TooSlow),
        ("drip heads", "", TooSlow),
        ("drip", "ndjson.gz", TooSlow),
        ("flipped bits", ".json", NotTrusted),
        ("flipped bits", "ndjson.gz", NotWhole),
        ("endless", ".json", NoServiceThere),
        ("endless", "ndjson.gz", Offline),
    ],
)
def test_a_fault_that_stays_is_told_by_its_name(laptop, service, fault, path, error):
    service.always = {path: fault}
    arrival = laptop.arrivals.sync(service.address, trust=DIGITS)
    assert type(arrival.error) is error or (
        error is NotTrusted and isinstance(arrival.error, error)
    )
    assert arrival.outcome == Outcome.FAILED
    assert laptop.all() == ({}, {}, {})


def test_nobody_at_the_address_is_offline(laptop, office):
    office.publish(*MANY)
    with faulty_service(office.folder) as gone:
        address = gone.address
    arrival = laptop.arrivals.sync(address, trust=DIGITS)
    assert type(arrival.error) is Offline
    assert [step.outcome for step in arrival.steps] == [Outcome.FAILED]


@pytest.mark.parametrize(
    "address", ["", "file:///etc", "ftp://x/", "https://a b/", "https://me@x/", "x", "http://x/?a"]
)
def test_what_is_no_address_is_not_asked(laptop, address):
    with pytest.raises(WrongAddress):
        laptop.arrivals.sync(address)


def test_a_download_goes_on_where_it_broke_off(laptop, service):
    service.faults = {2: "truncate"}
    assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
    size = service.folder.joinpath("snapshots/1.ndjson.gz").stat().st_size
    assert service.requests[3][1]["range"] == f"bytes={size // 2}-"


def test_a_download_goes_on_after_the_program_was_ended(tmp_path, service):
    first = Laptop(tmp_path / "data")
    service.faults = dict.fromkeys(range(2, 9), "truncate") | dict.fromkeys(range(3, 9), "503")
    assert isinstance(first.arrivals.sync(service.address, trust=DIGITS).error, Offline)
    service.faults, before = {}, len(service.requests)
    again = Laptop(tmp_path / "data", database=first.database)
    assert again.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
    assert "range" in service.requests[before + 2][1]
    first.close()


def test_what_was_begun_of_a_file_that_is_another_now_is_thrown_away(laptop, service):
    def changed():
        for part in (laptop.folder / "arriving").glob("*.part"):
            part.write_bytes(bytes(part.stat().st_size))

    laptop.pause.meanwhile = changed
    service.faults = {2: "truncate", 3: "503"}
    assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
    assert laptop.lines(LINE) == told(MANY)


def test_a_short_wait_that_is_asked_for_is_kept_and_a_long_one_is_told(laptop, service):
    service.faults = {0: "503"}
    assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
    assert laptop.pause.asked == [3.0]
    service.retry_after, service.always = "1200", {"library.json": "429"}
    arrival = laptop.arrivals.sync(service.address)
    assert isinstance(arrival.error, TryLater)
    assert arrival.wait_s == 1_200
    assert laptop.pause.asked == [3.0]


def test_an_officer_whose_key_was_replaced_cannot_publish_over_the_web(filled, office, service):
    office.rotate()
    office.publish(*MANY[1:])
    assert filled.arrivals.sync(service.address).outcome == Outcome.DONE
    office.publish(*MANY[2:])
    office.sign(office.manifest, key=OFFICER)
    assert isinstance(filled.arrivals.sync(service.address).error, NotTrusted)
    assert filled.lines(LINE) == told(MANY[1:])


def test_what_our_own_disk_hurt_is_in_the_way_once_at_most(laptop, office, service):
    snapshot, folder = office.manifest.snapshot, laptop.folder / "arriving"
    folder.mkdir()
    (folder / snapshot.sha256).write_bytes(bytes(snapshot.size))
    hurt = laptop.arrivals.sync(service.address, trust=DIGITS)
    assert isinstance(hurt.error, NotWhole)
    assert laptop.all() == ({}, {}, {})
    assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
    assert laptop.lines(LINE) == told(MANY)


def test_what_cannot_be_deleted_afterwards_does_not_hurt(laptop, service):
    (laptop.folder / "arriving" / "of somebody else").mkdir(parents=True)
    assert laptop.arrivals.sync(service.address, trust=DIGITS).outcome == Outcome.DONE
    assert [each.name for each in (laptop.folder / "arriving").iterdir()] == ["of somebody else"]

"""What arrives is taken in whole, or nothing of it is."""

from dataclasses import replace
from datetime import date, timedelta
from threading import Event

import pytest

from tests.support.arriving import told
from tests.support.library_examples import TODAY, WRONG_LINES, call, contract, grant, put
from tests.support.signed_trees import DIGITS, LINE, Office, pack
from vcs_desktop.domain.library import THIS_COMPUTER
from vcs_desktop.services.arrivals import Outcome, offer
from vcs_desktop.services.arrivals.refusals import NewerAppNeeded, NotEnoughRoom
from vcs_desktop.storage import practice
from vcs_desktop.storage.queries import records
from vcs_desktop.sync.trust import NotWhole
from vcs_desktop.wire.delta import Gone, delta_line
from vcs_desktop.wire.record import Record, line_of

MANY = tuple(call(f"grant {number:03}", note=f"{number * 7919}") for number in range(60))


def took(arrival):
    assert arrival.error is None, arrival.error and arrival.error.detail
    return arrival.outcome, arrival.taken.added, arrival.taken.changed, arrival.taken.removed


def files_read(arrival):
    return [step.read for step in arrival.steps if step.name == "files"]


@pytest.fixture
def filled(laptop, office):
    office.publish(*MANY)
    assert laptop.arrivals.take_in(office.folder, trust=DIGITS).outcome == Outcome.DONE
    return laptop


def test_a_library_is_taken_in_and_its_words_are_found(laptop, office):
    office.publish(call("halls"), grant("roof"), contract("lunches"))
    arrival = laptop.arrivals.take_in(office.folder, trust=DIGITS)
    assert took(arrival) == (Outcome.DONE, 3, 0, 0)
    assert [step.name for step in arrival.steps] == [
        "manifest", "root", "files", "take in", "index",
    ]  # fmt: skip
    assert laptop.lines(LINE) == told(office.records())
    assert laptop.found("halls") == ["halls"]
    assert laptop.library.status().waiting_for_index == 0
    assert laptop.known()[LINE].version == laptop.origin(LINE).version == 1


def test_the_same_again_changes_nothing(filled, office):
    before = filled.database.data_version(), filled.all()
    arrival = filled.arrivals.take_in(office.folder)
    assert took(arrival) == (Outcome.NOTHING_NEW, 0, 0, 0)
    assert (filled.database.data_version(), filled.all()) == before


def test_only_what_changed_is_read_where_the_tree_tells_it(filled, office):
    changed = replace(MANY[3], data={**MANY[3].data, "grantMaximumAward": 9})
    office.publish(*MANY[:3], changed, *MANY[5:], call("new"))
    arrival = filled.arrivals.take_in(office.folder)
    assert took(arrival) == (Outcome.DONE, 1, 1, 1)
    assert files_read(arrival) == [office.deltas[0].size]
    assert filled.lines(LINE) == told(office.records())
    assert filled.found("grant 004") == []


def test_deltas_are_followed_one_after_the_other(filled, office):
    office.publish(*MANY[1:], call("comes and goes"))
    office.publish(*MANY[1:])
    office.publish(*MANY)
    arrival = filled.arrivals.take_in(office.folder)
    assert arrival.outcome == Outcome.DONE
    assert files_read(arrival) == [sum(each.size for each in office.deltas)]
    assert filled.lines(LINE) == told(MANY)
    assert filled.found("comes") == []
    assert filled.origin(LINE).digest == office.manifest.digest


def test_a_record_that_was_changed_and_changed_back_is_as_it_was(filled, office):
    office.publish(*MANY[1:], replace(MANY[0], modified="2026-11-21T00:00:00Z"))
    office.publish(*MANY)
    assert filled.arrivals.take_in(office.folder).outcome == Outcome.DONE
    assert filled.lines(LINE) == told(MANY)


def test_without_the_deltas_between_all_of_it_is_read(filled, office):
    office.publish(*MANY[1:])
    office.deltas.clear()
    office.publish(*MANY[2:], delta=False)
    arrival = filled.arrivals.take_in(office.folder)
    assert files_read(arrival) == [office.manifest.snapshot.size]
    assert filled.lines(LINE) == told(MANY[2:])


def test_a_delta_that_leads_elsewhere_is_passed_over_for_the_whole(filled, office):
    office.publish(*MANY[1:])
    office.with_delta([delta_line(Gone(MANY[0].kind, MANY[0].id)), line_of(grant("odd"))][::-1])
    arrival = filled.arrivals.take_in(office.folder)
    assert took(arrival) == (Outcome.DONE, 0, 0, 1)
    assert [step.outcome for step in arrival.steps][2:5] == [
        Outcome.DONE, Outcome.FAILED, Outcome.DONE,
    ]  # fmt: skip
    assert filled.lines(LINE) == told(MANY[1:])


def test_a_delta_that_is_not_there_or_damaged_is_passed_over_for_the_whole(filled, office):
    for content in (None, b"", b"x" * 99):
        office.publish(*MANY[: -office.version])
        path = office.folder / office.deltas[-1].path
        path.unlink() if content is None else path.write_bytes(content)
        assert filled.arrivals.take_in(office.folder).outcome == Outcome.DONE
        assert filled.lines(LINE) == told(office.records())


def test_one_version_published_twice_ends_with_the_newer_content(filled, office):
    office.publish(*MANY[5:], version=1, delta=False)
    assert took(filled.arrivals.take_in(office.folder)) == (Outcome.DONE, 0, 0, 5)
    assert filled.lines(LINE) == told(MANY[5:])


def test_what_a_person_loaded_and_other_lines_are_left_alone(laptop, office, tmp_path):
    put(laptop.database, call("halls", grantMaximumAward=1), call("mine"))
    other = Office(tmp_path / "other", line="cherwell", root_key=b"9" * 32)
    other.publish(call("theirs"), call("halls"))
    laptop.arrivals.take_in(other.folder, trust=laptop.arrivals.look_at(other.folder).fingerprint)
    office.publish(call("halls"))
    laptop.arrivals.take_in(office.folder, trust=DIGITS)
    office.publish(call("seeds"))
    laptop.arrivals.take_in(office.folder)
    assert laptop.lines(LINE) == told([call("seeds")])
    assert laptop.lines("cherwell") == told(other.records())
    assert laptop.lines(THIS_COMPUTER) == told([call("halls", grantMaximumAward=1), call("mine")])


def test_unknown_kinds_and_fields_are_kept_whole(laptop, office):
    new = Record("dance", "dance/1", {"steps": [1, 2.5, None, {"é": "\\ud and ≤"}]}, "2026")
    office.publish(new, *MANY)
    laptop.arrivals.take_in(office.folder, trust=DIGITS)
    office.publish(replace(new, data={**new.data, "more": True}), *MANY)
    arrival = laptop.arrivals.take_in(office.folder)
    assert files_read(arrival) == [office.deltas[0].size]
    assert laptop.lines(LINE) == told(office.records())


@pytest.mark.parametrize("lines", WRONG_LINES)
def test_lines_that_are_wrong_are_refused_although_all_is_signed(filled, office, lines):
    office.publish(*MANY[1:])
    office.deltas.clear()
    office.sign(replace(office.manifest, deltas=()))
    office.with_snapshot(lines)
    before = filled.all()
    arrival = filled.arrivals.take_in(office.folder)
    assert isinstance(arrival.error, NotWhole)
    assert filled.all() == before


@pytest.mark.parametrize(
    "said",
    [{"records": 59}, {"records": 61}, {"unpacked": 100}, {"unpacked": 10**9}, {"size": 5},
     {"size": 10**7}, {"sha256": "0" * 64}, {"path": "snapshots/77.ndjson.gz"}],
    ids=str,
)  # fmt: skip
def test_a_snapshot_that_is_not_what_the_manifest_says_is_refused(laptop, office, said):
    office.publish(*MANY)
    office.with_snapshot([line_of(each) for each in MANY], **said)
    before = laptop.all()
    arrival = laptop.arrivals.take_in(office.folder, trust=DIGITS)
    assert arrival.outcome == Outcome.FAILED
    assert isinstance(arrival.error, NotWhole)
    assert laptop.all() == before


def test_endless_data_is_not_unpacked(laptop, office):
    office.publish(*MANY)
    office.with_snapshot([b" " * 20_000_000 + b"\n"], unpacked=1_000)
    arrival = laptop.arrivals.take_in(office.folder, trust=DIGITS)
    assert isinstance(arrival.error, NotWhole)


def test_a_library_for_a_newer_app_is_refused_in_words(laptop, office):
    for needs in ("0.2.0", "1", "0.1.1", "soon", "9" * 30):
        office.publish(*MANY, min_app=needs)
        arrival = laptop.arrivals.take_in(office.folder, trust=DIGITS)
        assert isinstance(arrival.error, NewerAppNeeded)
    office.publish(*MANY, min_app="0.1")
    assert laptop.arrivals.take_in(office.folder, trust=DIGITS).outcome == Outcome.DONE


def test_where_there_is_no_room_nothing_is_begun(laptop, office, monkeypatch):
    office.publish(*MANY)
    monkeypatch.setattr(offer, "ROOM_ALWAYS", 1 << 60)
    arrival = laptop.arrivals.take_in(office.folder, trust=DIGITS)
    assert isinstance(arrival.error, NotEnoughRoom)
    assert laptop.known() == {}


def stopped_at(words):
    """Return what stops an arrival once it tells that it does something."""
    stop = Event()

    def tell(told_of, *_):
        if told_of.startswith(words):
            stop.set()

    return {"tell": tell, "stop": stop}


def test_somebody_can_stop_it_and_nothing_is_kept_of_it(laptop, office):
    office.publish(*MANY)
    arrival = laptop.arrivals.take_in(office.folder, trust=DIGITS, **stopped_at("Taking in"))
    assert arrival.outcome == Outcome.STOPPED
    assert arrival.steps[-1].outcome == Outcome.STOPPED
    assert laptop.all() == ({}, {}, {})
    assert laptop.arrivals.take_in(office.folder, trust=DIGITS).outcome == Outcome.DONE


def test_stopped_while_words_are_indexed_it_is_there_and_goes_on_later(laptop, office):
    office.publish(*MANY)
    stopped = laptop.arrivals.take_in(office.folder, trust=DIGITS, **stopped_at("Making"))
    assert stopped.outcome == Outcome.DONE
    assert laptop.lines(LINE) == told(MANY)
    assert laptop.library.finish_index()


def test_a_pack_is_as_good_as_a_folder(laptop, office, tmp_path):
    office.publish(*MANY, attachments=(b"%PDF-1.7",))
    path = pack(office.folder, tmp_path / "a.vcslibrary")
    assert laptop.arrivals.look_at(path).records == len(MANY)
    assert took(laptop.arrivals.take_in(path, trust=DIGITS)) == (Outcome.DONE, len(MANY), 0, 0)
    assert laptop.lines(LINE) == told(MANY)


@pytest.mark.parametrize("days", [10**6, 10**12, -(10**6), 10**30, True, "soon"])
def test_practice_that_closes_on_no_day_at_all_is_kept_and_hurts_nothing(laptop, office, days):
    with laptop.database.writing() as session:
        practice.begin(session, TODAY)
    odd = call("odd", practice=True, closesAfterDays=days)
    office.publish(odd, call("seeds", practice=True, closesAfterDays=20))
    arrival = laptop.arrivals.take_in(office.folder, trust=DIGITS)
    assert took(arrival) == (Outcome.DONE, 2, 0, 0)
    with laptop.database.writing() as session:
        practice.count_from(session, TODAY)
    with laptop.database.reading() as session:
        closes_on = {
            name: records.record(session, f"call/{name}").line.closes_on
            for name in ("odd", "seeds")
        }
    assert closes_on == {"odd": date(2026, 12, 18), "seeds": TODAY + timedelta(20)}


ODD = (
    None, True, -1, 10**30, 1e300, "", "x", "0001-01-01", "9999-12-31T23:59:59-23:59", "\0",
    "9" * 400, [], {}, [[]], [{}], [None], {"id": 1}, {"amount": 10**40, "currency": "GBP"},
)  # fmt: skip


def odd_ones(record):
    """Return a record again and again, each time with something odd in one of its fields."""
    every = [(path, value) for path in paths_in(record.data) for value in ODD]
    for number, (path, value) in enumerate(every):
        yield replace(
            record, id=f"{record.id}/{number:04}", data=with_odd(record.data, path, value)
        )


def paths_in(data, path=()):
    for name, value in data.items():
        yield (*path, name)
        if isinstance(value, dict):
            yield from paths_in(value, (*path, name))


def with_odd(data, path, value):
    name, *rest = path
    return {**data, name: with_odd(data[name], rest, value) if rest else value}


def test_whatever_a_record_says_it_is_taken_in_as_it_is(laptop, office):
    with laptop.database.writing() as session:
        practice.begin(session, TODAY)
    wholes = (
        call("halls", status="active", rolling=True, practice=True, closesAfterDays=9),
        contract("lunches", classification={"id": "55"}, mainProcurementCategory="services"),
        grant("roof"),
    )
    office.publish(*(odd for whole in wholes for odd in odd_ones(whole)))
    assert laptop.arrivals.take_in(office.folder, trust=DIGITS).outcome == Outcome.DONE
    assert laptop.lines(LINE) == told(office.records())
    assert laptop.library.status().waiting_for_index == 0

"""Files that records point to come along, are right, and are kept once, under their digest."""

import hashlib
from dataclasses import replace

import pytest

from tests.support.arriving import Laptop, told
from tests.support.fault_proxy import QUICK_FAULTS, faulty_service
from tests.support.library_examples import call
from tests.support.signed_trees import DIGITS, LINE, Office, pack
from vcs_desktop.core.errors import NotFound, Stopped
from vcs_desktop.services.arrivals import Outcome, along
from vcs_desktop.services.arrivals.along import NotHereYet

FORM, MAP, EMPTY = b"%PDF-1.7 a form " * 9_000, b"\x89PNG a map " * 20, b""
LATER = b"%PDF-1.7 the form of next year"


def digest(content):
    return hashlib.sha256(content).hexdigest()


def pointing(name, *contents):
    documents = [{"title": f"Paper {n}", "url": f"attachments/{digest(each)}"}
                 for n, each in enumerate(contents)]  # fmt: skip
    return call(name, documents=documents)


def kept(laptop):
    """Return the bytes of all files that are kept."""
    folder = laptop.folder / "attachments"
    return {each.name: each.read_bytes() for each in folder.iterdir()} if folder.exists() else {}


def named(*contents):
    return {digest(each): each for each in contents}


def step(arrival):
    found = [each for each in arrival.steps if each.name == "attachments"]
    return (found[0].outcome, found[0].count, found[0].read) if found else None


@pytest.fixture
def published(office):
    office.publish(pointing("halls", FORM, MAP, EMPTY), attachments=(FORM, MAP, EMPTY))
    return office


@pytest.fixture
def service(published):
    with faulty_service(published.folder) as made:
        yield made


def test_they_come_from_a_folder_from_a_pack_and_from_a_service(published, service, tmp_path):
    stick = pack(published.folder, tmp_path / "a.vcslibrary")
    sources = (
        lambda laptop: laptop.arrivals.take_in(published.folder, trust=DIGITS),
        lambda laptop: laptop.arrivals.take_in(stick, trust=DIGITS),
        lambda laptop: laptop.arrivals.sync(service.address, trust=DIGITS),
    )
    for number, take in enumerate(sources):
        laptop = Laptop(tmp_path / f"data {number}")
        arrival = take(laptop)
        assert step(arrival) == (Outcome.DONE, 3, len(FORM) + len(MAP))
        assert (arrival.offer.files, arrival.offer.files_bytes) == (3, len(FORM) + len(MAP))
        assert kept(laptop) == named(FORM, MAP, EMPTY)
        assert step(take(laptop)) is None
        laptop.close()


def test_a_record_says_which_files_it_points_to_and_one_is_opened(laptop, published):
    laptop.arrivals.take_in(published.folder, trust=DIGITS)
    first, *_ = laptop.arrivals.files_of(published.records()[0].data)
    assert (first.title, first.size, first.is_here) == ("Paper 0", len(FORM), True)
    assert laptop.arrivals.file(first.sha256).read_bytes() == FORM
    assert laptop.arrivals.files_of(pointing("other", LATER).data) == ()
    for name in (digest(LATER), "../library.db", ""):
        with pytest.raises(NotFound):
            laptop.arrivals.file(name)


def test_what_no_record_points_to_any_more_is_dropped_and_what_is_not_ours_stays(laptop, published):
    laptop.arrivals.take_in(published.folder, trust=DIGITS)
    folder = laptop.folder / "attachments"
    (folder / "notes.txt").write_text("mine")
    (folder / f".{digest(LATER)}.part").write_bytes(b"half")
    (folder / f".{'0' * 64}.part").write_bytes(b"half, of nobody")
    published.publish(pointing("halls", MAP, LATER), attachments=(MAP, LATER))
    arrival = laptop.arrivals.take_in(published.folder)
    assert step(arrival) == (Outcome.DONE, 1, len(LATER))
    assert kept(laptop) == named(MAP, LATER) | {"notes.txt": b"mine"}


def test_two_lines_that_have_the_same_file_keep_it_as_long_as_one_of_them_does(
    laptop, published, tmp_path
):
    other = Office(tmp_path / "other", line="cherwell", root_key=bytes([9]) * 32)
    other.publish(pointing("theirs", MAP), attachments=(MAP,))
    laptop.arrivals.take_in(published.folder, trust=DIGITS)
    offer = laptop.arrivals.look_at(other.folder)
    laptop.arrivals.take_in(other.folder, trust=offer.fingerprint)
    published.publish(call("no papers"))
    laptop.arrivals.take_in(published.folder)
    assert kept(laptop) == named(MAP)
    other.publish(call("none here either"))
    laptop.arrivals.take_in(other.folder)
    assert kept(laptop) == {}


def test_files_go_out_again_with_the_same_records(laptop, published):
    laptop.arrivals.take_in(published.folder, trust=DIGITS)
    published.version = 0
    published.publish(*published.versions[1].values(), delta=False, attachments=(LATER,))
    arrival = laptop.arrivals.take_in(published.folder)
    assert (arrival.outcome, step(arrival)) == (Outcome.NOTHING_NEW, (Outcome.DONE, 1, len(LATER)))
    assert kept(laptop) == named(LATER)


def test_the_same_files_told_in_another_order_or_twice_change_nothing(laptop, published):
    laptop.arrivals.take_in(published.folder, trust=DIGITS)
    before = laptop.database.data_version()
    along = published.manifest.attachments
    published.sign(replace(published.manifest, attachments=(*reversed(along), *along)))
    assert laptop.arrivals.take_in(published.folder).outcome == Outcome.NOTHING_NEW
    assert laptop.database.data_version() == before


def test_where_bytes_are_paid_for_the_text_comes_and_the_files_come_later(laptop, service):
    arrival = laptop.arrivals.sync(service.address, trust=DIGITS, text_only=True)
    assert (arrival.outcome, step(arrival)) == (Outcome.DONE, (Outcome.LATER, 0, 0))
    assert laptop.found("halls") == ["halls"]
    assert kept(laptop) == {}
    with pytest.raises(NotHereYet):
        laptop.arrivals.file(digest(FORM))
    before = len(service.requests)
    again = laptop.arrivals.sync(service.address, text_only=True)
    assert (again.outcome, step(again)) == (Outcome.NOTHING_NEW, (Outcome.LATER, 0, 0))
    assert len(service.requests) == before + 1
    arrival = laptop.arrivals.sync(service.address)
    assert (arrival.outcome, step(arrival)[:2]) == (Outcome.NOTHING_NEW, (Outcome.DONE, 3))
    assert kept(laptop) == named(FORM, MAP, EMPTY)
    before = len(service.requests)
    assert laptop.arrivals.sync(service.address).outcome == Outcome.NOTHING_NEW
    assert len(service.requests) == before + 1


def test_one_that_is_not_right_keeps_neither_the_text_nor_the_others_away(laptop, published):
    published.put(f"attachments/{digest(FORM)}", FORM[:-1] + b"!")
    arrival = laptop.arrivals.take_in(published.folder, trust=DIGITS)
    assert (arrival.outcome, arrival.error) == (Outcome.DONE, None)
    assert step(arrival)[:2] == (Outcome.FAILED, 2)
    assert arrival.steps[-1].words
    assert kept(laptop) == named(MAP, EMPTY)
    published.put(f"attachments/{digest(FORM)}", FORM)
    assert step(laptop.arrivals.take_in(published.folder)) == (Outcome.DONE, 1, len(FORM))
    assert kept(laptop) == named(FORM, MAP, EMPTY)


@pytest.mark.parametrize("content", [FORM + b"x", FORM[:-1], b""])
def test_one_of_another_length_is_not_kept(laptop, published, tmp_path, content):
    published.put(f"attachments/{digest(FORM)}", content)
    for source in (published.folder, pack(published.folder, tmp_path / "a.vcslibrary")):
        assert step(laptop.arrivals.take_in(source, trust=DIGITS))[0] == Outcome.FAILED
        assert kept(laptop) == named(MAP, EMPTY)


@pytest.mark.parametrize("fault", QUICK_FAULTS)
def test_a_fault_while_they_come_loses_no_text_and_the_next_time_they_are_there(
    laptop, service, fault
):
    service.always = {digest(FORM): fault}
    arrival = laptop.arrivals.sync(service.address, trust=DIGITS)
    # What comes after the length that was said, as with a doubled body, is never read.
    failed = fault != "duplicate"
    assert arrival.outcome == Outcome.DONE
    assert step(arrival)[0] == (Outcome.FAILED if failed else Outcome.DONE)
    assert laptop.lines(LINE) == told([pointing("halls", FORM, MAP, EMPTY)])
    assert (digest(FORM) in kept(laptop)) != failed
    service.always = {}
    assert laptop.arrivals.sync(service.address).outcome == Outcome.NOTHING_NEW
    assert kept(laptop) == named(FORM, MAP, EMPTY)
    assert list((laptop.folder / "arriving").iterdir()) == []


def test_one_that_broke_off_goes_on_where_it_was_the_next_time(laptop, published, service):
    service.always = {digest(FORM): "truncate"}
    at = range(40)
    service.faults = dict.fromkeys(at[4:], "503")
    laptop.pause.meanwhile = service.always.clear
    assert step(laptop.arrivals.sync(service.address, trust=DIGITS))[0] == Outcome.FAILED
    service.faults, before = {}, len(service.requests)
    assert step(laptop.arrivals.sync(service.address))[0] == Outcome.DONE
    asked = [said for path, said in service.requests[before:] if path.endswith(digest(FORM))]
    assert asked[0]["range"] == f"bytes={len(FORM) // 2}-"
    assert kept(laptop) == named(FORM, MAP, EMPTY)


def test_who_stops_while_they_come_keeps_the_text(laptop, published):
    def tell(words, *_):
        if words.startswith("Fetching the files"):
            raise Stopped

    arrival = laptop.arrivals.take_in(published.folder, trust=DIGITS, tell=tell)
    assert (arrival.outcome, step(arrival)[0]) == (Outcome.DONE, Outcome.STOPPED)
    assert len(laptop.lines(LINE)) == 1
    assert step(laptop.arrivals.take_in(published.folder))[0] == Outcome.DONE
    assert kept(laptop) == named(FORM, MAP, EMPTY)


def test_without_room_for_them_the_text_comes_and_it_is_said(laptop, published, monkeypatch):
    monkeypatch.setattr(along, "ROOM_ALWAYS", 1 << 60)
    arrival = laptop.arrivals.take_in(published.folder, trust=DIGITS)
    assert (arrival.outcome, step(arrival)) == (Outcome.DONE, (Outcome.FAILED, 0, 0))
    assert "not enough room" in arrival.steps[-1].words
    assert kept(laptop) == {}


def test_one_that_the_disk_hurt_is_not_opened_and_comes_anew(laptop, published):
    laptop.arrivals.take_in(published.folder, trust=DIGITS)
    (laptop.folder / "attachments" / digest(MAP)).write_bytes(bytes(len(MAP)))
    with pytest.raises(NotHereYet):
        laptop.arrivals.file(digest(MAP))
    assert step(laptop.arrivals.take_in(published.folder)) == (Outcome.DONE, 1, len(MAP))
    assert laptop.arrivals.file(digest(MAP)).read_bytes() == MAP


def test_a_link_in_the_place_of_one_is_replaced_and_never_followed(laptop, published, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(bytes(len(MAP)))
    folder = laptop.folder / "attachments"
    folder.mkdir()
    (folder / digest(MAP)).symlink_to(elsewhere)
    laptop.arrivals.take_in(published.folder, trust=DIGITS)
    assert kept(laptop) == named(FORM, MAP, EMPTY)
    assert elsewhere.read_bytes() == bytes(len(MAP))

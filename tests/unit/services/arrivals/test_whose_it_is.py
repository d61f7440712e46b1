"""Only what somebody here has said yes to is taken in, and nothing older in place of newer."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Event

import pytest

from tests.support.arriving import Laptop, told
from tests.support.library_examples import TODAY, call
from tests.support.signed_trees import (
    DIGITS,
    LATER_ROOT_KEY,
    LINE,
    NAME,
    OFFICER,
    STRANGER,
    Office,
    pack,
)
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.errors import Busy, DiskFull, NotFound, Stopped
from vcs_desktop.domain.library import STARTER, THIS_COMPUTER
from vcs_desktop.services.arrivals import Outcome
from vcs_desktop.services.arrivals.refusals import (
    NotKnownYet,
    NotSure,
    OtherDigits,
    OtherPublisher,
)
from vcs_desktop.sync.tree import NoLibraryThere
from vcs_desktop.sync.trust import NotTrusted, Older
from vcs_desktop.vault.signing import key_of
from vcs_desktop.wire.roots import fingerprint_of

HALLS = call("halls")


@pytest.fixture
def filled(laptop, office):
    office.publish(HALLS)
    assert laptop.arrivals.take_in(office.folder, trust=DIGITS).outcome == Outcome.DONE
    return laptop


def test_the_offer_says_whose_it_is_before_anybody_says_yes(laptop, office):
    office.publish(HALLS)
    offer = laptop.arrivals.look_at(office.folder)
    assert (offer.name, offer.line, offer.version, offer.records) == (NAME, LINE, 1, 1)
    assert not offer.is_known
    assert offer.fingerprint == DIGITS
    assert [len(group) for group in offer.fingerprint.split()] == [5] * 6
    assert 0 < offer.room_needed < offer.room_free
    assert laptop.known() == {}


def test_nothing_is_taken_until_somebody_says_yes(laptop, office):
    office.publish(HALLS)
    arrival = laptop.arrivals.take_in(office.folder)
    assert (arrival.outcome, type(arrival.error)) == (Outcome.ASKS, NotKnownYet)
    assert arrival.offer.fingerprint == DIGITS
    assert laptop.all() == ({}, {}, {})


def test_the_digits_may_be_given_as_they_are_spoken_but_must_be_right(laptop, office):
    office.publish(HALLS)
    wrong = laptop.arrivals.take_in(office.folder, trust="00000 " * 6)
    assert isinstance(wrong.error, OtherDigits)
    assert laptop.known() == {}
    spoken = DIGITS.replace(" ", "-")
    assert laptop.arrivals.take_in(office.folder, trust=spoken).outcome == Outcome.DONE


def test_words_that_are_no_digits_are_not_a_yes(laptop, office):
    office.publish(HALLS)
    assert isinstance(laptop.arrivals.take_in(office.folder, trust="yes").error, OtherDigits)


def test_the_digits_stay_the_same_when_keys_are_replaced(laptop, office):
    office.rotate(root_key=LATER_ROOT_KEY)
    office.publish(HALLS)
    assert laptop.arrivals.look_at(office.folder).fingerprint == DIGITS


def test_a_replaced_key_is_followed_and_the_old_one_counts_no_more(filled, office):
    office.rotate(root_key=LATER_ROOT_KEY)
    office.publish(call("seeds"))
    assert filled.arrivals.take_in(office.folder).outcome == Outcome.DONE
    assert filled.known()[LINE].link == office.chain[-1]
    office.publish(call("fish"))
    office.sign(office.manifest, key=OFFICER)
    assert isinstance(filled.arrivals.take_in(office.folder).error, NotTrusted)
    assert filled.lines(LINE) == told([call("seeds")])


def test_a_replaced_key_is_known_at_once_though_nothing_else_is_new(filled, office):
    old = list(office.chain)
    office.rotate()
    office.sign(office.manifest)
    assert filled.arrivals.take_in(office.folder).outcome == Outcome.NOTHING_NEW
    assert filled.known()[LINE].link == office.chain[-1]
    office.chain, office.officer = old, OFFICER
    office.publish(call("seeds"))
    assert isinstance(filled.arrivals.take_in(office.folder).error, NotTrusted)


def test_an_older_version_does_not_come_back(filled, office, tmp_path):
    stick = pack(office.folder, tmp_path / "old.vcslibrary")
    office.publish(call("seeds"))
    filled.arrivals.take_in(office.folder)
    arrival = filled.arrivals.take_in(stick)
    assert isinstance(arrival.error, Older)
    assert filled.lines(LINE) == told([call("seeds")])
    with pytest.raises(Older):
        filled.arrivals.look_at(stick)


def test_a_line_of_the_same_name_from_somebody_else_is_refused(filled, tmp_path):
    theirs = Office(tmp_path / "theirs", root_key=STRANGER)
    theirs.publish(call("fish"), version=9)
    arrival = filled.arrivals.take_in(theirs.folder, trust=fingerprint_of(key_of(STRANGER)))
    assert isinstance(arrival.error, OtherPublisher)
    assert filled.lines(LINE) == told([HALLS])


def test_nobody_may_be_what_came_with_the_program(laptop, tmp_path):
    theirs = Office(tmp_path / "theirs", line=STARTER)
    theirs.publish(call("fish"))
    assert isinstance(laptop.arrivals.take_in(theirs.folder, trust=DIGITS).error, OtherPublisher)


def test_a_chain_that_names_our_key_but_is_not_ours_has_other_digits(laptop, tmp_path):
    theirs = Office(tmp_path / "theirs", root_key=STRANGER)
    office = Office(tmp_path / "office")
    theirs.root = office.root
    theirs.chain = [theirs.signed_root(office.root, STRANGER)]
    theirs.publish(call("fish"))
    assert laptop.arrivals.look_at(theirs.folder).fingerprint != DIGITS


def test_parts_of_two_versions_are_refused(filled, office):
    office.publish(*[call(f"n{n}") for n in range(50)])
    mixed = (office.folder / office.manifest.snapshot.path).read_bytes()
    office.publish(*[call(f"m{n}") for n in range(50)])
    (office.folder / office.manifest.snapshot.path).write_bytes(mixed)
    for delta in office.deltas:
        (office.folder / delta.path).unlink()
    assert isinstance(filled.arrivals.take_in(office.folder).error, NotTrusted)
    assert filled.lines(LINE) == told([HALLS])


def test_one_that_goes_far_ahead_is_asked_about(filled, office):
    office.publish(call("seeds"), version=1_002)
    arrival = filled.arrivals.take_in(office.folder)
    assert (arrival.outcome, type(arrival.error)) == (Outcome.ASKS, NotSure)
    assert filled.lines(LINE) == told([HALLS])
    assert filled.arrivals.take_in(office.folder, trust=DIGITS).outcome == Outcome.DONE


def test_a_thousand_versions_ahead_are_not_too_far(filled, office):
    office.publish(call("seeds"), version=1_001)
    assert filled.arrivals.take_in(office.folder).outcome == Outcome.DONE


@pytest.mark.parametrize(("hours", "outcome"), [(0, Outcome.DONE), (1, Outcome.ASKS)])
def test_one_that_is_issued_more_than_a_week_from_now_is_asked_about(
    filled, office, hours, outcome
):
    now = datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(hours=12)
    issued = now + timedelta(days=7, hours=hours)
    office.publish(call("seeds"), issued=f"{issued:%Y-%m-%dT%H:%M:%SZ}")
    assert filled.arrivals.take_in(office.folder).outcome == outcome


@pytest.mark.parametrize("field", ["issued", "expires"])
def test_a_day_that_no_calendar_has_is_refused(filled, office, field):
    office.publish(call("seeds"), **{field: "2026-02-31T00:00:00Z"})
    assert isinstance(filled.arrivals.take_in(office.folder).error, NotTrusted)


def test_what_should_have_been_replaced_is_taken_and_told(laptop, office):
    office.publish(HALLS, expires="2026-11-21T00:00:00Z")
    arrival = laptop.arrivals.take_in(office.folder, trust=DIGITS)
    assert arrival.outcome == Outcome.DONE
    assert arrival.is_late
    assert laptop.lines(LINE) == told([HALLS])


def test_a_version_kept_from_going_on_is_told_when_its_time_is_over(tmp_path, office):
    office.publish(HALLS, expires="2026-12-01T00:00:00Z")
    laptop = Laptop(tmp_path / "late")
    assert not laptop.arrivals.take_in(office.folder, trust=DIGITS).is_late
    later = Laptop(tmp_path / "late", clock=FixedClock.on(date(2026, 12, 2)),
                   database=laptop.database)  # fmt: skip
    again = later.arrivals.take_in(office.folder)
    assert (again.outcome, again.is_late) == (Outcome.NOTHING_NEW, True)
    assert later.lines(LINE) == told([HALLS])
    laptop.close()


def test_what_is_no_library_is_refused_in_words(laptop, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.vcslibrary").write_text("hello")
    for name in ("empty", "text.vcslibrary", "nothing"):
        with pytest.raises(NoLibraryThere):
            laptop.arrivals.look_at(tmp_path / name)


def test_a_key_that_is_replaced_while_a_stick_is_read_counts_no_more(filled, office, tmp_path):
    first, manifest = list(office.chain), office.manifest
    office.publish(call("seeds"))
    stick = pack(office.folder, tmp_path / "second.vcslibrary")
    office.rotate()
    office.sign(manifest)

    def tell(words, *_):
        if words.startswith("Checking"):
            filled.arrivals.take_in(office.folder)

    arrival = filled.arrivals.take_in(stick, tell=tell)
    assert isinstance(arrival.error, Busy)
    assert filled.lines(LINE) == told([HALLS])
    assert filled.known()[LINE].link == office.chain[-1] != first[-1]
    assert isinstance(filled.arrivals.take_in(stick).error, NotTrusted)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("A council\nDigits  00000 00000", "A council Digits 00000 00000"),
        ("\x1b[2JA \u202ecouncil\r\n", "[2JA council"),
        ("\u200b\n", LINE),
    ],
)
def test_the_name_of_whoever_publishes_is_one_line_and_hides_nothing(laptop, office, name, shown):
    office.root = replace(office.root, name=name)
    office.chain = [office.signed_root(office.root, office.root_key)]
    office.publish(HALLS)
    assert laptop.arrivals.look_at(office.folder).name == shown


def test_who_added_the_wrong_library_removes_it_and_adds_the_right_one(tmp_path, filled):
    right = Office(tmp_path / "right", root_key=STRANGER)
    right.publish(HALLS, call("seeds"))
    digits = fingerprint_of(key_of(STRANGER))
    refused = filled.arrivals.take_in(right.folder, trust=digits)
    assert isinstance(refused.error, OtherPublisher)
    assert filled.library.forget(LINE) == 1
    assert (filled.lines(LINE), filled.known(), filled.found("halls")) == ([], {}, [])
    assert filled.origin(LINE) is None
    asked = filled.arrivals.take_in(right.folder)
    assert isinstance(asked.error, NotKnownYet)
    assert filled.arrivals.take_in(right.folder, trust=digits).outcome == Outcome.DONE
    assert filled.lines(LINE) == told([HALLS, call("seeds")])


def test_what_another_library_has_too_is_shown_again_once_one_is_removed(filled, tmp_path):
    other = Office(tmp_path / "other", line="cherwell", root_key=STRANGER)
    other.publish(HALLS)
    digits = fingerprint_of(key_of(STRANGER))
    assert filled.arrivals.take_in(other.folder, trust=digits).outcome == Outcome.DONE
    filled.library.forget(LINE)
    assert filled.found("halls") == ["halls"]
    filled.library.forget("cherwell")
    assert filled.found("halls") == []


def test_what_was_removed_is_not_told_as_if_it_stayed_where_the_disk_is_full(
    filled, tmp_path, monkeypatch
):
    other = Office(tmp_path / "other", line="cherwell", root_key=STRANGER)
    other.publish(HALLS)
    digits = fingerprint_of(key_of(STRANGER))
    filled.arrivals.take_in(other.folder, trust=digits)

    def full(*_what, **_more):
        raise DiskFull

    with monkeypatch.context() as patched:
        patched.setattr("vcs_desktop.storage.search_index.fill", full)
        assert filled.library.forget("cherwell") == 1
    assert (filled.lines("cherwell"), filled.known().keys()) == ([], {LINE})
    assert filled.library.finish_index()
    assert filled.search.ranked("halls").total == 1


def test_the_room_of_a_library_that_was_removed_is_free_again(laptop, office):
    before = laptop.database.size_bytes()
    office.publish(*(call(f"grant {n:04}", note="words of many kinds " * 40) for n in range(800)))
    laptop.arrivals.take_in(office.folder, trust=DIGITS)
    assert laptop.database.size_bytes() > before + 1_000_000
    laptop.library.forget(LINE)
    assert laptop.database.size_bytes() < before + 100_000
    assert laptop.arrivals.take_in(office.folder, trust=DIGITS).outcome == Outcome.DONE
    assert len(laptop.lines(LINE)) == 800
    assert laptop.found("0799") == ["grant 0799"]


def test_what_came_with_the_program_and_what_is_not_here_cannot_be_removed(filled):
    for name in (STARTER, THIS_COMPUTER, "no such line"):
        with pytest.raises(NotFound):
            filled.library.forget(name)


def test_a_removal_that_is_stopped_changes_nothing(filled):
    before, stop = filled.all(), Event()
    stop.set()
    with pytest.raises(Stopped):
        filled.library.forget(LINE, stop=stop)
    assert filled.all() == before


def test_the_newest_day_is_that_of_whatever_library_is_newest(filled):
    assert filled.library.status().newest == filled.origin(LINE).as_of

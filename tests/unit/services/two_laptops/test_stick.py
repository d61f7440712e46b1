"""Changes go to another laptop on a stick, sealed as for the service, and a stick may lie too."""

import hashlib
import json
import os
import shutil
import zipfile
from contextlib import suppress
from dataclasses import replace
from threading import Event

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.hostile_service import flipped
from tests.support.kept_files import files_of, kept, sealed_in
from tests.support.laptops import meet, records_of
from tests.support.vault_examples import BEN, TEA
from vcs_desktop.core.backup_errors import CopyNotRead
from vcs_desktop.core.errors import DiskFull, Stopped
from vcs_desktop.core.two_laptops_errors import (
    CodeNotRight,
    LookFirst,
    NobodyAsks,
    NotAnExchange,
    NotShared,
)
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.people import Person
from vcs_desktop.services.two_laptops.by_stick import JoiningByStick
from vcs_desktop.services.two_laptops.joining import JoiningService, NewMember
from vcs_desktop.storage import exchange_log, exchange_state


@pytest.fixture
def stick(tmp_path):
    return tmp_path / "tea.vcschanges"


def carry(stick, one, other):
    one.laptops.exchange_out(stick)
    return other.laptops.exchange_in(stick)


def held(inside):
    with inside.records.database.reading() as session:
        return exchange_log.how_many_wait(session)


def test_changes_files_and_erasures_go_by_stick(two, stick, tmp_path):
    one, other = two
    file = tmp_path / "rules.txt"
    file.write_bytes(b"The rules. " * 9_999)
    _, stored = kept(one, file)
    gone = one.people.add(Person(name="Gone"))
    carry(stick, one, other)
    assert other.blobs.read(stored) == file.read_bytes()
    one.records.erase([gone])
    report = carry(stick, one, other)
    assert (report.error, report.notices, held(other)) == (None, (), {})
    assert other.records.held(Person, gone) is None
    carry(stick, other, one)
    assert records_of(one) == records_of(other)
    assert other.records.checked().complaints == ()


def stopped_at(step):
    """Return a way to tell progress, and what stops the work when it comes to a step."""
    stop = Event()
    return lambda what, *_: stop.set() if what == step else None, stop


@pytest.mark.parametrize("step", ["give", "files"])
def test_writing_that_is_stopped_leaves_the_older_file(two, stick, tmp_path, step):
    one, other = two
    for name in ("rules", "budget"):
        (tmp_path / name).write_text(name)
        kept(one, tmp_path / name)
    stick.write_bytes(b"older")
    with pytest.raises(Stopped):
        one.laptops.exchange_out(stick, *stopped_at(step))
    assert [each.name for each in tmp_path.glob("*vcschanges*")] == [stick.name]
    assert stick.read_bytes() == b"older"
    report = carry(stick, one, other)
    assert report.files_came == 2


def test_a_file_that_is_erased_meanwhile_stays_out_and_the_stick_is_written(two, stick, tmp_path):
    one, other = two
    papers = {}
    for name in ("rules", "budget"):
        (tmp_path / name).write_text(name)
        papers[name], _ = kept(one, tmp_path / name)

    def erase_one(what, *_):
        if what == "files" and (gone := papers.pop("rules", "")):
            one.records.erase([gone])

    one.laptops.exchange_out(stick, erase_one)
    assert other.laptops.exchange_in(stick).files_came == 1
    assert files_of(other)["Policy"].name == "budget"


def test_reading_that_is_stopped_at_once_changes_no_record(two, stick):
    one, other = two
    person = one.people.add(Person(name="Dev"))
    one.laptops.exchange_out(stick)
    before = records_of(other)
    with pytest.raises(Stopped):
        other.laptops.exchange_in(stick, *stopped_at("read"))
    assert records_of(other) == before
    other.laptops.exchange_in(stick)
    assert other.people.person(person)
    assert held(other) == {}


def test_files_that_are_stopped_come_the_next_time_and_the_changes_are_there(two, stick, tmp_path):
    one, other = two
    gone = one.people.add(Person(name="Gone"))
    carry(stick, one, other)
    stored = []
    for name in ("rules", "budget"):
        (tmp_path / name).write_text(name)
        stored.append(kept(one, tmp_path / name)[1])
    one.records.erase([gone])
    one.laptops.exchange_out(stick)
    report = other.laptops.exchange_in(stick, *stopped_at("files"))
    assert isinstance(report.error, Stopped)
    assert (report.changes > 0, report.files_came) == (True, 1)
    assert other.records.held(Person, gone) is None
    assert other.laptops.exchange_in(stick).files_came == 1
    assert [other.blobs.read(each) for each in stored] == [b"rules", b"budget"]


def test_what_came_by_stick_is_given_to_the_service_by_who_has_it(two, stick, home):
    one, other = two
    person = one.people.add(Person(name="By stick"))
    carry(stick, one, other)
    third = home.another(other, "three", "Cy's laptop")
    assert third.people.person(person)
    meet(one, other, third)
    assert records_of(one) == records_of(third)


def test_a_computer_whose_clock_says_1970_writes_a_stick(two, stick, tmp_path, monkeypatch):
    one, other = two
    (tmp_path / "rules").write_text("rules")
    _, stored = kept(one, tmp_path / "rules")
    for file in (one.group.files().folder.path / "blobs").iterdir():
        os.utime(file, (0, 0))
    monkeypatch.setattr(zipfile.time, "time", lambda: 0.0)
    carry(stick, one, other)
    assert other.blobs.read(stored) == b"rules"


def test_a_stick_that_does_not_answer_is_told_in_words(two, stick, monkeypatch):
    one, other = two
    before = records_of(other)
    stick.mkdir()
    with pytest.raises(CopyNotRead):
        other.laptops.exchange_in(stick)
    stick.rmdir()
    one.people.add(Person(name="Dev"))
    one.laptops.exchange_out(stick)
    monkeypatch.setattr(zipfile.ZipExtFile, "read", gone)
    with pytest.raises(CopyNotRead):
        other.laptops.exchange_in(stick)
    assert records_of(other) == before


def gone(*_args):
    raise OSError(5, "Input/output error")


@pytest.mark.parametrize("trouble", [DiskFull, CopyNotRead])
def test_files_that_cannot_be_kept_do_not_hide_that_changes_came(
    two, stick, tmp_path, monkeypatch, trouble
):
    one, other = two
    for name in ("rules", "budget"):
        (tmp_path / name).write_text(name)
    paper, _ = kept(one, tmp_path / "rules")
    carry(stick, one, other)
    one.records.erase([paper])
    kept(one, tmp_path / "budget")
    one.laptops.exchange_out(stick)
    if trouble is DiskFull:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))
    else:
        monkeypatch.setattr(shutil, "copyfileobj", gone)
    report = other.laptops.exchange_in(stick)
    assert isinstance(report.error, trouble)
    assert report.changes > 0
    # What was erased is gone, as after any exchange.
    assert not [each for each in sealed_in(other) if not each.startswith(".")]


def test_nothing_private_can_be_read_on_the_stick(two, stick):
    one, _ = two
    one.people.add(Person(name="Zephyrine Quill"))
    one.laptops.exchange_out(stick)
    content = stick.read_bytes()
    assert b"Zephyrine" not in content
    assert b"Tea & Talk" not in content


def test_a_new_key_comes_by_stick_too(home, stick):
    one = home.first()
    other, third = home.another(one), home.another(one, "three", "Cy's laptop")
    meet(one, other, third)
    out = next(each.id for each in one.laptops.laptops() if each.name == "Cy's laptop")
    one.laptops.remove([out])
    one.people.add(Person(name="Later"))
    one.laptops.exchange_out(stick)
    report = other.laptops.exchange_in(stick)
    assert (report.notices, held(other)) == ((), {})
    assert records_of(one) == records_of(other)
    third.laptops.exchange_in(stick)
    assert held(third) == {Why.NO_KEY: 2}  # that it was taken out, and what came after


def test_a_group_that_nobody_shares_writes_no_stick(home, stick):
    one = home.alone("one")
    with pytest.raises(NotShared):
        one.laptops.exchange_out(stick)
    assert not stick.exists()


def test_after_a_restore_no_stick_is_written_or_read_before_a_look(two, stick):
    one, other = two
    other.laptops.exchange_out(stick)
    with one.records.database.writing() as session:
        exchange_state.set_state(session, State.LOOK)
    with pytest.raises(LookFirst):
        one.laptops.exchange_out(stick)
    with pytest.raises(LookFirst):
        one.laptops.exchange_in(stick)


def test_a_stick_of_another_group_is_refused_whole(two, home, stick, tmp_path):
    one, _ = two
    stranger = home.inside(home.groups("stranger").create(_other_group()))
    stranger.laptops.share("Theirs")
    stranger.laptops.exchange_out(stick)
    with pytest.raises(NotAnExchange):
        one.laptops.exchange_in(stick)


def test_a_change_that_was_tampered_with_is_not_taken_and_the_rest_is(two, stick, tmp_path):
    one, other = two
    person = one.people.add(Person(name="Dev"))
    one.laptops.exchange_out(stick)
    changed = _with_changes(stick, tmp_path / "changed", flipped)
    report = other.laptops.exchange_in(changed)
    assert report.is_tampered
    assert other.records.held(Person, person) is None
    other.laptops.exchange_in(stick)
    assert other.people.person(person)
    assert held(other) == {}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_damaged_stick_is_refused_or_gives_nothing_wrong(two, stick, tmp_path, data):
    one, other = two
    if not stick.exists():
        meet(one, other, one)
        one.people.add(Person(name="Dev"))
        one.laptops.exchange_out(stick)
    content = bytearray(stick.read_bytes())
    how = data.draw(st.sampled_from(["cut", "flip", "fill"]))
    place = data.draw(st.integers(0, len(content) - 1))
    if how == "cut":
        content = content[:place]
    elif how == "flip":
        content[place] ^= 1 << data.draw(st.integers(0, 7))
    else:
        content[place : place + 40] = bytes(40)
    damaged = tmp_path / "damaged"
    damaged.write_bytes(content)
    with suppress(NotAnExchange):
        other.laptops.exchange_in(damaged)
    assert other.records.checked().complaints == ()
    assert set(records_of(other)) <= set(records_of(one))


@pytest.mark.parametrize("wrong", [{"epoch": float("inf")}, {"letters": {"\ud800": "AAAA"}}])
def test_letters_that_nobody_writes_are_refused(two, stick, tmp_path, wrong):
    one, other = two
    one.laptops.exchange_out(stick)
    with zipfile.ZipFile(stick) as old, zipfile.ZipFile(tmp_path / "odd", "w") as new:
        about = json.loads(old.read("about.json"))
        about["epochs"][0] |= wrong
        new.writestr("changes", old.read("changes"))
        new.writestr("about.json", json.dumps(about))
    with pytest.raises(NotAnExchange):
        other.laptops.exchange_in(tmp_path / "odd")


def test_a_name_in_a_stick_that_is_no_text_is_refused(two, stick):
    one, other = two
    one.laptops.exchange_out(stick)
    with zipfile.ZipFile(stick, "a") as archive:
        archive.writestr("blobs/\u00e9", b"")
    stick.write_bytes(stick.read_bytes().replace("\u00e9".encode(), b"\xff\xff"))
    with pytest.raises(NotAnExchange):
        other.laptops.exchange_in(stick)


def _with_changes(stick, path, change):
    """Return a stick whose changes are others, and whose digest is right."""
    with zipfile.ZipFile(stick) as old, zipfile.ZipFile(path, "w") as new:
        changes = change(old.read("changes"))
        about = json.loads(old.read("about.json"))
        about["sha256"] = hashlib.sha256(changes).hexdigest()
        new.writestr("changes", changes)
        new.writestr("about.json", json.dumps(about))
    return path


def _other_group():
    return replace(TEA, name="Others")


def test_a_laptop_joins_by_stick_alone_and_the_group_goes_on_by_stick(home, stick, tmp_path):
    one = home.alone("one")
    person = one.people.add(Person(name="Dev"))
    one.laptops.share("First")
    offer, asking, welcome = (tmp_path / name for name in ("offer", "asking", "welcome"))
    invited = one.laptops.invite_by_stick(offer)
    by_stick = JoiningByStick(home.clock)
    joining = by_stick.ask(offer, "-".join(invited.code), "Second", asking)
    assert one.laptops.asking_by_stick(asking).words == joining.words
    one.laptops.accept_by_stick(asking, welcome)
    by_stick.take(joining, welcome)
    groups = JoiningService(home.groups("two"), home.clock)
    other = home.inside(groups.finish(joining, NewMember("Ben", BEN)))
    carry(stick, one, other)
    assert other.people.person(person)
    carry(stick, other, one)
    assert records_of(one) == records_of(other)
    assert [each.owner for each in one.laptops.laptops()] == ["Asha", "Ben"]


def test_an_asking_with_another_code_or_too_late_is_none(home, tmp_path):
    one = home.alone("one")
    one.laptops.share("First")
    offer, asking = tmp_path / "offer", tmp_path / "asking"
    invited = one.laptops.invite_by_stick(offer)
    by_stick = JoiningByStick(home.clock)
    with pytest.raises(CodeNotRight):
        by_stick.ask(offer, "ABCD-EFGH-JKMN", "Second", asking)
    by_stick.ask(offer, "-".join(invited.code), "Second", asking)
    home.clock.go_on(4_000)
    with pytest.raises(NobodyAsks):
        one.laptops.asking_by_stick(asking)
    with pytest.raises(NotAnExchange):
        one.laptops.asking_by_stick(offer)


def test_two_keys_of_one_number_that_were_made_apart_lose_nothing(home, stick):
    one = home.alone("one")
    one.laptops.share("Asha's laptop")
    others = [by_stick(home, one, name) for name in ("Ben", "Cy")]
    for _ in range(2):
        for each in others:
            carry(stick, one, each)
            carry(stick, each, one)
    other, _ = others
    door = next(each.id for each in one.laptops.laptops() if each.name == "Cy")
    one.laptops.remove([door])
    other.laptops.remove([door])
    here, there = one.people.add(Person(name="Here")), other.people.add(Person(name="There"))
    for _ in range(2):
        carry(stick, one, other)
        carry(stick, other, one)
    assert (held(one), held(other)) == ({}, {})
    assert one.people.person(there)
    assert other.people.person(here)
    assert records_of(one) == records_of(other)


def by_stick(home, inviter, name):
    """Let one more laptop in by a stick that goes there and back."""
    offer, asking, welcome = (home.place / f"{name}-{part}" for part in ("offer", "ask", "in"))
    invited = inviter.laptops.invite_by_stick(offer)
    joining = JoiningByStick(home.clock)
    tried = joining.ask(offer, "-".join(invited.code), name, asking)
    inviter.laptops.accept_by_stick(asking, welcome)
    joining.take(tried, welcome)
    groups = JoiningService(home.groups(name), home.clock)
    return home.inside(groups.finish(tried, NewMember(name, BEN)))

"""What a service that lies can do: it is noticed and said, and nothing is lost by it."""

import base64
import copy
import hashlib
import json
from dataclasses import replace
from uuid import uuid4

import pytest

from tests.support.fake_service import FakeServer
from tests.support.hostile_service import HostileService, flipped, lying, with_body
from tests.support.kept_files import kept
from tests.support.laptops import House, meet, records_of
from tests.support.vault_examples import MovableClock
from vcs_desktop.core.two_laptops_errors import NobodyAsks
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.people import Person
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.sync.group_exchange import pulling
from vcs_desktop.sync.group_exchange.epoch_keys import new_epoch
from vcs_desktop.sync.service_errors import DeviceRemoved, WrongAnswer
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.invitation import InviteCode, seal_asking
from vcs_desktop.wire.service import (
    MOST_PART,
    Code,
    DeviceKeys,
    JoinRequest,
    Outcome,
    PushAnswer,
    Pushed,
    StoredOperation,
)


@pytest.fixture
def apart(two):
    """Two laptops; on the first are three people more, which only the service has."""
    one, other = two
    meet(one, other)
    before = records_of(other)
    for name in ("Ann", "Bob", "Cy"):
        one.people.add(Person(name=name))
        one.laptops.exchange()
    return one, other, before


def held(inside):
    with inside.records.database.reading() as session:
        return exchange_log.how_many_wait(session)


def lied_to(home, other, **lies):
    """Let a laptop exchange once with a service that lies, and then with an honest one."""
    other.laptops.connect = lying(home.server, **lies)
    report = other.laptops.exchange()
    other.laptops.connect = home.server.at
    return report


def all_is_well(one, other):
    meet(other, one, other)
    assert records_of(one) == records_of(other)
    assert one.records.checked().complaints == other.records.checked().complaints == ()


def test_one_that_is_left_out_is_noticed_by_those_that_follow(apart, home):
    one, other, before = apart
    report = lied_to(
        home, other, page=lambda page, after: replace(page, operations=page.operations[1:])
    )
    assert held(other)[Why.GAP] >= 1
    assert any("have not come" in each or "has not come" in each for each in report.notices)
    assert records_of(other) == before
    all_is_well(one, other)
    assert held(other) == {}


def test_what_is_put_in_another_order_is_the_same_in_the_end(apart, home):
    one, other, _ = apart

    def shuffled(page, after):
        turned = zip(page.operations, reversed(page.operations), strict=True)
        return replace(page, operations=tuple(replace(b, number=a.number) for a, b in turned))

    lied_to(home, other, page=shuffled)
    assert held(other) == {}
    all_is_well(one, other)


def test_the_same_one_under_another_id_is_not_ours(apart, home):
    one, other, _ = apart

    def replayed(page, after):
        first, *rest = page.operations
        again = replace(first, uuid=str(uuid4()), number=page.head + 1)
        return replace(page, head=page.head + 1, operations=(first, *rest, again))

    report = lied_to(home, other, page=replayed)
    assert held(other) == {Why.NOT_OURS: 1}
    assert report.is_tampered
    all_is_well(one, other)


def test_what_was_changed_on_the_way_is_not_taken_and_comes_whole_later(apart, home):
    one, other, before = apart

    def changed(page, after):
        first, *rest = page.operations
        return replace(page, operations=(with_body(first, flipped(first.body)), *rest))

    report = lied_to(home, other, page=changed)
    assert records_of(other) == before
    assert report.is_tampered
    all_is_well(one, other)


def test_what_is_another_groups_is_not_taken(apart, home, tmp_path):
    one, other, _ = apart
    clock = MovableClock()
    elsewhere = House(tmp_path / "elsewhere", FakeServer(clock), clock)
    stranger = elsewhere.first()
    stranger.people.add(Person(name="Of another group"))
    stranger.laptops.exchange()
    theirs = elsewhere.server.group(stranger.group.id).operations[-1].body
    elsewhere.close()

    def others(page, after):
        more = with_body(page.operations[0], theirs)
        more = replace(more, uuid=str(uuid4()), number=page.head + 1)
        return replace(page, head=page.head + 1, operations=(*page.operations, more))

    lied_to(home, other, page=others)
    assert held(other) == {Why.NOT_OURS: 1}
    assert "Of another group" not in {
        each.values.get("name") for each in records_of(other).values()
    }
    all_is_well(one, other)


def test_a_head_that_goes_back_lets_everything_be_offered_again(apart, home):
    one, other, _ = apart
    other.laptops.exchange()
    asked = []

    def short(page, after):
        asked.append(after)
        return replace(page, head=1, operations=()) if len(asked) == 1 else page

    report = lied_to(home, other, page=short)
    assert any("less" in each for each in report.notices)
    all_is_well(one, other)


def test_a_service_that_always_says_it_began_anew_costs_time_and_no_record(apart, home):
    one, other, _ = apart
    eras = iter([str(uuid4()) for _ in range(100)])
    era = next(eras)

    def anew(page, after):
        return replace(page, era=era)

    for _ in range(3):
        report = lied_to(home, other, page=anew)
        assert report.error is None
        assert any("put back" in each for each in report.notices)
        era = next(eras)
    all_is_well(one, other)


def test_more_that_is_promised_and_not_given_is_no_answer(apart, home):
    one, other, _ = apart
    report = lied_to(
        home, other, page=lambda page, after: replace(page, head=page.head + 9, operations=())
    )
    assert isinstance(report.error, WrongAnswer)
    all_is_well(one, other)


def test_what_it_says_it_took_and_threw_away_is_sent_again(two, home):
    one, other = two
    meet(one, other)
    person = one.people.add(Person(name="Dropped"))
    thrown = []

    def dropped(service, operations):
        head = len(home.server.group(one.group.id).operations)
        results = tuple(
            Pushed(each.uuid, Outcome.STORED, head + n) for n, each in enumerate(operations)
        )
        thrown.extend(results)
        return PushAnswer(home.server.tables.era, results)

    report = lied_to(home, one, pushed=dropped)
    assert thrown
    assert any("lost" in each for each in report.notices)
    assert one.laptops.standing().waiting
    all_is_well(one, other)
    assert other.people.person(person)


def test_a_key_that_the_service_made_itself_is_not_used(home):
    one = home.first()
    other, third = home.another(one), home.another(one, "three", "Cy's laptop")
    meet(one, other, third)
    laptops = {each.name: each.id for each in one.laptops.laptops()}
    one.laptops.remove([laptops["Cy's laptop"]])
    with other.records.database.reading() as session:
        trusted = exchange_state.trusted(session)
    to = {each.door: each.seal_key for each in trusted.values()}

    def forged(letters):
        made = new_epoch(one.group.id, letters[0].epoch, letters[0].by, SignKeys.new(), to)
        door = laptops["Ben's laptop"]
        letter = base64.b64decode(json.loads(made.letters)[door])
        return (replace(letters[0], letter=letter), *letters[1:])

    report = lied_to(home, other, letters=forged)
    assert any("key" in each for each in report.notices)
    with other.records.database.reading() as session:
        assert [each.epoch for each in exchange_state.epochs(session)] == [1]
    all_is_well(one, other)


def test_a_file_with_other_bytes_is_not_kept(two, home, tmp_path):
    one, other = two
    path = tmp_path / "rules.txt"
    path.write_bytes(b"The rules of the group.")
    _, stored = kept(one, path)
    meet(one)
    report = lied_to(home, other, part=flipped)
    assert any("damaged" in each for each in report.notices)
    assert not other.blobs.is_there(stored)
    meet(other)
    assert other.blobs.read(stored) == path.read_bytes()


def test_a_service_that_begins_anew_with_every_answer_is_left_after_a_few(apart, home):
    one, other, _ = apart
    asked = []

    def anew(page, after):
        asked.append(after)
        assert len(asked) < 50
        return replace(page, era=str(uuid4()))

    report = lied_to(home, other, page=anew)
    assert isinstance(report.error, WrongAnswer)
    all_is_well(one, other)


def test_a_file_that_never_ends_is_left_before_it_fills_the_disk(two, home, tmp_path):
    one, other = two
    path = tmp_path / "rules.txt"
    path.write_bytes(b"The rules of the group.")
    _, stored = kept(one, path)
    meet(one)
    parts = []

    def endless(part):
        parts.append(part)
        assert len(parts) < 40
        return b"0" * MOST_PART

    class Endless(HostileService):
        def get_blob(self, sha256, offset, most=1 << 20):
            return endless(b"")

        def entering(self, group, token):
            return Endless(self.server, self.address, group, token)

    other.laptops.connect = lambda address: Endless(home.server, address)
    report = other.laptops.exchange()
    assert any("damaged" in each for each in report.notices)
    other.laptops.connect = home.server.at
    meet(other)
    assert other.blobs.read(stored) == path.read_bytes()


def test_what_nobody_can_open_and_never_ends_does_not_fill_the_disk(apart, home, monkeypatch):
    one, other, _ = apart
    monkeypatch.setattr(pulling, "MOST_THAT_WAITS", 200_000)
    asked = []

    def endless(page, after):
        asked.append(after)
        assert len(asked) < 50
        frame = b"VCSO\x01" + (99).to_bytes(4, "big") + bytes(24 + 60_000)
        digest = hashlib.sha256(frame).hexdigest()
        made = StoredOperation(after + 1, str(uuid4()), str(uuid4()), digest, frame, None, "")
        return replace(page, operations=(made,), head=after + 1_000)

    report = lied_to(home, other, page=endless)
    assert isinstance(report.error, WrongAnswer)
    with other.records.database.reading() as session:
        assert exchange_log.bytes_that_wait(session) == 0
    all_is_well(one, other)


def test_a_laptop_that_was_taken_out_stays_out_when_the_service_is_put_back(two, home):
    one, other = two
    meet(one, other)
    backup = copy.deepcopy(home.server.tables)
    (line,) = (each for each in one.laptops.laptops() if not each.is_this)
    one.laptops.remove([line.id])
    home.server.tables = backup
    home.server.tables.era = str(uuid4())
    assert one.laptops.exchange().error is None
    assert line.id in home.server.group(one.group.id).removed


def test_a_service_that_only_says_that_a_laptop_was_taken_out_does_not_lock_it_out(two, home):
    one, other = two
    meet(one, other)

    def out(page, after):
        raise DeviceRemoved(code=Code.REMOVED)

    assert isinstance(lied_to(home, other, page=out).error, DeviceRemoved)
    other.people.add(Person(name="After"))
    all_is_well(one, other)
    assert other.laptops.standing().state is State.ON


def test_what_was_compared_is_what_is_let_in(home):
    one = home.first()
    invited = one.laptops.invite()
    _, asked = home.ask(invited.code, "two")
    (asking,) = one.laptops.asking()
    assert asking.words == asked.words
    code = InviteCode.typed("-".join(invited.code))  # the service has it too
    evil = replace(asked.card, sign_key=SignKeys.new().key, seal_key=SealKeys.new().key)
    proof = seal_asking(evil, code.key(), one.group.id, code.locator)
    (join,) = home.server.tables.joins.values()
    keys = DeviceKeys(evil.id, evil.sign_key, evil.seal_key)
    join.request = JoinRequest(code.locator, keys, proof)
    with pytest.raises(NobodyAsks):
        one.laptops.accept(asking.device)


def test_a_yes_to_a_great_deletion_is_for_that_one_only(two, home):
    one, other = two
    many = [one.people.add(Person(name=f"P{n}")) for n in range(40)]
    meet(one, other)
    other.laptops.let_delete()
    other.laptops.exchange()
    one.records.erase(many)
    one.laptops.exchange()
    assert other.laptops.exchange().would_delete == len(many)


def test_a_file_that_was_erased_is_erased_again_when_the_service_is_put_back(two, home, tmp_path):
    one, other = two
    path = tmp_path / "rules.txt"
    path.write_bytes(b"The rules of the group.")
    record_id, _ = kept(one, path)
    meet(one, other)
    backup = copy.deepcopy(home.server.tables)
    assert home.server.group(one.group.id).blobs
    one.records.put_in_bin(record_id)
    one.records.erase([record_id])
    meet(one, other)
    assert not home.server.group(one.group.id).blobs
    home.server.tables = backup
    home.server.tables.era = str(uuid4())
    meet(other, one)
    assert not home.server.group(one.group.id).blobs


def test_a_file_of_which_another_size_was_said_before_is_sent_all_the_same(two, home, tmp_path):
    one, other = two
    path = tmp_path / "rules.txt"
    path.write_bytes(b"The rules of the group.")
    _, stored = kept(one, path)
    home.server.group(one.group.id).blobs[stored.blob] = (b"x", 999)
    meet(one, other)
    assert other.blobs.read(stored) == path.read_bytes()


def test_a_service_that_says_of_what_is_new_that_it_was_erased_is_told_of(two, home):
    one, other = two
    meet(one, other)
    one.people.add(Person(name="Not erased"))

    def erased(service, operations):
        results = tuple(Pushed(each.uuid, Outcome.ERASED, None) for each in operations)
        return PushAnswer(home.server.tables.era, results)

    report = lied_to(home, one, pushed=erased)
    assert report.is_tampered
    assert any("something else" in each for each in report.notices)
    all_is_well(one, other)

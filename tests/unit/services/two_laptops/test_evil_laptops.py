"""What a laptop can do whose owner means harm, before it was taken out and after."""

import base64
import json
from dataclasses import replace
from datetime import UTC

import pytest

from tests.support.evil_laptop import IDS, EvilLaptop, bring, tail_of
from tests.support.hostile_service import lying, with_body
from tests.support.laptops import meet, records_of
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.kinds import DEVICE
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.values import PART
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.sync.group_exchange.epoch_keys import new_epoch
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.wire.operation import Change, Deed
from vcs_desktop.wire.service import NewEpoch


def named(inside, name):
    return next(each for each in inside.laptops.laptops() if each.name == name)


def held(inside):
    with inside.records.database.reading() as session:
        return exchange_log.how_many_wait(session)


@pytest.fixture
def out(two):
    """A laptop of the group, and one that was taken out."""
    one, other = two
    gone = one.people.add(Person(name="Gone"))
    meet(one, other)
    one.records.erase([gone])
    meet(one, other)
    evil = EvilLaptop(other)
    one.laptops.remove([named(one, "Ben's laptop").id])
    return one, evil, gone


def test_no_forged_blank_makes_what_came_later_look_older_than_the_removal(out):
    one, evil, gone = out
    end = evil.tail
    smuggled = evil.operation()
    bridge = evil.blank(evil.me, gone, end, evil.tail)
    bring(one, evil.framed(smuggled), bridge)
    assert one.records.held(Person, smuggled.record) is None
    assert held(one)[Why.REMOVED] >= 1


def test_no_blank_of_a_laptop_that_was_taken_out_ends_the_line_of_another(out, home):
    one, evil, gone = out
    third = home.another(one, "three", "Cy's laptop")
    meet(third, one)
    with third.records.database.reading() as session:
        device = exchange_log.this_device_id(session)
    bring(one, evil.blank(device, gone, "0" * 64, tail_of(one, device)))
    person = third.people.add(Person(name="From Cy"))
    meet(third, one)
    assert one.people.person(person)


def test_a_moment_that_no_calendar_has_stops_nobody(out):
    one, evil, gone = out
    early = evil.operation()
    content = early_content(early)
    bring(one, evil.frame(content, early.id))
    bring(one, evil.blank(evil.me, gone, "1" * 64, evil.tail, at="2026-01-01T00:00:00"))
    assert held(one)[Why.FORGED] == 2
    assert one.laptops.exchange().error is None


def early_content(operation):
    """Return the bytes of an operation at a moment that UTC does not have."""
    from vcs_desktop.wire.operation import operation_bytes

    written = operation_bytes(operation)
    moment = operation.at.astimezone(UTC).isoformat().encode()
    assert moment in written
    return written.replace(moment, b"0001-01-01T00:00:00+05:00")


def test_a_laptop_cannot_make_itself_one_that_nobody_can_take_out(two):
    one, other = two
    meet(one, other)
    evil = EvilLaptop(other)
    wipe = evil.operation(kind="erasure", record="", deed=Deed.ERASE, changes={},
                          records=(evil.me,))  # fmt: skip
    bring(one, evil.framed(wipe))
    assert named(one, "Ben's laptop")
    report = one.laptops.remove([evil.me])
    assert report.error is None
    assert named(one, "Ben's laptop").is_removed


def test_a_laptop_lets_none_in_by_the_door_of_another(two):
    one, other = two
    meet(one, other)
    evil, helper = EvilLaptop(other), SignKeys.new()
    sleeper = IDS.new()
    with one.records.database.reading() as session:
        door = exchange_state.taking_part(session).door
    let_in = evil.laptop(sleeper, sign_key=helper.key, door=door)
    bring(one, evil.framed(let_in))
    one.laptops.remove([named(one, "Ben's laptop").id])
    smuggled = evil.operation(device=sleeper, previous="")
    bring(one, evil.framed(smuggled, keys=helper, signer=sleeper))
    assert one.records.held(Person, smuggled.record) is None


def test_a_laptop_with_no_real_key_keeps_nobody_from_making_a_new_one(two):
    one, other = two
    meet(one, other)
    evil = EvilLaptop(other)
    bring(one, evil.framed(evil.laptop(IDS.new(), seal_key="0" * 64)))
    bring(one, evil.framed(evil.laptop(IDS.new(), seal_key="no key")))
    assert one.laptops.remove([named(one, "Ben's laptop").id]).error is None
    with one.records.database.reading() as session:
        assert [each.epoch for each in exchange_state.epochs(session) if each.is_given] == [1, 2]


def test_who_took_the_next_number_of_a_key_first_does_not_keep_the_group_from_one(two, home):
    one, other = two
    meet(one, other)
    evil = EvilLaptop(other)
    with other.records.database.reading() as session:
        part = exchange_state.taking_part(session)
    made = new_epoch(one.group.id, 2, evil.me, evil.keys, {part.door: SealKeys.new().key})
    letters = {k: base64.b64decode(v) for k, v in json.loads(made.letters).items()}
    home.server.at("x").entering(one.group.id, part.token).put_epoch(
        2, NewEpoch(letters, evil.me, made.signature)
    )
    one.laptops.remove([named(one, "Ben's laptop").id])
    one.laptops.exchange()
    with one.records.database.reading() as session:
        assert max(e.epoch for e in exchange_state.epochs(session) if e.is_given) == 3
    third = home.another(one, "three", "Cy's laptop")
    meet(third, one)
    assert records_of(third) == records_of(one)


def test_what_it_planted_in_its_own_record_stops_no_exchange(two):
    one, other = two
    meet(one, other)
    evil = EvilLaptop(other)
    odd = {f"up_to{PART}x": Change(None, 5), f"up_to{PART}y": Change(None, {"digests": [[], 3]})}
    bring(one, evil.framed(evil.operation(kind=DEVICE, record=evil.me, changes=odd)))
    assert one.laptops.remove([named(one, "Ben's laptop").id]).error is None
    assert one.laptops.exchange().error is None


def test_what_it_made_after_the_removal_is_refused_also_where_it_is_served_before_it(out, home):
    one, evil, _ = out
    smuggled = evil.operation()
    more = {f"up_to{PART}x": Change(None, {"digests": [evil.tail]})}
    claimed = evil.operation(kind=DEVICE, record=evil.me, changes=more)
    frames = [evil.framed(each) for each in (smuggled, claimed)]

    def first(page, after):
        if after or not page.operations:
            return page
        stored = page.operations[0]
        own = [each for each in page.operations if each.device == evil.me]
        at = page.operations.index(own[-1]) + 1
        added = [replace(with_body(stored, each.body), uuid=each.id) for each in frames]
        told = (*page.operations[:at], *added, *page.operations[at:])
        told = tuple(replace(each, number=n) for n, each in enumerate(told, 1))
        return replace(page, head=len(told), operations=told)

    home.server.at = lying(home.server, page=first)
    third = home.another(one, "three", "Cy's laptop")
    assert third.records.held(Person, smuggled.record) is None
    assert held(third) == {Why.REMOVED: 1, Why.GAP: 1}


def test_a_line_whose_end_is_signed_is_taken_whole_and_one_that_ends_wrong_up_to_there(two):
    one, other = two
    meet(one, other)
    evil, stranger = EvilLaptop(other), SignKeys.new()
    made = [evil.operation() for _ in range(6)]
    signed = (0, 3)
    frames = [
        evil.framed(each, keys=None if number in signed else stranger)
        for number, each in enumerate(made)
    ]
    taken = bring(one, *frames)
    assert [each.id for each in taken.new] == [each.id for each in made[:4]]
    assert held(one) == {Why.FORGED: 1, Why.GAP: 1}


def test_nobody_vouches_for_the_line_of_another(two, home):
    one, other = two
    meet(one, other)
    evil = EvilLaptop(other)
    with one.records.database.reading() as session:
        ours = exchange_log.this_device_id(session)
    forged = evil.operation(device=ours, previous=tail_of(other, ours))
    follows = evil.operation(device=ours)
    own = evil.operation(previous=evil.tail)
    frames = [evil.framed(each, signer=ours) for each in (forged, follows)]
    third = home.another(one, "three", "Cy's laptop")
    assert bring(third, *frames, evil.framed(own)).new == ()
    assert held(third) == {Why.FORGED: 1, Why.GAP: 2}


def test_what_follows_unsigned_takes_nothing_from_what_is_signed(two):
    one, other = two
    meet(one, other)
    evil = EvilLaptop(other)
    good = evil.operation()
    after = evil.operation()
    frames = [evil.framed(good), evil.framed(after, keys=SignKeys.new())]
    assert [each.id for each in bring(one, *frames).new] == [good.id]

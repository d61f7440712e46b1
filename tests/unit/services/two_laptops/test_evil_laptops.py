"""What a laptop can do whose owner means harm, before it was taken out and after."""

from datetime import UTC

import pytest

from tests.support.evil_laptop import EvilLaptop, bring, tail_of
from tests.support.laptops import meet
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.people import Person
from vcs_desktop.storage import exchange_log


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

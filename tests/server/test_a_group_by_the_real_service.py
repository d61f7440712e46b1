"""A group's laptops, the service itself on loopback, and the officer: all of it together."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete

from tests.contract.backend import new_keys
from tests.support import laptops as at
from tests.support.evil_laptop import IDS, EvilLaptop, bring
from tests.support.laptops import House, meet, records_of
from tests.support.live_service import live_service
from tests.support.sharing import NEED, agreed, state
from tests.support.vault_examples import MovableClock
from tests.unit.services.two_laptops.test_stick import by_stick
from vcs_desktop.domain.answers import Answer
from vcs_desktop.domain.kinds import ANSWER
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.sharing.shared import State as Shared
from vcs_desktop.server import officers
from vcs_desktop.server.invitations import MOST_WAITING
from vcs_desktop.server.tables import devices, joins
from vcs_desktop.services.sharing.outbox import Report
from vcs_desktop.storage import exchange_state
from vcs_desktop.sync.service_errors import DeviceRemoved, TokenNotKnown
from vcs_desktop.sync.service_remote import HttpGroupService
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.returning import return_locator

SECRET = "Zephyrine Quill"


class _OnLoopback:
    """Stands where a service in memory would: laptops come to the real one."""

    def __init__(self, live):
        self._live = live

    def at(self, _address):
        return HttpGroupService.at(self._live.address)

    def new_code(self):
        return self._live.new_code()


@pytest.fixture
def live(tmp_path):
    with live_service(f"sqlite:///{tmp_path / 'service.db'}") as live:
        yield live


@pytest.fixture
def house(live, tmp_path, monkeypatch):
    monkeypatch.setattr(at, "ADDRESS", live.address)
    made = House(tmp_path, _OnLoopback(live), MovableClock())
    yield made
    made.close()


@pytest.fixture
def two(house):
    one = house.first()
    return one, house.another(one)


def shared(inside) -> Report:
    return inside.outbox.run(inside.laptops.door(), lambda: True, ask_all=True)


def test_two_laptops_write_one_application_apart_and_both_find_everything(two):
    one, other = two
    answer = one.records.add(ANSWER, Answer(application="a", question="Why?", text="First.\n"))
    meet(one, other)
    for inside, text in ((one, "First.\n\nMine."), (other, "Before.\n\nFirst.\n")):
        held = inside.records.held(Answer, answer)
        inside.records.save(held, replace(held.thing, text=text))
    people = [inside.people.add(Person(name=name)) for inside, name in zip(two, "AB", strict=True)]
    meet(one, other)
    assert records_of(one) == records_of(other)
    assert set(people) <= set(records_of(one))
    assert {"Mine.", "Before."} <= set(one.records.held(Answer, answer).thing.text.split("\n"))


def test_who_joins_gets_what_another_laptop_had_blanked_for_all(two, house):
    one, other = two
    answer = one.records.add(ANSWER, Answer(application="a", question="Why?", text="x" * 9_000))
    meet(one, other)
    with other.laptops._ways.service() as (service, _):
        for each in service.operations(0).operations:
            service.blank(each.uuid, b"a blank of one who means harm")
        assert {each.body for each in service.operations(0).operations} == {None}
    third = house.another(one, "three", "Cy's laptop")
    meet(third, one)
    assert records_of(third) == records_of(one)
    assert third.records.held(Answer, answer).thing.text == "x" * 9_000


def test_a_laptop_that_the_service_has_forgotten_is_let_in_again(two, live):
    one, other = two
    meet(one, other)
    (line,) = (each for each in one.laptops.laptops() if not each.is_this)
    with live.database.writing() as connection:  # as a backup leaves it that was taken before
        connection.execute(delete(devices).where(devices.c.id == line.id))
        connection.execute(delete(joins).where(joins.c.device == line.id))
    live.begin_era()
    mine = other.people.add(Person(name="Written while nobody knew this laptop"))
    told = [each.laptops.exchange().error for each in (other, one, other, one, other)]
    assert [type(each) for each in told[:3:2]] == [TokenNotKnown] * 2
    assert told[-1] is None
    meet(one, other)
    assert records_of(one) == records_of(other)
    assert one.people.person(mine)


def forget(live, *laptops):
    """Put the service back from a backup that does not know some laptops."""
    for each in laptops:
        with each.records.database.reading() as session:
            door = exchange_state.taking_part(session).door
        with live.database.writing() as connection:
            connection.execute(delete(joins).where(joins.c.device == door))
            connection.execute(delete(devices).where(devices.c.id == door))
    live.begin_era()
    return door


def test_who_was_taken_out_stands_in_the_place_of_no_forgotten_laptop(two, house, live):
    one, other = two
    evil = house.another(one, "three", "Cy's laptop")
    meet(one, other, evil)
    with evil.records.database.reading() as session:
        place = return_locator(exchange_state.epochs(session)[0].key, one.group.id)
    one.laptops.remove([EvilLaptop(evil).me])
    door = forget(live, other)
    one.laptops.exchange()
    for each in (door, *(IDS.new() for _ in range(4))):
        live.door().ask_to_join(place, replace(new_keys(), id=each), b"no proof")
    for each in (one, other, one):
        each.laptops.exchange()
    assert other.laptops.exchange().error is None


def test_more_laptops_than_wait_at_once_come_back_one_after_the_other(house, live):
    one = house.first()
    others = []
    for number in range(MOST_WAITING + 1):
        others.append(house.another(one, f"{number}", f"Laptop {number}"))
        live.forward(timedelta(hours=2))  # not all invitations are open at once
    meet(one, *others)
    forget(live, *others)
    for each in (one, *others) * 3:
        each.laptops.exchange()
    assert [each.laptops.exchange().error for each in others] == [None] * len(others)


def test_a_laptop_that_was_removed_gets_nothing(two):
    one, other = two
    (gone,) = (each for each in one.laptops.laptops() if each.name == "Ben's laptop")
    assert one.laptops.remove([gone.id]).error is None
    later = one.people.add(Person(name="Later"))
    meet(one)
    assert isinstance(other.laptops.exchange().error, DeviceRemoved)
    assert other.records.held(Person, later) is None


def test_a_laptop_that_came_by_stick_can_be_taken_out(house):
    one = house.first()
    by_stick(house, one, "Cy's laptop")
    cy = next(each for each in one.laptops.laptops() if each.name == "Cy's laptop")
    assert one.laptops.remove([cy.id]).error is None
    assert [each.name for each in one.laptops.laptops() if not each.is_removed] == ["Asha's laptop"]
    assert newest_key(one) == (2, True)


def test_what_is_planted_as_a_laptop_and_has_no_id_keeps_nobody_out_or_in(two, house):
    one, other = two
    meet(one, other)
    evil = EvilLaptop(other)
    bring(one, evil.framed(evil.laptop("x", **new_keys_of_one())))
    third = house.another(one, "three", "Cy's laptop")
    meet(one, third)
    assert one.laptops.remove([evil.me]).error is None
    meet(one, third)
    assert newest_key(one) == newest_key(third) == (2, True)
    assert records_of(one) == records_of(third)


def test_laptops_that_somebody_planted_keep_nobody_in_and_can_be_taken_out(two, house):
    one, other = two
    planted = [IDS.new() for _ in range(70)]
    third = house.another(one, "three", "Cy's laptop")
    meet(one, other, third)
    evil = EvilLaptop(other)
    bring(one, *(evil.framed(evil.laptop(each, **new_keys_of_one())) for each in planted))
    assert one.laptops.remove([evil.me]).error is None
    assert newest_key(one) == (2, True)
    assert one.laptops.remove(planted).error is None
    meet(one, third)
    assert newest_key(one) == newest_key(third) == (3, True)
    person = third.people.add(Person(name="Later"))
    meet(third, one)
    assert one.people.person(person)


def new_keys_of_one():
    return {"sign_key": SignKeys.new().key, "seal_key": SealKeys.new().key}


def newest_key(inside):
    with inside.records.database.reading() as session:
        return max((each.epoch, each.is_given) for each in exchange_state.epochs(session))


def test_the_officer_reads_what_was_shared_and_nothing_else_and_answers_it(two, live, tmp_path):
    one, other = two
    one.people.add(Person(name=SECRET))
    record_id, body = agreed(one, **NEED)
    meet(one, other)
    assert shared(one).sent == 1
    with live.database.reading() as connection:
        page = officers.page(connection, 0, 50)
    assert [each.uuid for each in page.lines] == [record_id]
    with live.database.writing() as connection:
        whole = officers.whole(connection, record_id, live.clock.now())
        officers.reply(connection, record_id, "We have a bus for you.", live.clock.now())
    assert whole.body == body
    shared(one)
    meet(one, other)
    assert [state(each, record_id) for each in two] == [Shared.ANSWERED] * 2
    stored = b"".join(each.read_bytes() for each in tmp_path.glob("service.db*"))
    assert SECRET.encode() not in stored
    assert NEED["text"].encode() in stored

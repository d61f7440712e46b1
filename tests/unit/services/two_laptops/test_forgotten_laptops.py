"""A laptop that joined after the service's last backup, when the service is put back from that."""

import copy
from uuid import uuid4

import pytest

from tests.support.laptops import meet, records_of
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.people import Person
from vcs_desktop.services.two_laptops import identity
from vcs_desktop.storage import exchange_state
from vcs_desktop.sync.service_errors import TokenNotKnown
from vcs_desktop.vault.device_keys import SignKeys
from vcs_desktop.vault.returning import return_locator, return_proof
from vcs_desktop.wire.service import DeviceKeys


@pytest.fixture
def forgotten(home):
    """Two laptops; the second came after the backup from which the service was put back."""
    one = home.first()
    one.people.add(Person(name="Before"))
    meet(one)
    backup = copy.deepcopy(home.server.tables)
    other = home.another(one)
    meet(other, one)
    home.server.tables = backup
    home.server.tables.era = str(uuid4())
    mine = other.people.add(Person(name="Written while nobody knew this laptop"))
    assert isinstance(other.laptops.exchange().error, TokenNotKnown)
    return one, other, mine


def test_it_is_let_in_again_by_another_laptop_and_loses_nothing(forgotten):
    one, other, mine = forgotten
    before = other.laptops.laptops()
    told = []
    for _ in range(2):
        told += one.laptops.exchange().notices
        error = other.laptops.exchange().error
    assert error is None
    assert any("let in again" in each for each in told)
    assert other.laptops.standing().state is State.ON
    meet(one, other)
    assert records_of(one) == records_of(other)
    assert one.people.person(mine)
    assert [each.id for each in other.laptops.laptops()] == [each.id for each in before]
    assert one.laptops.exchange().asking == 0


def test_the_words_say_what_to_do_and_that_nothing_is_lost(forgotten):
    _, other, _ = forgotten
    words = " ".join(other.laptops.standing().words)
    assert "Nothing here is lost" in words
    assert "on another laptop of the group" in words


def test_nobody_is_asked_who_has_to_let_it_in(forgotten):
    one, other, _ = forgotten
    one.laptops.exchange()
    other.laptops.exchange()
    assert one.laptops.exchange().asking == 0
    assert one.laptops.asking() == ()


def test_it_comes_back_also_days_later(forgotten, home):
    one, other, _ = forgotten
    for _ in range(3):
        one.laptops.exchange()
        home.clock.go_on(2 * 86_400)
    one.laptops.exchange()
    other.laptops.exchange()
    home.clock.go_on(86_400)
    one.laptops.exchange()
    assert other.laptops.exchange().error is None


@pytest.mark.parametrize("has_its_keys", [True, False])
def test_nobody_comes_back_in_its_place(forgotten, home, has_its_keys):
    """Who was in the group knows where to ask; only who signs as that laptop is let in."""
    one, other, _ = forgotten
    one.laptops.exchange()
    with other.records.database.reading() as session:
        part = exchange_state.taking_part(session)
        known = exchange_state.trusted(session)[part.door]
        key = exchange_state.epochs(session)[0].key
    evil = SignKeys.new()
    shown = DeviceKeys(part.door, known.sign_key if has_its_keys else evil.key, known.seal_key)
    proof = return_proof(evil, one.group.id, part.door)
    home.server.at("x").ask_to_join(return_locator(key, one.group.id), shown, proof)
    one.laptops.exchange()
    assert part.door not in home.server.group(one.group.id).devices
    assert all(not join.welcome for join in home.server.tables.joins.values())


def test_who_was_taken_out_does_not_come_back(forgotten, home):
    one, other, mine = forgotten
    one.laptops.exchange()
    other.laptops.exchange()
    (line,) = (each for each in one.laptops.laptops() if not each.is_this)
    with one.records.database.writing() as session:
        identity.take_out(session, one.laptops._ways.author(session), [line.id])
    one.laptops.exchange()
    assert isinstance(other.laptops.exchange().error, TokenNotKnown)
    assert other.people.person(mine)

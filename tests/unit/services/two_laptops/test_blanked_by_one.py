"""A laptop that deletes at the service what it did not write, and those that put it back."""

import pytest

from tests.support.evil_laptop import EvilLaptop
from tests.support.kept_files import kept
from tests.support.laptops import meet, records_of
from tests.support.vault_examples import BEN
from vcs_desktop.domain.arriving_changes import Why
from vcs_desktop.domain.people import Person
from vcs_desktop.services.two_laptops.joining import NewMember
from vcs_desktop.storage import exchange_log, exchange_state
from vcs_desktop.storage.exchange_log import all_to_give
from vcs_desktop.sync.group_exchange.exchange import keys_of


def frames_of_blanks(inside):
    """Return a well made blank of every operation that a laptop holds."""
    database = inside.records.database
    keys = keys_of(database, inside.group.id)
    with database.reading() as session:
        every = all_to_give(session, 0, 10_000)
    return {each.logged.id: keys.blank(each.logged) for each in every}


def garbage(inside):
    return dict.fromkeys(frames_of_blanks(inside), b"no frame at all")


def of_another_place(inside):
    """Return blanks that were signed and say of each operation what is not so."""
    evil = EvilLaptop(inside)
    return {
        each: evil.blank(evil.me, evil.me, "0" * 64, "1" * 64, id=each).body
        for each in frames_of_blanks(inside)
    }


def blank_all(inside, blanks):
    with inside.laptops._ways.service() as (service, _):
        for uuid, blank in blanks.items():
            service.blank(uuid, blank)


def on_service(home, inside):
    return home.server.group(inside.group.id).operations


def read_anew(inside):
    with inside.records.database.writing() as session:
        exchange_state.read_anew(session)


def held(inside):
    with inside.records.database.reading() as session:
        return exchange_log.how_many_wait(session)


@pytest.mark.parametrize("made", [frames_of_blanks, garbage, of_another_place])
def test_who_joins_gets_what_one_laptop_had_blanked_for_all(two, home, made):
    one, other = two
    for number in range(5):
        one.people.add(Person(name=f"Person {number}"))
        other.people.add(Person(name=f"Other {number}"))
    meet(one, other)
    blank_all(other, made(other))
    assert all(each.body is None for each in on_service(home, one))
    third = home.another(one, "three", "Cy's laptop")
    meet(third, one)
    assert records_of(third) == records_of(one)
    assert all(each.body is not None for each in on_service(home, one))


def test_who_asked_for_updates_is_told_that_it_was_put_back(two, home):
    one, other = two
    meet(one, other)
    blank_all(other, frames_of_blanks(other))
    home.server.tables.era = "01a22748-ddab-7669-95c7-daa0f2186c87"
    notices = one.laptops.exchange().notices
    assert any("were put back" in each for each in notices)
    assert not any("were put back" in each for each in one.laptops.exchange().notices)


def test_what_was_erased_is_not_put_back_though_its_words_are_still_here(two, home):
    """One laptop still holds what is erased, for so much at once waits for a person."""
    one, other = two
    people = [one.people.add(Person(name=f"SENTINEL {number}")) for number in range(40)]
    meet(one, other)
    one.records.erase(people)
    one.laptops.exchange()
    blanks = [each for each in on_service(home, one) if each.body is None]
    assert len(blanks) == len(people)
    assert other.laptops.exchange().would_delete == len(people)
    third = home.another(other, "three", "Cy's laptop")
    assert [each for each in on_service(home, one) if each.body is None] == blanks
    assert not set(people) & set(records_of(third))
    with other.records.database.reading() as session:
        assert exchange_log.how_many_wait(session)[Why.HELD]
        assert len(exchange_log.to_put_back(session, 100)) == len(people)


@pytest.mark.parametrize("is_before", [True, False])
def test_what_was_erased_gets_its_own_blank_where_somebody_put_what_is_none(two, home, is_before):
    one, other = two
    gone = one.people.add(Person(name="Gone"))
    one.people.add(Person(name="Stays"))
    meet(one, other)
    if is_before:
        blank_all(other, garbage(other))
    one.records.erase([gone])
    one.laptops.exchange()
    if not is_before:
        blank_all(other, garbage(other))
    third = home.another(one, "three", "Cy's laptop")
    meet(third, one)
    assert records_of(third) == records_of(one)
    with third.records.database.reading() as session:
        assert not exchange_log.how_many_wait(session)
    assert not any(each.blank == b"no frame at all" for each in on_service(home, one))


def test_what_another_erased_gets_its_blank_from_who_found_none_there(two, home):
    one, other = two
    gone = one.people.add(Person(name="Gone"))
    meet(one, other)
    blanks = garbage(other)
    other.records.erase([gone])
    other.laptops.exchange()
    blank_all(other, blanks)
    read_anew(one)
    one.laptops.exchange()
    assert not any(each.blank == b"no frame at all" for each in on_service(home, one))


def test_what_another_laptop_puts_right_comes_with_the_next_exchange(two, home):
    one, other = two
    meet(one, other)
    gone = one.people.add(Person(name="Gone"))
    one.records.erase([gone])
    one.people.add(Person(name="Stays"))
    one.laptops.exchange()
    blank_all(one, garbage(one))
    for _ in range(2):
        other.laptops.exchange()
        assert held(other)[Why.NOT_OURS]
    read_anew(one)
    one.laptops.exchange()
    before = home.server.requests
    other.laptops.exchange()
    assert held(other) == {}
    assert records_of(other) == records_of(one)
    assert home.server.requests - before <= 12


def test_what_comes_by_stick_is_put_right_on_the_service_that_gave_it_wrong(two, home):
    one, other = two
    meet(one, other)
    one.people.add(Person(name="Dev"))
    one.laptops.exchange()
    blank_all(one, garbage(one))
    assert "by stick" in other.laptops.exchange().notices[-1]
    assert held(other)[Why.NOT_OURS]
    stick = home.place / "changes.vcschanges"
    one.laptops.exchange_out(stick)
    other.laptops.exchange_in(stick)
    report = other.laptops.exchange()
    assert (report.error, report.waiting) == (None, 0)
    assert not any(each.blank == b"no frame at all" for each in on_service(home, one))
    report = other.laptops.exchange()
    assert (report.sent, report.notices) == (0, ())


def test_files_that_one_laptop_had_erased_for_all_come_to_who_joins(two, home, tmp_path):
    one, other = two
    path = tmp_path / "rules.txt"
    path.write_bytes(b"The rules of the group. " * 90_000)  # of several parts
    _, stored = kept(one, path)
    meet(one, other)
    with other.laptops._ways.service() as (service, _):
        service.erase_blob(stored.blob)
    third = home.another(one, "three", "Cy's laptop")
    assert not third.blobs.is_there(stored)
    meet(one, third)
    assert third.blobs.read(stored) == path.read_bytes()


def test_a_file_that_was_erased_is_not_put_back_while_that_waits_for_a_person(two, home, tmp_path):
    one, other = two
    people = [one.people.add(Person(name=f"Person {number}")) for number in range(40)]
    path = tmp_path / "rules.txt"
    path.write_bytes(b"The rules of the group.")
    record, stored = kept(one, path)
    meet(one, other)
    one.records.erase([record, *people])
    one.laptops.exchange()
    assert other.laptops.exchange().would_delete
    home.another(other, "three", "Cy's laptop")
    meet(other)
    assert stored.blob not in home.server.group(one.group.id).blobs
    assert other.blobs.is_there(stored)
    other.laptops.held_back.let_come()
    meet(other)
    assert not other.blobs.is_there(stored)
    assert stored.blob not in home.server.group(one.group.id).blobs


def test_nothing_is_blanked_before_the_word_of_it_stands_on_the_service(two, home):
    one, other = two
    gone = one.people.add(Person(name="Gone"))
    meet(one, other)
    one.records.erase([gone])
    with one.records.database.reading() as session:
        assert exchange_log.to_blank(session, 100) == []
    one.laptops.exchange()
    assert [each.blank is not None for each in on_service(home, one)].count(True) == 1


def test_what_is_blanked_between_two_readings_comes_to_who_joins_in_the_end(two, home):
    one, other = two
    meet(one, other)
    joining, asked = home.ask(one.laptops.invite().code, "three")
    (asking,) = one.laptops.asking()
    one.laptops.accept(asking.device)
    assert joining.is_let_in(asked)
    blank_all(other, frames_of_blanks(other))
    third = home.inside(joining.finish(asked, NewMember("Cy", BEN)))
    third.laptops.exchange()
    with third.records.database.reading() as session:
        assert exchange_log.how_many_wait(session)[Why.EARLY]
    home.another(one, "four", "Di's laptop")
    meet(third, one)
    assert records_of(third) == records_of(one)

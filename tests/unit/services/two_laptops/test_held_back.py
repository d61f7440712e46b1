"""A great deletion that came from another laptop: looked at, let happen, or taken back."""

import pytest

from tests.support.laptops import meet, records_of
from tests.support.vault_examples import BEN
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.beginning import SecondPerson
from vcs_desktop.services.groups.rehearsal import Rehearsal
from vcs_desktop.services.two_laptops.joining import NewMember

CHO = "lantern copper willow orbit"


@pytest.fixture
def deleted(two):
    """Thirty people on two laptops, of whom one deleted 25, and 3 of these for good."""
    one, other = two
    people = [one.people.add(Person(name=f"Person {n:02}")) for n in range(30)]
    meet(one, other)
    for each in people[:25]:
        one.people.remove(each)
    one.bin.delete_for_good(people[:3])
    one.laptops.exchange()
    assert other.laptops.exchange().would_delete == 25
    return one, other, people


def test_what_would_be_deleted_is_listed_by_name(deleted):
    _, other, _ = deleted
    things = other.laptops.held_back.things()
    assert [each.title for each in things][:2] == ["Person 00", "Person 01"]
    assert [each.is_for_good for each in things].count(True) == 3
    assert {each.kind for each in things} == {"person"}
    assert other.laptops.standing().held_back > 0


def test_let_it_deletes_without_any_network_and_nothing_waits_any_more(deleted):
    _, other, _ = deleted
    report = other.laptops.held_back.let_come()
    assert (report.would_delete, report.changes > 0) == (0, True)
    assert len(other.records.bin()) == 22
    assert other.laptops.standing().held_back == 0
    assert other.laptops.held_back.things() == ()


def test_keep_ours_brings_back_on_every_laptop_what_can_come_back(deleted):
    one, other, people = deleted
    report = other.laptops.held_back.keep_ours()
    assert report.waiting > 0
    assert len(other.records.bin()) == 0
    meet(other, one)
    assert records_of(one) == records_of(other)
    assert len(one.records.bin()) == 0
    names = {each.name for each in one.people.people()}
    assert len(names) == 27  # three were deleted for good, and that is final
    assert "Person 00" not in names
    assert people


def people_on(two, count=40):
    one, other = two
    people = [one.people.add(Person(name=f"Person {n:02}")) for n in range(count)]
    meet(one, other)
    return one, other, people


def test_many_small_deletions_of_one_day_are_counted_together(two):
    one, other, people = people_on(two)
    told = []
    for start in range(0, 40, 8):
        one.records.erase(people[start : start + 8])
        one.laptops.exchange()
        told.append(other.laptops.exchange().would_delete)
    assert told[:2] == [0, 0]
    assert told[2:] == [8, 16, 24]
    assert len(set(people) & set(records_of(other))) == 24


def test_what_was_deleted_on_another_day_is_not_counted(two, home):
    one, other, people = people_on(two)
    for start in range(0, 24, 8):
        one.records.erase(people[start : start + 8])
        one.laptops.exchange()
        assert other.laptops.exchange().would_delete == 0
        home.clock.go_on(13 * 3_600)
    assert len(set(people) & set(records_of(other))) == 16


def test_by_stick_and_by_service_it_is_counted_together(two, tmp_path):
    one, other, people = people_on(two)
    one.records.erase(people[:15])
    meet(one, other)
    one.records.erase(people[15:25])
    one.laptops.exchange_out(tmp_path / "all.vcschanges")
    assert other.laptops.exchange_in(tmp_path / "all.vcschanges").would_delete == 10


def test_after_a_yes_it_is_counted_anew(deleted):
    one, other, people = deleted
    other.laptops.held_back.let_come()
    one.records.erase([people[25]])
    one.laptops.exchange()
    assert other.laptops.exchange().would_delete == 0
    assert people[25] not in records_of(other)


def test_a_yes_is_for_what_was_shown_and_not_for_what_came_after_the_look(two):
    one, other, people = people_on(two, 60)
    one.records.erase(people[:25])
    one.laptops.exchange()
    other.laptops.exchange()
    assert len(other.laptops.held_back.things()) == 25
    one.records.erase(people[25:55])
    one.laptops.exchange()
    other.laptops.exchange()  # while somebody looks
    report = other.laptops.held_back.let_come()
    assert report.would_delete == 30
    assert set(people) & set(records_of(other)) == set(people[25:])
    assert len(other.laptops.held_back.things()) == 30
    other.laptops.held_back.let_come()
    assert set(people) & set(records_of(other)) == set(people[55:])


def test_a_yes_before_an_exchange_is_for_what_waited_then(two):
    one, other, people = people_on(two, 60)
    one.records.erase(people[:25])
    meet(one, other)
    one.records.erase(people[25:55])
    one.laptops.exchange()
    other.laptops.let_delete()
    assert other.laptops.exchange().would_delete == 30
    assert set(people) & set(records_of(other)) == set(people[25:])


def test_keep_ours_keeps_what_was_shown(two):
    one, other, people = people_on(two, 60)
    for each in people[:25]:
        one.people.remove(each)
    one.laptops.exchange()
    other.laptops.exchange()
    assert len(other.laptops.held_back.things()) == 25
    for each in people[25:55]:
        one.people.remove(each)
    one.laptops.exchange()
    other.laptops.exchange()
    assert other.laptops.held_back.keep_ours().would_delete == 30
    assert len(other.records.bin()) == 0
    assert {each.title for each in other.laptops.held_back.things()} == {
        f"Person {n:02}" for n in range(25, 55)
    }


def test_where_nothing_waits_nothing_is_listed(two):
    assert two[1].laptops.held_back.things() == ()


def test_news_are_counted_and_sliced(two):
    one, other = two
    for number in range(52):
        one.people.add(Person(name=f"Person {number}"))
    meet(one, other)
    first = other.laptops.news.slice()
    assert (len(first.came), first.skipped, first.total) == (50, 0, 52)
    rest = other.laptops.news.slice(50)
    assert (len(rest.came), rest.skipped) == (2, 50)
    assert first.came[0].title == "Person 51"
    assert one.laptops.news.slice().total == 0


def test_who_is_let_in_while_another_window_exchanges_is_let_in_all_the_same(home):
    one = home.first()
    joining, asked = home.ask(one.laptops.invite().code, "two")
    (asking,) = one.laptops.asking()
    with one.laptops._ways.turn():
        one.laptops.accept(asking.device)
    assert joining.is_let_in(asked)


def test_who_joins_has_a_code_of_their_own_and_a_second_person(home):
    one = home.first()
    joining, asked = home.ask(one.laptops.invite().code, "two")
    (asking,) = one.laptops.asking()
    one.laptops.accept(asking.device)
    assert joining.is_let_in(asked)
    groups = home.groups("two")
    code = Rehearsal.begin(groups)
    member = NewMember("Ben", BEN, role="chair", code=code, second=SecondPerson("Cho", CHO))
    other = home.inside(joining.finish(asked, member))
    assert other.laptops.exchange().error is None
    assert sorted(each.label for each in other.group.openers) == ["Ben", "Cho"]
    assert other.openers.my_role() == "chair"
    group = other.group.id
    other.group.close()
    with groups.open_with_code(group, "".join(code.groups)) as opened:
        assert opened.name == "Tea & Talk"

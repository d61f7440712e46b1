"""A group on two laptops without any service: a copy once, and changes in a file after that."""

from tests.support.laptops import records_of
from tests.support.vault_examples import ASHA
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words


def names(inside):
    return {each.name for each in inside.people.people()}


def test_a_copy_on_a_stick_becomes_a_second_laptop_and_changes_go_to_and_fro(home):
    one = home.alone("one")
    one.people.add(Person(name="Dev"))
    one.laptops.share("Office laptop")
    stick = home.place / "tea.vcsgroup"
    one.backups.copy_to(stick)
    there = home.groups("two")
    there.restoring.restore(stick, by_words(ASHA))
    other = home.inside(there.open(one.group.id, ASHA))
    assert other.laptops.standing().state is State.LOOK
    other.laptops.go_on()
    one.people.add(Person(name="Eve"))
    other.people.add(Person(name="Fay"))
    for giver, taker in ((one, other), (other, one), (one, other)):
        file = home.place / "changes.vcschanges"
        giver.laptops.exchange_out(file)
        taker.laptops.exchange_in(file)
    assert names(one) == names(other) == {"Dev", "Eve", "Fay"}
    assert records_of(one) == records_of(other)
    assert one.laptops.news.slice().total > 0

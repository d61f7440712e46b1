"""A group on two laptops without any service: a copy once, and changes in a file after that."""

import pytest

from tests.support.laptops import ADDRESS, records_of
from tests.support.vault_examples import ASHA
from vcs_desktop.core.two_laptops_errors import GroupIsHereAlready, NobodyAsks
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.two_laptops.by_stick import Paper, write_paper
from vcs_desktop.storage import exchange_log
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.invitation import DeviceCard, InviteCode, seal_asking


def names(inside):
    return {each.name for each in inside.people.people()}


def copy_of(home, one):
    """Return a second laptop of a group, which came by stick as a copy of the first."""
    stick = home.place / "tea.vcsgroup"
    one.backups.copy_to(stick)
    there = home.groups("two")
    there.restoring.restore(stick, by_words(ASHA))
    return home.inside(there.open(one.group.id, ASHA))


def carry(home, giver, taker):
    file = home.place / "changes.vcschanges"
    giver.laptops.exchange_out(file)
    taker.laptops.exchange_in(file)


def test_a_copy_on_a_stick_becomes_a_second_laptop_and_changes_go_to_and_fro(home):
    one = home.alone("one")
    one.people.add(Person(name="Dev"))
    one.laptops.share("Office laptop")
    other = copy_of(home, one)
    assert other.laptops.standing().state is State.LOOK
    other.laptops.go_on()
    one.people.add(Person(name="Eve"))
    other.people.add(Person(name="Fay"))
    for giver, taker in ((one, other), (other, one), (one, other)):
        carry(home, giver, taker)
    assert names(one) == names(other) == {"Dev", "Eve", "Fay"}
    assert records_of(one) == records_of(other)
    assert one.laptops.news.slice().total > 0


def test_a_copy_comes_in_by_a_service_once_it_was_carried_over_and_removed(home):
    one = home.alone("one")
    one.laptops.share("Office laptop")
    other = copy_of(home, one)
    other.laptops.go_on()
    other.people.add(Person(name="Fay"))
    one.laptops.use_service(ADDRESS, home.server.new_code())
    one.laptops.exchange()
    code = one.laptops.invite().code
    with pytest.raises(GroupIsHereAlready):
        home.ask(code, "two")
    assert one.laptops.asking() == ()
    carry(home, other, one)
    home.groups("two").remove(other.group)
    joined = home.another(one, "two")
    assert names(joined) == names(one) == {"Fay"}
    assert len(one.laptops.laptops()) == 2


def test_nobody_comes_in_under_the_id_of_a_laptop_of_the_group(two, tmp_path):
    """It would have every key, and stand in no list of the laptops."""
    one, other = two
    with other.records.database.reading() as session:
        me = exchange_log.this_device_id(session)
    invited = one.laptops.invite_by_stick(tmp_path / "offer.vcsinvite")
    code = InviteCode.typed("-".join(invited.code))
    card = DeviceCard(me, SignKeys.new().key, SealKeys.new().key, me, "Ben's laptop")
    proof = seal_asking(card, code.key(), one.group.id, code.locator)
    asking = tmp_path / "asking.vcsinvite"
    write_paper(asking, Paper("asking", code.locator, proof))
    with pytest.raises(NobodyAsks):
        one.laptops.asking_by_stick(asking)
    with pytest.raises(NobodyAsks):
        one.laptops.accept_by_stick(asking, tmp_path / "welcome.vcsinvite")

"""A group on two laptops without any service: a copy once, and changes in a file after that."""

import pytest

from tests.support.laptops import records_of
from tests.support.vault_examples import ASHA
from vcs_desktop.core.two_laptops_errors import NobodyAsks
from vcs_desktop.domain.laptops import State
from vcs_desktop.domain.people import Person
from vcs_desktop.services.groups.restoring import by_words
from vcs_desktop.services.two_laptops.by_stick import Paper, write_paper
from vcs_desktop.storage import exchange_log
from vcs_desktop.vault.device_keys import SealKeys, SignKeys
from vcs_desktop.vault.invitation import DeviceCard, InviteCode, seal_asking


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

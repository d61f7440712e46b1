"""A laptop is invited by a code, and both sides show the same four words."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.group_file import TickingClock
from tests.support.vault_examples import QUICK
from vcs_desktop.core.ids import Ids
from vcs_desktop.core.two_laptops_errors import CodeNotRight, NotTheSameGroup
from vcs_desktop.vault import invitation
from vcs_desktop.vault.device_keys import SealKeys, SignKeys, seal_for
from vcs_desktop.vault.invitation import (
    DeviceCard,
    EpochKey,
    InviteCode,
    Offer,
    Welcome,
    open_asking,
    open_offer,
    open_welcome,
    seal_asking,
    seal_offer,
    seal_welcome,
    words_of,
)
from vcs_desktop.vault.passphrase import kind_words
from vcs_desktop.vault.sealing import NotOpened, new_key

IDS = Ids(TickingClock())
GROUP = str(uuid4())
SIGN, SEAL = SignKeys.new(), SealKeys.new()
BY = DeviceCard(IDS.new(), SIGN.key, SEAL.key, IDS.new(), "Asha's laptop")
ASKING = DeviceCard(IDS.new(), SignKeys.new().key, SEAL.key, IDS.new(), "Ben's")
OFFER = Offer(GROUP, BY, "https://service.test")
WELCOME = Welcome(GROUP, "Tea & Talk", (EpochKey(1, new_key(), BY.id),), (BY,), "")


@pytest.fixture(autouse=True)
def quick_codes(monkeypatch):
    monkeypatch.setattr(invitation, "FOR_CODES", QUICK)


def test_a_code_is_read_however_it_is_typed():
    code = InviteCode.new()
    assert [len(each) for each in code.groups()] == [4, 4, 4]
    for typed in ("-".join(code.groups()), " ".join(code.groups()).lower(), code.letters):
        again = InviteCode.typed(typed)
        assert (again, again.locator, again.key()) == (code, code.locator, code.key())
    assert code.letters not in repr(code)


@pytest.mark.parametrize("typed", ["", "ABCD", "ABCD-EFGH-JKMU", "A" * 1_000, "ABCD-EFGH-JKMNP"])
def test_what_can_be_no_code_is_refused_in_words(typed):
    with pytest.raises(CodeNotRight):
        InviteCode.typed(typed)


def test_an_offer_and_an_asking_open_with_their_code_only():
    code, other = InviteCode.new(), InviteCode.new()
    offer = seal_offer(OFFER, code.key(), code.locator)
    assert open_offer(offer, code.key(), code.locator) == OFFER
    asking = seal_asking(ASKING, code.key(), GROUP, code.locator)
    assert open_asking(asking, code.key(), GROUP, code.locator) == ASKING
    with pytest.raises(CodeNotRight):
        open_offer(offer, other.key(), code.locator)
    with pytest.raises(CodeNotRight):
        open_offer(offer, code.key(), other.locator)
    with pytest.raises(NotOpened):
        open_asking(asking, code.key(), str(uuid4()), code.locator)
    with pytest.raises(NotOpened):
        open_asking(offer, code.key(), GROUP, code.locator)


def test_the_four_words_are_of_the_list_and_change_with_every_key():
    key = new_key()
    words = words_of(GROUP, BY, ASKING, key)
    assert len(words.split()) == 4
    assert set(words.split()) <= set(kind_words())
    others = {
        words_of(str(uuid4()), BY, ASKING, key),
        words_of(GROUP, ASKING, BY, key),
        words_of(GROUP, BY, DeviceCard(ASKING.id, BY.sign_key, ASKING.seal_key, ""), key),
        words_of(GROUP, BY, ASKING, new_key()),
    }
    assert len(others | {words}) == 5


def test_a_welcome_is_for_one_laptop_by_the_one_that_invited():
    sealed = seal_welcome(WELCOME, ASKING, SIGN)
    assert open_welcome(sealed, SEAL, OFFER, ASKING.id) == WELCOME
    for keys, offer, device in (
        (SealKeys.new(), OFFER, ASKING.id),
        (SEAL, Offer(str(uuid4()), BY), ASKING.id),
        (SEAL, Offer(GROUP, ASKING), ASKING.id),
        (SEAL, OFFER, BY.id),
    ):
        with pytest.raises(NotTheSameGroup):
            open_welcome(sealed, keys, offer, device)


@given(st.binary(max_size=300))
def test_no_welcome_of_a_stranger_lets_anybody_in(content):
    for sealed in (content, seal_for(SEAL.key, content), seal_for(SEAL.key, bytes(64) + content)):
        with pytest.raises(NotTheSameGroup):
            open_welcome(sealed, SEAL, OFFER, ASKING.id)


@given(st.binary(max_size=300))
def test_no_offer_of_a_stranger_opens(content):
    with pytest.raises(CodeNotRight):
        open_offer(content, bytes(32), "a" * 64)

"""Ways in: each opens for who it was made for, and nothing else is taken for one."""

from dataclasses import replace

import pytest

from tests.support.vault_examples import (
    ASHA,
    BEN,
    CODE,
    COMPUTER,
    GROUP,
    OTHER_GROUP,
    QUICK,
    SECRET,
    new_keys,
    slots_of,
)
from vcs_desktop.core.group_errors import (
    DamagedOpener,
    DamagedSlots,
    MovedOpener,
    NoCode,
    NoSuchOpener,
    NotEnoughMemory,
    NotRemembered,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.vault import opening, sealing
from vcs_desktop.vault.opening import (
    open_with_code,
    open_with_computer,
    open_with_passphrase,
    slot_for_person,
)
from vcs_desktop.vault.recovery_code import RecoveryCode
from vcs_desktop.vault.sealing import (
    FOR_CODES,
    FOR_PASSPHRASES,
    FOR_SMALL_COMPUTERS,
    Effort,
    NotOpened,
)
from vcs_desktop.vault.slots import GroupKeys, SlotKind


def test_each_person_and_the_code_get_the_same_keys(slots, keys):
    assert open_with_passphrase(slots, ASHA).keys == keys
    assert open_with_passphrase(slots, BEN).keys == keys
    assert open_with_code(slots, CODE).keys == keys
    assert slots.name_inside(keys) == "Tea & Talk"


def test_who_types_can_be_named_so_that_others_are_not_tried(slots):
    asha, ben = slots.of(SlotKind.PASSPHRASE)
    assert open_with_passphrase(slots, BEN, ben.id).slot == ben
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(slots, BEN, asha.id)
    with pytest.raises(NoSuchOpener):
        open_with_passphrase(slots, BEN, "nobody")


def test_wrong_words_and_a_wrong_code_are_said_to_be_wrong(slots):
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(slots, f"{ASHA}!")
    with pytest.raises(WrongCode):
        open_with_code(slots, RecoveryCode.new())
    with pytest.raises(NoCode):
        open_with_code(slots.with_slots(), CODE)


def test_a_slot_of_another_group_is_told_apart(keys, slots):
    theirs = slots_of(new_keys(), group=OTHER_GROUP, ben=False, code=False)
    with pytest.raises(MovedOpener):
        open_with_passphrase(slots.with_slots(*theirs.slots), ASHA)
    # What it says of itself is changed as well, and its check with it.
    forged = replace(theirs.slots[0], group=GROUP)
    forged = replace(forged, check=forged._checked(forged.letter, forged.mark))
    with pytest.raises(NotOpened):
        forged.open(ASHA.encode(), GROUP, keys.id)


def test_a_slot_from_before_the_key_was_changed_is_told_apart(keys, slots):
    asha, ben, _ = slots.slots
    new = keys.renewed()
    renewed = slots.renewed(new, keys, without=ben.id)
    assert open_with_passphrase(renewed, ASHA).keys == new
    with pytest.raises(MovedOpener):
        open_with_passphrase(renewed.with_slots(asha, ben), BEN)


def test_a_computer_opens_for_the_person_it_remembers_and_for_nobody_else(keys):
    slots = slots_of(keys, computer=True)
    asha, ben, code, computer = slots.slots
    opened = open_with_computer(slots, COMPUTER, SECRET)
    assert (opened.keys, opened.slot) == (keys, asha)
    assert computer.effort == FOR_CODES
    broken = replace(asha, salt=bytes(16))
    moved = slots_of(new_keys(), group=OTHER_GROUP, computer=True).slots
    for ways, slot_id, secret in (
        (slots.slots, COMPUTER, SECRET[::-1]),
        (slots.slots, ben.id, SECRET),
        (slots.slots, ben.id, BEN.encode()),  # that is a way for words
        ((asha, ben, code), COMPUTER, SECRET),
        ((ben, code, computer), COMPUTER, SECRET),  # she was taken out
        ((broken, ben, computer), COMPUTER, SECRET),
        (moved, COMPUTER, SECRET),
        ((asha, replace(computer, label=ben.id), ben), COMPUTER, SECRET),
    ):
        with pytest.raises(NotRemembered):
            open_with_computer(slots.with_slots(*ways), slot_id, secret)


def test_a_computer_that_is_made_to_remember_another_person_does_not_open(keys):
    """Whoever can write the file cannot turn Asha's computer into Ben's."""
    slots = slots_of(keys, computer=True)
    asha, ben, _, computer = slots.slots
    forged = replace(computer, label=ben.id)
    forged = replace(forged, check=forged._checked(forged.letter, forged.mark))
    with pytest.raises(NotRemembered):
        open_with_computer(slots.with_slots(asha, ben, forged), COMPUTER, SECRET)


def test_what_a_computer_remembered_ends_with_the_data_key(keys):
    slots = slots_of(keys, computer=True)
    asha, ben, _, computer = slots.slots
    new = keys.renewed()
    renewed = slots.renewed(new, keys, without=ben.id)
    assert renewed.slots[0].id == asha.id
    assert not renewed.of(SlotKind.COMPUTER)
    with pytest.raises(NotRemembered):  # nor when the old slot is put back
        open_with_computer(renewed.with_slots(*renewed.slots, computer), COMPUTER, SECRET)


def test_new_words_leave_a_person_who_they_are(keys, slots):
    ben = slots.slots[1]
    again = slot_for_person(GROUP, keys, "Ben", f"{BEN} again", QUICK, id=ben.id)
    found = open_with_passphrase(slots.with_slots(again), f"{BEN} again")
    assert (found.slot.id, found.keys) == (ben.id, keys)
    assert again.address != ben.address


def test_taking_a_person_out_takes_the_code_and_strangers_out_too(keys, slots):
    asha, ben, _ = slots.slots
    stranger = slot_for_person(GROUP, new_keys(), "Stranger", BEN, QUICK)
    with_stranger = slots.with_slots(*slots.slots, stranger)
    renewed = with_stranger.renewed(keys.renewed(), keys, without=ben.id)
    assert [slot.id for slot in renewed.slots] == [asha.id]
    assert renewed.key_id != slots.key_id
    assert renewed.shown_as == "Tea & Talk"


def test_who_was_taken_out_cannot_read_the_letters_of_those_who_stay(keys, slots):
    """The one who left knows the old keys and has every file, old and new."""
    ben = slots.slots[1]
    new = keys.renewed()
    letter = slots.renewed(new, keys, without=ben.id).slots[0].letter
    known = open_with_passphrase(slots, BEN).keys
    inside = sealing.unseal(
        sealing.stretched(BEN.encode(), ben.salt, ben.effort), ben.sealed, ben._bound
    )
    for opener in (inside[:32], known.data, known.bond):
        with pytest.raises(NotOpened):
            sealing.unseal_own(opener, known.bond, letter, slots.slots[0]._letter_bound(new.id))


def test_a_letter_by_somebody_who_never_opened_the_group_is_not_believed(slots):
    asha = slots.slots[0]
    theirs = GroupKeys.new()
    forged = asha.with_letter(theirs)
    with pytest.raises(MovedOpener):
        forged.open(ASHA.encode(), GROUP, theirs.id)


@pytest.mark.parametrize(
    "change",
    [
        {"label": "Ash"},
        {"effort": Effort(2, 8 << 10)},
        {"salt": bytes(16)},
        {"address": bytes(32)},
        {"kind": SlotKind.RECOVERY},
        {"sealed": bytes(104)},
        {"letter": bytes(104)},
    ],
)
def test_whatever_is_changed_in_a_slot_is_noticed_even_if_its_check_is_made_to_fit(
    slots, keys, change
):
    changed = replace(slots.slots[0], **change)
    with pytest.raises(DamagedOpener):
        changed.open(ASHA.encode(), GROUP, keys.id)
    fitting = replace(changed, check=changed._checked(changed.letter, changed.mark))
    with pytest.raises((NotOpened, MovedOpener)):
        fitting.open(ASHA.encode(), GROUP, keys.id)
    assert "letter" in change or not fitting.is_trusted(keys)


def test_a_damaged_slot_beside_good_ones_is_said_of_when_the_words_do_not_open(slots):
    broken = replace(slots.slots[1], salt=bytes(16))
    some = slots.with_slots(slots.slots[0], broken)
    assert open_with_passphrase(some, ASHA).slot == slots.slots[0]
    with pytest.raises(WrongPassphrase) as found:
        open_with_passphrase(some, BEN)
    assert "damaged" in found.value.advice
    with pytest.raises(DamagedOpener):
        open_with_passphrase(some, BEN, broken.id)
    with pytest.raises(DamagedOpener):
        open_with_passphrase(slots.with_slots(broken), BEN)


def test_a_head_that_was_changed_is_noticed_with_the_key(slots, keys):
    with pytest.raises(DamagedSlots):
        replace(slots, shown_as="Coffee").name_inside(keys)


def test_a_hidden_name_stands_nowhere_but_opens(keys):
    hidden = slots_of(keys, name="Our own name", hides_name=True)
    assert hidden.shown_as == ""
    assert b"Our own" not in hidden.name
    assert hidden.name_inside(keys) == "Our own name"
    assert len(hidden.name) == len(slots_of(keys, name="Tea").name)


def test_a_computer_with_little_memory_takes_less_of_it(monkeypatch, keys):
    asked = []

    def stretched(secret, salt, effort):
        asked.append(effort)
        if effort.memory_bytes > FOR_SMALL_COMPUTERS.memory_bytes:
            raise NotEnoughMemory
        return bytes(32)

    monkeypatch.setattr(sealing, "stretched", stretched)
    made = slot_for_person(GROUP, keys, "Asha", ASHA, FOR_PASSPHRASES)
    assert made.effort == FOR_SMALL_COMPUTERS
    assert asked == [FOR_PASSPHRASES, FOR_SMALL_COMPUTERS]


def test_a_computer_with_no_memory_says_so(monkeypatch, keys):
    def stretched(*_):
        raise NotEnoughMemory

    monkeypatch.setattr(sealing, "stretched", stretched)
    with pytest.raises(NotEnoughMemory):
        slot_for_person(GROUP, keys, "Asha", ASHA, FOR_PASSPHRASES)


def test_when_libsodium_finds_no_memory_it_is_said_in_words(monkeypatch):
    def none(*_):
        raise MemoryError

    monkeypatch.setattr(sealing.bindings, "crypto_pwhash_alg", none)
    with pytest.raises(NotEnoughMemory):
        sealing.stretched(b"x", bytes(16), QUICK)


def test_secrets_are_not_shown_by_accident(keys, slots):
    opened = open_with_passphrase(slots, ASHA)
    for shown in (repr(keys), repr(opened), str(opened)):
        assert keys.data.hex() not in shown
        assert repr(keys.data) not in shown
        assert repr(keys.bond) not in shown


def test_the_usual_effort_is_libsodiums_moderate():
    assert Effort(3, 256 << 20) == FOR_PASSPHRASES
    assert opening.FOR_CODES.memory_bytes >= 16 << 20


def test_an_address_of_which_nothing_can_be_made_does_not_open():
    _, opener = sealing.new_pair()
    with pytest.raises(NotOpened):
        sealing.unseal_own(opener, bytes(32), bytes(104), b"")

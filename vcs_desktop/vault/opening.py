"""Makes ways in for people, the printed code and a computer, and opens a group by one of them."""

from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

from vcs_desktop.core.group_errors import (
    DamagedOpener,
    MovedOpener,
    NoCode,
    NoSuchOpener,
    NotEnoughMemory,
    NotRemembered,
    WrongCode,
    WrongPassphrase,
)
from vcs_desktop.core.language import tr
from vcs_desktop.vault.passphrase import in_one_form
from vcs_desktop.vault.recovery_code import RecoveryCode
from vcs_desktop.vault.sealing import FOR_CODES, FOR_SMALL_COMPUTERS, Effort, NotOpened
from vcs_desktop.vault.slots import GroupKeys, Slot, SlotKind, Slots

_BROKEN: Final = (DamagedOpener, MovedOpener)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a way in leads to: the keys, and the slot that they came out of."""

    keys: GroupKeys = field(repr=False)
    slot: Slot


def new_id() -> str:
    """Return an id of which nothing can be read, not even when it was made."""
    return str(uuid4())


def slot_for_person(
    group: str,
    keys: GroupKeys,
    label: str,
    passphrase: str,
    effort: Effort,
    *,
    id: str = "",  # noqa: A002  as the field is called
) -> Slot:
    """Return a way in for somebody; on a computer with little memory it takes less of it.

    ``id`` is who it is, when somebody gets new words; empty for a new person.

    Raises:
        NotEnoughMemory: even so there is not enough.
    """
    try:
        return _person(group, keys, label, passphrase, effort, id or new_id())
    except NotEnoughMemory:
        if effort.memory_bytes <= FOR_SMALL_COMPUTERS.memory_bytes:
            raise
        return _person(group, keys, label, passphrase, FOR_SMALL_COMPUTERS, id or new_id())


def slot_for_code(group: str, keys: GroupKeys, code: RecoveryCode) -> Slot:
    """Return a way in for who has the printed code."""
    return Slot.make(
        group, keys, code.secret, id=new_id(), kind=SlotKind.RECOVERY, label="", effort=FOR_CODES
    )


def slot_for_computer(
    group: str,
    keys: GroupKeys,
    person: str,
    secret: bytes,
    *,
    id: str,  # noqa: A002  as the field is called
) -> Slot:
    """Return a way in for a computer whose keyring holds ``secret`` under ``id``.

    Whoever comes in by it is the person of the slot ``person``.
    """
    return Slot.make(
        group, keys, secret, id=id, kind=SlotKind.COMPUTER, label=person, effort=FOR_CODES
    )


def open_with_passphrase(slots: Slots, passphrase: str, opener: str | None = None) -> Opened:
    """Return the keys of the group, by the words of one person.

    ``opener`` is the slot of who types, which spares the work for the others'; None
    tries each.

    Raises:
        NoSuchOpener: there is no such slot.
        WrongPassphrase: no slot opens with these words.
        DamagedOpener: the slot was changed, or every one was.
        MovedOpener: it is of another group or every one is, or these words are right
            and lead to an older key.
        NotEnoughMemory: there is not enough to try.
    """
    people = slots.of(SlotKind.PASSPHRASE)
    tried = people if opener is None else tuple(each for each in people if each.id == opener)
    if not tried:
        raise NoSuchOpener
    secret = in_one_form(passphrase)
    broken: list[DamagedOpener | MovedOpener] = []
    for slot in tried:
        try:
            slot.check_whole(slots.group)
        except _BROKEN as error:
            broken.append(error)
            continue
        try:
            return Opened(slot.open(secret, slots.group, slots.key_id), slot)
        except NotOpened:
            continue
    if len(broken) == len(tried):
        raise broken[0]
    if broken:
        raise WrongPassphrase(
            advice=tr("Somebody's way in is damaged. If it is yours, use the printed code.")
        )
    raise WrongPassphrase


def open_with_code(slots: Slots, code: RecoveryCode) -> Opened:
    """Return the keys of the group, by the printed code.

    Raises:
        NoCode: the group has none.
        WrongCode: it is another group's, or an older one.
        DamagedOpener: its slot was changed.
        MovedOpener: its slot is of another group or an older key.
        NotEnoughMemory: there is not enough to try.
    """
    found = slots.of(SlotKind.RECOVERY)
    if not found:
        raise NoCode
    try:
        return Opened(found[0].open(code.secret, slots.group, slots.key_id), found[0])
    except NotOpened as error:
        raise WrongCode from error


def open_with_computer(slots: Slots, slot_id: str, secret: bytes) -> Opened:
    """Return the keys of the group, by what this computer remembers, and who that is.

    Raises:
        NotRemembered: that slot does not open, or not for anybody who is still there.
        NotEnoughMemory: there is not enough to try.
    """
    found = next((each for each in slots.of(SlotKind.COMPUTER) if each.id == slot_id), None)
    people = slots.of(SlotKind.PASSPHRASE)
    person = next((each for each in people if found and each.id == found.label), None)
    if found is None or person is None:
        raise NotRemembered
    try:
        person.check_whole(slots.group)
        return Opened(found.open(secret, slots.group, slots.key_id), person)
    except (*_BROKEN, NotOpened) as error:
        # Whatever it is, the words still open the group, and say what is wrong if they do not.
        raise NotRemembered(type(error).__name__) from error


def _person(
    group: str,
    keys: GroupKeys,
    label: str,
    passphrase: str,
    effort: Effort,
    id: str,  # noqa: A002  as the field is called
) -> Slot:
    return Slot.make(
        group, keys, in_one_form(passphrase),
        id=id, kind=SlotKind.PASSPHRASE, label=label, effort=effort,
    )  # fmt: skip

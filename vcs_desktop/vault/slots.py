"""The ways into one group: a slot for each person, for the printed code, and for this computer.

A slot holds a private key, sealed with what a person types, and a letter to that key
in which the group's data key lies. So somebody can be taken out, which changes the
data key, without the others typing their words again: they get a new letter.
"""

import json
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final, Self

from vcs_desktop.core.group_errors import DamagedOpener, DamagedSlots, MovedOpener
from vcs_desktop.vault import sealing
from vcs_desktop.vault.sealing import Effort, NotOpened

VERSION: Final = 1
CHECK_BYTES: Final = 8
MARK_BYTES: Final = 16
_NAME_ROOM: Final = 64
"""A sealed name takes a multiple of this, so that its length says little."""


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSPHRASE = "passphrase"  # noqa: S105  a kind, not a secret
    RECOVERY = "recovery"
    COMPUTER = "computer"


@dataclass(frozen=True, slots=True)
class GroupKeys:
    """The secrets of an open group; they are never shown, not even to a log.

    ``data`` encrypts the records, and changes when somebody is taken out. ``bond``
    never does: whoever has ever opened the group knows it, and nobody else can write
    a letter that is believed.
    """

    data: bytes = field(repr=False)
    bond: bytes = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """Return the keys of a group that begins."""
        return cls(sealing.new_key(), sealing.new_key())

    def renewed(self) -> "GroupKeys":
        """Return the same with a new data key."""
        return replace(self, data=sealing.new_key())

    @property
    def id(self) -> str:
        """The name of the data key, in 16 letters; it tells nothing about the key."""
        return sealing.digest(b"", key=self.data, purpose="key id", size=CHECK_BYTES).hex()


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. ``label`` is what a person calls themselves; it can be read by anybody.

    The label of a computer's slot is the id of the person whom it lets in, so that it is
    bound to the seal like any other.
    """

    id: str
    group: str
    kind: SlotKind
    label: str
    effort: Effort
    salt: bytes
    address: bytes
    sealed: bytes
    letter: bytes
    mark: bytes
    check: bytes

    @property
    def _bound(self) -> bytes:
        """All that may not change without the slot failing to open."""
        return _bytes(
            "slot", VERSION, self.group, self.id, self.kind, self.label, "argon2id",
            self.effort.passes, self.effort.memory_bytes, self.salt.hex(), self.address.hex(),
        )  # fmt: skip

    @classmethod
    def make(
        cls,
        group: str,
        keys: GroupKeys,
        secret: bytes,
        *,
        id: str,  # noqa: A002  as the field is called
        kind: SlotKind,
        label: str,
        effort: Effort,
    ) -> Self:
        """Return a new way in, for who knows ``secret``.

        Raises:
            NotEnoughMemory: this computer cannot make that effort now.
        """
        address, opener = sealing.new_pair()
        salt = sealing.new_salt()
        bare = cls(id, group, kind, label, effort, salt, address, b"", b"", b"", b"")
        key = sealing.stretched(secret, salt, effort)
        sealed = sealing.seal(key, opener + keys.bond, bare._bound)
        return replace(bare, sealed=sealed).with_letter(keys)

    def with_letter(self, keys: GroupKeys) -> Self:
        """Return the same way in with a letter that holds this data key."""
        letter = sealing.seal_to(self.address, keys.bond, keys.data, self._letter_bound(keys.id))
        mark = self._mark(keys)
        return replace(self, letter=letter, mark=mark, check=self._checked(letter, mark))

    def open(self, secret: bytes, group: str, key_id: str) -> GroupKeys:
        """Return the group's keys.

        Raises:
            MovedOpener: it is of another group, or of an older data key.
            DamagedOpener: some bit of it is not as it was written.
            NotOpened: the secret is another.
            NotEnoughMemory: this computer has not enough to work it out now.
        """
        self.check_whole(group)
        key = sealing.stretched(secret, self.salt, self.effort)
        inside = sealing.unseal(key, self.sealed, self._bound)
        opener, bond = inside[: sealing.KEY_BYTES], inside[sealing.KEY_BYTES :]
        try:
            data = sealing.unseal_own(opener, bond, self.letter, self._letter_bound(key_id))
        except NotOpened as error:
            raise MovedOpener(self.id) from error
        keys = GroupKeys(data, bond)
        if keys.id != key_id:
            raise MovedOpener(self.id)
        return keys

    def check_whole(self, group: str) -> None:
        """Do nothing if the slot is of this group and as it was written.

        Raises:
            MovedOpener: it is of another group.
            DamagedOpener: some bit of it is not as it was written.
        """
        if not self.is_whole():
            raise DamagedOpener(self.id)
        if self.group != group:
            raise MovedOpener(self.id)

    def is_whole(self) -> bool:
        """Say whether every bit is as it was written."""
        return self.check == self._checked(self.letter, self.mark)

    def is_trusted(self, keys: GroupKeys) -> bool:
        """Say whether somebody made it who could open the group then."""
        return self.mark == self._mark(keys)

    def _letter_bound(self, key_id: str) -> bytes:
        return _bytes("letter", VERSION, self.group, self.id, key_id)

    def _mark(self, keys: GroupKeys) -> bytes:
        content = self._bound + self.sealed
        return sealing.digest(content, key=keys.data, purpose="slot", size=MARK_BYTES)

    def _checked(self, letter: bytes, mark: bytes) -> bytes:
        content = self._bound + self.sealed + letter + mark
        return sealing.digest(content, purpose="check", size=CHECK_BYTES)


@dataclass(frozen=True, slots=True)
class Slots:
    """All ways into a group, and which data key they lead to.

    ``shown_as`` is the group's name for everybody at this computer to read, empty
    when it is hidden. ``name`` is the name, sealed with the data key.
    """

    group: str
    key_id: str
    shown_as: str
    name: bytes
    check: bytes
    slots: tuple[Slot, ...]

    @classmethod
    def make(cls, group: str, keys: GroupKeys, name: str, *, hides_name: bool) -> Self:
        """Return a group without any way in yet."""
        shown = "" if hides_name else name
        room = name.encode()
        padded = room + b"\0" * (-len(room) % _NAME_ROOM)
        sealed = sealing.seal(
            sealing.derived(keys.data, "name"), padded, _head(group, keys.id, shown)
        )
        bare = cls(group, keys.id, shown, sealed, b"", ())
        return replace(bare, check=bare._checked())

    def name_inside(self, keys: GroupKeys) -> str:
        """Return the group's name, also when it is hidden.

        Raises:
            DamagedSlots: the head was changed since it was written.
        """
        bound = _head(self.group, self.key_id, self.shown_as)
        try:
            inside = sealing.unseal(sealing.derived(keys.data, "name"), self.name, bound)
        except NotOpened as error:
            raise DamagedSlots("head") from error
        return inside.rstrip(b"\0").decode()

    def check_head(self) -> None:
        """Do nothing if all but the slots is as it was written.

        Raises:
            DamagedSlots: it is not.
        """
        if self.check != self._checked():
            raise DamagedSlots("head")

    def is_whole(self) -> bool:
        """Say whether every bit is as it was written."""
        return self.check == self._checked() and all(slot.is_whole() for slot in self.slots)

    def renewed(self, keys: GroupKeys, old: GroupKeys, *, without: str) -> Self:
        """Return the ways in to a new data key: a new letter for each but one.

        The printed code goes as well: who leaves may have copied it. So does what this
        computer remembered, which who leaves may have read here, and every slot that
        nobody who could open the group has made.
        """
        name = self.name_inside(old)
        made = self.make(self.group, keys, name, hides_name=not self.shown_as)
        kept = tuple(
            slot.with_letter(keys)
            for slot in self.slots
            if slot.id != without and slot.kind is SlotKind.PASSPHRASE and slot.is_trusted(old)
        )
        return replace(made, slots=kept)

    def with_slots(self, *slots: Slot) -> Self:
        """Return the same group with these ways in and no others."""
        return replace(self, slots=slots)

    def of(self, kind: SlotKind) -> tuple[Slot, ...]:
        """Return the slots of one kind."""
        return tuple(slot for slot in self.slots if slot.kind is kind)

    def _checked(self) -> bytes:
        content = _head(self.group, self.key_id, self.shown_as) + self.name
        return sealing.digest(content, purpose="check", size=CHECK_BYTES)


def _head(group: str, key_id: str, shown_as: str) -> bytes:
    return _bytes("head", VERSION, group, key_id, shown_as)


def _bytes(*parts: Any) -> bytes:
    """Return values as bytes, in a form in which no two lists of values are the same."""
    return json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()

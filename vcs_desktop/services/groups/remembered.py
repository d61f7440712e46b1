"""Groups that this computer opens by itself, for one person each, where nobody else uses it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.group_errors import (
    CannotRemember,
    NoSuchGroup,
    NotForgotten,
    NotRemembered,
    SharedComputer,
)
from vcs_desktop.core.language import tr
from vcs_desktop.services.groups.folder import GroupFolder
from vcs_desktop.services.groups.lines import Opener, openers_of
from vcs_desktop.services.groups.open_group import OpenGroup
from vcs_desktop.vault import sealing
from vcs_desktop.vault.opening import Opened, new_id, open_with_computer, slot_for_computer
from vcs_desktop.vault.slot_file import is_id, read_slots, write_slots
from vcs_desktop.vault.slots import GroupKeys, Slot, SlotKind, Slots
from vcs_desktop.vault.this_computer import ComputerKeyring

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CanRemember:
    """Whether this computer can remember a group.

    ``why_not`` is empty where it can, and where nobody needs to be told: the computer
    has no keyring, so remembering is simply not offered.
    """

    can: bool
    why_not: str = ""


class RememberedGroups:
    """Lets the computer's keyring open a group, until it is told to forget.

    It never is the only way in. Ask on the work lane: a keyring may have the system ask a
    person to unlock it, and waits for up to 30 s. Whoever asked may stop waiting before.
    """

    def __init__(
        self,
        folder: Path,
        keyring: ComputerKeyring,
        is_shared: Callable[[], bool],
        open_by: Callable[[str, Callable[[Slots], Opened]], OpenGroup],
    ) -> None:
        self._folder = folder
        self._keyring = keyring
        self._is_shared = is_shared
        self._open_by = open_by

    def can_remember(self) -> CanRemember:
        """Say whether groups can be remembered here; a secret is kept and deleted to find out."""
        try:
            self._refuse_when_shared()
            self._keyring.check()
        except CannotRemember as refused:
            said = type(refused) is not CannotRemember  # one that a person can do something about
            return CanRemember(can=False, why_not=refused.message if said else "")
        return CanRemember(can=True)

    def is_remembered(self, group: str) -> bool:
        """Say whether a group may open by itself; the keyring is not asked."""
        return self.person(group) is not None

    def person(self, group: str) -> Opener | None:
        """Return who comes in when a group opens by itself, or None when it does not."""
        if self._is_shared():
            return None
        try:
            slots = read_slots(self._of(group).path)
        except AppError:
            return None
        known = {slot.label for slot in slots.of(SlotKind.COMPUTER)}
        return next((each for each in openers_of(slots) if each.id in known), None)

    def remember(self, group: OpenGroup) -> None:
        """Let this computer open a group by itself, for the person who has it open.

        Whoever it was remembered for before is forgotten.

        Raises:
            SharedComputer: other people use this account of the computer.
            CannotRemember: there is no keyring, or the group was opened by the printed code;
                or KeyringLocked, KeyringNeverMade.
            GroupInUse: another window or program has the group open.
            AppError: the ways in cannot be written; nothing is remembered then.
        """
        self._refuse_when_shared()
        person = group.opener_id
        if person not in {each.id for each in group.openers}:
            raise CannotRemember(
                message=tr("The group was opened with the printed code."),
                advice=tr("Open it with your secret words first."),
            )
        slot_id, secret = new_id(), sealing.new_key()

        def remembered(keys: GroupKeys, slots: Slots) -> Slots:
            made = slot_for_computer(group.id, keys, person, secret, id=slot_id)
            return slots.with_slots(*_others(slots), made)

        self._keyring.check()  # also that it can delete what it keeps
        self._keyring.keep(slot_id, secret)
        try:
            group.change_ways_in(remembered)
        except BaseException:
            self._keyring.forget(slot_id)
            raise
        log.info("remembered the group %s", group.id)

    def open_remembered(self, group: str) -> OpenGroup:
        """Open a group by what this computer remembers. There is nothing to guess or to wait for.

        Raises:
            NotRemembered: there is nothing that opens it: ask for the words.
            CannotRemember: the keyring cannot be asked; or SharedComputer, KeyringLocked,
                KeyringNeverMade.
            NoSuchGroup: there is no such group.
            AppError: as ``GroupsService.open``.
        """
        self._refuse_when_shared()
        for slot in read_slots(self._of(group).path).of(SlotKind.COMPUTER):
            if (secret := self._keyring.secret(slot.id)) is not None:
                return self._open_by(group, _by(slot, secret))
        raise NotRemembered

    def forget(self, group: OpenGroup | str) -> None:
        """Open a group by itself no more. Give an open group as it is, a locked one by its id.

        Either the keyring or the file of the ways in is enough to end it; both are
        cleared as far as they can be.

        Raises:
            NotForgotten: neither could be changed.
            NoSuchGroup: there is no such group.
            DamagedSlots: what is remembered cannot be read; or MovedSlots, NewerGroup.
        """
        folder = self._of(group if isinstance(group, str) else group.id)
        remembered = read_slots(folder.path).of(SlotKind.COMPUTER)
        if not remembered:
            return
        forgotten = [self._keyring.forget(slot.id) for slot in remembered]
        try:
            if isinstance(group, str):
                with folder.hold(alone=True):
                    slots = read_slots(folder.path)
                    write_slots(folder.path, slots.with_slots(*_others(slots)))
            else:
                group.change_ways_in(lambda _, slots: slots.with_slots(*_others(slots)))
        except AppError as error:
            log.info("a way in by the computer stays in the file: %s", type(error).__name__)
            if not all(forgotten):
                raise NotForgotten from error
        log.info("forgot the group %s", folder.id)

    def forget_all(self, opened: OpenGroup | None = None) -> None:
        """Forget every group of this data folder; ``opened`` is the one that is open here.

        Raises:
            NotForgotten: some are still remembered. While the laptop is shared they do
                not open by themselves all the same.
        """
        failed = False
        for each in self._folder.iterdir() if self._folder.is_dir() else ():
            if not is_id(each.name):
                continue
            try:
                self.forget(opened if opened and opened.id == each.name else each.name)
            except NotForgotten:
                failed = True
            except AppError as error:
                log.info("nothing is known of %s: %s", each.name, type(error).__name__)
        if failed:
            raise NotForgotten

    def _refuse_when_shared(self) -> None:
        if self._is_shared():
            raise SharedComputer

    def _of(self, group: str) -> GroupFolder:
        folder = GroupFolder(self._folder / group)
        if not is_id(group) or not folder.path.is_dir():
            raise NoSuchGroup
        return folder


def _others(slots: Slots) -> tuple[Slot, ...]:
    """Return every way in that is not the computer's."""
    return tuple(slot for slot in slots.slots if slot.kind is not SlotKind.COMPUTER)


def _by(slot: Slot, secret: bytes) -> Callable[[Slots], Opened]:
    return lambda slots: open_with_computer(slots, slot.id, secret)

"""The group whose place a copy is to take: who can open it now, and what was erased in it."""

import logging
from dataclasses import dataclass, field, replace

from vcs_desktop.core.backup_errors import NoLongerIn
from vcs_desktop.core.errors import AppError
from vcs_desktop.services.groups.folder import GroupFolder
from vcs_desktop.storage.database import Database
from vcs_desktop.storage.erased import erased_in
from vcs_desktop.storage.whole_copy import delete_file
from vcs_desktop.vault.opening import Opened
from vcs_desktop.vault.slots import GroupKeys, Slots

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Present:
    """What is known of a group that is here, by somebody who can open a copy of it.

    ``slots`` are None where the ways in cannot be read, ``keys`` where this person's way
    does not open them.
    """

    folder: GroupFolder
    slots: Slots | None = None
    keys: GroupKeys | None = field(default=None, repr=False)

    def check_still_in(self, opened: Opened) -> None:
        """Do nothing if who opened the copy is still among those who can open the group.

        Raises:
            NoLongerIn: somebody took them out, or it is an older printed code.
        """
        if self.slots is not None and opened.slot.id not in _ids(self.slots):
            raise NoLongerIn(opened.slot.kind)

    def ways_in(self, of_copy: Slots, new: GroupKeys) -> Slots:
        """Return who can open what is brought back: who can open the group now, and nobody else.

        ``of_copy`` are the ways in of the copy, to the new key. They stay what they were then
        only where the present ones cannot be read. Where this person's way does not open
        the present ones, for they got new words since, whoever is not there now goes.
        """
        if self.slots is None:
            return of_copy
        if self.keys is None or self.keys.bond != new.bond:
            still = _ids(self.slots)
            return of_copy.with_slots(*(each for each in of_copy.slots if each.id in still))
        kept = (each for each in self.slots.slots if each.is_trusted(self.keys))
        head = of_copy
        if not self.slots.shown_as:
            name = of_copy.name_inside(new)
            head = Slots.make(of_copy.group, new, name, hides_name=True)
        return replace(head, slots=tuple(each.with_letter(new) for each in kept))

    def erased(self) -> set[str]:
        """Return what the present file knows to be erased, as far as it opens and can be read.

        What cannot be read here stands in ``erased.json``. A twin is read: even looking
        would write into a file that has a log beside it.
        """
        if self.keys is None:
            return set()
        try:
            file = self.folder.data_file(self.keys.id)
            twin = self.folder.shelf.twin_of(file, self.keys)
            present = Database(twin, key=self.keys.data)
            try:
                return erased_in(present)
            finally:
                present.close()
                delete_file(twin)
        except (AppError, OSError) as error:
            log.info("the present file tells nothing: %s", type(error).__name__)
            return set()


def _ids(slots: Slots) -> set[str]:
    return {each.id for each in slots.slots}

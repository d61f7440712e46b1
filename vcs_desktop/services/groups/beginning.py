"""Starting a group: with its second way in, and what whoever starts it is, or not at all."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vcs_desktop.core.clock import Clock
from vcs_desktop.services.groups.lines import NewGroup, NewHere

if TYPE_CHECKING:
    from vcs_desktop.services.groups.open_group import OpenGroup
    from vcs_desktop.services.groups.rehearsal import Rehearsal
    from vcs_desktop.services.groups.service import GroupsService


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Somebody else who will open the group; ``label`` is what they are called, or empty."""

    label: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What somebody answered who starts a group.

    ``code`` is a printed code that was rehearsed. ``role`` is one of
    ``services.openers.GroupRole``, or empty.
    """

    group: NewGroup
    role: str = ""
    code: "Rehearsal | None" = field(default=None, repr=False)
    person: SecondPerson | None = None


class Beginnings:
    """Starts groups as somebody answered."""

    def __init__(self, groups: "GroupsService", clock: Clock) -> None:
        self._groups = groups
        self._clock = clock

    def make(self, asked: Beginning, *, here: NewHere | None = None) -> "OpenGroup":
        """Make a group with all that was asked for, and leave it open; else nothing is left.

        ``here`` is of a group that is on other laptops already.

        Raises:
            WeakPassphrase: somebody's words are too easy to guess.
            CannotUseInput: a name cannot be used.
            AppError: as ``GroupsService.create``.
        """
        from vcs_desktop.services.in_group import in_group

        opened = self._groups.create(asked.group, here=here)
        try:
            if asked.code is not None:
                opened.set_code(asked.code.code)
            if asked.person is not None:
                opened.add_opener(asked.person.label, asked.person.passphrase)
            if asked.role:
                in_group(opened, self._clock).openers.set_role(asked.role)
        except BaseException:
            self._groups.remove(opened)
            raise
        return opened

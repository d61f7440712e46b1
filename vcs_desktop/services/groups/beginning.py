"""Starting a group: with its second way in, and what whoever starts it is, or not at all."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from vcs_desktop.core.clock import Clock
from vcs_desktop.services.groups.lines import NewGroup, NewHere

if TYPE_CHECKING:
    from vcs_desktop.services.groups.open_group import OpenGroup
    from vcs_desktop.services.groups.rehearsal import Rehearsal
    from vcs_desktop.services.groups.service import GroupsService
    from vcs_desktop.services.two_laptops.joining import JoiningService


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

    @cached_property
    def joining(self) -> "JoiningService":
        """Asks to be let into groups that are on other laptops, and makes them here."""
        from vcs_desktop.services.two_laptops.joining import JoiningService

        return JoiningService(self._groups, self._clock)

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

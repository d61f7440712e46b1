"""Whether somebody really holds the printed code: two of its groups are asked for.

Only then is the code set. Set before, it would end the older code that may lie in a
drawer, and count as a way back in though nobody wrote it down. A page that was printed
and never rehearsed opens nothing, and the screen says so.
"""

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from vcs_desktop.core.group_errors import MistypedCode
from vcs_desktop.vault.recovery_code import ALPHABET, CHECKS, LETTERS, RecoveryCode, letters_of

if TYPE_CHECKING:
    from vcs_desktop.services.groups.open_group import OpenGroup
    from vcs_desktop.services.groups.service import GroupsService

ASKED: Final = 2
WHOLE: Final = LETTERS + CHECKS
_BY_CHANCE = random.SystemRandom()


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A new code that opens nothing yet, and which of its groups are asked for, from 1."""

    code: RecoveryCode = field(repr=False)
    places: tuple[int, ...]

    @classmethod
    def begin(cls, groups: "GroupsService") -> "Rehearsal":
        """Return a new code, and two groups of it by chance."""
        return cls._of(groups.new_code())

    def once_more(self) -> "Rehearsal":
        """Ask for two groups of the same code, by chance again."""
        return self._of(self.code)

    @property
    def groups(self) -> tuple[str, ...]:
        """The code as it is written."""
        return self.code.groups()

    def is_right(self, place: int, typed: str) -> bool:
        """Say whether one of its groups was typed; small letters and spaces do not matter."""
        return letters_of(typed) == self.groups[place - 1]

    def finish(self, group: "OpenGroup", typed: tuple[str, ...]) -> None:
        """Set the code, if the groups that were asked for are right: an older one ends.

        Raises:
            MistypedCode: one of them is not; nothing was changed.
            GroupInUse: another window or program has the group open.
        """
        if not self.is_over(typed):
            raise MistypedCode
        group.set_code(self.code)

    def is_over(self, typed: tuple[str, ...]) -> bool:
        """Say whether all the groups that were asked for were typed."""
        return len(typed) == len(self.places) and all(map(self.is_right, self.places, typed))

    @classmethod
    def _of(cls, code: RecoveryCode) -> "Rehearsal":
        places = range(1, len(code.groups()) + 1)
        return cls(code, tuple(sorted(_BY_CHANCE.sample(places, ASKED))))


@dataclass(frozen=True, slots=True)
class TypedCode:
    """What can be said of a code while it is typed.

    ``strange`` is the first letter that no code has, or empty. ``has_slip`` is only
    known when all of it is there.
    """

    count: int
    strange: str = ""
    has_slip: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it can be a code as it is."""
        return self.count == WHOLE and not self.strange and not self.has_slip


def look_at(typed: str) -> TypedCode:
    """Return what can be said of a code that is being typed. It costs nothing."""
    letters = letters_of(typed)
    strange = next((each for each in letters if each not in ALPHABET), "")
    if strange or len(letters) < WHOLE:
        return TypedCode(len(letters), strange)
    try:
        RecoveryCode.typed(typed)
    except MistypedCode:
        return TypedCode(len(letters), has_slip=True)
    return TypedCode(len(letters))

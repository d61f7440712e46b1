"""What whoever opened the group is in it: a courtesy that the history shows, never a lock."""

from enum import StrEnum

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import OPENER
from vcs_desktop.domain.people import Opener
from vcs_desktop.services.records import RecordsService
from vcs_desktop.wire.operation import Change

_ROLE = "role"


class GroupRole(StrEnum):
    """What people are in a group."""

    CHAIR = "chair"
    TREASURER = "treasurer"
    SECRETARY = "secretary"
    VOLUNTEER = "volunteer"
    TRAINER = "trainer"


class OpenersService:
    """Reads and changes what the person who opened the group is in it."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def my_role(self) -> str:
        """Return one of ``GroupRole``, what a newer app knows, or nothing."""
        return self.role_of(self._records.who)

    def role_of(self, opener_id: str) -> str:
        """Return what somebody said that they are, as ``my_role`` does."""
        held = self._records.held(Opener, opener_id)
        return held.thing.role if held else ""

    def set_role(self, role: str) -> None:
        """Keep what the person is; nothing is nothing in particular.

        Raises:
            Erased: what was kept about the person was deleted for good.
        """
        held = self._records.held(Opener, self._records.who)
        before = held.record.values.get(_ROLE) if held else None
        after = role or None
        if before == after:
            return
        with self._records.acting(Verb.CHANGE) as act:
            act.change(OPENER, self._records.who, {_ROLE: Change(before, after)})

"""What an open group tells about itself: the one record that fit is judged by."""

from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.kinds import OUR_GROUP, PROFILE
from vcs_desktop.services.records import Held, RecordsService


class OurGroupService:
    """Reads and changes the group's own profile."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def profile(self) -> GroupProfile:
        """Return what the group has told; of a new group nothing is known."""
        held = self.held()
        return held.thing if held else GroupProfile()

    def held(self) -> Held[GroupProfile] | None:
        """Return the profile with its version, to be changed; None when nothing was told yet."""
        return self._records.held(GroupProfile, OUR_GROUP)

    def save(self, before: Held[GroupProfile] | None, after: GroupProfile) -> None:
        """Keep what was changed since ``before`` was read; None is a group that told nothing yet.

        Raises:
            TooLong: a text is too long.
        """
        if before is None:
            self._records.add(PROFILE, after, record_id=OUR_GROUP)
        else:
            self._records.save(before, after)

"""What an open group tells about itself: the one record that fit is judged by."""

from datetime import date

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.fold import Folded
from vcs_desktop.domain.group import GroupProfile
from vcs_desktop.domain.kinds import OUR_GROUP, PROFILE
from vcs_desktop.domain.our_group import OurGroup, profile_of
from vcs_desktop.services.records import Held, RecordsService

_NOTHING = Held(
    OurGroup(id=OUR_GROUP), Folded(OUR_GROUP, PROFILE, {}, (), {}, None, returned=False)
)
"""A group that has told nothing yet: the first change makes the record."""


class OurGroupService:
    """Reads and changes what the group tells of itself."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def today(self) -> date:
        """Return the day on which what is asked for is judged."""
        return self._records.clock.today()

    def profile(self) -> GroupProfile:
        """Return what the group is judged by today; of a new group nothing is known."""
        held = self.held()
        return profile_of(held.thing, self.today()) if held else GroupProfile()

    def held(self) -> Held[OurGroup] | None:
        """Return the group with its version, to be changed; None when nothing was told yet."""
        return self._records.held(OurGroup, OUR_GROUP)

    def new_id(self) -> str:
        """Return an id for one of several things, such as a year or a paper."""
        return self._records.ids.new()

    def save(self, before: Held[OurGroup] | None, after: OurGroup) -> Held[OurGroup]:
        """Keep what was changed since ``before`` was read; None is a group that told nothing yet.

        Returns what the person sees now, to be given back as ``before`` of their next change.

        Raises:
            TooLong: a text is too long.
        """
        if before is None:
            return self._records.save(_NOTHING, after, verb=Verb.ADD)
        return self._records.save(before, after)

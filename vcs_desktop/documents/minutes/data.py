"""Everything that the minutes of a meeting say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.meeting_rules import BroughtBack, Quorum
from vcs_desktop.domain.meetings import Meeting


@dataclass(frozen=True, slots=True)
class Minutes:
    """A meeting with what its ids stand for.

    ``names`` are those of people, by id; who has none there was removed. ``back`` are the
    actions of earlier meetings, and ``day`` is the day on which the file is made.
    """

    group: str
    meeting: Meeting
    names: Mapping[str, str]
    quorum: Quorum
    back: tuple[BroughtBack, ...]
    day: date

    def name(self, person_id: str) -> str:
        """Return somebody's name; who was removed is told so."""
        return self.names.get(person_id) or tr("Somebody who was removed")

"""A meeting as it was read, with what the window shows round it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from vcs_desktop.domain.meetings import Meeting
from vcs_desktop.services.meetings import Around
from vcs_desktop.services.records import Held
from vcs_desktop.ui.pages.meetings.ties import Ties

LAST_OPEN = "meetings/open"
"""Under this name lies on the desk which meeting was open when the group was locked."""


@dataclass(frozen=True, slots=True)
class Opened:
    """One meeting, and the day on which it was read.

    ``ties`` finds what a decision can be about. ``draft`` are bare words that could not be
    kept as they were typed, by the name of their field.
    """

    held: Held[Meeting]
    around: Around
    today: date
    new_id: Callable[[], str]
    ties: Ties
    draft: Mapping[str, Any] = field(default_factory=dict)

    @property
    def meeting(self) -> Meeting:
        """The meeting."""
        return self.held.thing


def draft_name(meeting_id: str) -> str:
    """Return under which name a draft about a meeting lies on the desk."""
    return f"draft/meeting/{meeting_id}"

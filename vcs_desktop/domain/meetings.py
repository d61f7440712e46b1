"""Meetings of the group: what was on the agenda, who was there, what was decided, who does what."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.due import Due, DueKind

_KIND = "meeting"


class MeetingKind(StrEnum):
    """What sort of meeting it is; it says what notice and how many people it takes."""

    COMMITTEE = "committee"
    GENERAL = "general"
    YEARLY = "yearly"
    OTHER = "other"


class Presence(StrEnum):
    """Whether somebody was there."""

    THERE = "there"
    ONLINE = "online"
    APOLOGIES = "apologies"


class Outcome(StrEnum):
    """What became of an action of an earlier meeting, when it was looked at again."""

    DONE = "done"
    CARRIED_ON = "carried_on"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing to talk about. ``order`` is its place, ``said`` what the minutes say of it.

    Places need not follow one another; where two are the same, the ids decide.
    """

    id: str
    order: int = 0
    title: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Present:
    """How the person with this id took part."""

    id: str
    how: Presence = Presence.THERE


@dataclass(frozen=True, slots=True)
class ConflictDeclared:
    """An interest that somebody declared at the meeting, and what was done about it."""

    id: str
    person: str = ""
    what: str = ""
    what_was_done: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided. The votes are None when nobody counted them.

    ``tied_kind`` and ``tied_to`` are the kind and id of the grant, paper or person that it is
    about, empty for none; ``tied_name`` is what that was called on the day.
    """

    id: str
    what: str = ""
    votes_for: int | None = None
    votes_against: int | None = None
    abstained: int | None = None
    tied_kind: str = ""
    tied_to: str = ""
    tied_name: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that somebody said they would do. ``done_on`` None: it is not done yet."""

    id: str
    what: str = ""
    owner: str = ""
    due_on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class LookedBack:
    """What this meeting said of the action with this id, which an earlier one agreed.

    ``due_on`` is the new day of one that is carried on, None where nobody said one.
    """

    id: str
    outcome: Outcome = Outcome.DONE
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting, from its notice to its minutes.

    ``starts`` is a time of day ("19:30"). ``quorum`` is how many have to be there for it to
    decide anything, None when nobody has said. ``guests`` are others who were there, by name.
    ``notice_on`` is the day people were told, ``agreed_on`` the day the minutes were agreed.
    """

    id: str = ""
    name: str = ""
    kind: MeetingKind = MeetingKind.COMMITTEE
    on: date | None = None
    starts: str = ""
    place: str = ""
    notice_on: date | None = None
    quorum: int | None = None
    agenda: tuple[AgendaItem, ...] = ()
    present: tuple[Present, ...] = ()
    guests: str = ""
    looked_back: tuple[LookedBack, ...] = ()
    conflicts: tuple[ConflictDeclared, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    agreed_on: date | None = None
    notes: str = ""


FIELDS_OF_DUES = frozenset({"name", "on", "starts", "place", "actions"})
"""All of a meeting that ``dues_of`` looks at."""


def dues_of(meeting: Meeting, name_of: Callable[[str], str]) -> list[Due]:
    """Return the day of a meeting and the days of its actions that are not done yet.

    ``name_of`` tells somebody's name by their id.
    """
    found = [] if meeting.on is None else [_due_meeting(meeting, meeting.on)]
    return found + [
        Due(
            id=f"{_KIND}/{meeting.id}/{action.id}",
            on=action.due_on,
            kind=DueKind.ACTION,
            what=action.what or tr("An action without words"),
            why=_why(meeting, name_of(action.owner) if action.owner else ""),
            record_kind=_KIND,
            record_id=meeting.id,
        )
        for action in meeting.actions
        if action.due_on is not None and action.done_on is None
    ]


def _due_meeting(meeting: Meeting, on: date) -> Due:
    return Due(
        id=f"{_KIND}/{meeting.id}",
        on=on,
        kind=DueKind.MEETING,
        what=meeting.name or tr("Meeting"),
        starts=meeting.starts,
        place=meeting.place,
        record_kind=_KIND,
        record_id=meeting.id,
    )


def _why(meeting: Meeting, owner: str) -> str:
    """Return who said they would do it, and when."""
    if owner and meeting.on:
        return tr(
            "{who} is to do it, said the meeting of {day}.", who=owner, day=shortly(meeting.on)
        )
    if owner:
        return tr("{who} is to do it.", who=owner)
    return tr("Agreed at the meeting of {day}.", day=shortly(meeting.on)) if meeting.on else ""

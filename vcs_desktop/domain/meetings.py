"""Meetings of the group: what was on the agenda, who was there, what was decided, who does what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing to talk about. ``order`` is its place, ``said`` what the minutes say of it."""

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
    conflicts: tuple[ConflictDeclared, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    agreed_on: date | None = None
    notes: str = ""

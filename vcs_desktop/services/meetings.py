"""The meetings of an open group: planned, written down as they go, looked back at."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked, tr
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.applications import Application, Choice
from vcs_desktop.domain.kinds import MEETING
from vcs_desktop.domain.meeting_rules import (
    BroughtBack,
    brought_back,
    open_actions,
    those_there,
    who_can_vote,
)
from vcs_desktop.domain.meeting_words import called
from vcs_desktop.domain.meetings import Action, LookedBack, Meeting, MeetingKind, Outcome
from vcs_desktop.domain.people import Interest, Person, Role, Tie, holds
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.queries import group_applications, group_meetings
from vcs_desktop.storage.queries.group_meetings import Brief

_KINDS: Mapping[object, MeetingKind] = {kind.value: kind for kind in MeetingKind}


class NoNameOfMeeting(AppError):
    """A meeting was to be saved without a name."""

    message = marked("This meeting has no name yet.")
    advice = marked("Type a name, such as “Committee meeting”.")


class MeetingLine(NamedTuple):
    """A meeting as a list shows it. ``open_actions`` are those of it that are not done."""

    id: str
    name: str
    kind: MeetingKind
    on: date | None
    starts: str
    place: str
    agreed_on: date | None
    open_actions: int


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who can vote: their roles that count, and the interests that still stand."""

    id: str
    name: str
    roles: tuple[Role, ...] = ()
    interests: tuple[Interest, ...] = ()


class Chosen(NamedTuple):
    """A meeting to choose; ``is_about_it`` says that it decided about the same thing."""

    id: str
    name: str
    on: date | None
    is_about_it: bool


@dataclass(frozen=True, slots=True)
class DecidedHere:
    """What an application says that a meeting decided, and why."""

    id: str
    name: str
    choice: Choice
    why: str


@dataclass(frozen=True, slots=True)
class Around:
    """What the window shows round a meeting.

    ``voters`` are those who can vote at it, None where everybody who comes can. ``names``
    are the (id, name) of everybody who can be found. ``back`` are the actions that come back
    to it, ``decided`` the applications that say it decided about them.
    """

    who: Who
    voters: tuple[Member, ...] | None
    names: tuple[tuple[str, str], ...]
    back: tuple[BroughtBack, ...]
    decided: tuple[DecidedHere, ...] = ()

    def voter_ids(self) -> tuple[str, ...] | None:
        """Return the ids of those who can vote, None where everybody can."""
        return None if self.voters is None else tuple(each.id for each in self.voters)


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An open action with the meeting that agreed it, and the name of who does it."""

    meeting: Meeting
    action: Action
    owner: str


class MeetingsService:
    """Lists, adds, changes and removes meetings, each as an act that can be undone."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def lines(self) -> list[MeetingLine]:
        """Return every meeting that is not in the bin, in no order."""
        with self._records.database.reading() as session:
            return [_line(each) for each in group_meetings.briefs(session)]

    def meeting(self, meeting_id: str) -> Held[Meeting]:
        """Return one meeting, in the bin or not.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        found = self._records.held(Meeting, meeting_id)
        if found is None or found.record.kind != MEETING:
            raise NoSuchRecord(meeting_id)
        return found

    def add(self) -> str:
        """Add a meeting as the last one was: its kind, time, place and quorum. Return its id."""
        with self._records.database.reading() as session:
            last = group_meetings.last(session)
            said = group_meetings.last(session, with_quorum=True)
        name = tr("Committee meeting")
        if last is None:
            return self._records.add(MEETING, Meeting(name=name))
        before = self.meeting(last).thing
        return self._records.add(
            MEETING,
            Meeting(
                name=before.name if before.kind is MeetingKind.COMMITTEE else name,
                starts=before.starts,
                place=before.place,
                quorum=self.meeting(said).thing.quorum if said else None,
            ),
        )

    def to_choose(self, about: str) -> list[Chosen]:
        """Return every meeting that is not in the bin: those that were, the newest first.

        Those to come follow, and before all stand those that decided about the thing with the id
        ``about``.
        """
        today = self._records.clock.today()
        with self._records.database.reading() as session:
            first = set(group_meetings.about(session, about))
        found = [Chosen(each.id, each.name, each.on, each.id in first) for each in self.lines()]
        return sorted(
            found,
            key=lambda each: (
                each.is_about_it,
                each.on is not None and each.on <= today,
                each.on or date.min,
                each.id,
            ),
            reverse=True,
        )

    def called(self, meeting_ids: Iterable[str]) -> dict[str, str]:
        """Return what some meetings are called with their days, in the bin or not, by id."""
        with self._records.database.reading() as session:
            found = group_meetings.named(session, list(meeting_ids))
        return {id_: called(name, _day(on)) for id_, name, on in found}

    def save(self, held: Held[Meeting], after: Meeting) -> Held[Meeting]:
        """Keep what was changed in a meeting since it was read (``RecordsService.save``).

        Raises:
            NoNameOfMeeting: there is no name left.
            TooLong: a text is too long.
        """
        name = " ".join(after.name.split())
        if not name:
            raise NoNameOfMeeting
        return self._records.save(held, replace(after, name=name))

    def remove(self, meeting_id: str) -> None:
        """Put a meeting in the bin.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        self.meeting(meeting_id)
        self._records.put_in_bin(meeting_id)

    def all(self) -> list[Meeting]:
        """Return every meeting with all that it says, in no order."""
        return things(self._records, Meeting, MEETING)

    def around(self, meeting: Meeting) -> Around:
        """Return what belongs to a meeting: people, papers, actions that come back."""
        ties = who_can_vote(meeting.kind)
        with self._records.database.reading() as session:
            names = group_meetings.names_of_people(session)
            people = group_meetings.people_with(session, ties) if ties else []
            earlier = group_meetings.with_actions(session, meeting)
            decided = group_applications.decided_at(session, meeting.id)
        on = meeting.on or self._records.clock.today()
        return Around(
            who=who(self._records),
            voters=tuple(_members(people, ties, on)) if ties else None,
            names=_sorted(names),
            back=tuple(brought_back(earlier, meeting)),
            decided=_decided(decided),
        )

    def look_back(
        self, meeting_id: str, action_id: str, outcome: Outcome | None, due_on: date | None = None
    ) -> None:
        """Write down what this meeting says of an action of an earlier one, in both, as one act.

        One that is done is done on the day of this meeting, or today if that is yet to
        come. One that is carried on keeps its day unless ``due_on`` is a new one. None takes
        back what was said: it is open again.

        Raises:
            NoSuchRecord: there is no such meeting, or no earlier one with this action.
        """
        held = self.meeting(meeting_id)
        origin = self._with_action(action_id)
        today = self._records.clock.today()
        done_on = min(held.thing.on or today, today)
        looked = tuple(each for each in held.thing.looked_back if each.id != action_id)
        if outcome is not None:
            looked = (*looked, LookedBack(action_id, outcome, due_on))
        changed = tuple(
            _looked_at(each, outcome, due_on, done_on) if each.id == action_id else each
            for each in origin.thing.actions
        )
        with self._records.acting(Verb.CHANGE, about=meeting_id) as act:
            self._records.save_in(act, held, replace(held.thing, looked_back=looked))
            self._records.save_in(act, origin, replace(origin.thing, actions=changed))

    def open_actions(self) -> list[ActionLine]:
        """Return what is still to be done of all meetings, the oldest first."""
        known = who(self._records)
        with self._records.database.reading() as session:
            agreed = group_meetings.with_actions(session)
        return [
            ActionLine(meeting, action, known.name(action.owner) if action.owner else "")
            for meeting, action in open_actions(agreed)
        ]

    def committee(self) -> list[Member]:
        """Return those who are on the committee today, with their terms and interests."""
        ties = (Tie.COMMITTEE,)
        with self._records.database.reading() as session:
            people = group_meetings.people_with(session, ties)
        return _members(people, ties, self._records.clock.today())

    def _with_action(self, action_id: str) -> Held[Meeting]:
        with self._records.database.reading() as session:
            meeting_id = group_meetings.meeting_of_action(session, action_id)
        if meeting_id is None:
            raise NoSuchRecord(action_id)
        return self.meeting(meeting_id)


def interests_to_declare(meeting: Meeting, around: Around) -> list[tuple[Member, Interest]]:
    """Return the interests of those who are there that this meeting says nothing of yet."""
    there = those_there(meeting, around.who.now)
    said = {(around.who.now(each.person), each.what) for each in meeting.conflicts}
    return [
        (member, interest)
        for member in around.voters or ()
        if member.id in there
        for interest in member.interests
        if (member.id, interest.what) not in said
    ]


def _line(brief: Brief) -> MeetingLine:
    id_, name, kind, on, starts, place, agreed_on, open_ = brief
    its_kind = _KINDS.get(kind, MeetingKind.COMMITTEE)
    its_time, its_place, agreed = _text(starts), _text(place), _day(agreed_on)
    return MeetingLine(id_, name, its_kind, _day(on), its_time, its_place, agreed, open_)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _members(people: Iterable[Person], ties: tuple[Tie, ...], on: date) -> list[Member]:
    found = [
        Member(
            person.id,
            person.name,
            tuple(role for role in person.roles if role.tie in ties and holds(role, on)),
            tuple(each for each in person.interests if each.ended_on is None),
        )
        for person in people
    ]
    return sorted(
        (each for each in found if each.roles), key=lambda each: (each.name.casefold(), each.id)
    )


def _decided(found: Iterable[tuple[str, Mapping[str, object]]]) -> tuple[DecidedHere, ...]:
    said = (thing_of(Application, values, id_) for id_, values in found)
    here = (DecidedHere(each.id, each.name, each.choice, each.decided_why) for each in said)
    return tuple(sorted(here, key=lambda each: (each.name.casefold(), each.id)))


def _looked_at(
    action: Action, outcome: Outcome | None, due_on: date | None, done_on: date
) -> Action:
    if outcome is Outcome.DONE:
        return replace(action, done_on=done_on)
    return replace(action, done_on=None, due_on=due_on or action.due_on)


def _sorted(named: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(named, key=lambda each: (each[1].casefold(), each[0])))

"""Whom to thank in an open group, and that they were thanked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from vcs_desktop.core.language import tr
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import PERSON, THANKS
from vcs_desktop.domain.milestones import (
    Milestone,
    milestones,
    reason_words,
    so_far,
    totals,
    volunteer_since,
)
from vcs_desktop.domain.people import Person, Tie
from vcs_desktop.domain.thanks import Reason, Thanks
from vcs_desktop.domain.values import thing_of
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.volunteer_hours import VolunteerHours
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.queries import group_records


@dataclass(frozen=True, slots=True)
class ToThank:
    """Somebody to thank, and for what, in words."""

    milestone: Milestone
    name: str

    @property
    def what(self) -> str:
        """What for: "50 hours of help"."""
        return reason_words(self.milestone.reason, self.milestone.count)


@dataclass(frozen=True, slots=True)
class VolunteerLine:
    """A volunteer with what they helped in all. ``since`` None: nobody has said."""

    person: str
    name: str
    minutes: int
    since: date | None


@dataclass(frozen=True, slots=True)
class Thanked:
    """Somebody who was thanked; ``what`` is what for."""

    id: str
    name: str
    what: str
    on: date | None


@dataclass(frozen=True, slots=True)
class ThanksSeen:
    """All that the list of thanks shows."""

    to_thank: tuple[ToThank, ...]
    volunteers: tuple[VolunteerLine, ...]
    thanked: tuple[Thanked, ...]


class ThanksService:
    """Works out milestones from "Who came" and from since when people volunteer."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records
        self._hours = VolunteerHours(records)

    def seen(self) -> ThanksSeen:
        """Return whom to thank, every volunteer with their hours, and who was thanked."""
        today = self._records.clock.today()
        known = who(self._records)
        helpings = so_far(self._hours.helpings(), today)
        volunteers = self._volunteers(today)
        since = {person: day for person, day in volunteers.items() if day is not None}
        thanked = self._thanked(known)
        found = milestones(helpings, since, thanked, today)
        return ThanksSeen(
            tuple(
                ToThank(each, known.name(each.person))
                for each in found
                if _is_there(each.person, known)
            ),
            _lines(totals(helpings), volunteers, known),
            _thanked_lines(thanked, known),
        )

    def thank(self, reached: Sequence[Milestone]) -> list[str]:
        """Remember that people were thanked, as one act, and return the ids of the records."""
        ids = [self._records.ids.new() for _ in reached]
        today = self._records.clock.today()
        if ids:
            with self._records.acting(Verb.THANK) as act:
                for thanks_id, each in zip(ids, reached, strict=True):
                    said = Thanks(
                        name=tr("Thanks: {what}", what=reason_words(each.reason, each.count)),
                        person=each.person,
                        reason=each.reason,
                        count=each.count,
                        on=today,
                    )
                    self._records.new_in(act, THANKS, said, thanks_id)
        return ids

    def just_so(self, person_id: str) -> Milestone:
        """Return a reason to thank somebody that needs no milestone."""
        return Milestone(person_id, Reason.JUST_SO, 0)

    def _thanked(self, known: Who) -> list[Thanks]:
        found = things(self._records, Thanks, THANKS)
        return [
            Thanks(each.id, each.name, known.now(each.person), each.reason, each.count, each.on)
            for each in found
        ]

    def _volunteers(self, today: date) -> dict[str, date | None]:
        """Return who volunteers today, and since when."""
        with self._records.database.reading() as session:
            bodies = group_records.bodies_of(session, PERSON)
        found: dict[str, date | None] = {}
        for id_, values in bodies:
            if any(_is_volunteer(name, each) for name, each in values.items()):
                person = thing_of(Person, values, id_)
                if _volunteers_on(person, today):
                    found[id_] = volunteer_since(person, today)
        return found


def _is_volunteer(name: str, value: object) -> bool:
    return (
        name.startswith("roles/") and isinstance(value, dict) and value.get("tie") == Tie.VOLUNTEER
    )


def _volunteers_on(person: Person, today: date) -> bool:
    return any(
        role.tie is Tie.VOLUNTEER and (role.until is None or today <= role.until)
        for role in person.roles
    )


def _is_there(person: str, known: Who) -> bool:
    """Say whether somebody has a name still: nobody thanks who was removed."""
    return bool(known.names.get(person))


def _lines(
    minutes: dict[str, int], volunteers: dict[str, date | None], known: Who
) -> tuple[VolunteerLine, ...]:
    people = [each for each in {*minutes, *volunteers} if _is_there(each, known)]
    lines = [
        VolunteerLine(each, known.name(each), minutes.get(each, 0), volunteers.get(each))
        for each in people
    ]
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.person)))


def _thanked_lines(thanked: Sequence[Thanks], known: Who) -> tuple[Thanked, ...]:
    newest = sorted(thanked, key=lambda each: (each.on or date.min, each.id), reverse=True)
    return tuple(
        Thanked(each.id, known.name(each.person), reason_words(each.reason, each.count), each.on)
        for each in newest
    )

"""The rota of an open group: shifts, who is down for them, and who is missing."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vcs_desktop.core.errors import AppError
from vcs_desktop.core.language import marked
from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.kinds import SHIFT, VOLUNTEER_ROLE
from vcs_desktop.domain.rota import (
    MOST_WEEKS,
    SOON_DAYS,
    Gap,
    copied_week,
    from_pattern,
    missing_soon,
    monday_of,
    order_of,
)
from vcs_desktop.domain.values import thing_of
from vcs_desktop.domain.volunteering import OnShift, Shift, VolunteerRole, as_one, is_down
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.same_ids import shift_id
from vcs_desktop.services.volunteering import named
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.queries import group_dates, group_shifts

WEEKS_BACK = 8
"""So many weeks of the rota that are over stay in sight, to write down who helped."""

_WEEKS_AHEAD = MOST_WEEKS + 1
"""So many weeks are in sight from the one that runs: all that is made at once, and no more."""

_FAR = date(9999, 12, 31)


class NoPattern(AppError):
    """Weeks were to be made of a role that has no day of the week."""

    message = marked("This role has no day of the week.")
    advice = marked("Say on its card on which day it is.")


@dataclass(frozen=True, slots=True)
class Down:
    """Somebody who is down for a shift. ``has_agreed`` None: no answer yet."""

    person: str
    name: str
    has_agreed: bool | None


@dataclass(frozen=True, slots=True)
class ShiftLine:
    """A shift with the names of who is down for it, those who said no last."""

    shift: Shift
    people: tuple[Down, ...]


@dataclass(frozen=True, slots=True)
class RotaSeen:
    """Shifts in their order. ``later`` is how many there are after those."""

    lines: tuple[ShiftLine, ...]
    later: int


class RotaService:
    """Lists and changes shifts, each change as an act that can be undone."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def rota(self, start: date | None = None, end: date | None = None) -> list[ShiftLine]:
        """Return the shifts between two days in order; None is eight weeks back, and no end."""
        first = start or monday_of(self._records.clock.today()) - timedelta(weeks=WEEKS_BACK)
        known = who(self._records)
        return [
            ShiftLine(each, _down(each, known))
            for each in sorted(self._shifts(known, first, end or _FAR), key=order_of)
        ]

    def look(self, sought: str = "", *, is_whole: bool = False) -> RotaSeen:
        """Return the shifts of the next half year, or all, with those just over.

        It is all of them where the shift ``sought`` is later, or there is none sooner.
        """
        end = monday_of(self._records.clock.today()) + timedelta(weeks=_WEEKS_AHEAD, days=-1)
        if not (is_whole or self._is_after(sought, end)) and (lines := self.rota(end=end)):
            with self._records.database.reading() as session:
                return RotaSeen(tuple(lines), group_shifts.shifts_after(session, end))
        return RotaSeen(tuple(self.rota()), 0)

    def shift(self, shift_id: str) -> Held[Shift]:
        """Return one shift, in the bin or not.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        found = self._records.held(Shift, shift_id)
        if found is None or found.record.kind != SHIFT:
            raise NoSuchRecord(shift_id)
        return found

    def line(self, shift_id: str) -> ShiftLine:
        """Return one shift with the names of who is down for it.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        known = who(self._records)
        shift = as_one(self.shift(shift_id).thing, _now(known))
        return ShiftLine(shift, _down(shift, known))

    def add_shift(self, shift: Shift) -> str:
        """Add a shift and return its id.

        Raises:
            NoName: it has no name.
        """
        return self._records.add(SHIFT, replace(shift, name=named(shift.name)))

    def save_shift(self, before: Held[Shift], after: Shift) -> Held[Shift]:
        """Keep what was changed about a shift; who is down for it is changed by acts of its own.

        Raises:
            NoName: it has no name left.
        """
        return self._records.save(before, replace(after, name=named(after.name)))

    def put_on(self, shift_id: str, person_id: str) -> bool:
        """Put somebody down for a shift; return False where they are already.

        Raises:
            NoSuchRecord: there is no such shift.
        """
        held, person_id, known = self.shift(shift_id), *self._whom(person_id)
        if is_down(as_one(held.thing, known.now), person_id):
            return False
        people = (*held.thing.people, OnShift(person_id))
        return self._save_people(held, people, Verb.PUT_ON_ROTA, person_id)

    def take_off(self, shift_id: str, person_id: str) -> bool:
        """Take somebody off a shift; return False where they were not down for it.

        Raises:
            NoSuchRecord: there is no such shift.
        """
        held, person_id, known = self.shift(shift_id), *self._whom(person_id)
        people = tuple(each for each in held.thing.people if known.now(each.id) != person_id)
        return self._save_people(held, people, Verb.TAKE_OFF_ROTA, person_id)

    def answer(self, shift_id: str, person_id: str, has_agreed: bool | None) -> bool:
        """Write down what somebody said of a shift; None is that they have not answered.

        Returns False where that was written down already.

        Raises:
            NoSuchRecord: there is no such shift.
        """
        held, person_id, known = self.shift(shift_id), *self._whom(person_id)
        people = tuple(
            replace(each, has_agreed=has_agreed) if known.now(each.id) == person_id else each
            for each in held.thing.people
        )
        return self._save_people(held, people, Verb.ANSWER_ROTA, person_id)

    def make_weeks(self, role_id: str, first: date, weeks: int) -> list[str]:
        """Make the shifts of a role for some weeks, as one act, and return their ids.

        What is there already is not made again.

        Raises:
            NoSuchRecord: there is no such role.
            NoPattern: the role has no day of the week.
        """
        role = self._role(role_id)
        if role.weekday is None:
            raise NoPattern
        return self._make(
            from_pattern(role, first, weeks, self._shifts(who(self._records), first, _FAR))
        )

    def copy_week(self, monday: date, weeks: int) -> list[str]:
        """Make one week again for each of some weeks after it, as one act; return the new ids."""
        known = who(self._records)
        return self._make(copied_week(self._shifts(known, monday, _FAR), monday, weeks))

    def missing_soon(self, days: int = SOON_DAYS) -> list[Gap]:
        """Return which shifts of the next days need somebody, the next first: for Home."""
        today = self._records.clock.today()
        known = who(self._records)
        return missing_soon(self._shifts(known, today, today + timedelta(days)), today, days)

    def remove(self, record_id: str) -> None:
        """Put a shift in the bin.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        self._records.put_in_bin(record_id)

    def _make(self, shifts: Sequence[Shift]) -> list[str]:
        if not shifts:
            return []
        ids: list[str] = []
        for shift in shifts:
            ids.append(shift_id(self._records, shift, ids))
        with self._records.acting(Verb.MAKE_ROTA) as act:
            for new_id, shift in zip(ids, shifts, strict=True):
                self._records.new_in(act, SHIFT, shift, new_id)
        return ids

    def _save_people(
        self, held: Held[Shift], people: tuple[OnShift, ...], verb: Verb, person_id: str
    ) -> bool:
        after = replace(held.thing, people=people)
        if after == held.thing:
            return False
        with self._records.acting(verb, about=person_id) as act:
            self._records.save_in(act, held, after)
        return True

    def _whom(self, person_id: str) -> tuple[str, Who]:
        """Return the id that somebody has now, and everybody's names."""
        known = who(self._records)
        return known.now(person_id), known

    def _shifts(self, known: Who, start: date, end: date) -> list[Shift]:
        with self._records.database.reading() as session:
            found = group_dates.bodies_between(session, SHIFT, start, end)
        now = _now(known)
        return [as_one(thing_of(Shift, values, id_), now) for id_, values in found]

    def _is_after(self, shift_id: str, day: date) -> bool:
        found = self._records.held(Shift, shift_id) if shift_id else None
        return found is not None and found.thing.on is not None and found.thing.on > day

    def _role(self, role_id: str) -> VolunteerRole:
        found = self._records.held(VolunteerRole, role_id)
        if found is None or found.record.kind != VOLUNTEER_ROLE:
            raise NoSuchRecord(role_id)
        return found.thing


def _now(known: Who) -> Callable[[str], str]:
    """Return what gives the id that somebody has now; it is empty for who was removed."""

    def now(person_id: str) -> str:
        person = known.now(person_id)
        return person if known.names.get(person) else ""

    return now


def _down(shift: Shift, known: Who) -> tuple[Down, ...]:
    """Return who is down for a shift by name, those who said no last."""
    found = [Down(each.id, known.name(each.id), each.has_agreed) for each in shift.people]
    found.sort(key=lambda one: (one.has_agreed is False, one.name.casefold()))
    return tuple(found)

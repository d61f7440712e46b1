"""What people do with the sheets of who came: each tick is an act of its own."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from vcs_desktop.domain.acts import Verb
from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came, Helped
from vcs_desktop.domain.attendance_days import weekday_in_name
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE, PERSON
from vcs_desktop.domain.people import Person, Tie
from vcs_desktop.domain.values import changes_of
from vcs_desktop.services.attendance.reading import AttendanceReading
from vcs_desktop.services.attendance.told import NoActivity, Place, SheetThere, Written
from vcs_desktop.services.people import NoName, PersonLine
from vcs_desktop.services.records import Held
from vcs_desktop.services.same_ids import sheet_id
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.operations import Act
from vcs_desktop.storage.queries import group_records

_Part = TypeVar("_Part", Came, Helped)


class AttendanceService(AttendanceReading):
    """Reads and writes the sheets of who came."""

    def tick(self, place: Place, person_id: str, *, is_first_time: bool = False) -> Written:
        """Write down that somebody came; who is ticked already stays as they are."""
        known = who(self._records)

        def change(sheet: AttendanceSheet) -> AttendanceSheet:
            if person_id in known.distinct(each.id for each in sheet.came):
                return sheet
            return replace(sheet, came=_with(sheet.came, Came(person_id, is_first_time)))

        return self._change(place, change, Verb.CAME, person_id)

    def untick(self, place: Place, person_id: str) -> Written:
        """Take back that somebody came."""
        known = who(self._records)
        return self._change(
            place,
            lambda sheet: replace(sheet, came=_without(sheet.came, person_id, known)),
            Verb.NOT_CAME,
            person_id,
        )

    def say_first_time(self, place: Place, person_id: str, *, is_first_time: bool) -> Written:
        """Say that somebody who is ticked came for the first time, or did not."""
        known = who(self._records)

        def change(sheet: AttendanceSheet) -> AttendanceSheet:
            came = tuple(
                replace(each, is_first_time=is_first_time)
                if known.now(each.id) == person_id
                else each
                for each in sheet.came
            )
            return replace(sheet, came=came)

        return self._change(place, change, Verb.CHANGE)

    def tick_new(
        self,
        place: Place,
        name: str,
        *,
        is_first_time: bool = False,
        helped: Helped | None = None,
    ) -> Written:
        """Add somebody by their name, and write down that they came, or helped: one act.

        Raises:
            NoName: there is no name.
        """
        plain = " ".join(name.split())
        if not plain:
            raise NoName
        made, person_id = self._made(place), self._records.ids.new()
        held = self._held(made.id)
        if helped is None:
            part = Came(person_id, is_first_time)
            after = replace(held.thing, came=_with(held.thing.came, part))
        else:
            with_them = _with(held.thing.helped, replace(helped, id=person_id))
            after = replace(held.thing, helped=with_them)
        with self._records.acting(Verb.CAME_NEW, about=person_id) as act:
            act.change(PERSON, person_id, changes_of({}, Person(), Person(name=plain)), seen=())
            _write(act, held, after)
        line = PersonLine(person_id, plain, "", "", (Tie.CONTACT,), has_choice=False)
        return replace(self._written(made), person=line)

    def help(self, place: Place, helped: Helped) -> Written:
        """Write down that somebody helped, for how long, and who paid for their time."""
        known = who(self._records)

        def change(sheet: AttendanceSheet) -> AttendanceSheet:
            there = [each for each in sheet.helped if known.now(each.id) == helped.id]
            part = replace(helped, id=there[0].id) if there else helped
            return replace(sheet, helped=_with(sheet.helped, part))

        is_new = not place.id or helped.id not in known.distinct(
            each.id for each in self._held(place.id).thing.helped
        )
        if is_new:
            return self._change(place, change, Verb.CAME, helped.id)
        return self._change(place, change, Verb.CHANGE)

    def unhelp(self, place: Place, person_id: str) -> Written:
        """Take back that somebody helped."""
        known = who(self._records)
        return self._change(
            place,
            lambda sheet: replace(sheet, helped=_without(sheet.helped, person_id, known)),
            Verb.NOT_CAME,
            person_id,
        )

    def count_others(self, place: Place, others: int, first_time: int) -> Written:
        """Write down how many more came who are not named, and how many of them anew."""
        return self._change(
            place,
            lambda sheet: replace(
                sheet, others=max(0, others), others_first_time=max(0, min(first_time, others))
            ),
            Verb.CHANGE,
        )

    def note(self, place: Place, notes: str) -> Written:
        """Keep the notes of a sheet.

        Raises:
            TooLong: they are too long.
        """
        made = self._made(place)
        held = self._held(made.id)
        self._records.save(held, replace(held.thing, notes=notes))
        return self._written(made)

    def move(self, place: Place, on: date) -> Written:
        """Give a sheet another day.

        Raises:
            SheetThere: that day has a sheet of this activity already.
        """
        if not place.id:
            return Written(replace(place, on=on), AttendanceSheet(), None)
        there = self._found(replace(place, on=on, id=""))
        if there not in ("", place.id):
            raise SheetThere
        held = self._held(place.id)
        self._records.save(held, replace(held.thing, on=on))
        return self._written(replace(place, on=on))

    def save_activity(self, before: Held[Activity], after: Activity) -> Held[Activity]:
        """Keep what was changed about an activity.

        Raises:
            NoActivity: it has no name left.
            TooLong: a text is too long.
        """
        name = " ".join(after.name.split())
        if not name:
            raise NoActivity
        return self._records.save(before, replace(after, name=name))

    def _made(self, place: Place) -> Place:
        """Return a place with its sheet in it; sheet and activity are made where they are not."""
        if place.id and self._is_there(place.id):
            return place
        place = replace(place, id="")
        if not (place.activity and self._is_there(place.activity)):
            activity = self._called(place.name)
            place = replace(place, activity=activity.id if activity else "")
        if found := self._found(place):
            return replace(place, id=found)
        is_new, activity_id = not place.activity, place.activity or self._records.ids.new()
        new_id = sheet_id(self._records, activity_id, place.on)
        place = replace(place, activity=activity_id, id=new_id)
        sheet = AttendanceSheet(name=place.name, activity=activity_id, on=place.on)
        made = changes_of({}, AttendanceSheet(), sheet)
        with self._records.acting(Verb.BEGIN_SHEET, about=place.id) as act:
            if is_new:
                new = Activity(name=place.name, weekday=weekday_in_name(place.name))
                act.change(ACTIVITY, activity_id, changes_of({}, Activity(), new), seen=())
            act.change(ATTENDANCE, place.id, made, seen=())
        return place

    def _is_there(self, record_id: str) -> bool:
        """Say whether a record is there, and not in the bin."""
        with self._records.database.reading() as session:
            found = group_records.record(session, record_id)
        return found is not None and found.binned_at is None

    def _change(
        self,
        place: Place,
        change: Callable[[AttendanceSheet], AttendanceSheet],
        verb: str,
        about: str = "",
    ) -> Written:
        made = self._made(place)
        held = self._held(made.id)
        after = change(held.thing)
        if after != held.thing:
            with self._records.acting(verb, about=about) as act:
                _write(act, held, after)
        return self._written(made)


def _write(act: Act, held: Held[AttendanceSheet], after: AttendanceSheet) -> None:
    record = held.record
    changes = changes_of(record.values, held.thing, after)
    act.change(ATTENDANCE, record.id, changes, seen=record.heads)


def _with(parts: Iterable[_Part], part: _Part) -> tuple[_Part, ...]:
    kept = [each for each in parts if each.id != part.id]
    kept.append(part)
    return tuple(kept)


def _without(parts: Iterable[_Part], person_id: str, known: Who) -> tuple[_Part, ...]:
    return tuple(each for each in parts if known.now(each.id) != person_id)

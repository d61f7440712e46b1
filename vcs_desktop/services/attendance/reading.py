"""Reads the sheets of who came, and the activities of a group."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came
from vcs_desktop.domain.attendance_days import length_of, to_write_down
from vcs_desktop.domain.attendance_sums import (
    Session,
    as_now,
    came_before,
    session_of,
    usual,
    usual_helpers,
)
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE
from vcs_desktop.domain.values import Values
from vcs_desktop.domain.words_typed import folded
from vcs_desktop.services.attendance.told import (
    Looked,
    NoActivity,
    OpenSheet,
    Place,
    SheetLine,
    Written,
)
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import Who, who
from vcs_desktop.storage.queries import group_records, group_sheets


class AttendanceReading:
    """What is kept about who came. Nothing is written."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def sessions(self) -> list[Session]:
        """Return every sheet for sums, in the order of their days, people as they are now."""
        with self._records.database.reading() as session:
            bodies = group_records.bodies_of(session, ATTENDANCE)
        return self._sessions_of(bodies)

    def activities(self, *, ended_too: bool = False) -> list[Activity]:
        """Return the activities by name; those that have ended only when asked for."""
        today = self._records.clock.today()
        found = [
            each
            for each in things(self._records, Activity, ACTIVITY)
            if ended_too or each.ended_on is None or each.ended_on >= today
        ]
        return sorted(found, key=lambda each: each.name.casefold())

    def look(self, newest: int | None = None) -> Looked:
        """Return what the list of sheets shows: only so many of the latest, or all of them."""
        is_whole = True
        if newest is None:
            sessions = self.sessions()
        else:
            with self._records.database.reading() as session:
                bodies, is_whole = group_sheets.newest_sheets(session, newest)
            sessions = self._sessions_of(bodies)
        today = self._records.clock.today()
        every = self.activities(ended_too=True)
        going_on = [each for each in every if each.ended_on is None or each.ended_on >= today]
        names = {each.id: each.name for each in every}
        lines = tuple(_line(each, names) for each in reversed(sessions))
        to_write = tuple(to_write_down(going_on, sessions, today))
        return Looked(lines, tuple(going_on), to_write, today, is_whole=is_whole)

    def begin(self, on: date, name: str) -> OpenSheet:
        """Return the sheet of an activity, by its name, for a day. Nothing is written yet.

        Raises:
            NoActivity: there is no name.
        """
        plain = " ".join(name.split())
        if not plain:
            raise NoActivity
        activity = self._called(plain)
        place = Place(on, activity.name if activity else plain, activity.id if activity else "")
        return self._opened(place)

    def open(self, sheet_id: str) -> OpenSheet:
        """Return a sheet.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        sheet = self._held(sheet_id).thing
        return self._opened(Place(sheet.on or date.min, sheet.name, sheet.activity, sheet_id))

    def look_again(self, place: Place) -> OpenSheet:
        """Return a sheet as it is now; one that went to the bin is as if it was never begun."""
        found = self._records.held(AttendanceSheet, place.id) if place.id else None
        if found is None or found.record.binned_at is not None:
            return self.begin(place.on, place.name)
        return self.open(place.id)

    def activity(self, activity_id: str) -> Held[Activity]:
        """Return one activity, in the bin or not.

        Raises:
            NoSuchRecord: there is none with this id.
        """
        found = self._records.held(Activity, activity_id)
        if found is None or found.record.kind != ACTIVITY:
            raise NoSuchRecord(activity_id)
        return found

    def _sessions_of(self, bodies: Iterable[tuple[str, Values]]) -> list[Session]:
        known = who(self._records)
        read = (session_of(id_, values) for id_, values in bodies)
        there = [each for each in read if each is not None]
        # Where nobody was made one with somebody, thousands of sheets need no second look.
        found = [as_now(each, known.now) for each in there] if known.merged_into else there
        return sorted(found, key=lambda each: (each.on, each.name.casefold(), each.id))

    def _opened(self, place: Place) -> OpenSheet:
        found = self._found(place)
        place = replace(place, id=found)
        held = self._held(found) if found else None
        sessions, known = self.sessions(), who(self._records)
        what = place.activity or f"={place.name.casefold()}"
        with self._records.database.reading() as session:
            people = tuple(group_records.people(session, self._records.clock.today()))
        activity = self._records.held(Activity, place.activity) if place.activity else None
        return OpenSheet(
            place=place,
            sheet=_as_now(held.thing if held else AttendanceSheet(), known),
            held=held,
            people=people,
            names=known.names,
            usual=usual(sessions, what, place.on),
            usual_helpers=usual_helpers(sessions, what, place.on),
            before=came_before(sessions, place.on, place.id),
            knows_first=any(each.on < place.on and each.came for each in sessions),
            minutes=length_of(activity.thing) if activity else None,
            today=self._records.clock.today(),
        )

    def _called(self, name: str) -> Activity | None:
        """Return the activity of a name; of several, one that goes on."""
        wanted = folded(" ".join(name.split()))
        every = self.activities() + self.activities(ended_too=True)
        return next((each for each in every if folded(each.name) == wanted), None)

    def _found(self, place: Place) -> str:
        """Return the id of the sheet that is there for a place, or nothing."""
        if place.id:
            return place.id
        with self._records.database.reading() as session:
            bodies = group_sheets.sheets_of_day(session, place.on)
        for id_, values in bodies:
            same_activity = place.activity and values.get("activity") == place.activity
            same_name = not place.activity and folded(str(values.get("name"))) == folded(place.name)
            if same_activity or same_name:
                return id_
        return ""

    def _written(self, place: Place) -> Written:
        held = self._held(place.id)
        return Written(place, _as_now(held.thing, who(self._records)), held)

    def _held(self, sheet_id: str) -> Held[AttendanceSheet]:
        found = self._records.held(AttendanceSheet, sheet_id)
        if found is None or found.record.kind != ATTENDANCE:
            raise NoSuchRecord(sheet_id)
        return found


def _line(session: Session, names: Mapping[str, str]) -> SheetLine:
    return SheetLine(
        session.id,
        names.get(session.activity) or session.name,
        session.on,
        session.visits,
        session.first_timers,
        len(session.helped),
        session.minutes,
    )


def _as_now(sheet: AttendanceSheet, known: Who) -> AttendanceSheet:
    """Return a sheet with each person once, under the id that stands for them now."""
    came: dict[str, Came] = {}
    for each in sheet.came:
        now = known.now(each.id)
        is_first = each.is_first_time or (now in came and came[now].is_first_time)
        came[now] = Came(now, is_first)
    helped = {known.now(each.id): replace(each, id=known.now(each.id)) for each in sheet.helped}
    return replace(sheet, came=tuple(came.values()), helped=tuple(helped.values()))

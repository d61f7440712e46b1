"""The hours of volunteers: they are written down in "Who came", and nowhere else.

A shift says who was down for it, never how long somebody helped. So nobody's time is
counted twice: what is filled in after a shift goes into the sheet of that day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from vcs_desktop.domain.attendance import AttendanceSheet, Helped
from vcs_desktop.domain.day_times import minutes_between
from vcs_desktop.domain.kinds import ATTENDANCE, SHIFT
from vcs_desktop.domain.milestones import Helping
from vcs_desktop.domain.values import thing_of
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services.records import Held, NoSuchRecord, RecordsService
from vcs_desktop.services.same_ids import sheet_id
from vcs_desktop.services.things import things
from vcs_desktop.services.who import who
from vcs_desktop.storage.queries import group_dates


@dataclass(frozen=True, slots=True)
class HelpedLine:
    """Somebody who may have helped on the day of a shift.

    ``written`` are the minutes that the sheet of the day holds already, None for none;
    ``proposed`` is how long the shift was, None when nobody has said.
    """

    person: str
    name: str
    written: int | None
    proposed: int | None


@dataclass(frozen=True, slots=True)
class HelpedDay:
    """The day of a shift: who was down for it. ``has_sheet`` says that the day has one."""

    shift: Shift
    has_sheet: bool
    people: tuple[HelpedLine, ...]


class VolunteerHours:
    """Adds up what "Who came" says of those who helped, and fills it in after a shift."""

    def __init__(self, records: RecordsService) -> None:
        self._records = records

    def helpings(self) -> list[Helping]:
        """Return every time somebody helped, under the id that they have now."""
        known = who(self._records)
        return [
            Helping(known.now(each.id), sheet.on, each.minutes)
            for sheet in things(self._records, AttendanceSheet, ATTENDANCE)
            for each in sheet.helped
            if each.minutes
        ]

    def day_of(self, shift_id: str) -> HelpedDay:
        """Return who was down for a shift, and what is written down of that day.

        Raises:
            NoSuchRecord: there is no such shift.
        """
        shift = self._shift(shift_id)
        sheet = self._sheet(shift)
        known = who(self._records)
        written = {known.now(each.id): each.minutes for each in sheet.thing.helped} if sheet else {}
        length = minutes_between(shift.starts, shift.ends)
        down = dict.fromkeys(known.now(p.id) for p in shift.people if p.has_agreed is not False)
        lines = [HelpedLine(each, known.name(each), written.get(each), length) for each in down]
        lines.sort(key=lambda line: line.name.casefold())
        return HelpedDay(shift, sheet is not None, tuple(lines))

    def write_down(self, shift_id: str, minutes: Mapping[str, int | None]) -> str:
        """Write down how long people helped on the day of a shift, and return the sheet's id.

        It is empty where all that was written down already.

        What is given is for the whole day: it takes the place of what the sheet said of
        them. None is that somebody did not help; others on the sheet stay as they are.

        Raises:
            NoSuchRecord: there is no such shift.
        """
        shift = self._shift(shift_id)
        sheet = self._sheet(shift)
        before = (
            sheet.thing
            if sheet
            else AttendanceSheet(name=shift.name, activity=shift.activity, on=shift.on)
        )
        known = who(self._records)
        kept = tuple(each for each in before.helped if known.now(each.id) not in minutes)
        firms = {known.now(each.id): each.employer for each in before.helped}
        told = (
            Helped(person, length, firms.get(person, ""))
            for person, length in minutes.items()
            if length is not None
        )
        after = replace(before, helped=(*kept, *told))
        if sheet is None:
            what = shift.activity or shift_id
            new_id = sheet_id(self._records, what, shift.on) if shift.on else ""
            return self._records.add(ATTENDANCE, after, record_id=new_id)
        return sheet.record.id if self._records.save(sheet, after) is not sheet else ""

    def _shift(self, shift_id: str) -> Shift:
        found = self._records.held(Shift, shift_id)
        if found is None or found.record.kind != SHIFT or found.thing.on is None:
            raise NoSuchRecord(shift_id)
        return found.thing

    def _sheet(self, shift: Shift) -> Held[AttendanceSheet] | None:
        """Return the sheet of the day of a shift: that of its activity, or of its name."""
        on = shift.on
        if on is None:
            return None
        with self._records.database.reading() as session:
            found = group_dates.bodies_between(session, ATTENDANCE, on, on)
        for id_, values in sorted(found, key=lambda each: each[0]):
            sheet = thing_of(AttendanceSheet, values, id_)
            if _belongs(sheet, shift):
                return self._records.held(AttendanceSheet, id_)
        return None


def _belongs(sheet: AttendanceSheet, shift: Shift) -> bool:
    if shift.activity:
        return sheet.activity == shift.activity
    return not sheet.activity and sheet.name.casefold() == shift.name.casefold()

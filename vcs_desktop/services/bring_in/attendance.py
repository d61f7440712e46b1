"""Rows of who came, taken into the sheets of their days."""

from dataclasses import replace

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.attendance import AttendanceSheet
from vcs_desktop.domain.bring_in import RowIn
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.tables import attendance as table
from vcs_desktop.services.bring_in.keeping import (
    Keeping,
    SeveralOfThem,
    Somebodies,
    plain_name,
    with_note,
)
from vcs_desktop.services.bring_in.sheets import Sheets, with_came, with_helped
from vcs_desktop.services.bring_in.taken import (
    Taken,
    said,
    several_words,
    stays_out,
    text_said,
    total_words,
)


class AttendanceMaker:
    """One sheet for each day of an activity: who came, who helped, or only how many."""

    def __init__(self, keeping: Keeping) -> None:
        self._keeping = keeping
        self._people = Somebodies(keeping)
        self._sheets = Sheets(keeping, self._people.who)

    def take(self, row: RowIn) -> Taken:
        """Take a row in."""
        name, count = text_said(row, table.NAME), said(row, table.COUNTED)
        line = f"{text_said(row, table.ACTIVITY)} · {shortly(row.said[table.ON])}"
        if name:
            return self._somebody(row, name, line)
        title = (
            tr_count("{count} person without a name", "{count} people without a name", count)
            if count
            else tr("Row {row}", row=row.number)
        )
        if not count:
            why = tr(
                "Row {row} stays out: it has no name and no number. Write one of them.",
                row=row.number,
            )
            return stays_out(title, why)
        return replace(self._counted(row, title, count), line=line)

    def _somebody(self, row: RowIn, written: str, line: str) -> Taken:
        name = plain_name(written)
        if not name:
            return stays_out(written, total_words(row, written))
        try:
            person_id = self._people.find(name)
        except SeveralOfThem:
            return stays_out(name, several_words(row, name))
        into = "" if person_id else tr("{name} is new, and is added to the people.", name=name)
        before = self._sheets.find(text_said(row, table.ACTIVITY), row.said[table.ON])
        if person_id and before is not None and (there := self._there(row, before, person_id)):
            return replace(there, title=name, line=line)
        if not person_id and before is not None and self._sheets.named(before, name):
            return Taken(name, line, adds_nothing=True, is_new=False)  # in the bin since
        person_id = person_id or self._people.add(Person(name=name))
        sheet = before or self._begin(row)
        if table.HELPED in row.said:
            sheet = with_helped(sheet, person_id, row.said[table.HELPED])
        else:
            first = bool(said(row, table.FIRST_TIME))
            sheet = with_came(sheet, person_id, is_first_time=first)
        self._put(row, sheet)
        return Taken(name, line, is_new=before is None, into=into)

    def _there(self, row: RowIn, sheet: AttendanceSheet, person_id: str) -> Taken | None:
        """Return what is to be said of somebody who stands on the sheet already."""
        if table.HELPED not in row.said:
            came = self._sheets.came(sheet, person_id)
            return Taken("", adds_nothing=True, is_new=False) if came else None
        helped = self._sheets.helped(sheet, person_id)
        if helped is None or helped.minutes is None:
            return None
        if helped.minutes == row.said[table.HELPED]:
            return Taken("", adds_nothing=True, is_new=False)
        why = tr(
            "Row {row} stays out: that day has other hours for this person already.",
            row=row.number,
        )
        return stays_out("", why)

    def _counted(self, row: RowIn, title: str, count: int) -> Taken:
        before = self._sheets.find(text_said(row, table.ACTIVITY), row.said[table.ON])
        if before is not None and before.others == count:
            return Taken(title, adds_nothing=True, is_new=False)
        if before is not None and before.others:
            why = tr(
                "Row {row} stays out: that day has {count} without a name already.",
                row=row.number,
                count=before.others,
            )
            return stays_out(title, why)
        self._put(row, replace(before or self._begin(row), others=count))
        return Taken(title, is_new=before is None)

    def _begin(self, row: RowIn) -> AttendanceSheet:
        return self._sheets.begin(text_said(row, table.ACTIVITY), row.said[table.ON])

    def _put(self, row: RowIn, sheet: AttendanceSheet) -> None:
        notes = with_note(sheet.notes, text_said(row, table.NOTES))
        self._sheets.put(replace(sheet, notes=notes))

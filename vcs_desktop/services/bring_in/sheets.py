"""The sheets of who came, found by their day and activity, or begun."""

from dataclasses import dataclass, field, replace
from datetime import date

from vcs_desktop.domain.attendance import Activity, AttendanceSheet, Came, Helped
from vcs_desktop.domain.attendance_days import weekday_in_name
from vcs_desktop.domain.kinds import ACTIVITY, ATTENDANCE
from vcs_desktop.domain.same_person import name_key
from vcs_desktop.domain.words_typed import every_word, folded
from vcs_desktop.services.bring_in.keeping import Keeping
from vcs_desktop.services.same_ids import sheet_id
from vcs_desktop.services.who import Who


class Sheets:
    """Every sheet of a group by its day and what was on."""

    def __init__(self, keeping: Keeping, known: Who) -> None:
        self._keeping = keeping
        self._who = known
        activities = keeping.all(Activity, ACTIVITY)
        self._activities = {key_of(each.name): each.id for each in activities}
        by_id = {each.id: each.name for each in activities}
        self._sheets: dict[tuple[str, date], str] = {}
        self._on_sheet: dict[str, _OnSheet] = {}
        for sheet in keeping.all(AttendanceSheet, ATTENDANCE):
            if sheet.on is not None:
                for name in {sheet.name, by_id.get(sheet.activity, sheet.name)}:
                    self._sheets.setdefault((key_of(name), sheet.on), sheet.id)

    def find(self, name: str, on: date) -> AttendanceSheet | None:
        """Return the sheet of a day, as it would be; None where there is none yet."""
        found = self._sheets.get((key_of(name), on))
        return replace(self._keeping.thing(AttendanceSheet, found), id=found) if found else None

    def begin(self, name: str, on: date) -> AttendanceSheet:
        """Return a new sheet; an activity that nobody knows yet is begun as well."""
        key = key_of(name)
        if key not in self._activities:
            new = Activity(name=name, weekday=weekday_in_name(name))
            self._activities[key] = self._keeping.add(ACTIVITY, new)
        sheet = AttendanceSheet(name=name, activity=self._activities[key], on=on)
        new_id = sheet_id(self._keeping.records, sheet.activity, on)
        self._sheets[key, on] = self._keeping.add(ATTENDANCE, sheet, new_id)
        return replace(sheet, id=new_id)

    def put(self, sheet: AttendanceSheet) -> None:
        """Have a sheet say something else."""
        self._keeping.put(ATTENDANCE, sheet.id, sheet)

    def named(self, sheet: AttendanceSheet, name: str) -> bool:
        """Say whether somebody of a name stood on a sheet, who may lie in the bin by now."""
        return name_key(name) in self._looked_at(sheet).names

    def came(self, sheet: AttendanceSheet, person_id: str) -> bool:
        """Say whether somebody is ticked on a sheet."""
        on_sheet = self._looked_at(sheet)
        for each in sheet.came[on_sheet.count :]:  # rows only ever add to those who came
            on_sheet.came.add(self._who.now(each.id))
        on_sheet.count = len(sheet.came)
        return person_id in on_sheet.came

    def _looked_at(self, sheet: AttendanceSheet) -> "_OnSheet":
        """Return what is known of a sheet; to go through all of it for each row takes long."""
        if sheet.id not in self._on_sheet:
            ids = (*(each.id for each in sheet.came), *(each.id for each in sheet.helped))
            self._on_sheet[sheet.id] = _OnSheet({name_key(self._who.name(id_)) for id_ in ids})
        return self._on_sheet[sheet.id]

    def helped(self, sheet: AttendanceSheet, person_id: str) -> Helped | None:
        """Return what a sheet says of somebody's help; None where they did not help."""
        return next((e for e in sheet.helped if self._who.now(e.id) == person_id), None)


@dataclass
class _OnSheet:
    """Who is on a sheet: names as they were before the first row, and ``count`` who came."""

    names: set[str]
    came: set[str] = field(default_factory=set)
    count: int = 0


def with_came(sheet: AttendanceSheet, person_id: str, *, is_first_time: bool) -> AttendanceSheet:
    """Return a sheet with one more who came."""
    return replace(sheet, came=(*sheet.came, Came(person_id, is_first_time)))


def with_helped(sheet: AttendanceSheet, person_id: str, minutes: int | None) -> AttendanceSheet:
    """Return a sheet with one more who helped, or with their minutes."""
    others = tuple(each for each in sheet.helped if each.id != person_id)
    employer = next((each.employer for each in sheet.helped if each.id == person_id), "")
    return replace(sheet, helped=(*others, Helped(person_id, minutes, employer)))


def key_of(name: str) -> str:
    """Return by what an activity is known, however it is written."""
    return " ".join(folded(word) for word in every_word(name)) or name.casefold()

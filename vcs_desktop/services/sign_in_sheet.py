"""The sign-in sheet for the next time of an activity."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from vcs_desktop.documents.file_names import file_word
from vcs_desktop.documents.sign_in_sheet import SignInSheet, write_sign_in_sheet
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.attendance_days import next_day
from vcs_desktop.domain.attendance_sums import Session, usual, usual_helpers
from vcs_desktop.domain.words_typed import folded
from vcs_desktop.services.attendance import AttendanceService
from vcs_desktop.services.group_parts import HasNameAndPlace
from vcs_desktop.services.records import RecordsService
from vcs_desktop.storage.queries import group_records

MOST_NAMES = 60
"""More rows than this are more paper than help: those who come seldom write their name."""


class SignInSheetService:
    """Makes sign-in sheets. They are not encrypted, and no other account can read them."""

    def __init__(self, group: HasNameAndPlace, records: RecordsService) -> None:
        self._group = group
        self._records = records
        self._attendance = AttendanceService(records)

    def sheet(self, activity_id: str, name: str = "") -> SignInSheet:
        """Return what stands on the sheet for the next time of an activity.

        The names are of those who came most often in the last year and are not in the bin,
        by the alphabet, so that each finds their own. ``name`` is for what is no activity.
        """
        today = self._records.clock.today()
        held = self._records.held(Activity, activity_id) if activity_id else None
        activity = held.thing if held else Activity(name=name)
        sessions = self._attendance.sessions()
        what = activity_id or f"={name.casefold()}"
        after = today + timedelta(days=1)
        with self._records.database.reading() as session:
            there = {line.id: line.name for line in group_records.people(session, today)}
        came = [each for each in usual(sessions, what, after) if each in there]
        helped = [each for each in usual_helpers(sessions, what, after) if each in there]
        return SignInSheet(
            group=self._group.name,
            activity=activity.name,
            on=_next_day(activity, today, sessions) if activity_id else None,
            place=activity.place,
            starts=activity.starts,
            ends=activity.ends,
            names=_by_alphabet(there[each] for each in came[:MOST_NAMES]),
            helpers=_by_alphabet(there[each] for each in helped[:MOST_NAMES]),
        )

    def write(self, activity_id: str, name: str = "", out: Path | None = None) -> Path:
        """Write the sheet, and return where; None is where it can be printed from.

        What is written there goes when the group is locked.

        Raises:
            CannotUseInput: the name is not that of a PDF.
            Locked: the group was closed.
            FolderNotWritable: it cannot be written there.
        """
        path = out or self._group.files().pages / "sign-in-sheet.pdf"
        write_sign_in_sheet(path, self.sheet(activity_id, name))
        return path


def proposed_name(activity: str) -> str:
    """Return a name to propose for the file, from what the activity is called."""
    return f"sign-in-{file_word(activity, 'sheet')}.pdf"


def _next_day(activity: Activity, today: date, sessions: Sequence[Session]) -> date | None:
    """Return today where it is still to come or to be written down, else the next day."""
    is_written = any(each.activity == activity.id and each.on == today for each in sessions)
    return next_day(activity, today if is_written else today - timedelta(days=1), sessions)


def _by_alphabet(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=folded))

"""Dates that leave the app: for another calendar, for the wall, for a telephone."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.core.language import tr
from vcs_desktop.documents import wall_calendar
from vcs_desktop.documents.calendar_of_dates import write_dates
from vcs_desktop.documents.qr_code import code_of
from vcs_desktop.documents.wall_calendar import CodeSheet, CodeToScan, WallPage
from vcs_desktop.domain.days import months_on
from vcs_desktop.domain.due import DateLine, Due, DueKind, Outcome
from vcs_desktop.domain.phone_code import PhoneCode
from vcs_desktop.services.dates import DatesService

MOST_CODES = 120
"""Ten pages. Who wants more takes the calendar file."""

_NOT_IN_YEAR = frozenset({DueKind.ACTIVITY, DueKind.SHIFT})
_MONTHS = 12


def save_calendar(dates: DatesService, start: date, end: date, path: Path) -> int:
    """Write what falls between two days as a calendar file; return how many dates it holds.

    What was not needed is left out.

    Raises:
        CannotUseInput: nothing falls between them.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    lines = dates.between(start, end)
    wanted = [line.due for line in lines if line.outcome is not Outcome.NOT_NEEDED]
    return save_some(dates, wanted, path)


def save_some(dates: DatesService, dues: Sequence[Due], path: Path) -> int:
    """Write some dates as a calendar file; return how many it holds.

    Raises:
        CannotUseInput: there are none.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    inside = dates.inside
    return write_dates(path, dues, inside.group.id, inside.records.clock.now())


def wall_month(dates: DatesService, day: date, out: Path | None = None) -> Path:
    """Write the month of a day for the wall, and return where it is.

    ``out`` None is a place to print it from; it is thrown away when the group is locked.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    first = day.replace(day=1)
    path = out or _to_print(dates, "month.pdf")
    wall_calendar.write_month(path, _page(dates, first, 1))
    return path


def wall_year(dates: DatesService, first: date, out: Path | None = None) -> Path:
    """Write twelve months for the wall, from that of a day on; return where they are.

    What the group runs every week, and its rota, have no room on it and are left out.
    ``out`` None is a place to print it from.

    Raises:
        CannotUseInput: the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    path = out or _to_print(dates, "year.pdf")
    last_year = date(date.max.year, 1, 1)  # of the calendar: twelve months are left from here
    wall_calendar.write_year(path, _page(dates, min(first.replace(day=1), last_year), _MONTHS))
    return path


def phone_code(due: Due) -> PhoneCode:
    """Return a date as a code that a telephone reads."""
    return code_of(due)


def sheet_of_codes(dates: DatesService, dues: Sequence[Due], out: Path | None = None) -> Path:
    """Write codes of some dates on a sheet, and return where it is.

    ``out`` None is a place to print it from. There are at most ``MOST_CODES`` on it.

    Raises:
        CannotUseInput: there are no dates, or the name is not that of a PDF.
        FolderNotWritable: it cannot be written there.
        DiskFull: there is no room for it.
    """
    if not dues:
        raise CannotUseInput(
            message=tr("There are no dates to put on a phone."), advice=tr("Add a date first.")
        )
    codes = tuple(CodeToScan(due, code_of(due)) for due in dues[:MOST_CODES])
    path = out or _to_print(dates, "codes.pdf")
    wall_calendar.write_codes(path, CodeSheet(dates.inside.group.name, dates.today(), codes))
    return path


def _page(dates: DatesService, first: date, months: int) -> WallPage:
    try:
        last = months_on(first, months) - timedelta(1)
    except OverflowError:
        last = date.max
    lines = [
        line
        for line in dates.between(first, last)
        if line.outcome is not Outcome.NOT_NEEDED
        and (months == 1 or line.due.kind not in _NOT_IN_YEAR)
    ]
    return WallPage(dates.inside.group.name, first, dates.today(), tuple(lines))


def _to_print(dates: DatesService, name: str) -> Path:
    return dates.inside.group.files().pages / f"dates-{name}"


def still_wanted(lines: Sequence[DateLine]) -> list[Due]:
    """Return the dates among some that are worth a code: what was ticked off is not."""
    return [line.due for line in lines if line.outcome is None]

"""What the page says about sheets and sums, in words."""

from vcs_desktop.core.language import sentences, tr, tr_count
from vcs_desktop.domain.attendance import AttendanceSheet, count_of, first_timers, helped_minutes
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.milestones import hours_words
from vcs_desktop.services.attendance import SheetLine
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

_MOST_IN_NAME = 80


def visits_words(count: int) -> str:
    """Return "12 came"."""
    return tr_count("{count} came", "{count} came", count)


def first_words(count: int) -> str:
    """Return "2 for the first time", nothing for none."""
    return tr_count("{count} for the first time", "{count} for the first time", count) * bool(count)


def helped_words(helpers: int, minutes: int) -> str:
    """Return "3 helped, 7 hours", nothing when nobody did."""
    if not helpers:
        return ""
    helped = tr_count("{count} helped", "{count} helped", helpers)
    if not minutes:
        return helped
    return tr("{helped}, {hours}", helped=helped, hours=hours_words(minutes))


def sheet_row(line: SheetLine) -> TitleRow:
    """Return a sheet as a row of the list."""
    said = (
        visits_words(line.visits),
        first_words(line.first_timers),
        helped_words(line.helpers, line.minutes),
    )
    return TitleRow(
        id=line.id,
        title=tr("{activity}, {day}", activity=short_name(line.name), day=in_words(line.on)),
        line=" · ".join(filter(None, said)),
        icon="clipboard-check",
    )


def so_far_words(sheet: AttendanceSheet) -> str:
    """Return what stands on a sheet so far."""
    visits, first = count_of(sheet), first_timers(sheet)
    said = [tr_count("{count} came.", "{count} came.", visits)]
    if first:
        said.append(tr_count("{count} for the first time.", "{count} for the first time.", first))
    helped = helped_words(len(sheet.helped), helped_minutes(sheet))
    if helped:
        said.append(tr("{helped}.", helped=helped))
    return sentences(*said)


def short_name(name: str) -> str:
    """Return a name for a place with little room."""
    return short_prose(name, _MOST_IN_NAME) or tr("Somebody who was removed")

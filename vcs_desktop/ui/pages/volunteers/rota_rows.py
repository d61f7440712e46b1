"""The rows of the rota: week by week, the next first, and what is over at the end."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.rota import day_and_month, monday_of, time_words
from vcs_desktop.domain.table_out import CellKind, Column, TableOut
from vcs_desktop.domain.time_spans import span_words
from vcs_desktop.domain.volunteering import missing
from vcs_desktop.services.rota import Down, ShiftLine
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleRow

_WEEK = timedelta(days=7)
_Told = tuple[str, ShiftLine | None]
"""The heading that a row stands under, and its shift; None is the heading itself."""


def rota_rows(lines: Sequence[ShiftLine], today: date) -> RowsWhenSeen:
    """Return the rows under the names of their weeks."""
    ahead = [line for line in lines if line.shift.on and line.shift.on >= today]
    over = [line for line in lines if line.shift.on and line.shift.on < today]
    told = list(_by_week(ahead, today))
    if over:
        heading = tr("Over: write down who helped")
        told.append((heading, None))
        told += [(heading, line) for line in reversed(over)]
    ids = [line.shift.id if line else "" for _, line in told]
    return RowsWhenSeen(ids, lambda place: _row(*told[place]))


def later_words(count: int) -> str:
    """Return "3 shifts are later than these"."""
    return tr_count(
        "{count} shift is later than these.", "{count} shifts are later than these.", count
    )


def rota_table(lines: Sequence[ShiftLine], today: date, group: str, *, later: int = 0) -> TableOut:
    """Return the rota that is still to come as a table to put on the wall, which comes in again.

    ``later`` is how many shifts there are after those, which the table says.
    """
    ahead = [line for line in lines if line.shift.on and line.shift.on >= today]
    return TableOut(
        title=tr("Rota"),
        about=(
            tr("{group}: who helps when.", group=group),
            tr("As of {day}.", day=in_words(today)),
            *((later_words(later),) if later else ()),
        ),
        columns=(
            Column(tr("Day"), CellKind.TEXT),
            Column(tr("Time")),
            Column(tr("What")),
            Column(tr("Needed"), CellKind.NUMBER),
            Column(tr("Who has agreed")),
            Column(tr("Who has not answered")),
            Column(tr("Still needed"), CellKind.NUMBER),
        ),
        rows=tuple(
            (
                in_words(line.shift.on) if line.shift.on else "",
                span_words(line.shift.starts, line.shift.ends),
                line.shift.name,
                line.shift.needed,
                "; ".join(each.name for each in line.people if each.has_agreed),
                "; ".join(each.name for each in line.people if each.has_agreed is None),
                missing(line.shift) or None,
            )
            for line in ahead
        ),
    )


def week_to_write_to(lines: Sequence[ShiftLine], today: date, shown_id: str = "") -> date | None:
    """Return the Monday of the week whose people somebody may write to.

    It is the week of the shift with the id ``shown_id``, or else the next that has anybody
    who has not said no; None where there is none. What is over is not written about.
    """
    weeks: set[date] = set()
    shown = None
    for line in lines:
        monday = monday_of(line.shift.on) if line.shift.on else date.min
        if monday >= monday_of(today) and any(e.has_agreed is not False for e in line.people):
            weeks.add(monday)
        if line.shift.id == shown_id:
            shown = monday
    return shown if shown in weeks else min(weeks, default=None)


def week_words(monday: date, today: date) -> str:
    """Return "This week", "Next week", or the week of a day."""
    this = monday_of(today)
    if monday in (this, this + _WEEK):
        return tr("This week") if monday == this else tr("Next week")
    return tr("Week of {day}", day=shortly(monday))


def needed_words(count: int) -> str:
    """Return "1 more person needed"."""
    return tr_count("{count} more person needed", "{count} more people needed", count)


def people_words(people: Sequence[Down]) -> str:
    """Return who is down, with those who have not answered marked."""
    return ", ".join(_said(each) for each in people if each.has_agreed is not False)


def _by_week(lines: Sequence[ShiftLine], today: date) -> Iterator[_Told]:
    before, heading = date.min, ""
    for line in lines:
        monday = monday_of(line.shift.on or today)
        if monday != before:
            before, heading = monday, week_words(monday, today)
            yield heading, None
        yield heading, line


def _row(heading: str, line: ShiftLine | None) -> TitleRow:
    if line is None:
        return TitleRow("", heading)
    shift = line.shift
    day = day_and_month(shift.on) if shift.on else tr("No day yet")
    needed = missing(shift)
    who = people_words(line.people) or tr("Nobody is down for it yet")
    return TitleRow(
        shift.id,
        tr("{day}: {what}", day=day, what=short_prose(shift.name, 80)),
        " · ".join(filter(None, (time_words(shift), short_prose(who, 120)))),
        mark=needed_words(needed) if needed else tr("Nobody is missing"),
        mark_icon="triangle-alert" if needed else "check",
        mark_colour="warn" if needed else "ok",
        under=heading,
    )


def _said(down: Down) -> str:
    if down.has_agreed:
        return down.name
    return tr("{name} (no answer yet)", name=down.name)

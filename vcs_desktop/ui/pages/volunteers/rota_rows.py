"""The rows of the rota: week by week, the next first, and what is over at the end."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from vcs_desktop.core.language import tr, tr_count
from vcs_desktop.domain.days import in_words, shortly
from vcs_desktop.domain.rota import day_and_month, monday_of, time_words
from vcs_desktop.domain.table_out import CellKind, Column, TableOut
from vcs_desktop.domain.volunteering import missing
from vcs_desktop.services.rota import Down, ShiftLine
from vcs_desktop.ui.widgets.prose import short_prose
from vcs_desktop.ui.widgets.title_list import TitleRow

_WEEK = timedelta(days=7)


def rota_rows(lines: Sequence[ShiftLine], today: date) -> list[TitleRow]:
    """Return the rows under the names of their weeks."""
    ahead = [line for line in lines if line.shift.on and line.shift.on >= today]
    over = [line for line in lines if line.shift.on and line.shift.on < today]
    rows = list(_by_week(ahead, today))
    if over:
        heading = tr("Over: write down who helped")
        rows.append(TitleRow("", heading))
        rows += [_row(line, heading) for line in reversed(over)]
    return rows


def rota_table(lines: Sequence[ShiftLine], today: date, group: str) -> TableOut:
    """Return the rota that is still to come as a table to put on the wall."""
    ahead = [line for line in lines if line.shift.on and line.shift.on >= today]
    return TableOut(
        title=tr("Rota"),
        about=(
            tr("{group}: who helps when.", group=group),
            tr("As of {day}.", day=in_words(today)),
        ),
        columns=(
            Column(tr("Day"), CellKind.TEXT),
            Column(tr("Time")),
            Column(tr("What")),
            Column(tr("Who")),
            Column(tr("Still needed"), CellKind.NUMBER),
        ),
        rows=tuple(
            (
                day_and_month(line.shift.on) if line.shift.on else "",
                time_words(line.shift),
                line.shift.name,
                ", ".join(_said(each) for each in line.people if each.has_agreed is not False),
                missing(line.shift) or None,
            )
            for line in ahead
        ),
    )


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


def _by_week(lines: Sequence[ShiftLine], today: date) -> Iterator[TitleRow]:
    heading = ""
    for line in lines:
        words = week_words(monday_of(line.shift.on or today), today)
        if words != heading:
            heading = words
            yield TitleRow("", heading)
        yield _row(line, heading)


def _row(line: ShiftLine, heading: str) -> TitleRow:
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

"""Who came as tables: the sheets, and the sums by person and by activity."""

from vcs_desktop.core.language import tr
from vcs_desktop.domain.days import in_words
from vcs_desktop.domain.table_out import CellKind, Column, TableOut
from vcs_desktop.services.attendance_totals import Totals
from vcs_desktop.services.in_group import InGroup


def sheets_table(inside: InGroup) -> TableOut:
    """Return every sheet, the newest first, without the names of who came."""
    looked = inside.attendance.look()
    return TableOut(
        title=tr("Sheets of who came"),
        about=(
            tr("From the records of {group}.", group=inside.group.name),
            tr("As of {day}.", day=in_words(looked.today)),
        ),
        columns=(
            Column(tr("Day"), CellKind.DAY),
            Column(tr("Activity")),
            Column(tr("Came"), CellKind.NUMBER),
            Column(tr("First time"), CellKind.NUMBER),
            Column(tr("Helped"), CellKind.NUMBER),
            Column(tr("Hours helped"), CellKind.HOURS),
        ),
        rows=tuple(
            (each.on, each.name, each.visits, each.first_timers, each.helpers, each.minutes)
            for each in looked.lines
        ),
    )


def people_sums_table(inside: InGroup, totals: Totals) -> TableOut:
    """Return what each person did in the time that was asked for."""
    return TableOut(
        title=tr("Who came, by person"),
        about=_about(inside, totals),
        columns=(
            Column(tr("Name")),
            Column(tr("Came"), CellKind.NUMBER),
            Column(tr("Last came"), CellKind.DAY),
            Column(tr("Helped"), CellKind.NUMBER),
            Column(tr("Hours helped"), CellKind.HOURS),
        ),
        rows=tuple(
            (totals.names[each.person], each.came, each.last_came, each.helped, each.minutes)
            for each in totals.people
        ),
    )


def months_table(inside: InGroup, totals: Totals) -> TableOut:
    """Return the sum of every month in the time that was asked for."""
    return TableOut(
        title=tr("Who came, by month"),
        about=_about(inside, totals),
        columns=(
            Column(tr("Month")),
            Column(tr("Sessions"), CellKind.NUMBER),
            Column(tr("Came"), CellKind.NUMBER),
            Column(tr("First time"), CellKind.NUMBER),
            Column(tr("Hours helped"), CellKind.HOURS),
        ),
        rows=tuple(
            (f"{month:%Y-%m}", each.sessions, each.visits, each.first_timers, each.minutes)
            for month, each in totals.months.items()
        ),
    )


def _about(inside: InGroup, totals: Totals) -> tuple[str, ...]:
    said = [tr("From the records of {group}.", group=inside.group.name)]
    if totals.period is not None:
        said.append(
            tr(
                "From {first} to {last}.",
                first=in_words(totals.period.first),
                last=in_words(totals.period.last),
            )
        )
    if totals.asked.what:
        said.append(tr("Only {activity}.", activity=totals.activities.get(totals.asked.what, "")))
    said.append(tr("As of {day}.", day=in_words(totals.today)))
    return tuple(said)

"""Everything of each kind that a group keeps, as tables that any program opens.

Where such a table can come in as well, its headings are those that bringing in knows.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, TypeVar

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.attendance import Activity, AttendanceSheet
from vcs_desktop.domain.bring_in import TableIn
from vcs_desktop.domain.days import WEEKDAYS
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.expenses import ExpenseClaim, lines_in_order
from vcs_desktop.domain.kinds import (
    ACTIVITY,
    ATTENDANCE,
    DOCUMENT,
    EXPENSES,
    MEETING,
    OWN_DATE,
    SHARED,
    SHIFT,
    VOLUNTEER_ROLE,
)
from vcs_desktop.domain.lines_in_cells import cell_of, titled
from vcs_desktop.domain.meeting_kinds import KIND_NAMES
from vcs_desktop.domain.meetings import Meeting, Presence
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.papers import Paper, name_of
from vcs_desktop.domain.sharing.shared import Shared, received_on, state_of
from vcs_desktop.domain.sharing.words import STATES, sort_in_words, title_of
from vcs_desktop.domain.table_out import Cell, CellKind, Column, TableOut
from vcs_desktop.domain.tables.actions import ACTIONS_IN
from vcs_desktop.domain.tables.activities import ACTIVITIES_IN
from vcs_desktop.domain.tables.attendance import ATTENDANCE_IN
from vcs_desktop.domain.tables.dates import DATES_IN
from vcs_desktop.domain.tables.documents import DOCUMENTS_IN
from vcs_desktop.domain.tables.expenses import EXPENSES_IN
from vcs_desktop.domain.tables.meetings import MEETINGS_IN
from vcs_desktop.domain.tables.roles import ROLES_IN
from vcs_desktop.domain.tables.rota import ROTA_IN
from vcs_desktop.domain.volunteering import Shift, VolunteerRole
from vcs_desktop.services.records import RecordsService
from vcs_desktop.services.things import things
from vcs_desktop.services.who import Who, who

Thing = TypeVar("Thing")
Row = tuple[Cell, ...]

_TENTHS = 10
_TEXT, _DAY, _NUMBER, _HOURS, _MONEY = (
    CellKind.TEXT,
    CellKind.DAY,
    CellKind.NUMBER,
    CellKind.HOURS,
    CellKind.MONEY,
)


def tables_of(records: RecordsService) -> dict[str, TableOut]:
    """Return a table of each kind of which the group has anything, by the name of its file."""
    known = who(records)
    made: dict[str, Callable[[RecordsService, Who], TableOut]] = {
        "attendance": _attendance,
        "activities": _activities,
        "volunteer-roles": _roles,
        "rota": _rota,
        "expenses": _expenses,
        "documents": _documents,
        "dates": _dates,
        "meetings": _meetings,
        "decisions": _decisions,
        "actions": _actions,
        "shared": lambda records, _known: shared_table(records),
    }
    tables = {name: make(records, known) for name, make in made.items()}
    return {name: table for name, table in tables.items() if table.rows}


def _attendance(records: RecordsService, known: Who) -> TableOut:
    kinds = (_DAY, _TEXT, _TEXT, _NUMBER, _TEXT, _HOURS, _TEXT)
    sheets = _by_day(records, AttendanceSheet, ATTENDANCE)
    rows = (row for sheet in sheets for row in _sheet(sheet, known))
    return TableOut(tr("Who came"), _columns(ATTENDANCE_IN, kinds), tuple(rows))


def _sheet(sheet: AttendanceSheet, known: Who) -> Iterator[Row]:
    """Yield a row for each who came or helped, and one for those without a name."""
    first: tuple[Cell, Cell] = (sheet.on, sheet.name)
    notes = sheet.notes
    for came in sheet.came:
        new = tr("Yes") if came.is_first_time else ""
        yield (*first, known.name(came.id), None, new, None, notes)
        notes = ""
    for helped in sheet.helped:
        yield (*first, known.name(helped.id), None, "", helped.minutes or 0, notes)
        notes = ""
    if sheet.others:
        yield (*first, "", sheet.others, "", None, notes)


def _activities(records: RecordsService, _known: Who) -> TableOut:
    return activities_table(records)


def activities_table(records: RecordsService) -> TableOut:
    """Return what the group runs, as its list shows it."""
    found = sorted(things(records, Activity, ACTIVITY), key=lambda each: each.name.casefold())
    rows = (
        (e.name, _weekday(e.weekday), e.starts, e.ends, e.place, e.ended_on, e.notes) for e in found
    )
    columns = _columns(ACTIVITIES_IN, (*[_TEXT] * 5, _DAY, _TEXT))
    return TableOut(tr("Activities"), columns, tuple(rows))


def _roles(records: RecordsService, _known: Who) -> TableOut:
    activities = {each.id: each.name for each in things(records, Activity, ACTIVITY)}
    found = sorted(things(records, VolunteerRole, VOLUNTEER_ROLE), key=lambda e: e.name.casefold())
    kinds = (*[_TEXT] * 11, _NUMBER, _DAY)
    rows = (
        (
            e.name, e.what, e.when, e.where, e.needs, e.contact, _yes_or_no(e.is_wanted),
            activities.get(e.activity, ""), _weekday(e.weekday), e.starts, e.ends,
            e.people_needed, e.ended_on,
        )
        for e in found
    )  # fmt: skip
    return TableOut(tr("Volunteer roles"), _columns(ROLES_IN, kinds), tuple(rows))


def _weekday(number: int | None) -> str:
    is_one = number is not None and 0 <= number < len(WEEKDAYS)
    return tr_marked(WEEKDAYS[number]) if is_one and number is not None else ""


def _rota(records: RecordsService, known: Who) -> TableOut:
    kinds = (_DAY, _TEXT, _TEXT, _TEXT, _NUMBER, _TEXT, _TEXT, _TEXT)
    shifts = sorted(_by_day(records, Shift, SHIFT), key=_from_the_least_said)
    rows = (row for shift in shifts for row in _shift(shift, known))
    return TableOut(tr("Rota"), _columns(ROTA_IN, kinds), tuple(rows))


def _from_the_least_said(shift: Shift) -> tuple[date, str, str]:
    """Order shifts: on a day those without times stand first, so that none is taken for another."""
    return shift.on or date.max, shift.starts, shift.ends


def _shift(shift: Shift, known: Who) -> Iterator[Row]:
    head: Row = (shift.on, shift.starts, shift.ends, shift.name, shift.needed)
    if not shift.people:
        yield (*head, "", "", shift.notes)
    for person in shift.people:
        yield (*head, known.name(person.id), _yes_or_no(person.has_agreed), shift.notes)


def _expenses(records: RecordsService, known: Who) -> TableOut:
    kinds = (_TEXT, _DAY, _TEXT, _TEXT, _MONEY, _TEXT)
    columns = (
        *_columns(EXPENSES_IN, kinds),
        *_plain((tr("Claim"), _TEXT), (tr("Agreed by"), _TEXT), (tr("Paid on"), _DAY)),
    )
    claims = sorted(things(records, ExpenseClaim, EXPENSES), key=lambda claim: claim.id)
    rows = (row for claim in claims for row in _claim(claim, known))
    return TableOut(tr("Expenses"), columns, tuple(rows))


def _claim(claim: ExpenseClaim, known: Who) -> Iterator[Row]:
    agreed_by = known.name(claim.agreed_by) if claim.agreed_by else ""
    for line in lines_in_order(claim):
        miles = f"{line.miles_tenths / _TENTHS:g}" if line.miles_tenths else ""
        receipt = _yes_or_no(line.has_receipt)
        said: Row = (known.name(claim.person), line.on, line.what, miles, line.pence, receipt)
        yield (*said, claim.name, agreed_by, claim.paid_on)


def _documents(records: RecordsService, _known: Who) -> TableOut:
    columns = (
        *_columns(DOCUMENTS_IN, (_TEXT, _DAY, _DAY, _DAY, _TEXT)),
        *_plain((tr("How many versions"), _NUMBER)),
    )
    found = sorted(things(records, Paper, DOCUMENT), key=lambda each: name_of(each).casefold())
    rows = (
        (name_of(e), e.agreed_on, e.review_on, e.expires_on, e.note, len(e.versions)) for e in found
    )
    return TableOut(tr("Documents"), columns, tuple(rows))


def _dates(records: RecordsService, _known: Who) -> TableOut:
    columns = (
        *_columns(DATES_IN, (_DAY, _TEXT, _TEXT, _TEXT, _TEXT)),
        *_plain((tr("Comes again after months"), _NUMBER)),
    )
    rows = (
        (e.on, e.name, e.starts, e.place, e.notes, e.repeats_months or None)
        for e in _by_day(records, OwnDate, OWN_DATE)
    )
    return TableOut(tr("Dates"), columns, tuple(rows))


def _meetings(records: RecordsService, known: Who) -> TableOut:
    kinds = (_DAY, *[_TEXT] * 10, _DAY, _TEXT)
    meetings = sorted(_by_day(records, Meeting, MEETING), key=_without_a_time_first)
    rows = tuple(
        (
            each.on, each.starts, each.name, tr_marked(KIND_NAMES[each.kind]), each.place,
            _took_part(each, known, Presence.THERE), _took_part(each, known, Presence.ONLINE),
            _took_part(each, known, Presence.APOLOGIES), each.guests,
            cell_of(titled(item.title, item.said) for item in in_order(each.agenda)),
            cell_of(decision.what for decision in each.decisions), each.agreed_on, each.notes,
        )
        for each in meetings
    )  # fmt: skip
    return TableOut(tr("Meetings"), _columns(MEETINGS_IN, kinds), rows)


def _without_a_time_first(meeting: Meeting) -> tuple[date, str]:
    """Order meetings: what has no time comes in as one of its own only before those with one."""
    return meeting.on or date.max, meeting.starts


def _took_part(meeting: Meeting, known: Who, how: Presence) -> str:
    return "; ".join(sorted(known.name(each.id) for each in meeting.present if each.how is how))


def _decisions(records: RecordsService, _known: Who) -> TableOut:
    columns = _plain(
        (tr("Day"), _DAY), (tr("Meeting"), _TEXT), (tr("What was decided"), _TEXT),
        (tr("Votes for"), _NUMBER), (tr("Votes against"), _NUMBER), (tr("Did not vote"), _NUMBER),
        (tr("What it is about"), _TEXT),
    )  # fmt: skip
    rows = (
        (m.on, m.name, d.what, d.votes_for, d.votes_against, d.abstained, d.tied_name)
        for m in _by_day(records, Meeting, MEETING)
        for d in m.decisions
    )
    return TableOut(tr("Decisions"), columns, tuple(rows))


def _actions(records: RecordsService, known: Who) -> TableOut:
    """Return the actions; those that nobody does stand first, so that none is taken for another."""
    rows = (
        (m.on, m.name, a.what, known.name(a.owner) if a.owner else "", a.due_on, a.done_on)
        for m in _by_day(records, Meeting, MEETING)
        for a in sorted(m.actions, key=lambda action: bool(action.owner))
    )
    kinds = (_DAY, _TEXT, _TEXT, _TEXT, _DAY, _DAY)
    return TableOut(tr("Actions"), _columns(ACTIONS_IN, kinds), tuple(rows))


def shared_table(records: RecordsService) -> TableOut:
    """Return everything that was ever shared, or begun, with what became of it; newest first."""
    every = sorted(things(records, Shared, SHARED), key=lambda each: each.id, reverse=True)
    columns = _plain(
        (tr("What it is"), _TEXT), (tr("Called"), _TEXT), (tr("How far it is"), _TEXT),
        (tr("Agreed on"), _DAY), (tr("Handed over on"), _DAY),
        (tr("The council may keep it until"), _DAY), (tr("What the council answered"), _TEXT),
    )  # fmt: skip
    rows = tuple(
        (
            sort_in_words(each.sort), each.name or title_of(each),
            tr_marked(STATES[state_of(each)][0]), each.agreed_on, received_on(each),
            each.keep_until, each.reply,
        )
        for each in every
    )  # fmt: skip
    return TableOut(tr("What we shared"), columns, rows)


def _yes_or_no(answer: bool | None) -> str:
    """Return an answer in a word; empty where nobody has said."""
    if answer is None:
        return ""
    return tr("Yes") if answer else tr("No")


def _by_day(records: RecordsService, shape: type[Thing], kind: str) -> list[Thing]:
    """Return every record of a kind that has a day, the first day at the head."""

    def when(thing: Any) -> tuple[date, str]:
        return thing.on or date.max, thing.id

    return sorted(things(records, shape, kind), key=when)


def _columns(table_in: TableIn, kinds: tuple[CellKind, ...]) -> tuple[Column, ...]:
    """Return the columns of a table that can come in again.

    What comes in by one column more, such as a day with its time, goes out by the others.
    """
    named = zip(table_in.columns, kinds, strict=False)
    return tuple(Column(tr_marked(column.words), kind) for column, kind in named)


def _plain(*columns: tuple[str, CellKind]) -> tuple[Column, ...]:
    return tuple(Column(title, kind) for title, kind in columns)

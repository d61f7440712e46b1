"""What other records tell of one person: where they came, helped, met, and what they claimed.

Those records keep only ids. What is told here is of one person alone: no name of anybody
else is in it, and no word that others said of others.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from vcs_desktop.core.language import Marked, marked, sentences, tr, tr_marked
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.attendance import AttendanceSheet
from vcs_desktop.domain.days import shortly
from vcs_desktop.domain.expenses import ExpenseClaim, ExpenseLine, lines_in_order
from vcs_desktop.domain.kinds import (
    APPLICATION,
    ATTENDANCE,
    EXPENSES,
    MEETING,
    SHIFT,
    THANKS,
    title_of,
)
from vcs_desktop.domain.meetings import Meeting, Presence
from vcs_desktop.domain.milestones import hours_words
from vcs_desktop.domain.money import in_pounds
from vcs_desktop.domain.thanks import Thanks
from vcs_desktop.domain.values import PART, thing_of
from vcs_desktop.domain.volunteering import Shift

YEARS_OF_ACCOUNTS = 6
"""Source: Charities Act 2011, section 131: accounting records are kept for six years from the end
of the year of accounts they are of. We count from the end of a year after the day of payment, so
that it holds whenever the year of accounts ends."""

_PRESENCES: Mapping[Presence, Marked] = MappingProxyType(
    {
        Presence.THERE: marked("They were there."),
        Presence.ONLINE: marked("They were there, online."),
        Presence.APOLOGIES: marked("They sent apologies."),
    }
)


@dataclass(frozen=True, slots=True)
class TookPart:
    """What one other record tells of a person.

    ``title`` is what that record is called, ``on`` its day. ``lines`` are sentences about the
    person. ``has_words`` says that somebody typed words about them there, which stay when the
    person is erased. ``is_claim`` says that the whole record is theirs, and ``needed_until``
    until when the law needs it, None where it does not. ``in_copies`` says that copies were kept
    of it, which never change and may have the name in them.
    """

    record_id: str
    kind: str
    title: str
    on: date | None = None
    lines: tuple[str, ...] = ()
    has_words: bool = False
    is_claim: bool = False
    needed_until: date | None = None
    in_bin: bool = False
    in_copies: bool = False


@dataclass(frozen=True, slots=True)
class _Told:
    lines: tuple[str, ...]
    on: date | None = None
    has_words: bool = False
    in_copies: bool = False


def took_part(
    record_id: str, kind: str, values: Mapping[str, Any], ids: Collection[str], today: date
) -> TookPart:
    """Return what a record that mentions one of some ids tells of whoever has them.

    A record of a kind that we do not know is told by its kind and name alone.
    """
    reader = _READERS.get(kind)
    told = reader(values, ids) if reader else _Told((tr("It names them."),))
    is_claim = kind == EXPENSES and values.get("person") in ids
    until = needed_until(thing_of(ExpenseClaim, values, record_id), today) if is_claim else None
    return TookPart(
        record_id=record_id,
        kind=kind,
        title=title_of(kind, values),
        on=told.on,
        lines=told.lines,
        has_words=told.has_words,
        is_claim=is_claim,
        needed_until=until,
        in_copies=told.in_copies,
    )


def needed_until(claim: ExpenseClaim, today: date) -> date | None:
    """Return the last day on which the law needs a claim that was paid; None where it does not."""
    if claim.paid_on is None:
        return None
    last = date(min(claim.paid_on.year + YEARS_OF_ACCOUNTS + 1, date.max.year), 12, 31)
    return last if today <= last else None


def own_fields(kind: str, values: Mapping[str, Any], ids: Collection[str]) -> dict[str, Any]:
    """Return what in the fields of a record is of one person: their parts, or all of their claim.

    Who agreed to a claim is somebody else.
    """
    if kind in (EXPENSES, THANKS) and values.get("person") in ids:
        return {name: each for name, each in values.items() if name != "agreed_by"}
    return {
        name: value
        for name, value in values.items()
        if name.partition(PART)[2] in ids
        or (isinstance(value, str) and value in ids)
        or (isinstance(value, dict) and any(each in ids for each in value.values() if each))
    }


def last_active(
    sheets: Iterable[AttendanceSheet], shifts: Iterable[Shift], meetings: Iterable[Meeting]
) -> dict[str, date]:
    """Return by id the last day on which people came, helped, were on the rota or met."""
    found: dict[str, date] = {}
    for ids, on in _days(sheets, shifts, meetings):
        if on is not None:
            for each in ids:
                found[each] = max(on, found.get(each, on))
    return found


def _days(
    sheets: Iterable[AttendanceSheet], shifts: Iterable[Shift], meetings: Iterable[Meeting]
) -> Iterator[tuple[list[str], date | None]]:
    for sheet in sheets:
        yield [each.id for each in sheet.came] + [each.id for each in sheet.helped], sheet.on
    for shift in shifts:
        yield [each.id for each in shift.people if each.has_agreed is not False], shift.on
    for meeting in meetings:
        there = [each.id for each in meeting.present if each.how is not Presence.APOLOGIES]
        yield there, meeting.on


def _attendance(values: Mapping[str, Any], ids: Collection[str]) -> _Told:
    sheet = thing_of(AttendanceSheet, values)
    lines = []
    for came in sheet.came:
        if came.id in ids:
            first = tr("They came, for the first time.")
            lines.append(first if came.is_first_time else tr("They came."))
    for helped in sheet.helped:
        if helped.id in ids:
            lines.append(_helped_words(helped.minutes))
            if helped.employer:
                lines.append(tr("Sent by {employer}.", employer=helped.employer))
    return _Told(tuple(lines), sheet.on)


def _helped_words(minutes: int | None) -> str:
    if minutes is None:
        return tr("They helped.")
    return tr("They helped for {time}.", time=hours_words(minutes))


def _shift(values: Mapping[str, Any], ids: Collection[str]) -> _Told:
    shift = thing_of(Shift, values)
    lines = []
    for each in shift.people:
        if each.id in ids:
            lines.append(tr("They were down for it."))
            if each.has_agreed is not None:
                lines.append(tr("They said yes.") if each.has_agreed else tr("They said no."))
    return _Told(tuple(lines), shift.on)


def _meeting(values: Mapping[str, Any], ids: Collection[str]) -> _Told:
    meeting = thing_of(Meeting, values)
    lines = [tr_marked(_PRESENCES[each.how]) for each in meeting.present if each.id in ids]
    typed = [
        sentences(
            tr("They declared an interest: {what}.", what=_bare(conflict.what)),
            *_what_was_done(conflict.what_was_done),
        )
        for conflict in meeting.conflicts
        if conflict.person in ids
    ]
    typed += [
        _action_words(action.what, action.due_on, action.done_on)
        for action in meeting.actions
        if action.owner in ids
    ]
    typed += [
        tr("A decision about them: {what}.", what=_bare(decision.what))
        for decision in meeting.decisions
        if decision.tied_to in ids
    ]
    return _Told((*lines, *typed), meeting.on, has_words=bool(typed))


def _what_was_done(words: str) -> Iterator[str]:
    if words.strip():
        yield tr("What was done about it: {what}.", what=_bare(words))


def _action_words(what: str, due_on: date | None, done_on: date | None) -> str:
    said = [tr("They were to do: {what}.", what=_bare(what))]
    if due_on:
        said.append(tr("By {day}.", day=shortly(due_on)))
    if done_on:
        said.append(tr("Done on {day}.", day=shortly(done_on)))
    return sentences(*said)


def _claim(values: Mapping[str, Any], ids: Collection[str]) -> _Told:
    claim = thing_of(ExpenseClaim, values)
    if claim.person not in ids:
        return _Told((tr("They agreed to a claim of somebody else."),), claim.agreed_on)
    lines = [_line_words(line) for line in lines_in_order(claim)]
    if claim.paid_on:
        lines.append(tr("Paid on {day}.", day=shortly(claim.paid_on)))
    lines += [line for line in claim.notes.splitlines() if line.strip()]
    days = [line.on for line in claim.lines if line.on]
    return _Told(tuple(lines), claim.paid_on or max(days, default=None), has_words=True)


def _line_words(line: ExpenseLine) -> str:
    parts = [shortly(line.on)] if line.on else []
    parts.append(line.what)
    if line.miles_tenths:
        parts.append(tr("{miles} miles", miles=f"{line.miles_tenths / 10:g}"))
    if line.pence is not None:
        parts.append(in_pounds(line.pence))
    return " · ".join(filter(None, parts))


def _thanks(values: Mapping[str, Any], _ids: Collection[str]) -> _Told:
    thanks = thing_of(Thanks, values)
    return _Told((tr("They were thanked."),), thanks.on)


def _application(values: Mapping[str, Any], ids: Collection[str]) -> _Told:
    application = thing_of(Application, values)
    signatures = [each for each in application.signatures if each.id in ids]
    lines = [_signature_words(each.role, each.on) for each in signatures]
    days = [each.on for each in signatures if each.on]
    if application.decided_by in ids:
        day = application.decided_on
        said = tr("They decided about it on {day}.", day=shortly(day)) if day else ""
        lines.append(said or tr("They decided about it."))
        days += [day] if day else []
    if application.checked_by in ids:
        day = application.checked_on
        said = tr("They read all of it on {day}.", day=shortly(day)) if day else ""
        lines.append(said or tr("They read all of it."))
        days += [day] if day else []
    return _Told(
        tuple(lines),
        max(days, default=None),
        has_words=any(each.role.strip() for each in signatures),
        in_copies=bool(application.copies),
    )


def _signature_words(role: str, on: date | None) -> str:
    role = _bare(role)
    if on is None:
        return (
            tr("They are to sign it as {role}.", role=role) if role else tr("They are to sign it.")
        )
    if not role:
        return tr("They signed it on {day}.", day=shortly(on))
    return tr("They signed it on {day} as {role}.", day=shortly(on), role=role)


def _bare(words: str) -> str:
    """Return words on one line, to stand inside a sentence of ours."""
    return " ".join(words.split()).rstrip(".")


_READERS: Mapping[str, Callable[[Mapping[str, Any], Collection[str]], _Told]] = MappingProxyType(
    {
        APPLICATION: _application,
        ATTENDANCE: _attendance,
        SHIFT: _shift,
        MEETING: _meeting,
        EXPENSES: _claim,
        THANKS: _thanks,
    }
)

"""The closing days of practice material, which are ours to set."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.orm import Session

from vcs_desktop.domain.library import STARTER
from vcs_desktop.storage.library_tables import FitAnswerRow, LibraryRow, RawRow, RecordRow
from vcs_desktop.storage.queries.records import CLOSES_AFTER, data

_MOST_DAYS = 3_660
"""Practice material that says that it closes later is of a stranger who wants to confuse us."""


def begin(session: Session, day: date) -> None:
    """Note the day of the first start; on every later start it changes nothing."""
    if session.get(LibraryRow, 1) is None:
        session.add(LibraryRow(number=1, first_started_on=day, practice_from=day))


def counts_from(session: Session) -> date | None:
    """Return the day that practice material counts from; None before the first start."""
    return session.scalar(select(LibraryRow.practice_from))


def has_all_closed(session: Session, on: date) -> bool:
    """Say whether there is practice material that closes, and none of it is open on a day."""
    last = session.scalar(select(func.max(RecordRow.closes_on)).where(*_closing()))
    return last is not None and last < on


def count_from(session: Session, day: date) -> None:
    """Set every closing day of practice material, counted from a day.

    What was judged by the old days is forgotten.
    """
    session.execute(update(LibraryRow).values(practice_from=day))
    query = select(RecordRow.number, RawRow.body).join(RawRow, RawRow.number == RecordRow.number)
    for number, body in session.execute(query.where(*_closes())).all():
        closes_on = closing_day(data(body), day)
        if closes_on is None:
            continue
        session.execute(
            update(RecordRow)
            .where(RecordRow.number == number)
            .values(closes_on=closes_on, open_until=closes_on.isoformat())
        )
        session.execute(delete(FitAnswerRow).where(FitAnswerRow.notice_number == number))


def closing_day(said: Mapping[str, Any], day: date) -> date | None:
    """Return when practice material closes, counted from a day; None where it does not say."""
    days = said.get(CLOSES_AFTER)
    if not isinstance(days, int) or isinstance(days, bool) or not 0 <= days <= _MOST_DAYS:
        return None
    return day + timedelta(days=days)


def _closing() -> tuple[ColumnElement[bool], ...]:
    """Choose what travels with the program: by that it is told whether a new count is due."""
    return RecordRow.origin == STARTER, *_closes()


def _closes() -> tuple[ColumnElement[bool], ...]:
    return (
        RecordRow.practice.is_(True),
        RecordRow.closes_on.is_not(None),
        RecordRow.open_until.is_not(None),
    )

"""Grants and contracts that one can still apply for."""

from collections.abc import Collection
from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.areas import covers
from vcs_desktop.domain.opportunities import Filters, RecordLine
from vcs_desktop.storage.library_tables import RecordRow
from vcs_desktop.storage.queries.records import LINE_COLUMNS, AnySelect, line_of
from vcs_desktop.storage.queries.search import numbers_with


def first_open(session: Session, on: date, *, limit: int = 50) -> list[RecordLine]:
    """Return the open ones by closing day, from an index: instant in any library.

    The closing day itself still counts as open. Rolling ones come after those
    with a day, and those that do not say when they close come last.
    """
    query = _open(select(*LINE_COLUMNS), on)
    rows = session.execute(query.order_by(RecordRow.open_until, RecordRow.number).limit(limit))
    return [line_of(row) for row in rows]


def find_open(
    session: Session,
    filters: Filters,
    on: date,
    *,
    only: Collection[str] | None = None,
    without: Collection[str] = (),
    limit: int | None = 50,
) -> tuple[int, list[RecordLine]]:
    """Return how many open ones answer the filters, and the first of them by closing day.

    ``only`` keeps those ids (what the person kept), None is all; ``without``
    leaves ids out (what the person hid). ``limit`` None lists all.
    """
    query = _filtered(session, _open(select(*LINE_COLUMNS), on), filters, on)
    if only is not None:
        query = query.where(RecordRow.id.in_(list(only)))
    if without:
        query = query.where(RecordRow.id.not_in(list(without)))
    total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    ordered = query.order_by(RecordRow.open_until, RecordRow.number).limit(limit)
    return total, [line_of(row) for row in session.execute(ordered)]


def count_open(session: Session, on: date) -> int:
    """Return how many can still be applied for."""
    return session.scalar(_open(select(func.count()), on)) or 0


def candidates(
    session: Session,
    on: date,
    *,
    areas: Collection[str] = (),
    amount_max_pence: int | None = None,
) -> list[int]:
    """Return the numbers of all that is open, those worth judging first in front.

    Worth it are those that offer no more than ``amount_max_pence`` (None is any
    amount) where one of ``areas`` lies (none is anywhere), and those that do not
    say. Within each half the soonest to close comes first.
    """
    worth: list[ColumnElement[bool]] = []
    if areas:
        worth.append(RecordRow.areas.in_(_areas_that_meet(session, on, areas)))
    if amount_max_pence is not None:
        worth.append(_least_offered() <= amount_max_pence)
    query = _open(select(RecordRow.number), on)
    if worth:
        query = query.order_by(case((and_(*worth), 0), else_=1))
    return list(session.scalars(query.order_by(RecordRow.open_until, RecordRow.number)))


def _open(query: AnySelect, on: date) -> AnySelect:
    return query.where(
        RecordRow.open_until.is_not(None), RecordRow.open_until >= on.isoformat(), RecordRow.shown
    )


def _filtered(session: Session, query: AnySelect, filters: Filters, on: date) -> AnySelect:
    if filters.words.strip():
        query = query.where(RecordRow.number.in_(numbers_with(filters.words)))
    if filters.kinds:
        query = query.where(RecordRow.kind.in_(filters.kinds))
    if filters.closing_within_days is not None:
        last = on + timedelta(days=filters.closing_within_days)
        query = query.where(RecordRow.open_until <= last.isoformat())
    if filters.amount_max_pence is not None:
        query = query.where(_least_offered() <= filters.amount_max_pence)
    if filters.area:
        meeting = _areas_that_meet(session, on, (filters.area,))
        query = query.where(RecordRow.areas.in_(meeting))
    return query


def _least_offered() -> ColumnElement[int]:
    """Return the least that one may ask for: what does not say may be any amount."""
    return func.coalesce(RecordRow.amount_min_pence, RecordRow.amount_max_pence, 0)


def _areas_that_meet(session: Session, on: date, areas: Collection[str]) -> list[str]:
    """Return which of the area columns in use reach one of some areas, or do not say.

    There are few different ones, so each is judged once, in full, and the rows by it.
    """
    in_use = session.scalars(_open(select(RecordRow.areas).distinct(), on))
    return [
        said
        for said in in_use
        if not said.split()
        or any(
            covers(code, area) is not False or covers(area, code) is True
            for code in said.split()
            for area in areas
        )
    ]

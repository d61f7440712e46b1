"""Reads what a calendar needs of a group's records, and no more of them than that."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, union_all
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import DOCUMENT, MEETING, OWN_DATE, PERSON
from vcs_desktop.domain.values import PART
from vcs_desktop.storage.group_tables import RecordRow

Bodies = list[tuple[str, dict[str, Any]]]

Span = tuple[date, date]
"""The first and the last of some days."""


def bodies_between(
    session: Session, kind: str, start: date, end: date, *, field: str = "on"
) -> Bodies:
    """Return the id and values of each record of a kind whose day is between two, not in the bin.

    The day is that in a field; both ends count.
    """
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == kind,
        RecordRow.binned_at.is_(None),
        _is_in(_field(field), (start, end)),
    )
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]


def papers_with_days(session: Session, fields: Collection[str], span: Span) -> Bodies:
    """Return the id and some fields of each paper with a day in a span, not in the bin."""
    days = (_is_in(_field(name), span) for name in ("review_on", "expires_on"))
    return _with_fields(session, DOCUMENT, fields, or_(*days))


def meetings_with_days(
    session: Session, fields: Collection[str], span: Span, on: Span | None
) -> Bodies:
    """Return the id and some fields of each meeting with an action due in a span, not in the bin.

    Those that take place in the span ``on`` are there too, None is none.
    """
    is_wanted = _has_inside("due_on", span)
    if on is not None:
        is_wanted = or_(_is_in(_field("on"), on), is_wanted)
    return _with_fields(session, MEETING, fields, is_wanted)


def people_with_days(session: Session, fields: Collection[str], span: Span) -> Bodies:
    """Return the id and some fields of everybody of whom something ends or is due in a span."""
    days = (_has_inside(name, span) for name in ("recheck_on", "until"))
    return _with_fields(session, PERSON, fields, or_(*days))


def _with_fields(
    session: Session, kind: str, fields: Collection[str], is_wanted: ColumnElement[bool]
) -> Bodies:
    """Return some records; to make things of all they say takes longer than to read them."""
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == kind, RecordRow.binned_at.is_(None), is_wanted
    )
    wanted = tuple(f"{name}{PART}" for name in fields)
    return [
        (
            id_,
            {
                name: value
                for name, value in json.loads(body).items()
                if name in fields or name.startswith(wanted)
            },
        )
        for id_, body in session.execute(query)
    ]


def own_dates(session: Session, span: Span) -> Bodies:
    """Return the dates of the group's own in a span, and those from before that come again."""
    comes_again = _field("repeats_months") > 0
    first, last = span
    on = _field("on")
    return _own(session, on <= last.isoformat(), or_(on >= first.isoformat(), comes_again))


def day_of_one_too_many(session: Session, count: int, last: date) -> date | None:
    """Return the day up to which there are more than so many papers and dates of the group's own.

    Those are the kinds that there may be thousands of. None is that there are not more of
    them up to the ``last`` day. What comes again counts once, on its first day.
    """
    review, expiry = _field("review_on"), _field("expires_on")
    papers = select(func.coalesce(func.min(review, expiry), review, expiry).label("day")).where(
        RecordRow.kind == DOCUMENT, RecordRow.binned_at.is_(None)
    )
    own = select(_field("on").label("day")).where(
        RecordRow.kind == OWN_DATE, RecordRow.binned_at.is_(None)
    )
    every = union_all(papers, own).subquery()
    day = every.c.day
    is_one = and_(day.between(date.min.isoformat(), last.isoformat()), func.date(day) == day)
    days = select(day).where(is_one)
    found = session.scalar(days.order_by(day).offset(count).limit(1))
    return date.fromisoformat(found) if found else None


def own_dates_without_day(session: Session) -> Bodies:
    """Return the dates of the group's own whose day is not told, or cannot be one."""
    on = _field("on")
    return _own(session, or_(on.is_(None), func.date(on).is_distinct_from(on)))


def _own(session: Session, *which: ColumnElement[bool]) -> Bodies:
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == OWN_DATE, RecordRow.binned_at.is_(None), *which
    )
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]


def _field(name: str) -> ColumnElement[Any]:
    return func.json_extract(RecordRow.body, f"$.{name}")


def _is_in(day: ColumnElement[Any], span: Span) -> ColumnElement[bool]:
    first, last = span
    return day.between(first.isoformat(), last.isoformat())


def _has_inside(name: str, span: Span) -> ColumnElement[bool]:
    """Say whether there is such a day anywhere in a record; most do not even have its name."""
    each = func.json_tree(RecordRow.body).table_valued("key", "value")
    is_there = select(each.c.key).where(each.c.key == name, _is_in(each.c.value, span))
    return and_(func.instr(RecordRow.body, f'"{name}"') > 0, is_there.exists())

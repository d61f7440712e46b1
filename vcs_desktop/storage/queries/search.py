"""Finding any record by its words."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import column, func, literal_column, select, table, union
from sqlalchemy.orm import Session

from vcs_desktop.domain.from_record import search_text_of
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.storage.library_tables import RecordRow
from vcs_desktop.storage.queries import records
from vcs_desktop.storage.queries.records import LINE_COLUMNS, AnySelect, line_of
from vcs_desktop.storage.queries.words import match_of, match_of_any, why

_TITLES = table("title_index", column("rowid"))
_TITLES_MATCH: Any = literal_column("title_index")
_FULL = table("full_index", column("rowid"))
_FULL_MATCH: Any = literal_column("full_index")
# A word in the title tells more than one in the buyer's name, and that more than one in the text.
_SCORE: Any = literal_column("bm25(full_index, 10.0, 4.0, 1.0)")


@dataclass(frozen=True, slots=True)
class Found:
    """The best answers to some words, and how many there are in all."""

    total: int
    results: list[RecordLine]


def newest(session: Session, typed: str, *, limit: int = 50) -> list[RecordLine]:
    """Return the newest records whose title or whose body has words that begin like these.

    No rank, no filter and no count, so that it keeps up with typing at any size
    of library and any length of word.
    """
    match = match_of(typed)
    if not match:
        return []
    numbers = (
        select(_TITLES.c.rowid)
        .where(_TITLES_MATCH.op("MATCH")(match))
        .order_by(_TITLES.c.rowid.desc())
        .limit(limit)
    )
    query = select(*LINE_COLUMNS).where(RecordRow.number.in_(numbers))
    return [line_of(row) for row in session.execute(query.order_by(RecordRow.number.desc()))]


def ranked(
    session: Session,
    typed: str,
    *,
    kinds: Collection[str] = (),
    open_on: date | None = None,
    limit: int = 20,
) -> Found:
    """Return the records that match best in any of their words, each with why it was found.

    They have all the words; where no record has, those that have some of them.
    ``kinds`` empty means every kind. ``open_on`` keeps what can be applied for
    on that day; None keeps all.
    """
    for match in filter(None, (match_of(typed), match_of_any(typed))):
        query = select(_FULL.c.rowid).where(_FULL_MATCH.op("MATCH")(match))
        if kinds or open_on is not None:
            query = _only(query, kinds, open_on)
        counted = query.with_only_columns(func.count(), maintain_column_froms=True)
        if total := session.scalar(counted):
            break
    else:
        return Found(0, [])
    numbers = session.scalars(query.order_by(_SCORE).limit(limit)).all()
    stored = records.numbered(session, numbers)
    return Found(
        total, [_with_why(stored[number], typed) for number in numbers if number in stored]
    )


def numbers_with(typed: str) -> AnySelect:
    """Return the query of the numbers of all records with these words, for use inside others.

    Titles are asked as well: they are there before the words of the text are.
    """
    match = match_of(typed) or '""'
    in_titles = select(_TITLES.c.rowid).where(_TITLES_MATCH.op("MATCH")(match))
    in_texts = select(_FULL.c.rowid).where(_FULL_MATCH.op("MATCH")(match))
    either = union(in_titles, in_texts).subquery()
    return select(either.c.rowid)


def _only(query: AnySelect, kinds: Collection[str], open_on: date | None) -> AnySelect:
    query = query.join(RecordRow, RecordRow.number == _FULL.c.rowid)
    if kinds:
        query = query.where(RecordRow.kind.in_(list(kinds)))
    if open_on is not None:
        query = query.where(RecordRow.open_until >= open_on.isoformat())
    return query


def _with_why(stored: records.Stored, typed: str) -> RecordLine:
    text = search_text_of(stored.record).replace(stored.line.title, "", 1)
    because = why(text, typed) or why(f"{stored.line.title} {stored.line.who}", typed)
    return replace(stored.line, why=because)

"""Finding any record by its words."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import column, func, literal_column, select, table, union
from sqlalchemy.orm import Session

from vcs_desktop.domain.from_record import search_text_of
from vcs_desktop.domain.opportunities import RecordLine
from vcs_desktop.domain.words_typed import why, words_in
from vcs_desktop.storage.library_tables import RecordRow
from vcs_desktop.storage.queries import records
from vcs_desktop.storage.queries.records import LINE_COLUMNS, AnySelect, line_of
from vcs_desktop.storage.queries.words import MOST_TOGETHER, match_of, match_of_some

_TITLES = table("title_index", column("rowid"))
_TITLES_MATCH: Any = literal_column("title_index")
_FULL = table("full_index", column("rowid"))
_FULL_MATCH: Any = literal_column("full_index")
# A word in the title tells more than one in the buyer's name, and that more than one in the text.
_SCORE: Any = literal_column("bm25(full_index, 10.0, 4.0, 1.0)")


@dataclass(frozen=True, slots=True)
class Found:
    """The best answers to some words, and how many there are in all.

    ``has_all`` is false where no record has all the words, and these have some of
    them; ``total`` then counts those with at least as many of them as the last here.
    """

    total: int
    results: list[RecordLine]
    has_all: bool = True


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

    They have all the words; where no record has, those with most of them come
    first. ``kinds`` empty means every kind. ``open_on`` keeps what can be applied
    for on that day; None keeps all.
    """
    only = _Only(kinds, open_on)
    match = match_of(typed)
    if not match:
        return Found(0, [])
    total, numbers = _count(session, match, only), []
    has_all = total > 0
    if has_all:
        numbers = _best(session, match, only, limit)
    else:
        total, numbers = _with_most(session, typed, only, limit)
    stored = records.numbered(session, numbers)
    results = [_with_why(stored[number], typed) for number in numbers if number in stored]
    return Found(total, results, has_all)


def numbers_with(typed: str) -> AnySelect:
    """Return the query of the numbers of all records with these words, for use inside others.

    Titles are asked as well: they are there before the words of the text are.
    """
    match = match_of(typed) or '""'
    in_titles = select(_TITLES.c.rowid).where(_TITLES_MATCH.op("MATCH")(match))
    in_texts = select(_FULL.c.rowid).where(_FULL_MATCH.op("MATCH")(match))
    either = union(in_titles, in_texts).subquery()
    return select(either.c.rowid)


@dataclass(frozen=True, slots=True)
class _Only:
    """What the answers are narrowed to, and which numbers are left out."""

    kinds: Collection[str] = ()
    open_on: date | None = None
    without: tuple[int, ...] = ()


def _matching(match: str, only: _Only) -> AnySelect:
    query = select(_FULL.c.rowid).where(_FULL_MATCH.op("MATCH")(match))
    if only.kinds or only.open_on is not None:
        query = query.join(RecordRow, RecordRow.number == _FULL.c.rowid)
    if only.kinds:
        query = query.where(RecordRow.kind.in_(list(only.kinds)))
    if only.open_on is not None:
        query = query.where(RecordRow.open_until >= only.open_on.isoformat())
    if only.without:
        query = query.where(_FULL.c.rowid.not_in(only.without))
    return query


def _count(session: Session, match: str, only: _Only) -> int:
    counted = _matching(match, only).with_only_columns(func.count(), maintain_column_froms=True)
    return session.scalar(counted) or 0


def _best(session: Session, match: str, only: _Only, limit: int) -> list[int]:
    return list(session.scalars(_matching(match, only).order_by(_SCORE).limit(limit)))


def _with_most(session: Session, typed: str, only: _Only, limit: int) -> tuple[int, list[int]]:
    """Return the first that have some of the words, those with more before others.

    Before them comes how many there are with at least as many of the words as the
    last. A word that nothing has is no word to go by, and is left out.
    """
    words = [
        word
        for word in words_in(typed)
        if session.scalar(_matching(match_of_some([word], 1), only).limit(1)) is not None
    ][:MOST_TOGETHER]
    numbers: list[int] = []
    match = ""
    for least in range(len(words), 0, -1):
        match = match_of_some(words, least)
        left = replace(only, without=tuple(numbers))
        numbers += _best(session, match, left, limit - len(numbers))
        if len(numbers) >= limit:
            break
    return (_count(session, match, only) if match else 0), numbers


def _with_why(stored: records.Stored, typed: str) -> RecordLine:
    """Return a line with why it was found: the text tells more than the title, that than a code."""
    name = f"{stored.line.title} {stored.line.who}"
    text = search_text_of(stored.record).replace(stored.line.title, "", 1)
    because = why(f"{text}\n{name}", typed) or why(name, typed)
    return replace(stored.line, why=because)

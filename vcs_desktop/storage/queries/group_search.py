"""Finds the records of an open group by their words."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.core.language import tr
from vcs_desktop.domain.kinds import DOCUMENT, KINDS
from vcs_desktop.domain.record_words import texts_in
from vcs_desktop.domain.words_typed import folded, has_words, why, words_in
from vcs_desktop.storage import paper_texts
from vcs_desktop.storage.group_tables import RecordRow

_NOT_ASCII = "*[^ -~]*"


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A record as a search shows it. ``why`` are the words that answer; empty: the title does."""

    id: str
    kind: str
    title: str
    why: str


def found(
    session: Session, typed: str, *, kinds: Collection[str] = (), limit: int = 20
) -> list[GroupLine]:
    """Return the records that have words that begin like all of those typed.

    First come those whose title has them, then the newest. What stands in the file of a
    paper counts as a word of it. What is in the bin is not found. ``kinds`` empty means
    every kind that this app knows.
    """
    words = [folded(word) for word in words_in(typed)]
    if not words:
        return []
    has_all = (
        RecordRow.binned_at.is_(None),
        RecordRow.kind.in_(list(kinds or KINDS)),
        *(_has(session, word) for word in words),
    )
    ids = _named_so(session, typed, words, has_all, limit)
    if len(ids) < limit:
        newest = select(RecordRow.id).where(*has_all, RecordRow.id.not_in(ids))
        newest = newest.order_by(RecordRow.operation_number.desc()).limit(limit - len(ids))
        ids += session.scalars(newest)
    rows = select(RecordRow.id, RecordRow.kind, RecordRow.title, RecordRow.body)
    lines = {row.id: row for row in session.execute(rows.where(RecordRow.id.in_(ids)))}
    return [_line(session, lines[id_], typed) for id_ in ids]


def _has(session: Session, word: str) -> ColumnElement[bool]:
    """Return what is true of a record with a word; the files are looked through here, once."""
    in_record = func.instr(RecordRow.words, f" {word}") > 0
    papers = paper_texts.papers_with(session, word)
    return or_(in_record, RecordRow.id.in_(papers)) if papers else in_record


def _named_so(
    session: Session,
    typed: str,
    words: Sequence[str],
    has_all: Sequence[ColumnElement[bool]],
    limit: int,
) -> list[str]:
    """Return the ids of the newest records whose title has the words.

    The file itself passes over the many titles that cannot: it knows small letters of
    English only, so a title with others is always looked at.
    """
    in_english = and_(*(func.instr(func.lower(RecordRow.title), word) > 0 for word in words))
    in_others = RecordRow.title.op("GLOB")(_NOT_ASCII)
    query = (
        select(RecordRow.id, RecordRow.title)
        .where(*has_all, or_(in_english, in_others))
        .order_by(RecordRow.operation_number.desc())
    )
    named_so = (id_ for id_, title in session.execute(query) if has_words(title, typed))
    return list(islice(named_so, limit))


def _line(session: Session, row: Any, typed: str) -> GroupLine:
    because = "" if has_words(row.title, typed) else _why(session, row, typed)
    return GroupLine(row.id, row.kind, row.title, because)


def _why(session: Session, row: Any, typed: str) -> str:
    """Return the words that answer: of the record itself, or else of a page of its file."""
    own = "\n".join((row.title, *_texts(row)))
    if row.kind == DOCUMENT and not has_words(own, typed):
        words = [folded(word) for word in words_in(typed)]
        for number, text in enumerate(paper_texts.pages_of(session, row.id), start=1):
            plain = text.casefold() if text.isascii() else folded(text)
            # To look for a piece of it is quick; to look where words begin is not.
            if any(word in plain for word in words) and (because := why(text, typed)):
                return tr("Page {number}: {words}", number=number, words=because)
    return why("\n".join(_texts(row)), typed)


def _texts(row: Any) -> Iterator[str]:
    """Yield the texts of a record, one on each line, but for its title."""
    values = json.loads(row.body)
    values.pop(KINDS[row.kind].title, None)
    yield from texts_in(values)

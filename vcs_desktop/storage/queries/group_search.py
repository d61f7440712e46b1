"""Finds the records of an open group by their words."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import KINDS
from vcs_desktop.domain.record_words import texts_in
from vcs_desktop.domain.words_typed import folded, has_words, why, words_in
from vcs_desktop.storage.group_tables import RecordRow

_MOST_RANKED = 5_000
"""Records whose titles are looked at; of more than these, the newest are."""


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

    First come those whose title has them, then the newest. What is in the bin is not
    found. ``kinds`` empty means every kind that this app knows.
    """
    words = [folded(word) for word in words_in(typed)]
    if not words:
        return []
    query = (
        select(RecordRow.id, RecordRow.title)
        .where(
            RecordRow.binned_at.is_(None),
            RecordRow.kind.in_(list(kinds or KINDS)),
            *(func.instr(RecordRow.words, f" {word}") > 0 for word in words),
        )
        .order_by(RecordRow.operation_number.desc())
        .limit(_MOST_RANKED)
    )
    best: list[str] = []
    others: list[str] = []
    for id_, title in session.execute(query):
        named_so = _may_have(title, words) and has_words(title, typed)
        (best if named_so else others).append(id_)
        if len(best) == limit:
            break
    ids = (best + others)[:limit]
    rows = select(RecordRow.id, RecordRow.kind, RecordRow.title, RecordRow.body)
    lines = {row.id: row for row in session.execute(rows.where(RecordRow.id.in_(ids)))}
    return [_line(lines[id_], typed) for id_ in ids]


def _may_have(title: str, words: Collection[str]) -> bool:
    """Say, quickly, whether a title can have all the words: for nearly all it cannot."""
    plain = title.lower() if title.isascii() else folded(title)
    return all(word in plain for word in words)


def _line(row: Any, typed: str) -> GroupLine:
    because = "" if has_words(row.title, typed) else why("\n".join(_texts(row)), typed)
    return GroupLine(row.id, row.kind, row.title, because)


def _texts(row: Any) -> Iterator[str]:
    """Yield the texts of a record, one on each line, but for its title."""
    values = json.loads(row.body)
    values.pop(KINDS[row.kind].title, None)
    yield from texts_in(values)

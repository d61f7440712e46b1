"""Finds the records of a group in which somebody is named."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.record_words import texts_in
from vcs_desktop.domain.words_typed import every_word, folded
from vcs_desktop.storage.group_tables import RecordRow


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A record that names somebody, with the lines in which it does."""

    id: str
    kind: str
    title: str
    passages: tuple[str, ...]
    in_bin: bool


def records_naming(
    session: Session, record_ids: Collection[str], names: Iterable[str], emails: Iterable[str]
) -> list[NamedIn]:
    """Return the other records that say one of the names, or an address, in the bin too.

    A name is there where one line has all its words. ``names`` are all that the person's
    records, whose ids are ``record_ids``, ever had.
    """
    wanted = list({words for each in (*names, *emails) if (words := _words(each))})
    if not wanted:
        return []
    has_one = or_(
        *(and_(*(func.instr(RecordRow.words, f" {word}") > 0 for word in some)) for some in wanted)
    )
    query = (
        select(RecordRow).where(RecordRow.id.not_in(record_ids), has_one).order_by(RecordRow.kind)
    )
    found = []
    for row in session.scalars(query):
        passages = tuple(dict.fromkeys(_passages(json.loads(row.body), wanted)))
        if passages:
            in_bin = row.binned_at is not None
            found.append(NamedIn(row.id, row.kind, row.title, passages, in_bin))
    return found


def _words(text: str) -> frozenset[str]:
    return frozenset(folded(word) for word in every_word(text))


def _passages(value: Any, wanted: list[frozenset[str]]) -> Iterator[str]:
    for text in texts_in(value):
        for line in text.splitlines():
            there = _words(line)
            if any(some <= there for some in wanted):
                yield line.strip()

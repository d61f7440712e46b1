"""The words that the library explains, found as people write them."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from vcs_desktop.domain.words_typed import folded, singular
from vcs_desktop.storage.library_tables import RecordRow, TermRow

MOST_LETTERS = 100


def term_named(session: Session, asked: str) -> str | None:
    """Return the id of the term with a name, whatever its case, marks and number, or None.

    The name just as it was asked for goes before its singular: "awards" may be
    explained as well as "award".
    """
    wanted = _name_of(asked[:MOST_LETTERS])
    if not wanted:
        return None
    query = (
        select(RecordRow.id, RecordRow.title, TermRow.also_known_as)
        .join(TermRow, TermRow.number == RecordRow.number)
        .where(RecordRow.shown)
        .order_by(RecordRow.id)
    )
    nearly: str | None = None
    for row in session.execute(query):
        names = [_name_of(name) for name in (row.title, *row.also_known_as.splitlines())]
        if wanted in names:
            return str(row.id)
        if nearly is None and _single(wanted) in map(_single, names):
            nearly = str(row.id)
    return nearly


def _name_of(words: str) -> str:
    """Return words as they are compared: without capitals, accents, hyphens and quotes."""
    plain = folded(words).replace("\u2019", "'").replace("'s ", " ").removesuffix("'s")
    return " ".join("".join(mark if mark.isalnum() else " " for mark in plain).split())


def _single(name: str) -> str:
    head, _, last = name.rpartition(" ")
    return f"{head} {singular(last) or last}".strip()

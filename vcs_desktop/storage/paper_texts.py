"""The words that stand in the files of a group's papers, so that a search finds them.

They are worked out anew on each computer from the files, and lie on its desk: encrypted
with the rest, without a history, and gone with their record.
"""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.record_words import words_of_texts
from vcs_desktop.storage.desk import clear_from_desk, on_desk, put_on_desk
from vcs_desktop.storage.group_tables import DeskRow

_WORDS, _PAGES = "paper-words/", "paper-pages/"
MOST_LETTERS = 60_000
"""Of different words of one file: more than a book of rules has."""


def keep(session: Session, record_id: str, blob: str, pages: Sequence[str]) -> None:
    """Keep the text of a paper's file, page by page; ``blob`` says of which file it is."""
    words = words_of_texts(pages, MOST_LETTERS)
    put_on_desk(session, _WORDS + record_id, {"blob": blob, "words": words}, record_id)
    put_on_desk(session, _PAGES + record_id, list(pages), record_id)


def forget(session: Session, record_id: str) -> None:
    """Take away what was kept: the paper has no such file any more."""
    clear_from_desk(session, _WORDS + record_id)
    clear_from_desk(session, _PAGES + record_id)


def kept(session: Session) -> dict[str, str]:
    """Return of which file the text is kept, by the paper."""
    blob = func.json_extract(DeskRow.body, "$.blob")
    query = select(DeskRow.record_id, blob).where(_is_words())
    return {record_id: blob for record_id, blob in session.execute(query) if record_id}


def pages_of(session: Session, record_id: str) -> list[str]:
    """Return the text of each page of a paper's file; nothing where none is kept."""
    found = on_desk(session, _PAGES + record_id)
    return [str(each) for each in found] if isinstance(found, list) else []


def papers_with(session: Session, word: str) -> list[str]:
    """Return the papers whose file has a word that begins like a folded one."""
    query = select(DeskRow.record_id).where(_is_words(), func.instr(DeskRow.body, f" {word}") > 0)
    return [record_id for record_id in session.scalars(query) if record_id]


def _is_words() -> ColumnElement[bool]:
    # Between, and not "like": so the index of the names is used.
    return DeskRow.name.between(_WORDS, _WORDS + "\uffff")

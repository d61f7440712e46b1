"""The two full-text tables of a library, which SQLAlchemy has no words for."""

from typing import Any

from sqlalchemy import Connection, MetaData

# Titles: found by any beginning of a word, newest first, within milliseconds even
# when every record has it; so beginnings of up to ten letters are indexed, and
# word positions are not kept. Everything: ranked. Neither keeps the text; the
# rows have it.
SEARCH_TABLES = (
    """CREATE VIRTUAL TABLE title_index USING fts5(
    title, who, content='', contentless_delete=1, detail=none,
    prefix='1 2 3 4 5 6 7 8 9 10', tokenize="unicode61 remove_diacritics 2")""",
    """CREATE VIRTUAL TABLE full_index USING fts5(
    title, who, body, content='', contentless_delete=1,
    prefix='1 2', tokenize="unicode61 remove_diacritics 2")""",
)

TIDY_LATER = "INSERT INTO title_index (title_index, rank) VALUES ('automerge', 0)"
"""Each load leaves a piece of the index of titles beside the others. FTS5 would join them while
the load is on its way; ``search_index.fill`` does so afterwards, when titles are found already."""


def make_search_tables(_target: MetaData, connection: Connection, **_how: Any) -> None:
    """Make them, after the other tables of a file that is made new."""
    for statement in (*SEARCH_TABLES, TIDY_LATER):
        connection.exec_driver_sql(statement)

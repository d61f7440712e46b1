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


def make_search_tables(_target: MetaData, connection: Connection, **_how: Any) -> None:
    """Make them, after the other tables of a file that is made new."""
    for table in SEARCH_TABLES:
        connection.exec_driver_sql(table)

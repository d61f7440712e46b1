"""Many rows at once, straight to the driver: for numbers, texts, bytes and yes or no."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.orm import Session


def put_many(session: Session, row: type[Any], rows: Sequence[dict[str, Any]]) -> None:
    """Put rows into the table of a row class; each names the same columns.

    What the session has in hand is written first.
    """
    if not rows:
        return
    session.flush()
    names = list(rows[0])
    places = ", ".join("?" for _ in names)
    columns = ", ".join(f'"{name}"' for name in names)
    statement = f"INSERT INTO {row.__tablename__} ({columns}) VALUES ({places})"  # noqa: S608  our own names
    values = [tuple(map(each.__getitem__, names)) for each in rows]
    session.connection().exec_driver_sql(statement, values)

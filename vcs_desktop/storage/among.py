"""Asks for rows by many ids in one question."""

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select


def is_among(column: Any, values: Iterable[str] | Iterable[int]) -> ColumnElement[bool]:
    """Say whether a column holds one of some texts or numbers, however many there are.

    They go to SQLite as one JSON text: the statement is the same for any number of them, so
    it is made ready once, which for hundreds of places takes longer than to find the rows.
    """
    given = func.json_each(json.dumps(list(values))).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(given.c.value))
    return found

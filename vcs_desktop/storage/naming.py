"""How indexes and constraints are called, in both sorts of file."""

from typing import Any

from sqlalchemy import MetaData


def named() -> MetaData:
    """Return metadata whose every index and constraint gets a name: migrations go by names."""
    return MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


def table_of(row: type[Any]) -> Any:
    """Return the table of a row class: many rows are put into it at once without being objects."""
    return row.__table__

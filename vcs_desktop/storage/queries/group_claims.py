"""Reads some claims for expenses without reading all of them."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from vcs_desktop.domain.kinds import EXPENSES
from vcs_desktop.storage.group_tables import RecordRow


def claims_of(session: Session, person_ids: Collection[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return the id and the values of each claim of some people that is not in the bin."""
    query = select(RecordRow.id, RecordRow.body).where(
        RecordRow.kind == EXPENSES,
        RecordRow.binned_at.is_(None),
        func.json_extract(RecordRow.body, "$.person").in_(list(person_ids)),
    )
    return [(id_, json.loads(body)) for id_, body in session.execute(query)]


@dataclass(frozen=True, slots=True)
class ClaimBody:
    """A claim as it is kept: ``body`` is what it says, to be read when it is looked at.

    ``on`` is the first day of its lines, empty where they tell none. ``person`` is empty
    where nobody is named.
    """

    id: str
    person: str
    on: str
    is_paid: bool
    body: str

    def values(self) -> dict[str, Any]:
        """Return what it says."""
        values: dict[str, Any] = json.loads(self.body)
        return values


def claims(session: Session) -> list[ClaimBody]:
    """Return every claim that is not in the bin; what none of it needs is not taken apart."""
    said = func.json_tree(RecordRow.body).table_valued("key", "value", "path")
    day = (
        select(func.min(said.c.value))
        .where(said.c.key == "on", said.c.path.startswith('$."lines/'), _is_day(said.c.value))
        .scalar_subquery()
    )
    query = select(
        RecordRow.id,
        func.coalesce(_field("person"), ""),
        func.coalesce(day, ""),
        func.coalesce(_is_day(_field("paid_on")), False),
        RecordRow.body,
    ).where(RecordRow.kind == EXPENSES, RecordRow.binned_at.is_(None))
    return [ClaimBody(*row) for row in session.execute(query)]


def _field(name: str) -> ColumnElement[Any]:
    return func.json_extract(RecordRow.body, f"$.{name}")


def _is_day(value: ColumnElement[Any]) -> ColumnElement[bool]:
    return func.date(value) == value

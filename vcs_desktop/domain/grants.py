"""A grant that was won: what it is for, what was promised, what came and what was spent."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that the funder wants done; ``met_on`` None is that it is not done yet."""

    id: str
    what: str = ""
    due_on: date | None = None
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """A part of the money: when it should come, and when it did."""

    id: str
    what: str = ""
    pence: int = 0
    due_on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReportDue:
    """A report that the funder wants, and when it was sent."""

    id: str
    what: str = ""
    due_on: date | None = None
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class Spending:
    """Money spent out of the grant. ``line`` is the id of the line of the budget, or empty."""

    id: str
    on: date | None = None
    what: str = ""
    pence: int = 0
    line: str = ""


@dataclass(frozen=True, slots=True)
class SoFar:
    """What came of one planned change; its id is the change's.

    ``count`` is what was counted so far, None where nothing is.
    """

    id: str
    count: int | None = None
    said: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """A grant of the application whose id is in ``application``. Money is pence."""

    id: str = ""
    name: str = ""
    application: str = ""
    funder: str = ""
    reference: str = ""
    awarded_pence: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    conditions: tuple[Condition, ...] = ()
    payments: tuple[Payment, ...] = ()
    reports: tuple[ReportDue, ...] = ()
    spending: tuple[Spending, ...] = ()
    so_far: tuple[SoFar, ...] = ()
    notes: str = ""


def grant_id(application_id: str) -> str:
    """Return the id of the grant of an application, the same on every computer."""
    return f"{application_id}-grant"

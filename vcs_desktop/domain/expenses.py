"""What volunteers paid themselves for the group, and ask back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.mileage import Journey, Worth


@dataclass(frozen=True, slots=True)
class ExpenseLine:
    """One thing on a claim: a journey, or something that was paid for.

    ``miles_tenths`` are tenths of a mile driven, None for what is no journey by car; what
    they are worth is worked out by the rate of that day. ``pence`` is what was paid.
    ``has_receipt`` None: nobody has said.
    """

    id: str
    on: date | None = None
    what: str = ""
    miles_tenths: int | None = None
    pence: int | None = None
    has_receipt: bool | None = None


@dataclass(frozen=True, slots=True)
class ExpenseClaim:
    """What one person asks back. ``person`` is their id; ``name`` what the claim is called.

    ``most_for_a_mile_pence`` is the most that the group pays for a mile; None pays the rate
    of the day. ``agreed_by`` is the id of who on the committee agreed, ``agreed_on`` when, and
    ``paid_on`` the day it was paid; None and empty are not yet.
    """

    id: str = ""
    name: str = ""
    person: str = ""
    lines: tuple[ExpenseLine, ...] = ()
    most_for_a_mile_pence: int | None = None
    agreed_by: str = ""
    agreed_on: date | None = None
    paid_on: date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """What a claim comes to. ``pence`` counts what is known.

    ``without_rate`` and ``without_receipt`` are how many journeys have no rate for their
    day, and how many things that were paid for have no receipt.
    """

    pence: int = 0
    without_rate: int = 0
    without_receipt: int = 0


def journeys_of(claims: Iterable[ExpenseClaim]) -> list[Journey]:
    """Return every journey of some claims; give all claims of one person."""
    return [
        Journey(journey_id(claim, line), line.on, line.miles_tenths, claim.most_for_a_mile_pence)
        for claim in claims
        for line in claim.lines
        if line.miles_tenths
    ]


def journey_id(claim: ExpenseClaim, line: ExpenseLine) -> str:
    """Return by what name a line's journey is known among all of a person's."""
    return f"{claim.id}/{line.id}"


def line_pence(claim: ExpenseClaim, line: ExpenseLine, worth: Mapping[str, Worth]) -> int | None:
    """Return what a line comes to; None where a journey has no rate, or nothing was said."""
    paid = line.pence
    if not line.miles_tenths:
        return paid
    found = worth.get(journey_id(claim, line))
    if found is None or found.pence is None:
        return None
    return found.pence + (paid or 0)


def total_of(claim: ExpenseClaim, worth: Mapping[str, Worth]) -> Total:
    """Return what a claim comes to."""
    told = [(line, line_pence(claim, line, worth)) for line in claim.lines]
    return Total(
        sum(pence or 0 for _, pence in told),
        sum(bool(line.miles_tenths) and pence is None for line, pence in told),
        sum(bool(line.pence) and line.has_receipt is not True for line, _ in told),
    )


def lines_in_order(claim: ExpenseClaim) -> list[ExpenseLine]:
    """Return the lines by their days, those without one last."""
    return sorted(claim.lines, key=lambda line: (line.on or date.max, line.id))

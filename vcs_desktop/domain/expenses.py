"""What volunteers paid themselves for the group, and ask back."""

from dataclasses import dataclass
from datetime import date


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

    ``agreed_by`` is who on the committee agreed, ``paid_on`` the day it was paid; None and
    empty are not yet.
    """

    id: str = ""
    name: str = ""
    person: str = ""
    lines: tuple[ExpenseLine, ...] = ()
    agreed_by: str = ""
    paid_on: date | None = None
    notes: str = ""

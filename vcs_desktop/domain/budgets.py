"""The budget of an application: its lines, its share of the group's running costs, who pays what.

Money is whole pence and quantities are hundredths, so that every sum is exact.
Source: the design guide, 5: full cost is the direct cost and a fair share of the overheads, with
the basis of the share shown.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CostType(StrEnum):
    """What sort of cost a line is."""

    PEOPLE = "people"
    ACTIVITIES = "activities"
    FOOD = "food"
    ROOMS = "rooms"
    TRAVEL = "travel"
    EQUIPMENT = "equipment"
    TRAINING = "training"
    VOLUNTEERS = "volunteers"
    PUBLICITY = "publicity"
    EVALUATION = "evaluation"
    BUILDING = "building"
    OTHER = "other"


class LineKind(StrEnum):
    """Whether a cost is all of this work, one that it shares, or time and things given."""

    DIRECT = "direct"
    SHARED = "shared"
    IN_KIND = "in_kind"


class Basis(StrEnum):
    """By what the share of the running costs is worked out."""

    NONE = "none"
    PEOPLE = "people"
    TIME = "time"
    SPACE = "space"
    DIRECT_COST = "direct_cost"


class Vat(StrEnum):
    """Whether the group gets VAT back, and so whether the prices hold it."""

    UNKNOWN = "unknown"
    NOT_REGISTERED = "not_registered"
    REGISTERED = "registered"
    PARTLY = "partly"


class Promise(StrEnum):
    """How sure the money of another funder is."""

    ASKED = "asked"
    PROMISED = "promised"
    RECEIVED = "received"


@dataclass(frozen=True, slots=True)
class PaidBy:
    """What the funder with this id pays of one line, in pence."""

    funder: str
    pence: int = 0


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One cost: so many, at so much each.

    ``quantity_hundredths`` of 150 is one and a half. ``year`` counts from the first, 1.
    ``paid`` are the other funders' parts; what is left is asked for. ``starts_on`` is the first
    day on which it is booked, bought or begun, None when nobody has said. ``is_time_given`` is of
    volunteers' hours: the quantity is hours, counted at the rate of the budget.
    """

    id: str
    order: int = 0
    what: str = ""
    cost_type: CostType = CostType.OTHER
    kind: LineKind = LineKind.DIRECT
    quantity_hundredths: int = 100
    unit: str = ""
    unit_pence: int = 0
    year: int = 1
    paid: tuple[PaidBy, ...] = ()
    starts_on: date | None = None
    is_time_given: bool = False


@dataclass(frozen=True, slots=True)
class RunningCost:
    """One of the group's own running costs in a year: rent, insurance, the phone."""

    id: str
    order: int = 0
    what: str = ""
    pence: int = 0


@dataclass(frozen=True, slots=True)
class OtherFunder:
    """Somebody else who pays a part, and how sure that is. ``is_match`` counts as match funding."""

    id: str
    order: int = 0
    name: str = ""
    pence: int = 0
    promise: Promise = Promise.ASKED
    is_match: bool = True


@dataclass(frozen=True, slots=True)
class Budget:
    """The budget of the application whose id it carries in ``application``.

    The share of the running costs is ``share_ours`` out of ``share_whole`` (people, hours or
    square metres). By direct cost it is this work's, as the lines add up to, out of
    ``share_whole`` pence of the whole group's in the same time. ``months`` is how long the work
    takes, None for whole years. ``overheads_paid`` is what others pay of that share.
    ``rate_pence`` an hour is what given time is counted at, with its name, day and source.
    ``inflation_hundredths`` is per cent for each later year, in hundredths: 250 is 2.5 %.
    """

    id: str = ""
    name: str = ""
    application: str = ""
    lines: tuple[BudgetLine, ...] = ()
    running_costs: tuple[RunningCost, ...] = ()
    basis: Basis = Basis.NONE
    share_ours: int | None = None
    share_whole: int | None = None
    months: int | None = None
    overheads_paid: tuple[PaidBy, ...] = ()
    funders: tuple[OtherFunder, ...] = ()
    rate_pence: int | None = None
    rate_name: str = ""
    rate_from: date | None = None
    rate_source: str = ""
    inflation_hundredths: int | None = None
    vat: Vat = Vat.UNKNOWN
    vat_note: str = ""
    notes: str = ""


def budget_id(application_id: str) -> str:
    """Return the id of the budget of an application, the same on every computer."""
    return f"{application_id}-budget"

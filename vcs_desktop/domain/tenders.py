"""Tender notices: contracts to bid for, as OCDS tells of them."""

from dataclasses import dataclass
from datetime import date, datetime

from vcs_desktop.domain.library import Provenance


@dataclass(frozen=True, slots=True)
class Classification:
    """A CPV code and what the buyer called it."""

    code: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """Where the work is done, as far as the buyer says."""

    region: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Lot:
    """A part that can be bid for by itself."""

    id: str
    title: str = ""
    description: str = ""
    status: str = ""
    value_pence: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    duration_days: int | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document the buyer points to."""

    title: str
    url: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TenderNotice:
    """A process, its releases merged. Amounts are pence; None is not stated.

    ``stage`` is planning, tender, award, contract or implementation: how far the
    process has come. ``status`` is OCDS's ``tender.status``. ``suitable_vcse``
    is the buyer's own mark; it is shown and decides nothing (half of all notices
    carry it). ``reserved_for`` are OCDS codes of a reserved competition.
    ``legal_basis`` is ``scheme/id``, such as ``UKSI/2023/1348`` for health
    services under the Provider Selection Regime.
    """

    id: str
    title: str
    description: str = ""
    buyer: str = ""
    buyer_id: str = ""
    stage: str = "tender"
    status: str = ""
    category: str = ""
    method: str = ""
    method_details: str = ""
    classifications: tuple[Classification, ...] = ()
    value_pence: int | None = None
    value_min_pence: int | None = None
    currency: str = "GBP"
    deadline_at: datetime | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    duration_days: int | None = None
    suitable_sme: bool | None = None
    suitable_vcse: bool | None = None
    reserved_for: tuple[str, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    lots: tuple[Lot, ...] = ()
    criteria: tuple[str, ...] = ()
    legal_basis: str = ""
    special_regime: tuple[str, ...] = ()
    above_threshold: bool | None = None
    notice_type: str = ""
    papers: tuple[Paper, ...] = ()
    released_at: datetime | None = None
    url: str = ""
    practice: bool = False
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Change:
    """What one release changed, in words: the field, what it said, what it says.

    ``before`` or ``after`` is empty when there was or is nothing.
    """

    released_at: datetime | None
    what: str
    before: str
    after: str

"""Awards: who was funded, for what, how much."""

from dataclasses import dataclass
from datetime import date

from vcs_desktop.domain.library import Provenance


@dataclass(frozen=True, slots=True)
class Award:
    """A grant already made (360Giving) or a contract already given (OCDS).

    Amounts are pence; None is not stated. ``form`` is grant or contract.
    ``process_id`` is the ocid of the process that a contract came from.
    ``areas`` are GSS codes where the publisher gave them, ``area_text`` its own
    words. ``assumptions`` say in words what we had to assume to read it.
    """

    id: str
    title: str
    form: str
    description: str = ""
    funder: str = ""
    funder_id: str = ""
    recipient: str = ""
    recipient_id: str = ""
    amount_pence: int | None = None
    applied_for_pence: int | None = None
    currency: str = "GBP"
    awarded_on: date | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    programme: str = ""
    areas: tuple[str, ...] = ()
    area_text: str = ""
    from_open_call: bool | None = None
    process_id: str = ""
    url: str = ""
    assumptions: tuple[str, ...] = ()
    provenance: Provenance = Provenance()

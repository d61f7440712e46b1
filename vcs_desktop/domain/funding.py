"""Funding calls: money that a group may apply for.

No open standard exists for an open call (360Giving models grants already made),
so the field names in ``data`` follow GOV.UK Find a Grant and 360Giving's
``grantProgramme``; ``resources/help`` documents the format.
"""

from dataclasses import dataclass
from datetime import date, datetime

from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.library import Provenance


@dataclass(frozen=True, slots=True)
class Question:
    """One question on the form. ``limit`` None is no limit; ``unit`` is words or characters."""

    ref: str
    text: str
    limit: int | None = None
    unit: str = "words"
    guidance: str = ""


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """A paper they ask for. ``max_age_months`` None is any age."""

    name: str
    max_age_months: int | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why one grant rules out another.

    ``kind`` is ``one_of`` (only one of this call and ``ids`` may be applied
    for) or ``one_live_grant`` (no application while a grant named in ``ids``,
    or this one, still runs). ``text`` is the funder's rule in plain words.
    """

    kind: str
    ids: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class FundingCall:
    """A programme one can apply to. Amounts are pence; None is not stated.

    ``closes_at`` None means rolling when ``rolling``, else not stated.
    ``legal_forms`` empty means that they do not say who may apply. ``areas``
    are GSS codes; empty means that no area is stated. ``income_max_pence`` is
    the largest income they accept, itself included unless
    ``income_max_is_under``. ``success_rate`` is 0 to 1. ``hours_to_apply`` is
    the publisher's estimate of the work. ``practice`` marks material to
    practise with, which is not real money.
    """

    id: str
    title: str
    summary: str = ""
    funder: str = ""
    funder_id: str = ""
    programme: str = ""
    url: str = ""
    areas: tuple[str, ...] = ()
    area_text: str = ""
    legal_forms: tuple[LegalForm, ...] = ()
    income_min_pence: int | None = None
    income_max_pence: int | None = None
    income_max_is_under: bool = False
    award_min_pence: int | None = None
    award_max_pence: int | None = None
    total_pence: int | None = None
    opens_on: date | None = None
    closes_at: datetime | None = None
    rolling: bool = False
    decision_weeks: int | None = None
    max_duration_months: int | None = None
    match_percent: int | None = None
    pays_overheads: bool | None = None
    cost_types: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    beneficiaries: tuple[str, ...] = ()
    required_documents: tuple[RequiredDocument, ...] = ()
    signatories_needed: int | None = None
    questions: tuple[Question, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    success_rate: float | None = None
    hours_to_apply: float | None = None
    status: str = "open"
    practice: bool = False
    provenance: Provenance = Provenance()

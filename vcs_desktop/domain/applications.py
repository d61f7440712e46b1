"""An application for a grant: what is asked, what was decided about it, and what was sent.

Its answers are records of their own (``domain/answers.py``), so that two people can write at
the same time and each answer has its own history; so are its budget and, once it is won, its
grant.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from vcs_desktop.domain.stored_file import StoredFile


class Status(StrEnum):
    """How far an application has come."""

    DRAFT = "draft"
    DECIDED = "decided"
    SENT = "sent"
    AWARDED = "awarded"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


class Choice(StrEnum):
    """What the committee decided about applying."""

    NOT_YET = "not_yet"
    GO = "go"
    NOT_NOW = "not_now"


class EarlySpending(StrEnum):
    """Whether the funder pays for what was booked, bought or started before it decided."""

    UNKNOWN = "unknown"
    ALLOWED = "allowed"
    NOT_ALLOWED = "not_allowed"


@dataclass(frozen=True, slots=True)
class Terms:
    """The funder's terms as they were when they were last taken into the draft.

    ``closes_time`` is a time of day in London ("12:00"), empty when none is said. Amounts are
    pence, None is not stated. ``digest`` tells these terms from newer ones of the library.
    """

    closes_on: date | None = None
    closes_time: str = ""
    award_min_pence: int | None = None
    award_max_pence: int | None = None
    match_percent: int | None = None
    pays_overheads: bool | None = None
    cost_types: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    decision_weeks: int | None = None
    max_duration_months: int | None = None
    signatories_needed: int | None = None
    hours_to_apply_tenths: int | None = None
    taken_on: date | None = None
    digest: str = ""


@dataclass(frozen=True, slots=True)
class NeededPaper:
    """A paper that the funder asks for, and the paper of the group that goes with it.

    ``paper`` is the id of a paper under Documents, empty while none is chosen.
    ``max_age_months`` None is any age.
    """

    id: str
    order: int = 0
    name: str = ""
    max_age_months: int | None = None
    paper: str = ""


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """One row of "activity, change, how we will know".

    ``measure`` is what is counted or asked, ``target`` the number hoped for, None where none
    is named. ``outcome`` is the id of the row of the outcome library it began as, or empty.
    """

    id: str
    order: int = 0
    activity: str = ""
    change: str = ""
    measure: str = ""
    target: int | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """That the person with this id signed, and when; None is that they have yet to."""

    id: str
    role: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """A copy of all that was sent, which is never changed.

    ``file`` is a zip in the group's files; ``sha256`` is of what it says, so that the same words
    and figures have the same one. A correction is a copy with the next ``number``.
    """

    id: str
    number: int = 1
    on: date | None = None
    by: str = ""
    sha256: str = ""
    file: StoredFile | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """One application, from "can we?" to what came of it.

    ``call`` is the id of the notice in the library, empty where it began without one.
    ``ask_pence`` is what the funder is asked for, None while nobody has said.
    ``starts_on`` and ``ends_on`` are of the work that the money is for. ``is_from_before`` is
    of an old application that was brought in for its answers.

    ``decided_by`` and ``checked_by`` are the id of a person of the group, or the typed name of
    somebody who is not in its list. ``decided_meeting`` is the id of the meeting that decided.
    ``checked_digest`` says what was checked by the second person: when the draft changes, it
    has to be checked again.
    ``answered_on`` is the day the funder said yes or no. ``minutes_spent`` is None when nobody
    counts them.
    """

    id: str = ""
    name: str = ""
    funder: str = ""
    call: str = ""
    status: Status = Status.DRAFT
    terms: Terms = Terms()
    ask_pence: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None
    early_spending: EarlySpending = EarlySpending.UNKNOWN
    is_from_before: bool = False
    choice: Choice = Choice.NOT_YET
    decided_on: date | None = None
    decided_by: str = ""
    decided_why: str = ""
    decided_meeting: str = ""
    papers: tuple[NeededPaper, ...] = ()
    changes: tuple[PlannedChange, ...] = ()
    checked_by: str = ""
    checked_on: date | None = None
    checked_digest: str = ""
    signatures: tuple[Signature, ...] = ()
    copies: tuple[KeptCopy, ...] = ()
    sent_on: date | None = None
    reference: str = ""
    answered_on: date | None = None
    awarded_pence: int | None = None
    feedback: str = ""
    minutes_spent: int | None = None
    notes: str = ""

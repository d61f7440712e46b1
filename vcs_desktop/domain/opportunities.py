"""Opportunities: grants to apply for and contracts to bid for, as lists and pages show them."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from vcs_desktop.domain.fit.result import Fit
from vcs_desktop.domain.funding import FundingCall
from vcs_desktop.domain.library import Kind, Provenance
from vcs_desktop.domain.tenders import Change, TenderNotice


@dataclass(frozen=True, slots=True)
class RecordLine:
    """What any list shows of any record. Amounts are pence; None is not stated.

    ``closes_on`` None means rolling when ``rolling``, else not stated. ``who``
    is the funder, buyer or publisher. ``why`` says why a search found it, with
    the words that matched, or is empty.
    """

    id: str
    kind: str
    title: str
    who: str = ""
    summary: str = ""
    origin: str = ""
    opens_on: date | None = None
    closes_on: date | None = None
    rolling: bool = False
    amount_min_pence: int | None = None
    amount_max_pence: int | None = None
    areas: tuple[str, ...] = ()
    practice: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class OpportunityLine:
    """One card in the list. ``fit`` None means that it has not been worked out yet."""

    record: RecordLine
    fit: Fit | None = None
    kept: bool = False
    hidden_because: str = ""
    on_sheet: bool = False


class Order(StrEnum):
    """How the list is sorted."""

    FIT = "fit"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Filters:
    """What the person asked to see.

    ``kinds`` empty means both. ``closing_within_days`` None is any day.
    ``amount_max_pence`` keeps those that offer some amount up to it.
    ``area`` is a GSS code, empty for any. Hidden ones are left out unless
    ``hidden_too``; ``kept_only`` leaves just the kept.
    """

    words: str = ""
    kinds: tuple[Kind, ...] = ()
    closing_within_days: int | None = None
    amount_max_pence: int | None = None
    area: str = ""
    kept_only: bool = False
    hidden_too: bool = False
    order: Order = Order.FIT


@dataclass(frozen=True, slots=True)
class OpportunityList:
    """An answer to some filters.

    ``open_to_you`` come first; ``not_for_you`` are those that cannot be applied
    for, folded at the end. ``total`` counts all that matched, which may be more
    than are listed. ``on`` is the day it was worked out for. ``judged_for`` says
    for whom, and is empty while nothing has been judged.
    """

    open_to_you: tuple[OpportunityLine, ...]
    not_for_you: tuple[OpportunityLine, ...] = ()
    total: int = 0
    order: Order = Order.FIT
    judged_for: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class OpportunityDetail:
    """Everything the detail pane shows. Exactly one of ``call`` and ``notice`` is set.

    ``changes`` say what changed between a contract's releases, newest first;
    ``plainly`` explains a contract in plain English, a heading and a sentence
    each. ``decides_on`` is about when they decide, counted from today when it is
    open all year; None is not stated. ``judged_for`` says for whom it was judged.
    """

    line: OpportunityLine
    call: FundingCall | None = None
    notice: TenderNotice | None = None
    provenance: Provenance = field(default_factory=Provenance)
    changes: tuple[Change, ...] = ()
    plainly: tuple[tuple[str, str], ...] = ()
    decides_on: date | None = None
    judged_for: str = ""

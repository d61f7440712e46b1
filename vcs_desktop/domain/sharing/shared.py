"""One thing that a group shares with the council, from the first draft to the reply.

Once it is agreed, what is sent stands word for word in ``body`` and never changes. Everything
after that only adds: when it was handed over, what the council said, that it was taken back.
How far it has come is worked out from these, so that two computers of a group never disagree.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from vcs_desktop.domain.days import local_day

TRIES = 3
"""So often the service may refuse one thing. Then it is set aside, and the rest go on."""


class Sort(StrEnum):
    """What sort of thing is shared; the names that travel with it."""

    PROFILE = "profile"
    NEED = "need"
    PLEDGE = "compact_pledge"
    THEME = "compact_theme"
    CONSULTATION = "consultation_answer"
    INTEREST = "expression_of_interest"
    HELP = "help_request"


class State(StrEnum):
    """How far it has come."""

    DRAFT = "draft"
    WAITS = "waits"
    SET_ASIDE = "set_aside"
    SENT = "sent"
    READ = "read"
    ANSWERED = "answered"
    TAKING_BACK = "taking_back"
    TAKEN_BACK = "taken_back"


AT_THE_COUNCIL: Final = (State.SENT, State.READ, State.ANSWERED)


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs for the group. ``person`` is an id, or a name that was typed."""

    id: str
    person: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class AnswerGiven:
    """What the group answers to one question of a consultation; ``id`` is the question's."""

    id: str
    order: int = 0
    question: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the service said when it took it in: the digest of what lies there, and when."""

    received_at: str = ""
    sha256: str = ""
    era: str = ""
    signature: str = ""


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that the group shares. What says nothing is not sent.

    ``area`` is a GSS code. ``ticked`` are the names of what is told of our group. ``about`` is
    the id of what of the library it is about, ``about_title`` and ``about_whom`` what that is
    called and whose it is. ``contact`` is an id of a person, or a typed name.

    ``id`` is also the number under which it travels. ``body`` is the very text that was agreed
    to, and ``sealed`` what it is once only the council can open it, in base64, for the key
    ``sealed_for``; empty where it travels open. ``is_tried`` says that it may have reached the
    service, ``is_gone_there`` that the service has deleted it.
    """

    id: str = ""
    name: str = ""
    sort: Sort | None = None
    is_named: bool = False
    topic: str = ""
    area: str = ""
    how_many: int | None = None
    text: str = ""
    ticked: tuple[str, ...] = ()
    about: str = ""
    about_title: str = ""
    about_whom: str = ""
    was_kept: bool | None = None
    decided_on: date | None = None
    signers: tuple[Signer, ...] = ()
    answers: tuple[AnswerGiven, ...] = ()
    with_others: bool | None = None
    contact: str = ""
    contact_how: str = ""
    keep_until: date | None = None
    agreed_on: date | None = None
    body: str = ""
    is_personal: bool = False
    sealed: str = ""
    sealed_for: str = ""
    is_tried: bool = False
    refusals: int = 0
    refused_why: str = ""
    receipt: Receipt | None = None
    is_read: bool = False
    reply: str = ""
    council_keeps_until: date | None = None
    is_over: bool = False
    take_back_asked_on: date | None = None
    taken_back_on: date | None = None
    is_gone_there: bool = False


def state_of(shared: Shared) -> State:
    """Return how far something has come; what was asked last counts."""
    if shared.take_back_asked_on or shared.taken_back_on:
        return State.TAKEN_BACK if _is_nowhere(shared) else State.TAKING_BACK
    if shared.reply:
        return State.ANSWERED
    if shared.receipt:
        return State.READ if shared.is_read else State.SENT
    if not shared.body:
        return State.DRAFT
    return State.SET_ASIDE if shared.refusals >= TRIES else State.WAITS


def may_be_left(shared: Shared) -> bool:
    """Say whether taking it back can still be thought better of: the council was not asked yet."""
    return shared.take_back_asked_on is not None and not shared.taken_back_on


def received_on(shared: Shared) -> date | None:
    """Return the day of the receipt; None where there is none that says it."""
    if shared.receipt is None or not shared.receipt.received_at:
        return None
    try:
        return local_day(datetime.fromisoformat(shared.receipt.received_at))
    except ValueError:
        return None


def _is_nowhere(shared: Shared) -> bool:
    """Say whether the council has nothing of what was taken back.

    Another computer of the group may have sent it before it knew: then there is a receipt.
    """
    if shared.is_gone_there:
        return True
    return shared.receipt is None and (bool(shared.taken_back_on) or not shared.is_tried)

"""All that makes one application: what is asked, the answers, and the budget."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from vcs_desktop.domain.answers import Answer, AnswerState
from vcs_desktop.domain.applications import Application
from vcs_desktop.domain.budgets import Budget
from vcs_desktop.domain.ordered import in_order
from vcs_desktop.domain.values import values_of
from vcs_desktop.wire.record import digest

STEP = 100
"""Between the places of two neighbours, so that something can be put between them."""

_NOT_SENT = ("state", "canonical", "reused_from", "pasted_on", "application", "order")
"""Fields of an answer that nobody outside ever reads."""


class Progress(StrEnum):
    """How far one answer has come; one without words is not started, whatever its state."""

    NOT_STARTED = "not_started"
    DRAFT = "draft"
    NEEDS_CHECKING = "needs_checking"
    DONE = "done"


_PROGRESS = {
    AnswerState.DRAFT: Progress.DRAFT,
    AnswerState.NEEDS_CHECKING: Progress.NEEDS_CHECKING,
    AnswerState.DONE: Progress.DONE,
}


@dataclass(frozen=True, slots=True)
class Whole:
    """The records that make one application. ``answers`` stand in their order.

    ``budget`` is None while there is none.
    """

    application: Application
    answers: tuple[Answer, ...] = ()
    budget: Budget | None = None


def progress_of(answer: Answer) -> Progress:
    """Return how far an answer has come."""
    return _PROGRESS[answer.state] if answer.text.strip() else Progress.NOT_STARTED


def place_between(before: int | None, after: int | None) -> int | None:
    """Return a place between two neighbours; None where there is no room left.

    ``before`` None is the very beginning, ``after`` None the end.
    """
    if after is None:
        return (before or 0) + STEP
    if before is None:
        return after - STEP
    middle = (before + after) // 2
    return middle if before < middle < after else None


def numbered(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """Return answers with new places, in the order in which they stand here."""
    return tuple(replace(each, order=number * STEP) for number, each in enumerate(answers, start=1))


def digest_of(whole: Whole) -> str:
    """Return what tells one draft from the next, for whoever checks it: all that will be sent.

    That is the answers with their questions, the figures in them, the budget, the sum that is
    asked for, the days, the plan and the papers. Who signed, what was pasted where, and how far
    an answer has come are none of it.
    """
    application = whole.application
    sent = Application(
        name=application.name,
        funder=application.funder,
        ask_pence=application.ask_pence,
        starts_on=application.starts_on,
        ends_on=application.ends_on,
        papers=application.papers,
        changes=application.changes,
    )
    return digest(
        {
            "application": values_of(sent),
            "answers": [_sent(each) for each in in_order(whole.answers)],
            "budget": values_of(whole.budget) if whole.budget else None,
        }
    )


def _sent(answer: Answer) -> dict[str, object]:
    return {name: told for name, told in values_of(answer).items() if name not in _NOT_SENT}

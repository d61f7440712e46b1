"""Applications as a list shows them: how far each has come, and what comes next."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from vcs_desktop.domain.answers import AnswerState
from vcs_desktop.domain.applications import Application, Choice, Status
from vcs_desktop.domain.days import decision_day
from vcs_desktop.domain.grants import Grant
from vcs_desktop.storage.queries.group_applications import AnswerBrief


class NextDate(StrEnum):
    """What the next day of an application is."""

    CLOSES = "closes"
    THEY_DECIDE = "they_decide"
    CONDITION = "condition"
    PAYMENT = "payment"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class ApplicationLine:
    """An application as a list shows it. Money is pence, None is not said.

    ``done`` of ``all`` questions have an answer that is done. ``next_on`` is the next day that
    matters, also where it is over; None is that there is none. ``has_choice`` says that there
    are two versions of something in it, for a person to choose from.
    """

    id: str
    name: str
    funder: str
    status: Status
    choice: Choice
    is_from_before: bool
    call: str
    ask_pence: int | None
    awarded_pence: int | None
    closes_on: date | None
    sent_on: date | None
    next_on: date | None
    next_what: NextDate | None
    done: int
    all: int
    has_choice: bool = False


def lines_of(
    applications: Iterable[Application],
    answers: Iterable[AnswerBrief],
    grants: Iterable[Grant],
    today: date,
    undecided: Collection[str] = (),
) -> list[ApplicationLine]:
    """Return applications in the order of their next days, those without one at the end.

    ``undecided`` are the ids of those in which a person should choose a version of something.
    """
    every: Counter[str] = Counter()
    done: Counter[str] = Counter()
    for each in answers:
        every[each.application] += 1
        done[each.application] += each.has_text and each.state == AnswerState.DONE
    won = {grant.application: grant for grant in grants}
    lines = [
        replace(_line(each, done, every, won.get(each.id), today), has_choice=each.id in undecided)
        for each in applications
    ]
    return sorted(lines, key=lambda line: (line.next_on or date.max, line.name.casefold(), line.id))


def _line(
    application: Application,
    done: Mapping[str, int],
    every: Mapping[str, int],
    grant: Grant | None,
    today: date,
) -> ApplicationLine:
    next_on, next_what = next_date(application, grant, today)
    return ApplicationLine(
        id=application.id,
        name=application.name,
        funder=application.funder,
        status=application.status,
        choice=application.choice,
        is_from_before=application.is_from_before,
        call=application.call,
        ask_pence=application.ask_pence,
        awarded_pence=application.awarded_pence,
        closes_on=application.terms.closes_on,
        sent_on=application.sent_on,
        next_on=next_on,
        next_what=next_what,
        done=done.get(application.id, 0),
        all=every.get(application.id, 0),
    )


def next_date(
    application: Application, grant: Grant | None, today: date
) -> tuple[date, NextDate] | tuple[None, None]:
    """Return the next day of an application and what it is; nothing where there is none.

    A day that is over stays the next one until what it asks for is done.
    """
    if application.is_from_before:
        return None, None
    terms = application.terms
    if application.status in (Status.DRAFT, Status.DECIDED):
        if terms.closes_on is None or application.choice is Choice.NOT_NOW:
            return None, None
        return terms.closes_on, NextDate.CLOSES
    if application.status is Status.SENT:
        counted_from = terms.closes_on or application.sent_on
        on = decision_day(counted_from, terms.decision_weeks, today) if counted_from else None
        return (on, NextDate.THEY_DECIDE) if on else (None, None)
    if application.status is Status.AWARDED and grant is not None:
        return min(_open_days(grant), default=(None, None))
    return None, None


def _open_days(grant: Grant) -> Iterable[tuple[date, NextDate]]:
    yield from (
        (each.due_on, NextDate.CONDITION)
        for each in grant.conditions
        if each.due_on and not each.met_on
    )
    yield from (
        (each.due_on, NextDate.PAYMENT)
        for each in grant.payments
        if each.due_on and not each.received_on
    )
    yield from (
        (each.due_on, NextDate.REPORT) for each in grant.reports if each.due_on and not each.sent_on
    )

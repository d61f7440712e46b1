"""A funder's notice, as an application takes it over: terms, questions and papers."""

from dataclasses import replace
from datetime import date

from vcs_desktop.core.clock import LONDON
from vcs_desktop.domain.answers import ListedQuestion, Unit
from vcs_desktop.domain.applications import NeededPaper, Terms
from vcs_desktop.domain.canonical_questions import canonical_of
from vcs_desktop.domain.days import is_whole_day, local_day
from vcs_desktop.domain.funding import FundingCall, Question
from vcs_desktop.domain.values import values_of
from vcs_desktop.wire.record import digest

_TENTHS = 10


def terms_of(call: FundingCall, taken_on: date | None = None) -> Terms:
    """Return the terms of a notice as they are on the day they are taken into a draft."""
    at = call.closes_at
    told = Terms(
        closes_on=local_day(at) if at else None,
        closes_time=f"{at.astimezone(LONDON):%H:%M}" if at and not is_whole_day(at) else "",
        award_min_pence=call.award_min_pence,
        award_max_pence=call.award_max_pence,
        match_percent=call.match_percent,
        pays_overheads=call.pays_overheads,
        cost_types=call.cost_types,
        exclusions=call.exclusions,
        decision_weeks=call.decision_weeks,
        max_duration_months=call.max_duration_months,
        signatories_needed=call.signatories_needed,
        hours_to_apply_tenths=_tenths(call.hours_to_apply),
    )
    return replace(told, taken_on=taken_on, digest=call_digest(call, told))


def questions_of(call: FundingCall) -> tuple[ListedQuestion, ...]:
    """Return the questions of a notice in their order, each with what nearly everybody asks."""
    return tuple(
        listed(question, number) for number, question in enumerate(call.questions, start=1)
    )


def listed(question: Question, number: int) -> ListedQuestion:
    """Return a question of a notice as the group keeps it; ``number`` is its place."""
    return ListedQuestion(
        id=str(number),
        order=number,
        ref=question.ref,
        text=question.text,
        guidance=question.guidance,
        limit=question.limit,
        unit=Unit.CHARACTERS if question.unit == Unit.CHARACTERS else Unit.WORDS,
        canonical=canonical_of(question.text),
    )


def papers_of(call: FundingCall) -> tuple[NeededPaper, ...]:
    """Return the papers that a notice asks for, each with a number for its id."""
    return tuple(
        NeededPaper(str(number), number, each.name, each.max_age_months)
        for number, each in enumerate(call.required_documents, start=1)
    )


def call_digest(call: FundingCall, terms: Terms) -> str:
    """Return what tells a notice from a newer one in anything that an application takes over."""
    return digest(
        {
            "terms": values_of(replace(terms, taken_on=None, digest="")),
            "questions": [values_of(each) for each in questions_of(call)],
            "papers": [values_of(each) for each in papers_of(call)],
        }
    )


def _tenths(hours: float | None) -> int | None:
    return None if hours is None else round(hours * _TENTHS)

"""What a group can tell of itself, question by question, and what of it is still missing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from vcs_desktop.core.language import tr, tr_marked
from vcs_desktop.domain.days import months_on, shortly
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.group_documents import ASKED_OFTEN, NAMES
from vcs_desktop.domain.our_group import OurGroup, last_year, unrelated_signatories
from vcs_desktop.domain.papers import Paper, name_of

OLDEST_ACCOUNTS_MONTHS = 22
"""A year, and the 10 months a charity has for its accounts. Source: Charities Act 2011, s. 163."""

SIGNATORIES_ASKED_FOR = 2
"""Source: The National Lottery Community Fund and most who give small grants."""


class Step(StrEnum):
    """One question, in the order in which they are asked."""

    NAME = "name"
    LEGAL_FORM = "legal_form"
    NUMBERS = "numbers"
    AREAS = "areas"
    WHAT_WE_DO = "what_we_do"
    ACTIVITIES = "activities"
    BENEFICIARIES = "beneficiaries"
    YEAR_END = "year_end"
    YEARS = "years"
    BANK = "bank"
    SIGNATORIES = "signatories"
    DOCUMENTS = "documents"
    DOCUMENT_DAYS = "document_days"
    GRANTS = "grants"


class Number(StrEnum):
    """The numbers that a group can have; the values are the fields of ``OurGroup``."""

    CHARITY = "charity_number"
    COMPANY = "company_number"
    SOCIETY = "society_number"


_NEEDED = {
    LegalForm.CHARITY: (Number.CHARITY,),
    LegalForm.CIO: (Number.CHARITY,),
    LegalForm.CIC: (Number.COMPANY,),
    LegalForm.COMPANY: (Number.COMPANY,),
    LegalForm.COMMUNITY_BENEFIT_SOCIETY: (Number.SOCIETY,),
}
_POSSIBLE = {
    LegalForm.CHARITY: (Number.COMPANY,),
    LegalForm.CIO: (Number.COMPANY,),
    LegalForm.COMPANY: (Number.CHARITY,),
    LegalForm.FAITH_GROUP: tuple(Number),
    LegalForm.SOCIAL_ENTERPRISE: tuple(Number),
}


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that funders ask for and that is not told, in words, and where it is told."""

    step: Step
    words: str


def numbers_needed(form: LegalForm | None) -> tuple[Number, ...]:
    """Return the numbers that every group of a legal form has; none for one without a register."""
    return _NEEDED.get(form, ()) if form else ()


def numbers_possible(form: LegalForm | None) -> tuple[Number, ...]:
    """Return the numbers that a group of a legal form may have besides."""
    return _POSSIBLE.get(form, ()) if form else ()


def steps_of(ours: OurGroup, papers: Sequence[Paper]) -> tuple[Step, ...]:
    """Return the questions that make sense for a group, in order."""
    left_out = set()
    if not numbers_needed(ours.legal_form) and not numbers_possible(ours.legal_form):
        left_out.add(Step.NUMBERS)
    if ours.has_account is False:
        left_out.add(Step.SIGNATORIES)
    if not papers:
        left_out.add(Step.DOCUMENT_DAYS)
    return tuple(step for step in Step if step not in left_out)


def is_told(step: Step, ours: OurGroup, papers: Sequence[Paper]) -> bool:
    """Say whether a question has its answer."""
    if step == Step.DOCUMENT_DAYS:
        return all(each.agreed_on for each in papers)
    if step in _TOLD_OTHERWISE:
        return _TOLD_OTHERWISE[step](ours)
    return bool(getattr(ours, step))


_TOLD_OTHERWISE: Mapping[Step, Callable[[OurGroup], bool]] = MappingProxyType(
    {
        Step.NUMBERS: lambda ours: all(
            getattr(ours, each) for each in numbers_needed(ours.legal_form)
        ),
        Step.YEARS: lambda ours: any(each.income_pence is not None for each in ours.years),
        Step.BANK: lambda ours: ours.has_account is not None,
        Step.SIGNATORIES: lambda ours: unrelated_signatories(ours) is not None,
        Step.DOCUMENTS: lambda ours: ours.has_told_documents,
        Step.GRANTS: lambda ours: ours.live_grants is not None,
    }
)


def next_step(ours: OurGroup, papers: Sequence[Paper], after: Step | None = None) -> Step | None:
    """Return the next question without an answer, going round; None when all have one."""
    steps = steps_of(ours, papers)
    at = steps.index(after) + 1 if after in steps else 0
    in_turn = (*steps[at:], *steps[:at])
    return next((each for each in in_turn if not is_told(each, ours, papers)), None)


def gaps(ours: OurGroup, papers: Sequence[Paper], on: date) -> tuple[Gap, ...]:
    """Return what funders ask for and the group has not told, in the order of the questions."""
    steps = steps_of(ours, papers)
    found = (*_gaps_of_group(ours), *_gaps_of_money(ours, on), *_gaps_of_papers(ours, papers, on))
    return tuple(sorted(found, key=lambda gap: steps.index(gap.step)))


def _gaps_of_group(ours: OurGroup) -> Iterator[Gap]:
    plain = {
        Step.NAME: tr("The name of your group"),
        Step.LEGAL_FORM: tr("What your group is in law"),
        Step.AREAS: tr("Where you work"),
        Step.WHAT_WE_DO: tr("What you do, in a few sentences"),
        Step.ACTIVITIES: tr("A list of what you do"),
        Step.BENEFICIARIES: tr("Who you are there for"),
        Step.GRANTS: tr("Grants that you have now, or that you have none"),
    }
    yield from (Gap(step, words) for step, words in plain.items() if not is_told(step, ours, ()))
    numbers = {
        Number.CHARITY: tr("Your charity number"),
        Number.COMPANY: tr("Your company number"),
        Number.SOCIETY: tr("Your society number"),
    }
    for each in numbers_needed(ours.legal_form):
        if not getattr(ours, each):
            yield Gap(Step.NUMBERS, numbers[each])


def _gaps_of_money(ours: OurGroup, on: date) -> Iterator[Gap]:
    if ours.year_end is None:
        yield Gap(Step.YEAR_END, tr("The day on which your year ends"))
    year = last_year(ours, on)
    if year is None:
        yield Gap(Step.YEARS, tr("What came in and went out last year"))
    elif year.ended_on and months_on(year.ended_on, OLDEST_ACCOUNTS_MONTHS) < on:
        day = shortly(year.ended_on)
        yield Gap(Step.YEARS, tr("Newer figures: your last are of the year to {day}", day=day))
    if ours.has_account is None:
        yield Gap(Step.BANK, tr("Whether you have a bank account in the name of the group"))
    elif ours.has_account is False:
        yield Gap(Step.BANK, tr("A bank account in the name of the group"))
    else:
        yield from _gaps_of_signing(ours)


def _gaps_of_signing(ours: OurGroup) -> Iterator[Gap]:
    signing = unrelated_signatories(ours)
    if not ours.signatories:
        yield Gap(Step.SIGNATORIES, tr("Who can sign at the bank"))
    elif signing is None:
        yield Gap(Step.SIGNATORIES, tr("Whether those who can sign are related"))
    elif signing < SIGNATORIES_ASKED_FOR:
        yield Gap(Step.SIGNATORIES, tr("Two people who can sign and are not related"))


def _gaps_of_papers(ours: OurGroup, papers: Sequence[Paper], on: date) -> Iterator[Gap]:
    if not ours.has_told_documents:
        yield Gap(Step.DOCUMENTS, tr("Which papers you have"))
    else:
        have = {each.kind for each in papers}
        for kind in ASKED_OFTEN:
            if kind not in have:
                yield Gap(Step.DOCUMENTS, tr_marked(NAMES[kind]))
    for each in papers:
        if each.review_on is not None and each.review_on < on:
            name = name_of(each)
            yield Gap(Step.DOCUMENT_DAYS, tr("{paper}: time to look through it again", paper=name))

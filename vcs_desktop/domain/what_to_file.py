"""The whole list of what a group files: for the year that ended last, and the one that runs."""

from collections.abc import Iterator
from datetime import date

from vcs_desktop.domain.charity_obligations import of_charity, of_unregistered
from vcs_desktop.domain.company_obligations import of_company, of_society
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.obligations import (
    Case,
    ForPeriod,
    Obligation,
    Period,
    cannot_begin,
    periods,
)
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.rulebook import RuleBook

_ASKED_WHETHER_CHARITY = frozenset(
    {
        LegalForm.UNINCORPORATED,
        LegalForm.UNINCORPORATED_WITH_RULES,
        LegalForm.FAITH_GROUP,
        LegalForm.COMPANY,
        LegalForm.SOCIAL_ENTERPRISE,
    }
)
"""A CIC is never a charity, and a charitable society is not on the register."""


def what_to_file(ours: OurGroup, rules: RuleBook, on: date) -> tuple[ForPeriod, ...]:
    """Return what the group files for its last year and for the one that runs on a day."""
    return tuple(
        ForPeriod(period, obligations(ours, period, rules)) for period in periods(ours, on)
    )


def obligations(ours: OurGroup, period: Period, rules: RuleBook) -> tuple[Obligation, ...]:
    """Return everything that one year of accounts asks of a group, and what it does not ask."""
    if (missing := cannot_begin(ours, period)) is not None:
        return (missing,)
    return tuple(_each(Case(ours, period, rules)))


def _each(case: Case) -> Iterator[Obligation]:
    form = case.ours.legal_form
    if case.is_company:
        yield from of_company(case)
    if form is LegalForm.COMMUNITY_BENEFIT_SOCIETY:
        yield from of_society(case)
    if case.is_charity:
        yield from of_charity(case)
    elif form in _ASKED_WHETHER_CHARITY:
        yield from of_unregistered(case)

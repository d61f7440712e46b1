"""What charities file, held against the table of the law as a person would read it."""

from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from tests.support.starter import starter_rules
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.obligations import Need, Obligation, Period
from vcs_desktop.domain.our_group import OurGroup
from vcs_desktop.domain.what_to_file import obligations


@dataclass(frozen=True)
class Limits:
    """Pounds. Source: the design guide, 5.1."""

    check: int
    simple: int
    audit: int
    assets: int


OLD = Limits(25_000, 250_000, 1_000_000, 3_260_000)
NEW = Limits(40_000, 500_000, 1_500_000, 5_000_000)
ENDS = {
    date(2024, 2, 29): OLD,
    date(2026, 9, 29): OLD,
    date(2026, 9, 30): NEW,
    date(2028, 2, 29): NEW,
}
POUNDS = (5_000, 10_000, 25_000, 40_000, 250_000, 500_000, 1_000_000, 1_500_000)
INCOMES = [0, *(pounds * 100 + more for pounds in POUNDS for more in (-1, 0, 1))]
ASSETS = [None, *(each.assets * 100 + more for each in (OLD, NEW) for more in (0, 1))]


def check_by_table(limits: Limits, income: int, assets: int | None) -> str:
    is_large = income > limits.simple * 100
    if income > limits.audit * 100:
        return "audit"
    if is_large and assets is None:
        return "not known"
    if is_large and assets is not None and assets > limits.assets * 100:
        return "audit"
    if is_large:
        return "professional"
    return "examination" if income > limits.check * 100 else "none"


def check_told(told: Obligation) -> str:
    if told.need is Need.CANNOT_TELL:
        return "not known"
    if told.need is Need.NOT_NEEDED:
        return "none"
    if "audited" in told.title:
        return "audit"
    return "professional" if "professional" in told.todo else "examination"


@pytest.mark.parametrize("end", ENDS, ids=str)
@pytest.mark.parametrize("company_number", ["", "01234567"], ids=["alone", "company"])
@pytest.mark.parametrize("form", [LegalForm.CHARITY, LegalForm.CIO, LegalForm.COMPANY])
def test_every_income_to_the_penny_is_answered_as_the_table_says(form, company_number, end):
    rules, limits = starter_rules(), ENDS[end]
    is_cio = form is LegalForm.CIO
    is_company = form is LegalForm.COMPANY or (bool(company_number) and not is_cio)
    ours = OurGroup(legal_form=form, charity_number="1234567", company_number=company_number)
    for income, assets in product(INCOMES, ASSETS):
        asked = obligations(ours, Period(end, income, assets), rules)
        told = {each.id.partition("/")[0]: each for each in asked}
        files = is_cio or income > 25_000 * 100
        must = {
            "charity-annual-return": is_cio or income > 10_000 * 100,
            "charity-accounts": files,
            "charity-accounts-sort": is_company or income > limits.simple * 100,
        }
        assert {name: told[name].need is Need.MUST for name in must} == must, income
        found = check_told(told["charity-check"])
        assert found == check_by_table(limits, income, assets), (income, assets)

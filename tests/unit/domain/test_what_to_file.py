"""What a group must file, by the dated rules that travel with the program."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.starter import starter_rules
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.obligations import Missing, Need, Obligation, Period, periods
from vcs_desktop.domain.our_group import OurGroup, Year, YearEnd
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.what_to_file import obligations, what_to_file

BEFORE, SINCE = date(2026, 9, 29), date(2026, 9, 30)
"""The last day of the old limits, and the first of the new ones."""


@pytest.fixture(scope="module")
def rules() -> RuleBook:
    return starter_rules()


def asked_of(
    rules: RuleBook,
    form: LegalForm,
    pence: int | None,
    end: date = SINCE,
    *,
    assets_pence: int | None = None,
    company_number: str = "",
) -> dict[str, Obligation]:
    """Return what is asked of a group for one year, by the first part of its id."""
    ours = OurGroup(legal_form=form, company_number=company_number)
    found = obligations(ours, Period(end, pence, assets_pence), rules)
    return {each.id.partition("/")[0]: each for each in found}


@pytest.mark.parametrize(
    ("end", "check"), [(BEFORE, Need.MUST), (SINCE, Need.NOT_NEEDED)], ids=["29th", "30th"]
)
def test_a_cio_with_30_000_pounds_files_both_and_is_checked_by_the_day_its_year_ends(
    rules, end, check
):
    asked = asked_of(rules, LegalForm.CIO, 3_000_000, end)
    assert asked["charity-annual-return"].need is Need.MUST
    assert asked["charity-accounts"].need is Need.MUST
    assert asked["charity-check"].need is check
    assert asked["charity-accounts-sort"].need is Need.MAY
    assert asked["charity-annual-return"].due_on == date(2027, 7, end.day)


def test_a_cio_with_3_000_pounds_files_both(rules):
    asked = asked_of(rules, LegalForm.CIO, 300_000)
    assert {asked["charity-annual-return"].need, asked["charity-accounts"].need} == {Need.MUST}


def test_a_cio_that_has_not_told_its_income_files_both_all_the_same(rules):
    asked = asked_of(rules, LegalForm.CIO, None)
    assert {asked["charity-annual-return"].need, asked["charity-accounts"].need} == {Need.MUST}
    assert asked["income"].missing is Missing.INCOME


@pytest.mark.parametrize(("pence", "need"), [(4_000_000, Need.NOT_NEEDED), (4_000_001, Need.MUST)])
def test_a_check_is_needed_a_penny_over_40_000_pounds_and_not_at_it(rules, pence, need):
    assert asked_of(rules, LegalForm.CHARITY, pence)["charity-check"].need is need


@pytest.mark.parametrize(("pence", "need"), [(1_000_000, Need.NOT_NEEDED), (1_000_001, Need.MUST)])
def test_a_charity_that_is_no_cio_fills_in_the_return_over_10_000_pounds(rules, pence, need):
    assert asked_of(rules, LegalForm.CHARITY, pence)["charity-annual-return"].need is need


@pytest.mark.parametrize("form", [LegalForm.COMPANY, LegalForm.CIC])
def test_a_company_never_keeps_simple_accounts_however_small(rules, form):
    asked = asked_of(rules, form, 2_000_000)
    assert asked["charity-accounts-sort"].need is Need.MUST
    assert "never" in asked["charity-accounts-sort"].why


def test_a_charity_that_is_a_company_files_at_both_places(rules):
    asked = asked_of(rules, LegalForm.CHARITY, 3_000_000, company_number="01234567")
    assert asked["charity-accounts-sort"].need is Need.MUST
    assert asked["company-accounts"].due_on == date(2027, 6, 30)
    assert asked["charity-accounts"].due_on == date(2027, 7, 30)


def test_a_company_whose_year_ends_with_a_month_has_until_the_end_of_one(rules):
    asked = asked_of(rules, LegalForm.CIC, 0, date(2027, 2, 28))
    assert asked["company-accounts"].due_on == date(2027, 11, 30)
    assert asked["cic-report"].due_on == date(2027, 11, 30)
    assert asked_of(rules, LegalForm.CIC, 0, date(2027, 4, 4))["company-accounts"].due_on == date(
        2028, 1, 4
    )


def test_a_society_files_with_the_fca_within_seven_months(rules):
    asked = asked_of(rules, LegalForm.COMMUNITY_BENEFIT_SOCIETY, 0, date(2027, 3, 31))
    assert list(asked) == ["society-return"]
    assert asked["society-return"].due_on == date(2027, 10, 31)


@pytest.mark.parametrize(
    ("assets", "need"),
    [(None, Need.CANNOT_TELL), (500_000_000, Need.MUST), (500_000_001, Need.MUST)],
)
def test_with_a_large_income_it_matters_what_the_charity_owns(rules, assets, need):
    asked = asked_of(rules, LegalForm.CHARITY, 60_000_000, assets_pence=assets)["charity-check"]
    assert asked.need is need
    assert ("audited" in asked.title) is (assets == 500_000_001)


@pytest.mark.parametrize(
    ("end", "pence"), [(BEFORE, 100_000_000), (SINCE, 150_000_000)], ids=["29th", "30th"]
)
def test_an_audit_is_needed_a_penny_over_the_limit_of_the_year(rules, end, pence):
    owned = {"assets_pence": 0}
    at = asked_of(rules, LegalForm.CHARITY, pence, end, **owned)["charity-check"]
    over = asked_of(rules, LegalForm.CHARITY, pence + 1, end, **owned)["charity-check"]
    assert ("audited" in at.title, "audited" in over.title) == (False, True)
    assert "professional body" in at.todo


def test_a_group_with_written_rules_is_told_when_to_ask_about_being_a_charity(rules):
    form = LegalForm.UNINCORPORATED_WITH_RULES
    assert asked_of(rules, form, 500_000)["charity-registration"].need is Need.NOT_NEEDED
    assert asked_of(rules, form, 500_001)["charity-registration"].need is Need.CHECK


def test_what_is_not_told_is_asked_for_and_never_guessed(rules):
    nothing = what_to_file(OurGroup(), rules, SINCE)
    no_year = what_to_file(OurGroup(legal_form=LegalForm.CHARITY), rules, SINCE)
    missing = [[each.missing for each in one.obligations] for one in (*nothing, *no_year)]
    assert missing == [[Missing.LEGAL_FORM], [Missing.YEAR_END]]


def test_the_year_that_runs_takes_the_income_of_the_last_one_and_says_so(rules):
    ours = OurGroup(
        legal_form=LegalForm.CIO,
        year_end=YearEnd(30, 9),
        years=(Year("1", SINCE, 3_000_000),),
    )
    last, running = what_to_file(ours, rules, date(2026, 11, 28))
    assert (last.period.ends_on, running.period.ends_on) == (SINCE, date(2027, 9, 30))
    assert (last.period.is_assumed, running.period.is_assumed) == (False, True)
    check = next(each for each in running.obligations if each.id.startswith("charity-check"))
    assert "last year" in check.why


def test_without_a_year_end_the_years_that_were_told_say_it():
    ours = OurGroup(years=(Year("1", date(2024, 3, 31), 100),))
    assert [each.ends_on for each in periods(ours, date(2026, 11, 28))] == [
        date(2026, 3, 31),
        date(2027, 3, 31),
    ]
    later = OurGroup(years=(Year("1", date(2027, 3, 31), 100),))
    assert periods(later, date(2026, 11, 28))[0].ends_on == date(2026, 3, 31)


def test_each_answer_says_its_law_and_source(rules):
    for form in LegalForm:
        for each in asked_of(rules, form, 60_000_000).values():
            assert each.law
            assert each.source
            assert each.source_url.startswith("http")


@given(
    form=st.sampled_from(list(LegalForm)),
    income=st.none() | st.integers(0, 10**11),
    assets=st.none() | st.integers(0, 10**12),
    end=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    is_company=st.booleans(),
)
def test_whatever_a_group_is_its_list_is_whole(form, income, assets, end, is_company):
    ours = OurGroup(legal_form=form, company_number="01234567" if is_company else "")
    found = obligations(ours, Period(end, income, assets), starter_rules())
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert (each.need is Need.CANNOT_TELL) == (each.missing is not None)
        assert each.due_on is None or end < each.due_on < end + timedelta(days=366)
        assert each.due_on is None or each.need is Need.MUST
    more = obligations(ours, Period(end, (income or 0) + 1, assets), starter_rules())
    if income is not None and form in {LegalForm.CHARITY, LegalForm.CIO}:
        must = {each.id for each in found if each.need is Need.MUST}
        assert must <= {each.id for each in more if each.need in {Need.MUST, Need.CANNOT_TELL}}


def test_the_same_year_is_answered_the_same_on_any_day(rules):
    ours = OurGroup(
        legal_form=LegalForm.CHARITY,
        year_end=YearEnd(31, 3),
        years=(Year("1", date(2026, 3, 31), 3_000_000),),
    )
    one, other = (what_to_file(ours, rules, day)[0] for day in (BEFORE, date(2027, 3, 30)))
    assert one == other
    assert replace(one) == other


def test_a_year_that_was_told_to_end_on_29_february_ends_on_it_in_every_leap_year():
    ours = OurGroup(years=(Year("1", ended_on=date(2024, 2, 29), income_pence=1),))
    ends = [[each.ends_on for each in periods(ours, day)] for day in (SINCE, date(2028, 3, 1))]
    assert ends == [
        [date(2026, 2, 28), date(2027, 2, 28)],
        [date(2028, 2, 29), date(2029, 2, 28)],
    ]
    assert periods(ours, date(2027, 3, 1))[1].ends_on == date(2028, 2, 29)


def test_a_year_that_was_told_for_the_end_of_time_stops_no_list():
    ours = OurGroup(years=(Year("1", ended_on=date(9999, 12, 31), income_pence=1),))
    assert [each.ends_on for each in periods(ours, SINCE)] == [
        date(2025, 12, 31),
        date(2026, 12, 31),
    ]

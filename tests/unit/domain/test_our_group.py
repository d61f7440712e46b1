"""What fit is judged by is what the group told of itself, and no more."""

from datetime import date, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.day_words import NotADay
from vcs_desktop.domain.group import GroupProfile, LegalForm, Policy
from vcs_desktop.domain.group_documents import DocumentKind, kind_named
from vcs_desktop.domain.kinds import KINDS, PROFILE
from vcs_desktop.domain.our_group import (
    BankAccount,
    OurGroup,
    Signatory,
    Year,
    YearEnd,
    last_year,
    our_group_of,
    profile_of,
    unrelated_signatories,
)
from vcs_desktop.domain.papers import Paper, name_of, paper_of
from vcs_desktop.domain.values import thing_of, values_of
from vcs_desktop.domain.year_ends import last_end, read_year_end, year_end_in_words

TODAY = date(2026, 11, 28)
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
PENCE = st.integers(0, 10**12)
WORDS = st.text("abc é", max_size=6)
NAMES = st.sampled_from(
    ["Safeguarding", "Equality policy", "Bank statement", "Food safety", "Our rules", "Policy", ""]
)
PROFILES = st.builds(
    GroupProfile,
    name=WORDS,
    legal_form=st.none() | st.sampled_from(LegalForm),
    annual_income_pence=st.none() | PENCE,
    areas=st.sampled_from([(), ("E07000178",)]),
    activities=st.lists(WORDS, max_size=2).map(tuple),
    beneficiaries=st.lists(WORDS, max_size=2).map(tuple),
    bank_signatories=st.none() | st.integers(0, 5),
    policies=st.none()
    | st.lists(st.builds(Policy, NAMES.filter(bool), st.none() | DAYS), max_size=3).map(tuple),
    live_grants=st.none() | st.lists(WORDS, max_size=2).map(tuple),
)


def new_ids():
    numbers = count(1)
    return lambda: f"{next(numbers):04}"


def papers_of(profile):
    return [paper_of(each, str(n)) for n, each in enumerate(profile.policies or ())]


@given(PROFILES, DAYS)
def test_a_group_made_of_a_profile_is_judged_as_that_profile(profile, on):
    ours = our_group_of(profile, new_ids())
    assert profile_of(ours, papers_of(profile), on) == profile


@given(PROFILES, DAYS)
def test_it_is_judged_the_same_after_it_was_written_down(profile, on):
    ours = our_group_of(profile, new_ids())
    kept = thing_of(OurGroup, values_of(ours))
    assert kept == ours
    papers = [thing_of(Paper, values_of(each), each.id) for each in papers_of(profile)]
    assert papers == papers_of(profile)
    assert profile_of(kept, papers, on) == profile


def test_who_has_told_nothing_is_judged_by_nothing():
    assert profile_of(OurGroup(), (), TODAY) == GroupProfile()
    assert values_of(OurGroup()) == {}
    assert KINDS[PROFILE].shape is OurGroup


def test_every_field_is_kept():
    ours = OurGroup(
        name="Tea & Talk",
        legal_form=LegalForm.CIO,
        charity_number="1089464",
        company_number="CE012345",
        society_number="31234R",
        year_end=YearEnd(31, 3),
        years=(Year("1", date(2026, 3, 31), 0, 500),),
        areas=("E07000178",),
        what_we_do="We have tea.\nWe talk.",
        activities=("tea",),
        beneficiaries=("carers",),
        has_account=False,
        bank=BankAccount("The Bank", "Tea & Talk", "12-34-56", "00123456"),
        signatories=(Signatory("1", "Asha", False), Signatory("2", "Ben")),
        has_told_documents=True,
        live_grants=(),
    )
    assert thing_of(OurGroup, values_of(ours)) == ours


# Money


def years(*told):
    return OurGroup(years=tuple(Year(str(n), *each) for n, each in enumerate(told)))


@pytest.mark.parametrize(
    ("told", "income"),
    [
        ((), None),
        (((date(2026, 3, 31), 500_00),), 500_00),
        (((date(2026, 11, 28), 500_00),), 500_00),
        (((date(2026, 11, 29), 500_00),), None),
        (((date(2025, 3, 31), 1), (date(2026, 3, 31), 2), (date(2027, 3, 31), 3)), 2),
        (((date(2025, 3, 31), 1), (date(2026, 3, 31), None, 900)), 1),
        (((date(2026, 3, 31), 0),), 0),
        (((None, 7),), 7),
        (((None, 7), (date(2020, 3, 31), 1)), 1),
        (((None, 7), (date(2030, 3, 31), 1)), 7),
    ],
)
def test_income_is_that_of_the_last_year_that_ended(told, income):
    assert profile_of(years(*told), (), TODAY).annual_income_pence == income


@given(st.lists(st.tuples(st.none() | DAYS, st.none() | PENCE), max_size=6), DAYS)
def test_no_year_that_is_still_to_end_ever_counts(told, on):
    year = last_year(years(*told), on)
    if year is not None:
        assert year.income_pence is not None
        assert year.ended_on is None or year.ended_on <= on
    later = [each for each, income in told if each and each <= on and income is not None]
    if later:
        assert year.ended_on == max(later)


@pytest.mark.parametrize(
    ("typed", "end", "words"),
    [
        ("31 March", YearEnd(31, 3), "31 March"),
        ("5/4", YearEnd(5, 4), "5 April"),
        ("31.12.2025", YearEnd(31, 12), "31 December"),
        ("29 Feb", YearEnd(29, 2), "29 February"),
    ],
)
def test_the_end_of_a_year_is_a_day_and_a_month(typed, end, words):
    assert read_year_end(typed, TODAY) == end
    assert year_end_in_words(end) == words


def test_an_end_of_a_year_that_is_no_day_is_told():
    assert read_year_end("", TODAY) is None
    with pytest.raises(NotADay):
        read_year_end("31 April", TODAY)
    assert year_end_in_words(YearEnd()) == ""
    assert last_end(YearEnd(), TODAY) is None
    assert last_end(None, TODAY) is None


@given(st.integers(1, 31), st.integers(1, 12), DAYS)
def test_the_last_end_of_a_year_is_less_than_a_year_ago(day, month, on):
    end = last_end(YearEnd(day, month), on)
    assert end <= on < end + timedelta(367)
    assert end.month == month


# Who can sign


@pytest.mark.parametrize(
    ("related", "number"),
    [
        ((False, False), 2),
        ((False,), 1),
        ((True, True), 1),
        ((True, True, False), 2),
        ((False, None), None),
        ((), None),
    ],
)
def test_of_related_people_who_can_sign_one_counts(related, number):
    signing = tuple(Signatory(str(n), "", each) for n, each in enumerate(related))
    assert unrelated_signatories(OurGroup(has_account=True, signatories=signing)) == number
    assert unrelated_signatories(OurGroup(has_account=False, signatories=signing)) == 0


# Papers


def test_policies_are_judged_and_other_papers_are_not():
    papers = (
        Paper("1", kind=DocumentKind.CONSTITUTION),
        Paper("2", kind=DocumentKind.SAFEGUARDING, agreed_on=TODAY),
        Paper("3", "Lone working policy"),
        Paper("4", kind=DocumentKind.BANK_STATEMENT),
    )
    assert profile_of(OurGroup(), papers, TODAY).policies == (
        Policy("Safeguarding policy", TODAY),
        Policy("Lone working policy"),
    )
    assert [name_of(each) for each in papers] == [
        "Your rules (constitution)",
        "Safeguarding policy",
        "Lone working policy",
        "Bank statement",
    ]


def test_no_policy_is_something_else_than_nobody_said():
    rules = (Paper("1", kind=DocumentKind.CONSTITUTION),)
    assert profile_of(OurGroup(), rules, TODAY).policies is None
    assert profile_of(OurGroup(has_told_documents=True), rules, TODAY).policies == ()


def test_a_policy_is_known_by_its_name():
    assert kind_named("safeguarding") == DocumentKind.SAFEGUARDING
    assert kind_named("Health and Safety Policy") == DocumentKind.HEALTH_AND_SAFETY
    assert kind_named("Lone working") == DocumentKind.OTHER

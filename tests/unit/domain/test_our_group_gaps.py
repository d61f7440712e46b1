"""Each kind of group is asked for what it can have, and told what is missing."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.group_documents import ASKED_OFTEN, DocumentKind
from vcs_desktop.domain.our_group import OurGroup, Signatory, Year, YearEnd
from vcs_desktop.domain.our_group_gaps import (
    Number,
    Step,
    gaps,
    is_told,
    next_step,
    numbers_needed,
    numbers_possible,
    steps_of,
)
from vcs_desktop.domain.papers import Paper

TODAY = date(2026, 11, 28)
PAPERS = tuple(Paper(str(n), kind=kind, agreed_on=TODAY) for n, kind in enumerate(ASKED_OFTEN))
WHOLE = OurGroup(
    name="Tea & Talk",
    legal_form=LegalForm.UNINCORPORATED_WITH_RULES,
    areas=("E07000178",),
    what_we_do="We have tea.",
    activities=("tea",),
    beneficiaries=("carers",),
    year_end=YearEnd(31, 3),
    years=(Year("1", date(2026, 3, 31), 500_00, 400_00),),
    has_account=True,
    signatories=(Signatory("1", "Asha", False), Signatory("2", "Ben", False)),
    has_told_documents=True,
    live_grants=(),
)


def missing(ours, on=TODAY, papers=PAPERS):
    return [(gap.step, gap.words) for gap in gaps(ours, papers, on)]


def test_a_group_that_told_everything_misses_nothing():
    assert missing(WHOLE) == []
    assert next_step(WHOLE, PAPERS) is None


def test_a_group_that_told_nothing_is_asked_for_its_name_first():
    assert next_step(OurGroup(), ()) == Step.NAME
    found = missing(OurGroup(), papers=())
    assert found[0] == (Step.NAME, "The name of your group")
    assert {step for step, _ in found} == set(steps_of(OurGroup(), ())) - {Step.SIGNATORIES}


@pytest.mark.parametrize("form", LegalForm)
def test_no_group_is_asked_for_a_number_that_it_cannot_have(form):
    ours = replace(WHOLE, legal_form=form)
    asked = Step.NUMBERS in steps_of(ours, PAPERS)
    assert asked == bool(numbers_needed(form) or numbers_possible(form))
    assert not set(numbers_needed(form)) & set(numbers_possible(form))
    assert bool(numbers_needed(form)) == any(step == Step.NUMBERS for step, _ in missing(ours))


def test_groups_without_a_register_are_asked_for_no_number():
    for form in (LegalForm.UNINCORPORATED, LegalForm.UNINCORPORATED_WITH_RULES, None):
        assert numbers_needed(form) == numbers_possible(form) == ()


def test_a_charity_misses_its_number_until_it_is_told():
    ours = replace(WHOLE, legal_form=LegalForm.CIO)
    assert missing(ours) == [(Step.NUMBERS, "Your charity number")]
    assert not is_told(Step.NUMBERS, ours, PAPERS)
    assert missing(replace(ours, charity_number="1089464")) == []
    company = replace(WHOLE, legal_form=LegalForm.CIC, charity_number="1089464")
    assert missing(company) == [(Step.NUMBERS, "Your company number")]
    society = replace(WHOLE, legal_form=LegalForm.COMMUNITY_BENEFIT_SOCIETY)
    assert missing(society) == [(Step.NUMBERS, "Your society number")]
    assert numbers_possible(LegalForm.FAITH_GROUP) == tuple(Number)


@pytest.mark.parametrize(
    ("on", "is_missing"),
    [
        (date(2026, 3, 31), False),
        (date(2028, 1, 31), False),
        (date(2028, 2, 1), True),
    ],
)
def test_figures_are_too_old_after_a_year_and_ten_months(on, is_missing):
    assert any(step == Step.YEARS for step, _ in missing(WHOLE, on)) == is_missing


def test_without_any_income_figures_are_missing():
    ours = replace(WHOLE, years=(Year("1", date(2026, 3, 31), None, 400_00),))
    assert missing(ours) == [(Step.YEARS, "What came in and went out last year")]


@pytest.mark.parametrize(
    ("has_account", "related", "words"),
    [
        (None, (), "Whether you have a bank account in the name of the group"),
        (False, (), "A bank account in the name of the group"),
        (True, (), "Who can sign at the bank"),
        (True, (None, False), "Whether those who can sign are related"),
        (True, (True, True), "Two people who can sign and are not related"),
        (True, (False,), "Two people who can sign and are not related"),
    ],
)
def test_what_is_missing_at_the_bank(has_account, related, words):
    signing = tuple(Signatory(str(n), "", each) for n, each in enumerate(related))
    ours = replace(WHOLE, has_account=has_account, signatories=signing)
    assert [each for _, each in missing(ours)] == [words]


def test_who_has_no_account_is_not_asked_who_can_sign():
    assert Step.SIGNATORIES not in steps_of(
        replace(WHOLE, has_account=False, signatories=()), PAPERS
    )


def test_papers_that_funders_often_ask_for_are_missed_and_others_are_not():
    only = tuple(each for each in PAPERS if each.kind != DocumentKind.SAFEGUARDING)
    assert missing(WHOLE, papers=only) == [(Step.DOCUMENTS, "Safeguarding policy")]
    untold = replace(WHOLE, has_told_documents=False)
    assert missing(untold, papers=()) == [(Step.DOCUMENTS, "Which papers you have")]


def test_a_paper_whose_review_is_over_is_to_be_looked_through():
    due = replace(PAPERS[0], review_on=TODAY)
    papers = (due, *PAPERS[1:])
    assert missing(WHOLE, papers=papers) == []
    assert missing(WHOLE, TODAY + timedelta(1), papers) == [
        (Step.DOCUMENT_DAYS, "Your rules (constitution): time to look through it again")
    ]


def test_the_next_question_goes_round_and_passes_what_is_told():
    ours = replace(WHOLE, name="", live_grants=None)
    assert next_step(ours, PAPERS) == Step.NAME
    assert next_step(ours, PAPERS, Step.NAME) == Step.GRANTS
    assert next_step(ours, PAPERS, Step.GRANTS) == Step.NAME
    assert next_step(ours, PAPERS, Step.NUMBERS) == Step.NAME


@given(st.sampled_from(Step), st.sampled_from([None, *LegalForm]), st.none() | st.booleans())
def test_the_next_question_is_always_one_that_is_asked_and_not_told(after, form, has_account):
    ours = OurGroup(legal_form=form, has_account=has_account)
    step = next_step(ours, (), after)
    assert step in steps_of(ours, ())
    assert not is_told(step, ours, ())

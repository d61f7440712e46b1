"""Who a funder accepts."""

import pytest

from tests.support.fit_examples import NOBODY, answer, fit, grant, group, reason
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.funding import Conflict
from vcs_desktop.domain.group import LegalForm

ALL_FORMS = list(LegalForm)


@pytest.mark.parametrize("form", ALL_FORMS)
def test_a_group_of_a_form_that_they_name_is_accepted(form):
    assert answer("legal_form", grant(legal_forms=(form,)), group(legal_form=form)) == "meets"


def test_a_group_with_no_written_rules_is_told_that_it_needs_them():
    found = reason("legal_form", grant(), group(legal_form=LegalForm.UNINCORPORATED))
    assert found.answer == "fails"
    assert found.heading == "You need written rules first"
    assert "You are a group with no written rules yet." in found.because


@pytest.mark.parametrize(
    ("form", "accepted"),
    [
        (LegalForm.CIO, LegalForm.CHARITY),
        (LegalForm.CIC, LegalForm.SOCIAL_ENTERPRISE),
        (LegalForm.COMMUNITY_BENEFIT_SOCIETY, LegalForm.SOCIAL_ENTERPRISE),
        (LegalForm.UNINCORPORATED_WITH_RULES, LegalForm.UNINCORPORATED),
    ],
)
def test_a_form_that_is_also_another_is_accepted_as_that(form, accepted):
    assert answer("legal_form", grant(legal_forms=(accepted,)), group(legal_form=form)) == "meets"


def test_a_faith_group_may_be_a_charity_and_has_to_ask():
    found = grant(legal_forms=(LegalForm.CHARITY,))
    assert answer("legal_form", found, group(legal_form=LegalForm.FAITH_GROUP)) == "unknown"


@pytest.mark.parametrize(
    ("form", "accepted"),
    [
        (LegalForm.CIC, LegalForm.COMPANY),
        (LegalForm.COMMUNITY_BENEFIT_SOCIETY, LegalForm.CHARITY),
        (LegalForm.CHARITY, LegalForm.COMMUNITY_BENEFIT_SOCIETY),
    ],
)
def test_a_form_that_may_also_be_another_has_to_ask(form, accepted):
    found = grant(legal_forms=(accepted,))
    assert answer("legal_form", found, group(legal_form=form)) == "unknown"


def test_a_cic_is_no_charity():
    found = grant(legal_forms=(LegalForm.CHARITY, LegalForm.CIO))
    assert answer("legal_form", found, group(legal_form=LegalForm.CIC)) == "fails"


def test_a_list_never_hides_just_one():
    because = reason("legal_form", grant(legal_forms=tuple(ALL_FORMS[:5]))).because
    assert "registered charities, CIOs and CICs." in because


def test_a_company_is_not_a_group_without_rules():
    found = grant(legal_forms=(LegalForm.UNINCORPORATED,))
    assert answer("legal_form", found, group(legal_form=LegalForm.CIC)) == "fails"


def test_where_they_do_not_say_who_may_apply_one_has_to_ask():
    assert answer("legal_form", grant(legal_forms=())) == "unknown"


def test_the_groups_own_form_is_named_even_when_they_list_many():
    because = reason("legal_form", grant(legal_forms=tuple(reversed(ALL_FORMS)))).because
    assert "groups with written rules" in because
    assert "5 more" in because


@pytest.mark.parametrize(
    ("income", "expected"),
    [(99_999_99, "meets"), (100_000_00, "fails"), (100_000_01, "fails"), (None, "unknown")],
)
def test_under_a_limit_leaves_the_limit_itself_out(income, expected):
    assert answer("income", grant(), group(annual_income_pence=income)) == expected


@pytest.mark.parametrize(
    ("income", "expected"), [(99_999_99, "meets"), (100_000_00, "meets"), (100_000_01, "fails")]
)
def test_up_to_a_limit_takes_the_limit_itself_in(income, expected):
    found = grant(income_max_is_under=False)
    assert answer("income", found, group(annual_income_pence=income)) == expected


@pytest.mark.parametrize(
    ("income", "expected"), [(49_999_99, "fails"), (50_000_00, "meets"), (1_000_000_00, "meets")]
)
def test_an_income_below_the_least_fails(income, expected):
    found = grant(
        income_min_pence=50_000_00, income_max_pence=1_000_000_00, income_max_is_under=False
    )
    assert answer("income", found, group(annual_income_pence=income)) == expected


def test_the_income_sentence_quotes_both_sides():
    assert reason("income", grant()).because == (
        "They fund groups with an income under £100,000. Your last accounts show £18,400."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"income_max_is_under": False}, "an income of up to £100,000."),
        ({"income_min_pence": 10_000_00}, "of £10,000 up to, but not including, £100,000."),
        ({"income_min_pence": 10_000_00, "income_max_pence": None}, "of £10,000 or more."),
    ],
)
def test_each_kind_of_band_has_its_words(changes, words):
    assert words in reason("income", grant(**changes)).because


def test_without_an_income_limit_nothing_is_said():
    assert reason("income", grant(income_max_pence=None)) is None


@pytest.mark.parametrize(("have", "expected"), [(1, "fails"), (2, "meets"), (None, "unknown")])
def test_signatories_are_counted(have, expected):
    found = grant(signatories_needed=2)
    assert answer("signatories", found, group(bank_signatories=have)) == expected


def test_where_no_signatories_are_asked_for_nothing_is_said():
    assert reason("signatories", grant()) is None


ONE_OF = Conflict("one_of", ("grant/other",), "You may apply for one of the two.")
ONE_LIVE = Conflict("one_live_grant", ("grant/meals",))


def test_a_live_grant_from_the_other_of_two_funds_rules_this_out():
    found = reason(
        "conflicts",
        grant(conflicts=(ONE_OF,)),
        group(live_grants=("grant/other",)),
        titles={"grant/other": "Other fund"},
    )
    assert found.answer == "fails"
    assert found.because == "They say: You may apply for one of the two. You hold Other fund."


def test_one_of_two_funds_is_a_choice_and_leaves_the_verdict_alone():
    judged = fit(grant(conflicts=(ONE_OF,)))
    assert judged.verdict is Verdict.CAN
    assert judged.reasons[0].heading == "Choose one of them"


def test_an_own_grant_that_still_runs_rules_out_another():
    assert answer(
        "conflicts", grant(conflicts=(ONE_LIVE,)), group(live_grants=("grant/meals",))
    ) == ("fails")


def test_with_no_live_grant_the_one_grant_rule_is_met():
    assert answer("conflicts", grant(conflicts=(ONE_LIVE,))) == "meets"


def test_unknown_live_grants_have_to_be_looked_up():
    assert answer("conflicts", grant(conflicts=(ONE_LIVE,)), NOBODY) == "unknown"


def test_a_conflict_without_a_text_names_the_other_fund():
    conflict = Conflict("one_of", ("grant/other",))
    because = reason(
        "conflicts", grant(conflicts=(conflict,)), titles={"grant/other": "Other fund"}
    ).because
    assert "only for this or for Other fund." in because
    assert "another of their funds" in reason("conflicts", grant(conflicts=(conflict,))).because


def test_the_worst_of_several_conflicts_is_told():
    both = grant(conflicts=(ONE_OF, ONE_LIVE))
    assert answer("conflicts", both, group(live_grants=("grant/meals",))) == "fails"

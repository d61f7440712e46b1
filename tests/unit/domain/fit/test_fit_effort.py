"""Whether applying is possible in time, and worth the work."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.support.fit_examples import GRANT, NOBODY, TODAY, answer, fit, grant, group, reason
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.funding import RequiredDocument
from vcs_desktop.domain.group import Policy
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.rulebook import RuleBook


def closing(days):
    return grant(closes_at=datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(days=days))


def test_a_grant_that_closed_yesterday_cannot_be_applied_for():
    judged = fit(closing(-1))
    assert judged.verdict is Verdict.CANNOT
    assert judged.reasons[0].because == (
        "They closed on Saturday 21 November 2026. You are looking on 22 November 2026."
    )


def test_on_the_closing_day_it_is_still_open_but_short():
    found = reason("deadline", closing(0))
    assert (found.answer, found.advises) == ("fails", True)
    assert "They close today, on Sunday 22 November 2026." in found.because


@pytest.mark.parametrize(("days", "expected"), [(2, "fails"), (3, "meets"), (30, "meets")])
def test_six_hours_of_work_need_three_days(days, expected):
    assert answer("deadline", closing(days)) == expected


def test_short_time_warns_and_leaves_the_verdict_alone():
    assert fit(closing(1)).verdict is Verdict.CAN


def test_without_an_estimate_of_the_work_an_open_grant_is_open():
    assert answer("deadline", replace(closing(1), hours_to_apply=None)) == "meets"


def test_one_that_opens_later_is_not_open_yet():
    found = reason("deadline", grant(opens_on=date(2026, 12, 1)))
    assert found.answer == "unknown"
    assert "They open on Tuesday 1 December 2026." in found.because


@pytest.mark.parametrize("status", ["forthcoming", "paused", "unknown"])
def test_one_that_is_not_known_to_be_open_has_to_be_asked_about(status):
    assert answer("deadline", grant(status=status)) == "unknown"


def test_one_that_they_call_closed_is_closed():
    assert fit(grant(status="closed")).verdict is Verdict.CANNOT


def test_one_that_they_say_will_open_is_not_open_yet():
    assert reason("deadline", grant(status="forthcoming")).heading == "Not open yet"


def test_what_held_until_yesterday_has_to_be_asked_about():
    found = reason("deadline", grant(provenance=Provenance(valid_to=date(2026, 11, 21))))
    assert (found.answer, found.advises) == ("unknown", False)
    assert found.because == "They may have ended it on 21 November 2026. You need to ask them."
    assert answer("deadline", grant(provenance=Provenance(valid_to=TODAY))) == "meets"


ALL_YEAR = grant(closes_at=None, rolling=True)


def test_one_that_is_open_all_year_is_open():
    assert answer("deadline", ALL_YEAR) == "meets"


def test_one_open_all_year_that_nobody_checked_for_long_may_have_stopped():
    old = replace(ALL_YEAR, provenance=Provenance(as_of=TODAY - timedelta(days=366)))
    found = reason("deadline", old)
    assert (found.answer, found.advises) == ("unknown", True)
    assert fit(old).verdict is Verdict.CAN
    year = replace(ALL_YEAR, provenance=Provenance(as_of=TODAY - timedelta(days=365)))
    assert answer("deadline", year) == "meets"


def test_without_a_closing_day_one_has_to_ask():
    assert answer("deadline", grant(closes_at=None)) == "unknown"


def asking_for(*documents):
    return grant(required_documents=documents)


SAFEGUARDING = RequiredDocument("Safeguarding policy", 12)


def test_a_policy_is_found_by_its_name():
    assert answer("documents", asking_for(SAFEGUARDING)) == "meets"


@pytest.mark.parametrize(
    ("reviewed", "expected"), [(date(2025, 11, 22), "meets"), (date(2025, 11, 21), "fails")]
)
def test_a_policy_of_exactly_the_greatest_age_is_new_enough(reviewed, expected):
    profile = group(policies=(Policy("Safeguarding", reviewed),))
    assert answer("documents", asking_for(SAFEGUARDING), profile) == expected


def test_a_policy_that_is_too_old_can_be_reviewed_so_the_verdict_stays():
    profile = group(policies=(Policy("Safeguarding", date(2020, 1, 1)),))
    judged = fit(asking_for(SAFEGUARDING), profile)
    assert judged.verdict is Verdict.CAN
    assert judged.reasons[0].because == (
        "They ask for: safeguarding policy, no older than 12 months. "
        "You last reviewed yours on 1 January 2020."
    )


@pytest.mark.parametrize(
    ("policies", "heading"),
    [
        (None, "Which policies do you have?"),
        ((), "A paper may be missing"),
        ((Policy("Safeguarding"),), "When was it reviewed?"),
    ],
)
def test_what_is_not_known_of_a_policy_has_to_be_found_out(policies, heading):
    found = reason("documents", asking_for(SAFEGUARDING), group(policies=policies))
    assert (found.answer, found.heading, found.advises) == ("unknown", heading, False)


def test_a_policy_of_any_age_needs_no_date():
    profile = group(policies=(Policy("Safeguarding adults"),))
    assert answer("documents", asking_for(RequiredDocument("Safeguarding policy")), profile) == (
        "meets"
    )


def test_other_papers_are_a_reminder():
    found = reason("documents", asking_for(RequiredDocument("Bank statement", 3)))
    assert (found.answer, found.advises) == ("unknown", True)
    assert "They ask for: bank statement." in found.because


def test_a_policy_the_group_has_is_named_beside_the_papers_still_to_find():
    found = reason("documents", asking_for(RequiredDocument("Bank statement", 3), SAFEGUARDING))
    assert found.because == (
        "They ask for: bank statement and safeguarding policy. "
        "You have the safeguarding policy. You will need the rest to hand."
    )


def test_a_name_with_other_capitals_keeps_its_own():
    asked = RequiredDocument("DBS policy"), RequiredDocument("Charity Commission number")
    assert "They ask for: DBS policy and Charity Commission number." in (
        reason("documents", asking_for(*asked), NOBODY).because
    )


def test_where_no_papers_are_asked_for_nothing_is_said():
    assert reason("documents", grant()) is None


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [
        (500_00, 2_000_00, "meets"),
        (60_000_00, 100_000_00, "fails"),
        (None, 100_000_00, "unknown"),
        (None, None, None),
    ],
)
def test_a_grant_many_times_the_income_is_a_caution(least, most, expected):
    judged = fit(grant(award_min_pence=least, award_max_pence=most))
    found = [each for each in judged.reasons if each.rule == "amount"]
    assert [each.answer.value for each in found] == ([expected] if expected else [])
    assert judged.verdict is Verdict.CAN


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (500_00, 2_000_00, "They give £500 to £2,000."),
        (500_00, 500_00, "They give £500."),
        (None, 500_00, "They give up to £500."),
        (500_00, None, "They give £500 or more."),
    ],
)
def test_what_they_give_is_said_as_they_say_it(least, most, words):
    assert words in reason("amount", grant(award_min_pence=least, award_max_pence=most)).because


def test_an_amount_without_a_known_income_says_nothing():
    assert reason("amount", GRANT, NOBODY) is None


def test_the_cost_of_applying_is_hours_at_a_named_dated_wage():
    cost = fit(grant()).cost
    assert (cost.hours, cost.rate_pence, cost.total_pence) == (6, 12_71, 76_26)
    assert cost.expected_pence == 1_000_00
    assert cost.in_words == (
        "About 6 hours at £12.71 (National Living Wage from 1 April 2026) is £76.26. "
        "About 50 in 100 who ask get one."
    )


def test_without_a_wage_for_the_day_there_is_no_cost():
    assert fit(grant(), rulebook=RuleBook([])).cost is None
    assert fit(grant(), on=date(2026, 3, 31)).cost is None
    assert fit(grant(hours_to_apply=None)).cost is None


@pytest.mark.parametrize(
    ("hours", "expected"), [(6, "meets"), (29, "meets"), (30, "unknown"), (80, "fails")]
)
def test_work_that_costs_much_of_what_it_may_bring_is_warned_of(hours, expected):
    found = reason("worth", grant(hours_to_apply=hours))
    assert (found.answer, found.advises) == (expected, True)


def test_a_grant_smaller_than_the_work_is_warned_of():
    small = grant(award_min_pence=None, award_max_pence=50_00, success_rate=None)
    assert reason("worth", small).because == (
        "They give up to £50. Your time to apply is worth about £76."
    )
    assert answer("worth", small) == "fails"


def test_what_all_who_ask_get_is_said_to_be_a_most():
    assert reason("worth", grant()).because == (
        "They give £500 to £2,000. Shared among all who ask, that is at most £1,000 each. "
        "Your time to apply is worth about £76."
    )


def test_a_least_amount_is_not_called_a_most():
    found = reason("worth", grant(award_max_pence=None, success_rate=None))
    assert found.because.startswith("They give £500 or more.")


def test_hardly_any_chance_is_not_said_to_be_none():
    assert "About 1 in 100 who ask" in fit(grant(success_rate=0.001)).cost.in_words


def test_without_an_amount_the_work_is_not_weighed():
    assert reason("worth", grant(award_min_pence=None, award_max_pence=None)) is None
    assert fit(grant(award_max_pence=None, success_rate=None)).cost.expected_pence is None

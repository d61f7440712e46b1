"""Contracts: size, work, place, time, who may bid, and what only informs."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.support.fit_examples import (
    LUNCH_CLUB,
    NOBODY,
    RULES,
    answer,
    contract,
    fit,
    group,
    reason,
)
from vcs_desktop.domain.fit.contract_size import largest_worth_judging, size_of
from vcs_desktop.domain.fit.result import Verdict
from vcs_desktop.domain.group import LegalForm
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.tenders import Classification, Delivery, Lot


def worth(pence, **changes):
    return contract(value_pence=pence, **changes)


@pytest.mark.parametrize(
    ("pence", "expected", "advises"),
    [
        (9_200_00, "meets", False),
        (9_200_01, "unknown", True),
        (18_400_00, "unknown", True),
        (18_400_01, "unknown", False),
        (36_800_00, "unknown", False),
        (36_800_01, "fails", False),
    ],
)
def test_the_caution_grows_with_the_value_of_a_year(pence, expected, advises):
    found = reason("size", worth(pence))
    assert (found.answer, found.advises) == (expected, advises)


def test_far_too_large_is_said_to_be_our_own_rule_of_thumb():
    found = reason(
        "size", worth(118_000_000_00, starts_on=date(2025, 4, 1), ends_on=date(2035, 4, 1))
    )
    assert found.because == (
        "The contract is worth £118,000,000 over 10 years, about £11,800,000 a year. "
        "Your last accounts show £18,400. "
        "Our rule of thumb is at most twice your income in a year."
    )


def test_a_long_contract_is_compared_by_the_year():
    ten_years = worth(80_000_00, starts_on=date(2027, 1, 1), ends_on=date(2036, 12, 31))
    assert answer("size", ten_years) == "meets"


def test_a_length_in_days_counts_as_well():
    found = worth(24_000_00, starts_on=None, ends_on=None, duration_days=730)
    assert "£24,000 over 2 years, about £12,000 a year" in reason("size", found).because


def test_where_no_length_is_given_two_years_are_supposed():
    found = reason("size", worth(18_000_00, starts_on=None, ends_on=None))
    assert found.answer == "meets"
    assert "the buyer does not say for how long (we count 2 years)." in found.because


def test_the_value_of_a_year_is_rounded_as_one_would_say_it():
    odd = worth(350_000_00, starts_on=date(2027, 1, 1), ends_on=date(2029, 12, 31))
    assert "over 3 years, about £116,700 a year." in reason("size", odd).because
    small = worth(1_000_00, starts_on=date(2027, 1, 1), ends_on=date(2029, 12, 31))
    assert "over 3 years, about £333 a year." in reason("size", small).because


@pytest.mark.parametrize("pence", [None, 1, 1_00])
def test_a_value_of_a_penny_is_no_value(pence):
    found = reason("size", worth(pence))
    assert (found.answer, found.heading) == ("unknown", "Ask what it is worth")


def test_without_a_value_the_least_value_counts():
    assert answer("size", worth(None, value_min_pence=1_000_000_00)) == "fails"


def test_a_new_group_with_no_income_may_still_take_on_something_small():
    assert fit(worth(10_000_00), group(annual_income_pence=0)).verdict is not Verdict.CANNOT
    assert answer("size", worth(20_000_01), group(annual_income_pence=0)) == "fails"


def test_without_a_known_income_one_has_to_compare():
    assert answer("size", worth(1_000_000_00), NOBODY) == "unknown"
    assert largest_worth_judging(NOBODY) is None
    assert largest_worth_judging(LUNCH_CLUB) == 184_000_00


LOTS = (
    Lot("1", "North", value_pence=900_000_00, status="active"),
    Lot("2", "South", value_pence=8_000_00, status="active", duration_days=365),
    Lot("3", "West", value_pence=10_00, status="cancelled"),
)


def test_a_contract_in_parts_is_as_large_as_its_smallest_open_part():
    found = worth(908_000_00, lots=LOTS)
    assert size_of(found).value_pence == 8_000_00
    assert answer("size", found) == "meets"
    assert reason("parts", found).because == (
        "The contract has 2 parts, the smallest worth £8,000. You may bid for one part."
    )


def test_one_part_is_no_part():
    assert reason("parts", contract(lots=LOTS[:1])) is None


def test_parts_without_a_value_leave_the_whole_to_compare():
    assert answer("size", worth(908_000_00, lots=(Lot("1"), Lot("2")))) == "fails"


@pytest.mark.parametrize(
    ("codes", "title", "expected"),
    [
        (("55524000",), "Cluster 4", "meets"),
        (("85312200",), "Service", "meets"),
        (("85300000",), "Befriending for older people", "meets"),
        ((), "Lunch club in a day centre", "meets"),
        (("85300000",), "Tenancy sustainment", "unknown"),
        (("45000000",), "Roof repairs", "unknown"),
        (("79822500",), "Our Food 2025 typeset and design", "unknown"),
        ((), "Roof repairs", "unknown"),
    ],
)
def test_the_work_is_known_by_its_codes_and_title(codes, title, expected):
    named = tuple(Classification(code, "As the buyer calls it") for code in codes)
    assert answer("work", contract(classifications=named, title=title)) == expected


def test_work_that_does_not_match_never_rules_out():
    other = contract(
        classifications=(Classification("45000000", "Construction work"),), title="Roof"
    )
    assert fit(other).verdict is Verdict.CHECK
    assert reason("work", other).because == (
        "The buyer wants: “Construction work”. "
        "You told us: lunch club and shared meals, for older people."
    )


def test_of_several_kinds_of_work_the_one_that_suits_is_quoted():
    kinds = (Classification("45000000", "Building"), Classification("55524000", "School meals"))
    assert "wants: “School meals”." in reason("work", contract(classifications=kinds)).because


def test_a_group_that_has_not_said_what_it_does_is_asked():
    assert answer("work", contract(), NOBODY) == "unknown"


@pytest.mark.parametrize(
    ("deliveries", "expected"),
    [
        ((Delivery("South East"),), "meets"),
        ((Delivery("UKJ14"),), "meets"),
        ((Delivery("", "OX16 5AA"),), "meets"),
        ((Delivery("West Midlands"),), "unknown"),
        ((Delivery("", "B1 1BB"), Delivery("England")), "unknown"),
        ((Delivery("England"), Delivery("London")), "unknown"),
        ((Delivery("South East", "RH4 1SJ"),), "meets"),
        ((Delivery("somewhere"),), "unknown"),
        ((), "unknown"),
    ],
)
def test_the_nearest_place_that_is_told_counts(deliveries, expected):
    assert answer("place", contract(deliveries=deliveries)) == expected


def test_a_group_that_works_in_a_wider_area_works_there_too():
    found = contract(deliveries=(Delivery("UKJ14"),))
    assert answer("place", found, group(areas=("E12000008",))) == "meets"


def test_the_place_sentence_quotes_both_sides():
    found = contract(deliveries=(Delivery("West Midlands", "DY1 1HF"),))
    assert reason("place", found).because == (
        "The work is in the West Midlands (DY1 1HF). You work in Cherwell."
    )


def test_a_group_without_an_area_is_asked_for_it():
    assert answer("place", contract(), NOBODY) == "unknown"


def closing(days, **changes):
    at = datetime(2026, 11, 22, 12, tzinfo=UTC) + timedelta(days=days)
    return contract(deadline_at=at, **changes)


def test_a_contract_that_closed_yesterday_cannot_be_bid_for():
    assert fit(closing(-1)).verdict is Verdict.CANNOT


@pytest.mark.parametrize(("days", "expected"), [(0, "fails"), (13, "fails"), (14, "meets")])
def test_little_time_is_a_warning(days, expected):
    judged = fit(closing(days))
    assert judged.verdict is not Verdict.CANNOT
    assert answer("deadline", closing(days)) == expected


def test_one_still_shown_as_open_after_its_closing_day_has_to_be_checked_with_the_buyer():
    old = contract(
        deadline_at=datetime(2016, 2, 1, 12, tzinfo=UTC),
        released_at=datetime(2025, 1, 23, 18, tzinfo=UTC),
        ends_on=None,
    )
    judged = fit(old)
    assert judged.verdict is Verdict.CHECK
    assert judged.reasons[0].heading == "Check with the buyer"
    assert fit(replace(old, ends_on=date(2020, 1, 1))).verdict is Verdict.CANNOT
    assert fit(replace(old, status="")).verdict is Verdict.CANNOT


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "cancelled"},
        {"status": "unsuccessful"},
        {"status": "complete"},
        {"stage": "award", "status": "complete"},
        {"ends_on": date(2026, 11, 21)},
    ],
)
def test_what_is_over_cannot_be_bid_for(changes):
    assert fit(contract(**changes)).verdict is Verdict.CANNOT


def test_what_ends_without_a_winner_is_not_said_to_be_stopped():
    because = reason("deadline", contract(status="unsuccessful")).because
    assert because == "The buyer chose no bid. You could look out for another try."


def test_one_that_closes_tomorrow_says_tomorrow():
    assert "Bids close tomorrow, on Monday 23" in reason("deadline", closing(1)).because


def test_a_list_that_is_still_open_after_a_first_award_can_be_bid_for():
    assert fit(contract(stage="award")).verdict is Verdict.CAN


@pytest.mark.parametrize(
    ("changes", "heading"),
    [
        ({"stage": "planning", "status": "planned"}, "Not open for bids yet"),
        ({"stage": "planning", "status": "planned", "starts_on": None}, "Not open for bids yet"),
        ({}, "No closing date given"),
        ({"starts_on": date(2026, 1, 1)}, "Check with the buyer"),
    ],
)
def test_without_a_closing_day_one_has_to_ask(changes, heading):
    found = reason("deadline", contract(deadline_at=None, **changes))
    assert (found.answer, found.heading) == ("unknown", heading)


@pytest.mark.parametrize(
    ("codes", "form", "expected"),
    [
        ((), LegalForm.CIC, None),
        (("smeVcse",), LegalForm.COMPANY, "meets"),
        (("smeVcse",), None, "meets"),
        (("vcse",), LegalForm.CIO, "meets"),
        (("vcse",), LegalForm.COMPANY, "unknown"),
        (("vcse",), None, "unknown"),
        (("shelteredWorkshop",), LegalForm.CIO, "unknown"),
        (("somethingNew",), LegalForm.CIO, "unknown"),
    ],
)
def test_a_competition_that_is_kept_for_some_says_for_whom(codes, form, expected):
    assert answer("reserved", contract(reserved_for=codes), group(legal_form=form)) == expected


@pytest.mark.parametrize("mark", [True, False])
def test_the_buyers_mark_is_shown_and_changes_nothing(mark):
    plain, marked = fit(contract()), fit(contract(suitable_vcse=mark))
    assert (marked.verdict, marked.score) == (plain.verdict, plain.score)
    assert reason("buyers_mark", contract(suitable_vcse=mark)).advises


def test_health_services_are_labelled_apart():
    found = reason("health_rules", contract(legal_basis="UKSI/2023/1348"))
    assert (found.answer, found.advises) == ("unknown", True)
    assert "SI 2023/1348" in found.because
    assert reason("health_rules", contract()) is None


@pytest.mark.parametrize(
    ("pence", "heading"),
    [
        (100_000_00, "Social value: not scored"),
        (100_000_01, "Social value will be scored"),
        (None, "Ask about social value"),
        (1, "Ask about social value"),
    ],
)
def test_the_social_value_line_means_over(pence, heading):
    assert reason("social_value", worth(pence)).heading == heading


def test_another_buyer_may_have_another_line():
    found = reason("social_value", worth(200_000_00, buyer="Luton Council"))
    assert (found.answer, found.heading) == ("unknown", "Social value may be scored")
    assert reason("social_value", contract(), rulebook=RuleBook([])) is None


@pytest.mark.parametrize("buyer", ["Council", "Oxford", "County Council"])
def test_a_buyer_whose_name_is_part_of_the_councils_is_another_buyer(buyer):
    found = reason("social_value", worth(200_000_00, buyer=buyer))
    assert found.heading == "Social value may be scored"
    assert found.because.startswith(
        "Social value is scored on contracts of Oxfordshire County Council over £100,000."
    )


def test_a_group_that_is_no_body_is_warned_and_may_bid():
    judged = fit(contract())
    assert judged.verdict is Verdict.CAN
    assert "your members would sign" in reason("standing", contract()).because
    assert reason("standing", contract(), group(legal_form=LegalForm.CIO)) is None


def test_a_surgical_framework_that_is_ticked_as_suitable_is_not_for_a_lunch_club():
    framework = contract(
        title="Minimally Invasive Surgery",
        classifications=(Classification("33140000", "Medical consumables"),),
        value_pence=543_000_000_00,
        suitable_vcse=True,
    )
    judged = fit(framework, rulebook=RULES)
    assert judged.verdict is Verdict.CANNOT
    assert judged.score < fit(contract()).score

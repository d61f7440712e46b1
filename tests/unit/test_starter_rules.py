"""The rules, places and agreements of the starter library: dated rows that follow one another."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.support.starter import TODAY, of, one, rules
from vcs_desktop.domain import rulebook
from vcs_desktop.domain.areas import name_of


def test_two_rows_of_one_rule_never_hold_on_the_same_day():
    rows = {}
    for record in of("rule"):
        rows.setdefault(record.data["rule"], []).append(record.data)
    for same in rows.values():
        spans = sorted(
            (each.get("validFrom") or "0001-01-01", each.get("validTo") or "9999-12-31")
            for each in same
        )
        for (_, ends), (starts, _) in pairwise(spans):
            assert ends < starts, same[0]["rule"]


def test_rows_that_follow_one_another_leave_no_day_between():
    rows = {}
    for record in of("rule"):
        rows.setdefault(record.data["rule"], []).append(record.data)
    for same in rows.values():
        ordered = sorted(same, key=lambda each: each.get("validFrom") or "")
        for before, after in pairwise(ordered):
            day_after = date.fromisoformat(before["validTo"]) + timedelta(days=1)
            assert day_after == date.fromisoformat(after["validFrom"]), before["rule"]


@pytest.mark.parametrize(
    ("rule", "day", "pence"),
    [
        ("charity_external_scrutiny", date(2026, 9, 29), 25_000_00),
        ("charity_external_scrutiny", date(2026, 9, 30), 40_000_00),
        ("charity_receipts_and_payments", date(2026, 9, 29), 250_000_00),
        ("charity_receipts_and_payments", date(2026, 9, 30), 500_000_00),
        ("charity_audit_income", date(2026, 9, 30), 1_500_000_00),
        ("charity_file_accounts_income", date(2026, 9, 30), 25_000_00),
        ("charity_annual_return_income", date(2026, 9, 30), 10_000_00),
        ("procurement_goods_services_council", date(2025, 12, 31), 214_904_00),
        ("procurement_goods_services_council", date(2026, 1, 1), 207_720_00),
        (rulebook.LIVING_WAGE, date(2026, 3, 31), 12_21),
        (rulebook.LIVING_WAGE, date(2026, 4, 1), 12_71),
        ("volunteer_mileage_first", date(2026, 4, 5), 45),
        ("volunteer_mileage_first", date(2026, 4, 6), 55),
        (rulebook.SOCIAL_VALUE_LINE, TODAY, 100_000_00),
        (rulebook.BELOW_THRESHOLD_NOTICE, TODAY, 30_000_00),
    ],
)
def test_a_threshold_has_the_value_of_the_day(rule, day, pence):
    assert rules().on(rule, day).value == pence


def test_the_procurement_act_has_no_figures_from_before_its_first_day():
    for record in of("rule"):
        if record.data.get("law", "").startswith("Procurement Act 2023"):
            assert record.data.get("validFrom", "") >= "2025-02-24", record.id


def test_a_limit_that_begins_above_a_sum_does_not_leave_out_the_sum_itself():
    """With "over £500,000", exactly £500,000 is not "below this" and still has the lighter rule."""
    for record in of("rule"):
        if record.data["comparison"] == "over":
            assert "Below this" not in record.data["text"], record.id


def test_only_the_checks_that_are_free_are_called_free():
    free = one("rule/dbs-volunteer-fee").data
    assert "standard or enhanced" in free["title"]
    assert "A basic check is not free" in free["text"]


def test_the_rules_that_the_program_asks_for_are_there():
    names = (rulebook.LIVING_WAGE, rulebook.SOCIAL_VALUE_LINE, rulebook.RESERVED_CONTRACTS,
             rulebook.BELOW_THRESHOLD_NOTICE)  # fmt: skip
    assert all(rules().on(name, TODAY) for name in names)


def test_councils_could_not_keep_contracts_for_local_groups_before_february_2026():
    assert rules().on(rulebook.RESERVED_CONTRACTS, date(2026, 2, 3)) is None
    assert rules().on(rulebook.RESERVED_CONTRACTS, date(2026, 2, 4)) is not None


def test_social_value_is_scored_over_the_line_and_not_on_it():
    assert rules().on(rulebook.SOCIAL_VALUE_LINE, TODAY).comparison == "over"


def test_law_that_is_not_in_force_says_so():
    for record in of("rule"):
        if record.data["rule"].startswith("martyns_law"):
            assert record.data["text"].startswith("It is not in force yet.")


def test_every_district_is_there_under_the_name_of_its_code():
    districts = {
        each.data["code"]: each.data for each in of("place") if each.data["placeType"] == "district"
    }
    assert set(districts) == {"E07000177", "E07000178", "E07000179", "E07000180", "E07000181"}
    for code, district in districts.items():
        assert district["title"] == name_of(code)
        assert district["within"] == "place/county/oxfordshire"
        assert "validTo" not in district


def test_every_place_lies_within_a_place_of_the_library():
    known = {each.id for each in of("place")}
    assert all(each.data["within"] in known for each in of("place") if each.data.get("within"))


def test_councils_that_are_to_be_replaced_say_so_and_claim_no_decision():
    councils = [each.data for each in of("place") if each.data["placeType"] == "council"]
    assert len(councils) == 6
    for council in councils:
        assert "2028" in council["text"]
        assert "did not find the decision" in council["text"]


def test_osca_has_its_official_name_and_is_known_by_the_strategys():
    osca = one("place/network/osca").data
    assert osca["title"] == "Oxfordshire Stronger Communities Alliance"
    assert "Oxfordshire Stronger Community Alliance" in osca["alsoKnownAs"]


def test_the_compacts_say_what_holds_and_what_was_replaced():
    states = {each.id: each.data["state"] for each in of("compact")}
    assert {state for key, state in states.items() if "national-2010" in key} == {"replaced"}
    assert {state for key, state in states.items() if "covenant-2025" in key} == {"in_force"}
    codes = [state for key, state in states.items() if key.endswith("-code")]
    assert sorted(codes) == ["in_force"] * 3 + ["to_be_developed"] * 2
    assert all(each.data["isSummary"] is True for each in of("compact"))


def test_every_principle_says_where_it_was_read_and_what_it_is_about():
    for each in of("compact"):
        assert each.data["seenIn"] in ("text", "report", "draft"), each.id
        assert each.data["topics"], each.id


def test_the_headings_of_the_covenant_say_which_were_seen_only_in_a_draft():
    seen = {n: one(f"compact/covenant-2025/{n}").data["seenIn"] for n in (1, 2, 3, 4)}
    assert seen == {1: "text", 2: "text", 3: "report", 4: "draft"}


def test_consultation_is_a_topic_of_every_agreement():
    editions = {each.data["edition"] for each in of("compact")}
    about = [each for each in of("compact") if "consultation" in each.data["topics"]]
    assert {each.data["edition"] for each in about} == editions
    named = [each for each in about if each.data["title"].startswith("Consultation")]
    assert {each.data["edition"] for each in named} == editions


def test_the_twelve_weeks_are_said_to_be_the_old_national_agreements():
    weeks = [each for each in of("compact") if "12 weeks" in each.data["text"]]
    assert weeks
    assert {each.data["state"] for each in weeks} == {"replaced"}


def test_every_network_and_hub_says_whom_it_serves_and_what_it_offers():
    for each in of("place"):
        if each.data["placeType"] in ("network", "hub", "library", "support_body"):
            assert each.data["area"], each.id
            assert set(each.data["offers"]) <= {
                "advice", "computers", "equipment", "money", "network", "space", "training",
                "voice", "volunteers",
            }, each.id  # fmt: skip


def test_a_day_that_we_worked_out_ourselves_says_so():
    week = one("event/volunteers-week-2027").data
    assert date.fromisoformat(week["startsAt"]).isoweekday() == 1
    assert "worked out" in week["when"]

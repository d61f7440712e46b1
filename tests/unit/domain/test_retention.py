"""Whom to look at again, from which day on, and why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from vcs_desktop.domain.people import Consent, DbsCheck, EmergencyContact, Person, Role, Tie
from vcs_desktop.domain.retention import (
    DBS_AFTER_LEAVING,
    Reason,
    Rule,
    left_on,
    reasons,
    why,
)
from vcs_desktop.domain.retention_rules import RetentionRules

OURS = RetentionRules()
LEFT = date(2020, 2, 29)
VOLUNTEER = Person(name="Asha", roles=(Role("1", Tie.VOLUNTEER, until=LEFT),))
TRUSTEE = Person(name="Ben", roles=(*VOLUNTEER.roles, Role("2", Tie.COMMITTEE, until=LEFT)))
CONTACT = Person(name="Carol")
DAY = timedelta(days=1)


def rules_of(person, on, *, changed_on=date(2026, 1, 1), rules=OURS):
    return [each.rule for each in reasons(person, changed_on, on, rules)]


@pytest.mark.parametrize(
    ("person", "last_quiet_day", "rule"),
    [
        (VOLUNTEER, date(2022, 2, 28), Rule.LEFT),
        (TRUSTEE, date(2026, 2, 28), Rule.COMMITTEE_LEFT),
    ],
)
def test_who_left_is_looked_at_after_some_years(person, last_quiet_day, rule):
    assert rules_of(person, last_quiet_day) == []
    assert rules_of(person, last_quiet_day + DAY) == [rule]


def test_who_still_has_a_role_or_whose_end_nobody_knows_has_not_left():
    for role in (Role("3"), Role("3", until=date(2030, 1, 1))):
        assert left_on(replace(VOLUNTEER, roles=(*VOLUNTEER.roles, role)), date(2026, 1, 1)) is None
    assert left_on(CONTACT, date(2026, 1, 1)) is None
    assert left_on(VOLUNTEER, LEFT) is None
    assert left_on(VOLUNTEER, LEFT + DAY) == LEFT


def test_a_contact_is_looked_at_when_nothing_was_changed_for_three_years():
    changed = date(2023, 5, 1)
    assert rules_of(CONTACT, date(2026, 5, 1), changed_on=changed) == []
    assert rules_of(CONTACT, date(2026, 5, 2), changed_on=changed) == [Rule.CONTACT]


def test_a_consent_that_was_taken_back_is_looked_at_at_once_until_somebody_has():
    person = Person(roles=(Role("1"),), consents=(Consent("c", withdrawn_on=date(2026, 3, 1)),))
    assert rules_of(person, date(2026, 2, 28)) == []
    assert rules_of(person, date(2026, 3, 1)) == [Rule.CONSENT_WITHDRAWN]
    kept = replace(person, kept_on=date(2026, 3, 1))
    assert rules_of(kept, date(2026, 3, 2)) == []
    assert rules_of(kept, date(2028, 1, 1)) == []
    assert rules_of(replace(person, kept_on=date(2025, 1, 1)), date(2026, 3, 1)) != []


def test_a_check_that_was_due_a_year_ago_is_looked_at():
    person = Person(roles=(Role("1"),), dbs=DbsCheck(recheck_on=date(2025, 3, 1)))
    assert rules_of(person, date(2026, 3, 1)) == []
    assert rules_of(person, date(2026, 3, 2)) == [Rule.RECHECK]


def test_what_is_only_needed_while_somebody_is_there_is_looked_at_when_they_left():
    person = replace(
        VOLUNTEER, emergency=EmergencyContact("Dan"), dbs=DbsCheck(seen_on=date(2019, 1, 1))
    )
    assert rules_of(person, LEFT) == []
    assert rules_of(person, LEFT + DAY) == [Rule.EMERGENCY_OF_LEAVER]
    assert rules_of(person, LEFT + DBS_AFTER_LEAVING + DAY) == [
        Rule.EMERGENCY_OF_LEAVER, Rule.DBS_OF_LEAVER
    ]  # fmt: skip
    assert rules_of(person, date(2023, 1, 1)) == [Rule.LEFT]


def test_who_was_kept_comes_back_a_year_later():
    kept = replace(VOLUNTEER, kept_on=date(2024, 2, 29))
    assert rules_of(kept, date(2025, 2, 27)) == []
    assert rules_of(kept, date(2025, 2, 28)) == [Rule.LEFT]


def test_a_group_may_set_its_own_years():
    rules = RetentionRules(left=0, committee=1, contact=10, recheck=2)
    assert rules_of(VOLUNTEER, LEFT + DAY, rules=rules) == [Rule.LEFT]
    assert rules_of(TRUSTEE, date(2021, 3, 1), rules=rules) == [Rule.COMMITTEE_LEFT]
    assert rules_of(CONTACT, date(2026, 1, 1), changed_on=date(2017, 1, 1), rules=rules) == []


def test_years_without_sense_and_the_last_days_of_the_calendar_break_nothing():
    for years in (-5, 10**9):
        rules_of(VOLUNTEER, date(2026, 1, 1), rules=RetentionRules(left=years, contact=years))
    late = Person(roles=(Role("1", until=date(9999, 12, 30)),), kept_on=date(9999, 12, 31))
    assert rules_of(late, date(9999, 12, 31)) == []


@pytest.mark.parametrize("rule", Rule)
def test_every_reason_is_a_short_sentence_with_the_name_and_the_day(rule):
    for years in (1, 2):
        said = why(Reason(rule, LEFT, years), "Asha")
        assert "Asha" in said
        assert "29 February 2020" in said
        assert len(said.split()) <= 20

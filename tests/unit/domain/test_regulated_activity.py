"""Which roles are regulated activity, on each side of 1 September 2026."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from tests.support.starter import starter_rules
from vcs_desktop.domain.regulated_activity import Regulated, check_words, verdict_on
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.volunteering import VolunteerRole, WorksWith

BEFORE, SINCE = date(2026, 8, 31), date(2026, 9, 1)
CLUB = VolunteerRole(
    "r",
    name="Homework club",
    works_with=WorksWith.CHILDREN,
    is_close_work=True,
    is_watched_over=True,
    is_often=True,
    is_overnight=False,
)


@pytest.fixture(scope="module")
def book():
    return starter_rules()


def test_who_was_watched_over_counts_from_1_september_2026_on(book):
    assert verdict_on(CLUB, BEFORE, book).answer is Regulated.NO
    since = verdict_on(CLUB, SINCE, book)
    assert since.answer is Regulated.LIKELY
    assert any("1 September 2026" in words for words in since.why)
    assert any("A club should ask DBS" in words for words in since.why)


def test_each_verdict_on_the_rule_shows_its_row(book):
    assert [each.rule for each in verdict_on(CLUB, BEFORE, book).rules] == [
        "dbs_children_supervision"
    ]
    rules = verdict_on(CLUB, SINCE, book).rules
    assert [each.rule for each in rules] == ["dbs_children_regulated_days"]
    assert all(each.provenance.source_url for each in rules)


def test_often_or_overnight_counts_and_neither_does_not(book):
    for often, night in product((True, False), repeat=2):
        role = replace(CLUB, is_often=often, is_overnight=night)
        wanted = Regulated.LIKELY if often or night else Regulated.NO
        assert verdict_on(role, SINCE, book).answer is wanted


def test_one_night_counts_though_nobody_has_said_how_often(book):
    role = replace(CLUB, is_often=None, is_overnight=True)
    assert verdict_on(role, SINCE, book).answer is Regulated.LIKELY


@pytest.mark.parametrize(
    "more",
    [
        {"works_with": None},
        {"is_close_work": None},
        {"is_often": None},
        {"is_often": False, "is_overnight": None},
    ],
)
def test_a_missing_answer_is_asked_for_and_never_guessed(book, more):
    assert verdict_on(replace(CLUB, **more), SINCE, book).answer is Regulated.NOT_SAID


def test_work_that_is_not_close_or_with_nobody_in_need_does_not_count(book):
    assert verdict_on(replace(CLUB, is_close_work=False), SINCE, book).answer is Regulated.NO
    alone = replace(CLUB, works_with=WorksWith.NOBODY, is_close_work=None)
    assert verdict_on(alone, SINCE, book).answer is Regulated.NO


def test_the_answer_about_adults_is_to_ask(book):
    role = replace(CLUB, works_with=WorksWith.ADULTS_WITH_NEEDS)
    told = verdict_on(role, SINCE, book)
    assert told.answer is Regulated.UNSURE
    assert "Ask DBS" in told.why[-1]


def test_with_both_the_stricter_answer_leads_and_both_are_told(book):
    both = replace(CLUB, works_with=WorksWith.BOTH)
    told = verdict_on(both, SINCE, book)
    assert told.answer is Regulated.LIKELY
    assert len(told.rules) == 2
    seldom = replace(both, is_often=False)
    assert verdict_on(seldom, SINCE, book).answer is Regulated.UNSURE


def test_before_the_day_who_was_not_watched_over_has_to_ask(book):
    role = replace(CLUB, is_watched_over=False)
    assert verdict_on(role, BEFORE, book).answer is Regulated.UNSURE
    assert verdict_on(role, SINCE, book).answer is Regulated.LIKELY


def test_without_a_rule_the_answer_is_never_no_and_never_yes():
    assert verdict_on(CLUB, SINCE, RuleBook(())).answer is Regulated.UNSURE


def test_it_says_what_may_not_be_asked_and_that_it_is_free():
    law, free = check_words()
    assert "against the law" in law
    assert "free" in free

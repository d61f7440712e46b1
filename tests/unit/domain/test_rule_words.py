"""Rules in time and in words: what holds, what held and what comes."""

from datetime import date

import pytest

from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rule_words import State, in_time, limit, period
from vcs_desktop.domain.rulebook import RuleBook

TODAY = date(2026, 11, 23)


def rule(value=4_000_000, unit="pence", comparison="over", first=None, last=None, **more):
    told = Provenance(valid_from=first, valid_to=last)
    name = more.pop("name", "check")
    return Rule(
        f"{name}/{first}", name, "A title", value, unit, comparison, provenance=told, **more
    )


@pytest.mark.parametrize(
    ("value", "unit", "comparison", "said"),
    [
        (4_000_000, "pence", "over", "Over £40,000"),
        (3_000_000, "pence", "from", "£30,000 or more"),
        (3_000, "pence", "up_to", "Up to £30"),
        (3_000, "pence", "under", "Under £30"),
        (45, "pence", "up_to", "Up to 45p"),
        (0, "pence", "", "Nothing to pay"),
        (1271, "pence", "from", "£12.71 or more"),
        (16.7, "per_cent", "", "16.7%"),
        (10, "percent_of_value", "up_to", "Up to 10%"),
        (1, "weeks", "", "1 week"),
        (10, "months", "up_to", "Up to 10 months"),
        (12, "months", "up_to", "Up to 12 months"),
        (72, "months", "from", "6 years or more"),
        (3, "count", "over", ""),
        (None, "", "under", ""),
    ],
)
def test_a_limit_is_said_as_people_say_it(value, unit, comparison, said):
    assert limit(rule(value, unit, comparison)) == said


@pytest.mark.parametrize(
    ("first", "last", "more", "said"),
    [
        (None, None, {}, "No start or end day is given"),
        (date(2026, 4, 1), None, {}, "From 1 April 2026"),
        (None, date(2025, 12, 31), {}, "Until 31 December 2025"),
        (date(2026, 1, 1), date(2027, 12, 31), {}, "From 1 January 2026 to 31 December 2027"),
        (None, None, {"applies_by": "tax_year"}, "For each tax year, from 6 April to 5 April"),
        (None, None, {"applies_by": "period_end"}, "For accounting years of any date"),
        (
            date(2026, 9, 30), None, {"applies_by": "period_end"},
            "For accounting years that end on or after 30 September 2026",
        ),
        (
            None, date(2026, 9, 29), {"applies_by": "period_end"},
            "For accounting years that ended before 30 September 2026",
        ),
        (
            date(2026, 9, 30), date(2028, 3, 31), {"applies_by": "period_end"},
            "For accounting years that end from 30 September 2026, and before 1 April 2028",
        ),
        (None, None, {"not_yet": True}, "The day on which it begins is not set"),
    ],
)  # fmt: skip
def test_the_days_of_a_rule_are_said_by_what_chooses_them(first, last, more, said):
    assert period(rule(first=first, last=last, **more)) == said


def test_a_rule_shows_the_row_that_holds_and_tells_of_those_before_and_after():
    book = RuleBook(
        [
            rule(1, last=date(2026, 3, 31)),
            rule(2, first=date(2026, 4, 1), last=date(2027, 3, 31)),
            rule(3, first=date(2027, 4, 1)),
        ]
    )
    found = in_time(book, "check", TODAY)
    assert found.shown.rule.value == 2
    assert [(row.rule.value, row.state) for row in found.rows] == [
        (3, State.TO_COME),
        (2, State.NOW),
        (1, State.BEFORE),
    ]


def test_where_none_holds_the_next_is_shown_and_else_the_last():
    coming = RuleBook([rule(2, first=date(2028, 1, 1)), rule(1, first=date(2027, 1, 1))])
    assert in_time(coming, "check", TODAY).shown.rule.value == 1
    gone = RuleBook(
        [rule(1, last=date(2020, 1, 1)), rule(2, first=date(2021, 1, 1), last=date(2022, 1, 1))]
    )
    assert in_time(gone, "check", TODAY).shown.state is State.BEFORE


def test_a_law_whose_first_day_is_not_set_does_not_hold_today():
    found = in_time(RuleBook([rule(not_yet=True)]), "check", TODAY)
    assert found.shown.state is State.TO_COME


def test_a_rule_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        in_time(RuleBook([]), "none", TODAY)

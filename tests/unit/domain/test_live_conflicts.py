"""What of the group's own stands in the way of one more application."""

from dataclasses import replace
from datetime import date

import pytest

from tests.support.application_examples import BARE, WARM
from vcs_desktop.domain.applications import Application, Choice, Status
from vcs_desktop.domain.funding import Conflict
from vcs_desktop.domain.grants import Grant
from vcs_desktop.domain.live_conflicts import conflicts_with

TODAY = date(2026, 11, 23)
ONE_OF = replace(WARM, conflicts=(Conflict("one_of", (BARE.id,), "Only one of the two."),))
ONE_LIVE = replace(WARM, conflicts=(Conflict("one_live_grant", (BARE.id,), "One at a time."),))
OURS = Application("a", "Ours", call=BARE.id)


def found(call, application, grant=None):
    grants = {"a": grant} if grant else {}
    return [
        (each.application, each.rule, each.is_grant)
        for each in conflicts_with(call, [application], grants, TODAY)
    ]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.DECIDED, Status.SENT])
def test_one_that_is_under_way_rules_the_other_out(status):
    assert found(ONE_OF, replace(OURS, status=status)) == [("a", "Only one of the two.", False)]
    assert found(ONE_LIVE, replace(OURS, status=status)) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(OURS, status=Status.REFUSED),
        replace(OURS, status=Status.WITHDRAWN),
        replace(OURS, choice=Choice.NOT_NOW),
        replace(OURS, status=Status.SENT, is_from_before=True),
        replace(OURS, call="another"),
        replace(OURS, call=""),
    ],
)
def test_what_came_to_nothing_or_is_another_does_not(other):
    assert found(ONE_OF, other) == []


@pytest.mark.parametrize(
    ("ends_on", "of_grant", "runs"),
    [
        (None, None, True),
        (date(2026, 11, 23), None, True),
        (date(2026, 11, 22), None, False),
        (date(2026, 1, 1), date(2027, 1, 1), True),
        (date(2027, 1, 1), date(2026, 1, 1), False),
    ],
)
def test_a_grant_that_still_runs_rules_the_other_out(ends_on, of_grant, runs):
    won = replace(OURS, status=Status.AWARDED, ends_on=ends_on)
    grant = Grant(application="a", ends_on=of_grant) if of_grant else None
    assert found(ONE_LIVE, won, grant) == ([("a", "One at a time.", True)] if runs else [])


def test_the_same_notice_counts_too_but_not_the_application_itself():
    again = replace(OURS, call=WARM.id)
    assert found(ONE_OF, again) == [("a", "Only one of the two.", False)]
    assert conflicts_with(ONE_OF, [again], {}, TODAY, but="a") == []


def test_a_notice_without_such_a_rule_has_no_conflicts_and_each_is_told_once():
    assert found(WARM, OURS) == []
    twice = replace(ONE_OF, conflicts=ONE_OF.conflicts * 2)
    assert len(found(twice, OURS)) == 1

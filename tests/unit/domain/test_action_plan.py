"""The council's own plan: changed, noted, and kept as rows of the workbook."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from vcs_desktop.domain.action_plan import (
    FIELDS,
    PROGRESS,
    Action,
    ActionPlan,
    Progress,
    changes_of,
    evidence_problem,
    is_overdue,
    looks_like_a_person,
    said_in_words,
    with_action,
    without_action,
)
from vcs_desktop.domain.action_plan_json import as_json, from_json, rows_of

TODAY = date(2027, 3, 9)
NEXT_DAY = TODAY + timedelta(days=1)
TRAIN = Action("a", "Train 40 treasurers", owner="Communities team")

ACTIONS = some.builds(
    Action,
    id=some.sampled_from("abc"),
    title=some.text(max_size=20),
    owner=some.text(max_size=20),
    due_on=some.none() | some.dates(),
    progress=some.sampled_from(Progress),
    evidence=some.text(max_size=40),
)


def test_an_action_is_new_then_changed_in_its_place():
    plan = with_action(ActionPlan(), TRAIN, TODAY)
    plan = with_action(plan, Action("b", "Meet"), TODAY)
    plan = with_action(plan, Action("a", "Train 50 treasurers"), NEXT_DAY)
    assert [each.title for each in plan.actions] == ["Train 50 treasurers", "Meet"]
    assert [each.changed_on for each in plan.actions] == [NEXT_DAY, TODAY]


def test_what_is_typed_bit_by_bit_on_one_day_is_one_change():
    plan = ActionPlan()
    for title in ("T", "Tra", "Train"):
        plan = with_action(plan, Action("a", title), TODAY)
    plan = with_action(plan, Action("a", "Train more"), NEXT_DAY)
    said = [(each.on, each.before, each.after) for each in changes_of(plan, "a")]
    assert said == [(NEXT_DAY, "Train", "Train more"), (TODAY, "", "Train")]


def test_what_is_put_back_on_the_same_day_was_no_change():
    plan = with_action(ActionPlan(), TRAIN, TODAY)
    there = with_action(plan, Action("a", "Other", owner=TRAIN.owner), NEXT_DAY)
    back = with_action(there, TRAIN, NEXT_DAY)
    assert back.changes == plan.changes


def test_an_action_that_was_taken_out_comes_back_in_its_place():
    plan = ActionPlan()
    for each in ("a", "b", "c"):
        plan = with_action(plan, Action(each, each), TODAY)
    out = without_action(plan, "b")
    assert [each.id for each in out.actions] == ["a", "c"]
    back = with_action(out, plan.actions[1], NEXT_DAY, 1)
    assert back == plan


@given(some.lists(some.tuples(ACTIONS, some.dates()), max_size=8))
def test_what_is_kept_reads_as_it_was(steps):
    plan = ActionPlan("The Council")
    for action, day in steps:
        plan = with_action(plan, action, day)
    assert from_json(json.loads(json.dumps(as_json(plan)))) == plan


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        {},
        {"format": 2},
        {"format": 1, "actionPlan": {}},
        {"format": 1, "actionPlan": ["a"]},
        {"format": 1, "actionPlan": [{"title": "No id"}]},
        {"format": 1, "actionPlan": [{"id": "a"}, {"id": "a"}]},
        {"format": 1, "actionPlan": [{"id": "a", "progress": "soon"}]},
        {"format": 1, "actionPlan": [{"id": "a", "dueOn": "tomorrow"}]},
        {"format": 1, "actionPlan": [{"id": 7}]},
        {"format": 1, "changes": [{"on": "2027-03-09", "action": "a", "field": "colour"}]},
    ],
)
def test_what_is_no_plan_is_not_taken_for_one(wrong):
    with pytest.raises(ValueError, match=r"."):
        from_json(wrong)


def test_a_row_of_the_workbook_says_nothing_of_what_was_changed_when():
    plan = with_action(ActionPlan("The Council"), TRAIN, TODAY)
    (row,) = rows_of(with_action(plan, Action("a", "Train 50"), NEXT_DAY))
    assert row == {
        "id": "a",
        "title": "Train 50",
        "level": "action",
        "progress": "not_begun",
        "edition": "Action plan of The Council",
        "source": "Action plan of The Council",
        "asOf": "2027-03-10",
    }


def test_only_what_is_not_done_can_be_overdue():
    assert is_overdue(TODAY, Progress.ON_THE_WAY, NEXT_DAY)
    assert not is_overdue(TODAY, Progress.ON_THE_WAY, TODAY)
    assert not is_overdue(TODAY, Progress.DONE, NEXT_DAY)
    assert not is_overdue(None, Progress.NOT_BEGUN, NEXT_DAY)


def test_a_person_named_as_owner_is_noticed():
    assert looks_like_a_person("Mrs Example, 01865 000000")
    assert not looks_like_a_person("Stronger communities team")


def test_each_field_and_each_progress_has_words():
    assert set(FIELDS) == set(Action.__dataclass_fields__) - {"id", "changed_on"}
    assert set(PROGRESS) == set(Progress)
    assert said_in_words("progress", "late") == "Late"
    assert said_in_words("due_on", "2027-03-09") == "9 March 2027"


@pytest.mark.parametrize("line", [
    "9 March 2027: We met.", "8/3/2027: We met.", "9 March: We met.", "We met on 10 March 2027.",
    "First: 10 March 2027", "2028: We will meet.", "31 June 2027: We met.", "",
])  # fmt: skip
def test_what_happened_may_be_of_any_day_that_has_come(line):
    assert evidence_problem(line, TODAY) == ""


def test_what_is_still_to_come_has_not_happened():
    words = "9 March 2027: We met.\n10 March 2027: We meet."
    assert evidence_problem(words, TODAY).startswith("10 March 2027 is still to come.")
    assert evidence_problem(words, NEXT_DAY) == ""

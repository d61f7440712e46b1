"""The plan beside the publisher's key: kept action by action, and never written over blindly."""

import pytest

from tests.support.vault_examples import MovableClock
from vcs_desktop.core.errors import Busy, CannotUseInput, FolderNotWritable
from vcs_desktop.domain.action_plan import Action, Progress
from vcs_desktop.services.council_year import ActionPlanService, Promise
from vcs_desktop.services.publishing.folder_hold import planning_alone

COUNCIL = "Oxfordshire County Council"


@pytest.fixture
def plans():
    return ActionPlanService(MovableClock(), lambda: [Promise("c/1", "Listen")])


def test_an_action_is_kept_and_read_by_whoever_shares_the_folder(plans, tmp_path):
    assert plans.plan(tmp_path).actions == ()
    action = plans.new_action()
    plans.save(tmp_path, COUNCIL, Action(action.id, "Meet"))
    other = ActionPlanService(MovableClock(), list)
    other.save(tmp_path, COUNCIL, Action(other.new_action().id, "Walk"))
    plans.save(tmp_path, COUNCIL, Action(action.id, "Meet", owner="A team"))
    kept = other.plan(tmp_path)
    assert [(each.title, each.owner) for each in kept.actions] == [("Meet", "A team"), ("Walk", "")]
    assert kept.council == COUNCIL


def test_what_was_taken_out_is_put_back_in_its_place(plans, tmp_path):
    made = [Action(plans.new_action().id, title) for title in "abc"]
    for each in made:
        before = plans.save(tmp_path, COUNCIL, each)
    after = plans.remove(tmp_path, made[1].id)
    assert [each.title for each in after.actions] == ["a", "c"]
    assert plans.save(tmp_path, COUNCIL, before.actions[1], 1).actions == before.actions


def test_a_damaged_plan_is_told_and_left_as_it_is(plans, tmp_path):
    plans.file(tmp_path).write_text("{half", "utf-8")
    for ask in (
        lambda: plans.plan(tmp_path),
        lambda: plans.save(tmp_path, COUNCIL, Action("a", "Meet")),
    ):
        with pytest.raises(CannotUseInput) as told:
            ask()
        assert "damaged" in told.value.message
    assert plans.file(tmp_path).read_text("utf-8") == "{half"


def test_nobody_writes_while_another_officer_does(plans, tmp_path):
    with planning_alone(tmp_path), pytest.raises(Busy):
        plans.save(tmp_path, COUNCIL, Action("a", "Meet"))
    plans.save(tmp_path, COUNCIL, Action("a", "Meet"))
    assert [each.title for each in plans.plan(tmp_path).actions] == ["Meet"]


def test_a_folder_that_cannot_be_written_is_told(plans, tmp_path):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FolderNotWritable):
        plans.save(tmp_path / "file", COUNCIL, Action("a", "Meet"))


def test_what_could_not_be_published_is_said_while_it_is_written(plans):
    assert plans.what_is_wrong(Action("a", "Meet")) == ""
    assert "Title" in plans.what_is_wrong(Action("a"))
    assert "late" in plans.what_is_wrong(Action("a", "Meet", progress=Progress.LATE))
    assert "no day" in plans.what_is_wrong(Action("a", "Meet", evidence="31 June 2027: We met."))

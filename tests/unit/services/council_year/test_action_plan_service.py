"""The plan beside the publisher's key: kept action by action, and never written over blindly."""

from datetime import date

import pytest

from tests.support.library_examples import new_library, put
from tests.support.starter import of
from tests.support.vault_examples import MovableClock
from vcs_desktop.core.errors import Busy, CannotUseInput, FolderNotWritable
from vcs_desktop.core.resources import resource
from vcs_desktop.domain.action_plan import Action, Progress
from vcs_desktop.services.council_year import ActionPlanService, Promise
from vcs_desktop.services.council_year.promises import promises_in, promises_of
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
        before = plans.save(tmp_path, COUNCIL, each).plan
    after = plans.remove(tmp_path, made[1].id).plan
    assert [each.title for each in after.actions] == ["a", "c"]
    assert plans.save(tmp_path, COUNCIL, before.actions[1], 1).plan.actions == before.actions


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


def test_what_could_not_be_published_is_said_while_it_is_written(plans, tmp_path):
    for each in (
        Action("a", "Meet"),
        Action("b"),
        Action("c", "Walk", progress=Progress.LATE),
        Action("d", "Dance", evidence="31 June 2027: We met."),
    ):
        view = plans.save(tmp_path, COUNCIL, each)
    assert set(view.wrong) == {"b", "c", "d"}
    assert "“Title” is empty" in view.wrong["b"]
    assert "late" in view.wrong["c"]
    assert "no day" in view.wrong["d"]


def test_the_window_sees_the_plan_with_what_it_can_serve(plans, tmp_path):
    view = plans.look(tmp_path)
    assert (view.plan.actions, view.promises) == ((), (Promise("c/1", "Listen"),))
    assert not view.file.exists()  # looking makes no file


def test_the_promises_come_from_the_strategy_that_holds(tmp_path):
    database = new_library(tmp_path)
    put(database, *of("strategy"))
    found = promises_of(database, date(2026, 11, 23))
    database.close()
    assert len(found) == 32
    assert found == promises_in(resource("starter"))

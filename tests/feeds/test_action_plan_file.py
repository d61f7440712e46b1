"""The file of a council's own plan, published as the sheet of the workbook is."""

import json
from datetime import date

import pytest

from tests.support.publisher_book import template_filled
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.action_plan import Action, ActionPlan, Progress, with_action
from vcs_desktop.domain.action_plan_json import FILE_NAME, as_json
from vcs_desktop.domain.from_record import thing_of
from vcs_desktop.feeds.reading import Refusal, open_feed

DAY = date(2027, 3, 9)
COMPACT = "strategy/commitment/collaboration/compact"


def written(folder, *actions):
    plan = ActionPlan("The Council")
    for each in actions:
        plan = with_action(plan, each, DAY)
    path = folder / FILE_NAME
    path.write_text(json.dumps(as_json(plan)), "utf-8")
    return path


def read(path):
    return [*open_feed(path).items()]


def test_a_plan_is_known_by_what_is_in_it_also_while_it_is_empty(tmp_path):
    feed = open_feed(written(tmp_path))
    assert feed.format == "action plan JSON"
    assert [*feed.items()] == []


def test_an_action_becomes_an_item_of_the_strategy(tmp_path):
    action = Action(
        "strategy/action/1", "Train 40 treasurers", "Two mornings.", "Communities team",
        date(2027, 9, 30), Progress.LATE, "The hall flooded.", COMPACT,
        "9 March 2027: The first morning.\n2 February 2027: A room was found.",
    )  # fmt: skip
    (record,) = read(written(tmp_path, action))
    thing = thing_of(record)
    assert (thing.level, thing.title, thing.under) == ("action", "Train 40 treasurers", COMPACT)
    assert (thing.owner, thing.due_on) == ("Communities team", date(2027, 9, 30))
    assert (thing.progress, thing.why_late) == ("late", "The hall flooded.")
    assert [(each.on, each.text) for each in thing.since] == [
        (date(2027, 2, 2), "A room was found."),
        (date(2027, 3, 9), "The first morning."),
    ]
    assert thing.provenance.as_of == DAY


def test_a_plan_and_the_workbook_make_the_same_record(tmp_path):
    action = Action(
        "one", "Train 40 treasurers", owner="Communities team", due_on=date(2027, 9, 30),
        progress=Progress.DONE, under=COMPACT, evidence="9 March 2027: The last morning.",
    )  # fmt: skip
    row = {
        "Id": "one",
        "Title": "Train 40 treasurers",
        "Level": "action",
        "Name of the plan": "Action plan of The Council",
        "Where you read it": "Action plan of The Council",
        "Who does it": "Communities team",
        "By when": "30 September 2027",
        "How far it is": "Done",
        "Belongs to": COMPACT,
        "What has happened": "9 March 2027: The last morning.",
        "Day you checked it": "9 March 2027",
    }
    book = template_filled(tmp_path / "book.xlsx", Action_plan=[row])
    assert read(written(tmp_path, action)) == read(book)


def test_what_cannot_be_published_is_refused_in_words(tmp_path):
    no_name, late = Action("a", owner="A team"), Action("b", "Meet", progress=Progress.LATE)
    odd = Action("c", "Walk", evidence="31 February 2027: It rained.")
    refused = read(written(tmp_path, no_name, late, odd, Action("d", "Dance")))
    assert all(isinstance(each, Refusal) for each in refused[:3])
    assert refused[3].id == "d"
    assert [each.where for each in refused[:3]] == [
        "Action 1: without a name", "Action 2: Meet", "Action 3: Walk",
    ]  # fmt: skip
    assert "“Title” is empty" in refused[0].why
    assert "“Why it is late” is missing" in refused[1].why
    assert "31 February 2027" in refused[2].why


@pytest.mark.parametrize("text", ['{"actionPlan": [], "format": 9}', '{"actionPlan": [7]}'])
def test_a_damaged_plan_is_told(tmp_path, text):
    path = tmp_path / FILE_NAME
    path.write_text(text, "utf-8")
    with pytest.raises(CannotUseInput) as told:
        read(path)
    assert "damaged" in told.value.message

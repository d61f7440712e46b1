"""Training near us: days to keep in mind and who teaches, over the library of the program."""

import pytest

from tests.support.council_library import CouncilHouse
from tests.support.every_size import usable_at_every_size
from tests.support.titles_window import titles, words_in
from vcs_desktop.core.errors import Damaged
from vcs_desktop.ui.pages.learning.near_us_view import TrainingNearView
from vcs_desktop.wire.record import Record


@pytest.fixture
def house(council_house):
    return council_house


@pytest.fixture
def view(house, tasks, show, qtbot):
    made = show(TrainingNearView(house, tasks), 1150, 600)
    with qtbot.waitSignal(made.told):
        made.look()
    return made


def test_days_to_come_stand_before_those_who_teach(view):
    rows = titles(view.both)
    assert rows[:3] == ["To go to", "International Volunteer Day", "Volunteers' Week"]
    assert "CAG Oxfordshire" in rows
    assert "Makespace Oxford" not in rows
    assert not view.wanted.isVisible()


def test_a_day_that_we_worked_out_says_so(view, qtbot):
    view.open("event/volunteers-week-2027")
    qtbot.waitUntil(lambda: view.both.shown_id == "event/volunteers-week-2027")
    said = words_in(view.both.area)
    assert "Monday 7 June 2027 to Sunday 13 June 2027" in said
    assert "worked out" in said


def test_a_practice_event_says_that_nobody_has_booked_it(view, qtbot):
    view.open("practice/event/first-look")
    qtbot.waitUntil(lambda: view.both.shown_id == "practice/event/first-look")
    said = words_in(view.both.area)
    assert "No day is set" in said
    assert "Nobody has booked" in said


def test_a_day_that_is_over_is_shown_to_who_searched_for_it(view, house, qtbot):
    over = {"title": "A day in spring", "startsAt": "2026-04-01", "source": "We", "licence": "MIT"}
    house.put(Record("event", "event/over", over))
    view.open("event/over")
    qtbot.waitUntil(lambda: view.both.shown_id == "event/over")
    assert "A day in spring" in words_in(view.both.area)


def test_only_where_nothing_has_a_day_to_come_does_it_say_so(open_house, tasks, show, qtbot):
    house = open_house(CouncilHouse, filled=False)
    common = {"title": "A course", "source": "We", "licence": "MIT"}
    days = {"over": "2026-04-01", "practice": "2027-04-01", "unset": None}
    for name, day in days.items():
        values = {**common, "startsAt": day, "practice": name == "practice"}
        house.put(Record("event", f"event/{name}", values))
    view = show(TrainingNearView(house, tasks), 1150, 600)
    with qtbot.waitSignal(view.told):
        view.open("event/over")
    assert "We found no course" in view.about.text()
    house.put(Record("event", "event/soon", {**common, "startsAt": "2026-11-23"}))
    with qtbot.waitSignal(view.told):
        view.look()
    assert "We found no course" not in view.about.text()


def test_an_area_keeps_those_who_serve_it(view, qtbot):
    with qtbot.waitSignal(view.told):
        view.area.choose("E07000177")
    rows = titles(view.both)
    assert "Oxford Hub" not in rows
    assert "Libraries across the county" in rows


def test_it_can_be_used_by_everybody(view, qtbot):
    usable_at_every_size(qtbot, view)


def test_when_it_cannot_be_read_it_says_so_and_can_be_tried_again(view, house, qtbot):
    house.council.fail("directory", Damaged())
    with qtbot.waitSignal(view.told):
        view.look()
    assert view.both.empty.title.text() == "We could not look"
    house.council.mend("directory")
    with qtbot.waitSignal(view.told):
        view.both.empty.button.click()
    assert titles(view.both)

"""What the group runs comes in from a spreadsheet, and goes out as it is listed."""

import pytest

from tests.support.every_size import usable_at_every_size
from vcs_desktop.domain.attendance import Activity
from vcs_desktop.domain.kinds import ACTIVITY
from vcs_desktop.ui.pages.who_came.page import ACTIVITIES, WhoCamePage

TEXT = "Activity,When,Venue\nThursday lunch,Thursdays 10am to 1pm,The hall\nChoir,soon,\n"


@pytest.fixture
def part(group_house, tasks, show_page, qtbot):
    page = show_page(WhoCamePage(group_house, tasks, group_house.session), 1150, 700)
    made = page.sections.open(ACTIVITIES)
    group_house.settle()
    made.page = page
    return made


@pytest.fixture
def bring(part, group_house, qtbot):
    def begin():
        part.bringing_in.button.click()
        group_house.settle()
        view = part.bringing_in.view
        view.source.set_text(TEXT)
        view.source.paste_button.click()
        qtbot.waitUntil(lambda: view.look.isVisible() and not view.progress.isVisible())
        return view

    return begin


def names(group_house):
    return [each.name for each in group_house.inside.attendance.activities(ended_too=True)]


def test_activities_are_looked_at_come_in_and_are_taken_back(part, bring, group_house, qtbot):
    view = bring()
    assert not part.main.isVisible()
    assert part.first_focus() is part.bringing_in
    assert view.look.summary.text() == "2 rows will come in."
    view.look.add_button.click()
    qtbot.waitUntil(view.report.isVisible)
    assert "we cannot read “soon”" in view.report.lines.text()
    view.report.close_button.click()
    group_house.settle()
    assert part.main.isVisible()
    assert names(group_house) == ["Choir", "Thursday lunch"]
    assert part.page.acts.undo_bar.isVisible()
    part.page.acts.undo_bar.undo_button.click()
    group_house.settle()
    assert names(group_house) == []


def test_the_list_goes_out_as_it_is_shown(part, group_house, qtbot):
    assert not part.list_out.button.isVisible()
    assert part.page.print_act() is None
    group_house.inside.records.add(
        ACTIVITY, Activity(name="Lunch", weekday=3, starts="10:00", place="The hall")
    )
    part.shown()
    qtbot.waitUntil(part.list_out.button.isVisible)
    assert part._table().rows == (("Lunch", "Thursday", "10:00", "", "The hall", None, ""),)
    assert part.page.print_act() == part.list_out.print_list


def test_an_activity_that_is_wanted_comes_to_the_front(part, bring, group_house, qtbot):
    activity_id = group_house.inside.records.add(ACTIVITY, Activity(name="Lunch"))
    bring()
    part.page.show_record(ACTIVITY, activity_id)
    qtbot.waitUntil(lambda: part.form is not None)
    assert part.main.isVisible()


def test_it_can_be_used_at_every_size(part, bring, qtbot):
    bring()
    usable_at_every_size(qtbot, part.page)

"""Home over a small real library."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.support.funding_library import MEALS, Household, grant
from tests.support.funding_window import words_in
from tests.support.vault_examples import CODE, TEA, service
from tests.unit.services.test_home_service import COMMITMENT, GUIDE
from vcs_desktop.core.errors import NewerLibrary
from vcs_desktop.domain.attendance import AttendanceSheet, Came
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.kinds import ATTENDANCE, OWN_DATE, SHIFT
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.rulebook import RuleBook
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services.dates import DatesService
from vcs_desktop.services.openers import GroupRole
from vcs_desktop.services.space import Space
from vcs_desktop.ui.group_session import GroupSession
from vcs_desktop.ui.pages.home.page import HomePage
from vcs_desktop.ui.widgets.basics import Button
from vcs_desktop.wire.record import Record


@pytest.fixture
def page(house, tasks, show, settings):
    settings.change(welcomed=True, tour_seen=True)
    return show(HomePage(house, tasks, GroupSession(house, tasks), settings), 1150, 640)


@pytest.fixture
def first_page(house, tasks, show, settings):
    """Return Home as somebody sees it who was never here."""
    return show(HomePage(house, tasks, GroupSession(house, tasks), settings), 1150, 640)


def look(page, qtbot):
    with qtbot.waitSignal(page.ready):
        page.shown()


def test_on_the_first_visit_home_asks_how_to_begin(first_page, qtbot):
    assert first_page.welcome.isVisible()
    assert first_page.first_focus() is first_page.welcome.practice_button
    assert not first_page.tour_offer.isVisible()
    look(first_page, qtbot)
    ways = [each.text() for each in first_page.welcome.findChildren(QPushButton)]
    assert ways == [
        "Try with sample data",
        "Start a group",
        "My group is on another laptop",
        "Just look at the library",
    ]
    assert first_page.next_card.isVisible()


@pytest.mark.parametrize("way", ["practice", "start", "join"])
def test_a_way_to_begin_leads_to_where_groups_are_and_is_remembered(
    first_page, qtbot, settings, way
):
    with qtbot.waitSignal(first_page.place_asked) as asked:
        getattr(first_page.welcome, f"{way}_button").click()
    assert asked.args == ["groups", way]
    assert settings.current.welcomed
    look(first_page, qtbot)
    assert not first_page.welcome.isVisible()


def test_who_only_looks_around_is_offered_the_tour_once(first_page, qtbot, settings):
    first_page.welcome.looking_button.click()
    assert not first_page.welcome.isVisible()
    assert first_page.tour_offer.isVisible()
    assert QApplication.focusWidget() is first_page.tour_offer.show_button
    first_page.tour_offer.no_button.click()
    assert not first_page.tour_offer.isVisible()
    assert QApplication.focusWidget() is first_page.find_button
    assert settings.current.tour_seen


def test_the_tour_can_be_asked_for(first_page, qtbot):
    first_page.welcome.looking_button.click()
    with qtbot.waitSignal(first_page.tour_asked):
        first_page.tour_offer.show_button.click()


def test_the_main_button_leads_to_funding(page, qtbot):
    assert page.first_focus() is page.find_button
    with qtbot.waitSignal(page.place_asked) as asked:
        page.find_button.click()
    assert asked.args == ["funding", ""]


def test_home_says_the_day_and_for_whom_it_judged(page, qtbot):
    look(page, qtbot)
    assert page.subtitle == ("Monday 23 November 2026. Judged for Cherwell Lunch Club.")


def test_the_next_things_say_why_they_stand_there_and_open(page, qtbot, house):
    house.choices.keep(MEALS.id)
    look(page, qtbot)
    assert "You kept this" in words_in(page.next_card)
    first = page.rows[0]
    assert first.open_button.accessibleName() == "Open: meals"
    with qtbot.waitSignal(page.record_asked) as asked:
        first.open_button.click()
    assert asked.args == ["funding_call", MEALS.id]


def test_one_can_pick_up_where_one_left_off(page, qtbot, house):
    house.choices.look_at(MEALS.id)
    look(page, qtbot)
    assert page.recent_card.isVisible()
    assert "meals" in words_in(page.recent_card)


def test_a_guide_that_was_left_stands_first_and_only_once(page, qtbot, house):
    house.put(GUIDE)
    house.choices.look_at(MEALS.id)
    house.choices.look_at(GUIDE.id)
    house.learning.note_place(GUIDE.id, 0.5)
    look(page, qtbot)
    qtbot.waitUntil(lambda: page.rows[-1].thing_id == GUIDE.id)
    assert "5 minutes left" in words_in(page.recent_card)

    def seen():
        rows = (row for row in page.rows if page.recent_card.isAncestorOf(row))
        return sorted(row.thing_id for row in rows if row.isVisible())

    qtbot.waitUntil(lambda: seen() == [MEALS.id, GUIDE.id])
    with qtbot.waitSignal(page.record_asked) as asked:
        page.rows[-1].open_button.click()
    assert asked.args == ["training", GUIDE.id]


def test_a_promise_that_was_pinned_stands_on_home(page, qtbot, house):
    house.put(COMMITMENT)
    look(page, qtbot)
    assert not page.pinned_card.isVisible()
    house.choices.keep(COMMITMENT.id)
    look(page, qtbot)
    assert "They will tell us in time" in words_in(page.pinned_card)


def test_of_many_promises_the_first_stand_there_and_a_button_leads_to_the_others(
    page, qtbot, house
):
    for number in range(22):
        promise = Record("strategy", f"strategy/{number}", COMMITMENT.data)
        house.put(promise)
        house.choices.keep(promise.id)
    look(page, qtbot)
    *opening, all_of_them = page.pinned_card.findChildren(Button)
    assert len(opening) == 20
    assert all_of_them.text() == "See 2 more in Council"
    with qtbot.waitSignal(page.place_asked) as asked:
        all_of_them.click()
    assert asked.args == ["council", ""]


def test_on_the_first_visit_what_is_added_stands_there_as_new_today(page, qtbot, house):
    look(page, qtbot)
    house.put(grant("just added"))
    look(page, qtbot)
    told = [words for words in words_in(page.new_card) if words]
    assert told[:3] == ["New today", "1 new grant", "just added"]


def test_what_is_new_since_the_last_visit_is_shown(tmp_path, house, tasks, show, settings, qtbot):
    house.home.look()
    house.put(*(grant(f"new {number}") for number in range(5)))
    later = Household(tmp_path, date(2026, 11, 25))
    page = show(HomePage(later, tasks, GroupSession(later, tasks), settings), 1150, 640)
    look(page, qtbot)
    assert page.new_card.isVisible()
    assert "New since last time" in words_in(page.new_card)
    assert "new 0" in words_in(page.new_card)
    assert "5 new grants" in words_in(page.new_card)
    more = next(each for each in page.new_card.findChildren(Button) if "all" in each.text())
    assert more.text() == "See all grants"
    with qtbot.waitSignal(page.place_asked) as asked:
        more.click()
    assert asked.args == ["funding", ""]
    tasks.stop()
    later.close()


def test_nothing_new_is_said_too(tmp_path, house, tasks, show, settings, qtbot):
    house.home.look()
    later = Household(tmp_path, date(2026, 11, 25))
    page = show(HomePage(later, tasks, GroupSession(later, tasks), settings), 1150, 640)
    look(page, qtbot)
    assert "Nothing new since your last visit." in words_in(page.new_card)
    tasks.stop()
    later.close()


def test_an_empty_library_says_what_will_stand_here(tmp_path, tasks, show, settings, qtbot):
    empty = Household(tmp_path)
    page = show(HomePage(empty, tasks, GroupSession(empty, tasks), settings), 1150, 640)
    look(page, qtbot)
    assert any(words.startswith("Nothing closes soon") for words in words_in(page.next_card))
    tasks.stop()
    empty.close()


def test_a_library_that_cannot_be_read_is_told_and_can_be_tried_again(page, qtbot, house):
    house.home.fail("look", NewerLibrary())
    look(page, qtbot)
    assert page.problem.isVisible()
    assert "newer version" in page.problem.text.text()
    house.home.mend("look")
    with qtbot.waitSignal(page.ready):
        page.problem.button.click()
    assert not page.problem.isVisible()
    assert page.next_card.isVisible()


@pytest.mark.parametrize("height", [300, 330, 360, 390])
def test_tab_brings_the_whole_row_into_sight_and_not_its_button_alone(page, qtbot, height):
    look(page, qtbot)
    page.resize(1150, height)
    page.find_button.setFocus(Qt.FocusReason.TabFocusReason)
    for row in page.rows:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert row.open_button.hasFocus()
        assert row.visibleRegion().boundingRect() == row.rect()


@pytest.fixture
def group_home(house, tasks, settings, show, qtbot, tmp_path):
    """Home while a group is open that has no second way in and was never copied."""
    house.groups = service(tmp_path / "groups", house.clock)
    house.space = Space(house.clock)
    house.dates = DatesService(house.space, house.clock, list, lambda: RuleBook(()))
    session = GroupSession(house, tasks)
    with qtbot.waitSignal(session.opened, timeout=30_000):
        session.open_with(lambda: house.groups.create(TEA), then=list, otherwise=repr)
    made = show(HomePage(house, tasks, session, settings), 1150, 640)
    look(made, qtbot)
    yield made
    tasks.stop()
    house.space.lock()


def test_with_a_group_open_home_asks_for_no_beginning(group_home, settings):
    assert not settings.current.welcomed
    assert not group_home.welcome.isVisible()


def test_home_asks_first_for_a_second_way_in(group_home, qtbot):
    qtbot.waitUntil(group_home.way_back.isVisible)
    with qtbot.waitSignal(group_home.place_asked) as asked:
        group_home.way_back.act_button.click()
    assert asked.args == ["groups", "way-back"]


def test_a_copy_in_another_place_is_asked_for_next_until_it_is_put_off(group_home, house, qtbot):
    assert not group_home.copy_line.isVisible()
    house.space.inside().group.set_code(CODE)
    look(group_home, qtbot)
    assert not group_home.copy_line.isVisible()  # the group has only just begun
    house.space.inside().openers.set_role("chair")
    house.space.inside().backups.back_up_if_changed()
    look(group_home, qtbot)
    qtbot.waitUntil(group_home.copy_line.isVisible)
    with qtbot.waitSignal(group_home.place_asked) as asked:
        group_home.copy_line.copy_button.click()
    assert asked.args == ["our-group", "copies"]
    group_home.copy_line.later_button.click()
    assert not group_home.copy_line.isVisible()
    qtbot.waitUntil(lambda: not house.space.inside().copy_nudge.is_due())
    look(group_home, qtbot)
    assert not group_home.copy_line.isVisible()


def ways(page):
    return [each.text() for each in page.role_card.buttons]


def test_what_somebody_is_in_the_group_arranges_the_first_ways_on_home(group_home, house, qtbot):
    qtbot.waitUntil(group_home.role_card.isVisible)
    assert ways(group_home) == ["Who came", "People", "Dates", "Documents"]
    house.space.inside().openers.set_role("treasurer")
    look(group_home, qtbot)
    qtbot.waitUntil(lambda: ways(group_home)[0] == "Grants and contracts")
    assert group_home.role_card.title.text() == "Quick ways for the treasurer"
    with qtbot.waitSignal(group_home.place_asked) as asked:
        group_home.role_card.buttons[-1].click()
    assert asked.args == ["our-group", "copies"]


def test_every_role_has_its_ways(group_home, house, qtbot):
    for role in GroupRole:
        house.space.inside().openers.set_role(role)
        look(group_home, qtbot)
        qtbot.waitUntil(lambda role=role: role in group_home.role_card.title.text())
        assert len(ways(group_home)) == 4


def test_without_a_group_there_are_no_quick_ways_and_no_week(page, qtbot):
    look(page, qtbot)
    assert not page.role_card.isVisible()
    assert not page.week_card.isVisible()


def week_rows(page):
    return [each.open_button.accessibleName() for each in page.week_card.rows]


def test_an_empty_week_says_what_will_stand_there_and_leads_to_the_dates(group_home, qtbot):
    qtbot.waitUntil(group_home.week_card.isVisible)
    assert week_rows(group_home) == []
    assert not group_home.week_card.kind_words.isVisible()
    assert not group_home.week_card.older.isVisible()
    with qtbot.waitSignal(group_home.place_asked) as asked:
        group_home.week_card.all_dates.click()
    assert asked.args == ["dates", ""]


def test_the_week_tells_dates_who_is_missing_and_what_is_half_written(group_home, house, qtbot):
    inside, today = house.space.inside(), house.clock.today()
    own = inside.records.add(OWN_DATE, OwnDate(name="Pay the hall", on=today + timedelta(days=2)))
    shift = inside.records.add(SHIFT, Shift(name="Kitchen", on=today + timedelta(days=1)))
    asha = inside.people.add(Person(name="Asha Patel"))
    inside.desk.put(f"draft/person/{asha}", {"email": "asha@"}, about=asha)
    inside.desk.put("draft/document/new", {"name": "x"})
    inside.records.add(OWN_DATE, OwnDate(name="Ring the hall", on=today - timedelta(days=2)))
    sheet = AttendanceSheet(name="Lunch", on=today, came=(Came(asha),), others=9)
    inside.records.add(ATTENDANCE, sheet)
    look(group_home, qtbot)
    qtbot.waitUntil(lambda: len(week_rows(group_home)) == 4)
    names = week_rows(group_home)
    assert names[0] == "Open: Pay the hall"
    assert "1 more person needed for Kitchen" in names[1]
    assert names[2:] == ["Open: Paper: not saved yet", "Open: Asha Patel"]
    assert group_home.week_card.older.text() == "1 earlier date is still open"
    assert "10 visits on 1 day" in group_home.week_card.kind_words.text()
    rows = group_home.week_card.rows
    for row, kind, record_id in ((rows[0], "own_date", own), (rows[1], "shift", shift)):
        with qtbot.waitSignal(group_home.record_asked) as asked:
            row.open_button.click()
        assert asked.args == [kind, record_id]
    with qtbot.waitSignal(group_home.place_asked) as asked:
        rows[2].open_button.click()
    assert asked.args == ["documents", ""]

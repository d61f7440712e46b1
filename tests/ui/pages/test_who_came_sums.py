"""Who came: the totals, the activities, the sign-in sheet, and a spreadsheet that comes in."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.support.every_size import usable_at_every_size
from tests.support.group_house import TODAY
from tests.support.people_window import said_in
from vcs_desktop.domain.attendance import Activity, Helped
from vcs_desktop.domain.kinds import ACTIVITY
from vcs_desktop.domain.library import Provenance
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.reference import Rule
from vcs_desktop.domain.rulebook import LIVING_WAGE, RuleBook
from vcs_desktop.ui.pages.who_came.page import ACTIVITIES, TOTALS, WhoCamePage

LAST_DAY = date(2026, 3, 31)


def rate(pence, first, last=None):
    return Rule(
        id=f"wage/{first}",
        rule=LIVING_WAGE,
        title=f"National Living Wage from {first.year}",
        value=pence,
        unit="pence",
        provenance=Provenance(
            source="Professional News",
            as_of=date(2026, 11, 22),
            valid_from=first,
            valid_to=last,
        ),
    )


class Facts:
    """The library's rates of an hour."""

    def rulebook(self):
        return RuleBook(
            [rate(1221, date(2025, 4, 1), LAST_DAY), rate(1271, LAST_DAY + timedelta(1))]
        )


@pytest.fixture
def house(group_house):
    group_house.facts = Facts()
    return group_house


@pytest.fixture
def folk(house):
    add = house.inside.people.add
    return {name: add(Person(name=name)) for name in ("Asha Patel", "Ben Cole", "Carol Day")}


@pytest.fixture
def page(house, tasks, show_page):
    return lambda: show_page(WhoCamePage(house, tasks, house.session))


def write(house, on, came=(), helped=None, name="Lunch", others=0):
    place = house.inside.attendance.begin(on, name).place
    for each in came:
        place = house.inside.attendance.tick(place, each).place
    for person, minutes in (helped or {}).items():
        place = house.inside.attendance.help(place, Helped(person, minutes)).place
    if others:
        house.inside.attendance.count_others(place, others, 0)
    return place


def open_totals(page, qtbot):
    opened = page()
    part = opened.sections.open(TOTALS)
    qtbot.waitUntil(part.rest.isVisible)
    return part


def test_the_form_of_an_activity_that_was_deleted_for_good_goes_and_locking_keeps_the_rest(
    house, page, qtbot
):
    activity = house.inside.records.add(ACTIVITY, Activity(name="Lunch"))
    part = page().sections.open(ACTIVITIES)
    part.open(activity)
    qtbot.waitUntil(lambda: part.form is not None)
    house.inside.records.erase([activity])
    house.session.tell_changed()
    qtbot.waitUntil(lambda: part.form is None)
    part.put_away()


def test_the_totals_count_people_once_and_hours_at_the_rate_of_their_day(page, house, folk, qtbot):
    asha, ben, carol = folk.values()
    write(house, LAST_DAY, (asha,), {carol: 60})
    write(house, LAST_DAY + timedelta(1), (asha, ben), {carol: 120}, others=4)
    part = open_totals(page, qtbot)
    said = said_in(part)
    assert "From Thursday 1 January 2026 to Thursday 31 December 2026." in said
    assert "2 by name, and 4 visits that were only counted" in said
    assert "3 hours of help are worth £37.63." in said
    rates = [line for line in said if "an hour come to" in line]
    assert [line.split(" come")[0] for line in rates] == [
        "1 hour at £12.21 an hour",
        "2 hours at £12.71 an hour",
    ]
    assert "The rate holds from 1 April 2026." in rates[1]
    assert sum("From: Professional News." in line for line in said) == 2


def test_the_bars_and_their_table_say_the_same_month_by_month(page, house, folk, qtbot):
    write(house, date(2026, 11, 5), folk.values())
    write(house, date(2026, 10, 1), list(folk.values())[:1])
    part = open_totals(page, qtbot)
    model = part.months.table.model()
    rows = [
        [model.index(row, column).data() for column in range(2)] for row in range(model.rowCount())
    ]
    assert len(rows) == 11
    assert rows[9:] == [["October 2026", "1"], ["November 2026", "3"]]
    assert part.months.summary.text() == "Most came in November 2026: 3 times."


def test_one_activity_and_any_days_can_be_asked_for(page, house, folk, qtbot):
    asha, ben, _ = folk.values()
    write(house, date(2026, 11, 5), (asha,), name="Lunch")
    write(house, date(2025, 11, 6), (asha, ben), name="Art")
    part = open_totals(page, qtbot)
    part.period.choose("any")
    part.period.edited.emit()
    qtbot.waitUntil(lambda: part.when.text().startswith("Type both days"))
    assert not part.rest.isVisible()
    part.first.set_day(date(2025, 1, 1))
    part.last.set_day(date(2026, 12, 31))
    part.last.left.emit()
    qtbot.waitUntil(part.rest.isVisible)
    model = part.activities.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["Art", "Lunch"]
    words = [part.activity.box.itemText(n) for n in range(part.activity.box.count())]
    assert words == ["All of them", "Art", "Lunch"]
    part.activity.box.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "2 by name" in said_in(part))
    assert "Times that somebody came" in said_in(part)


def test_a_money_year_that_nobody_told_is_asked_for(page, house, folk, qtbot):
    part = open_totals(page, qtbot)
    part.period.choose("our_year")
    part.period.edited.emit()
    qtbot.waitUntil(lambda: "when your money year ends" in part.when.text())


def test_who_has_not_come_for_a_while_is_named_gently(page, house, folk, qtbot):
    asha, ben, _ = folk.values()
    for weeks in range(9):
        write(house, TODAY - timedelta(weeks=weeks), (ben,) if weeks < 4 else (asha, ben))
    part = open_totals(page, qtbot)
    assert part.missed_card.isVisible()
    model = part.missed.model()
    assert [model.index(0, column).data() for column in range(3)] == [
        "Asha Patel",
        "Lunch",
        "26 October 2026",
    ]


def test_an_activity_gets_its_times_and_helpers_their_hours_by_them(page, house, folk, qtbot):
    place = write(house, TODAY, list(folk.values()))
    opened = page()
    part = opened.sections.open(ACTIVITIES)
    qtbot.waitUntil(lambda: part.form is not None)
    form = part.form
    form.starts.take_focus()
    qtbot.keyClicks(form.starts.box, "12 noon")
    form.ends.take_focus()
    qtbot.keyClicks(form.ends.box, "half past two")
    form.name.take_focus()
    house.settle()
    kept = house.inside.attendance.activity(place.activity).thing
    assert (kept.starts, kept.ends) == ("12:00", "14:30")
    assert house.inside.attendance.begin(TODAY, "Lunch").minutes == 150


def test_an_activity_can_be_added_and_put_in_the_bin(page, house, qtbot):
    opened = page()
    part = opened.sections.open(ACTIVITIES)
    part.add_button.click()
    qtbot.waitUntil(lambda: part.form is not None)
    part.form.bin_button.click()
    qtbot.waitUntil(lambda: "is in the bin" in opened.acts.undo_bar.words.text())
    assert house.inside.attendance.activities() == []


def test_the_sign_in_sheet_has_the_usual_names_and_opens_to_be_printed(
    page, house, folk, qtbot, opened
):
    place = write(house, date(2026, 11, 19), list(folk.values()), name="Thursday lunch")
    sheet = house.inside.sign_in_sheet.sheet(place.activity)
    assert (sheet.on, set(sheet.names)) == (date(2026, 11, 26), set(folk))
    window = page()
    window.sheets.open(place.id)
    qtbot.waitUntil(lambda: window.sheets.sheet is not None)
    window.print_act()()
    assert window.sign_in.title.text() == "Sign-in sheet: Thursday lunch"
    qtbot.waitUntil(window.sign_in.out.print_button.hasFocus)
    qtbot.keyClick(window.sign_in.out.print_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened != [])
    assert opened[0].read_bytes().startswith(b"%PDF")
    assert "Print it from there" in window.sign_in.message.words.text()


def test_the_sign_in_sheet_is_saved_where_one_says(page, house, folk, qtbot, tmp_path):
    place = write(house, TODAY, list(folk.values()))
    window = page()
    window.sign_in.offer(place.activity, "Lunch")
    out = tmp_path / "for the door.pdf"
    window.sign_in.out.make_at(str(out))
    qtbot.waitUntil(window.sign_in.message.isVisible)
    assert out.exists()
    window.sign_in.out.make_at(str(tmp_path / "x.txt"))
    qtbot.waitUntil(lambda: window.sign_in.message.property("kind") == "bad")


def test_a_spreadsheet_of_who_came_comes_in_and_goes_back(page, house, qtbot):
    window = page()
    window.sheets.bring_in_button.click()
    view = window.sheets.bring_in
    view.source.set_text("Date,Activity,Name\n19/11/2026,Lunch,Asha Khan\n19/11/2026,Lunch,Ben\n")
    view.source.paste_button.click()
    qtbot.waitUntil(view.look.isVisible)
    qtbot.waitUntil(view.look.add_button.hasFocus)
    view.look.add_button.click()
    qtbot.waitUntil(lambda: len(house.inside.attendance.look().lines) == 1)
    house.settle()
    assert house.inside.records.offers().undo == "Undo: bring in who came"
    view.back_button.click()
    assert window.sheets.browse.isVisible()
    qtbot.waitUntil(lambda: window.sheets.list.model().rowCount() == 1)


def test_the_totals_can_be_used_at_every_size(page, house, folk, qtbot):
    for weeks in range(9):
        write(house, TODAY - timedelta(weeks=weeks), list(folk.values())[: 1 if weeks < 4 else 3])
    part = open_totals(page, qtbot)
    usable_at_every_size(qtbot, part.window())


def test_an_activity_is_opened_from_elsewhere(page, house, folk, qtbot):
    write(house, TODAY, list(folk.values()), name="Art")
    place = write(house, TODAY, list(folk.values()), name="Lunch")
    window = page()
    window.show_record("activity", place.activity)
    part = window.sections.current()
    qtbot.waitUntil(lambda: part.form is not None and part.form.activity_id == place.activity)
    assert part.form.name.words() == "Lunch"

"""The rota in the window."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.support.people_window import said_in, type_in
from tests.support.volunteers_window import THURSDAY, pressed, rows_of, titles_of
from vcs_desktop.domain.attendance import AttendanceSheet
from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.domain.people import Person
from vcs_desktop.domain.volunteering import Shift
from vcs_desktop.services.things import things
from vcs_desktop.ui.pages.volunteers.page import ROTA, VolunteersPage
from vcs_desktop.ui.pages.volunteers.rota_rows import week_to_write_to


def test_an_empty_rota_says_what_it_is_for_and_begins(open_part, house, qtbot):
    part = open_part(ROTA, filled=False)
    assert part.titles.empty.title.text() == "Who helps when"
    part.titles.empty.button.click()
    qtbot.waitUntil(lambda: part.form is not None)
    (line,) = house.inside.rota.rota()
    assert (line.shift.name, line.shift.on) == ("New shift", date(2026, 11, 23))
    field = part.form.bound["name"].field
    qtbot.waitUntil(field.box.hasFocus)
    assert field.box.selectedText() == "New shift"
    type_in(qtbot, field, "Door")
    house.settle()
    assert house.inside.rota.shift(line.shift.id).thing.name == "Door"


def test_the_rota_says_week_by_week_who_is_missing(open_part):
    part = open_part(ROTA)
    rows = rows_of(part)
    assert [row.title for row in rows] == [
        "This week",
        "Thursday 26 November: Kitchen",
        "Over: write down who helped",
        "Thursday 19 November: Kitchen",
    ]
    assert rows[1].line == "10am to 1pm · Asha Patel"
    assert rows[1].mark == "1 more person needed"
    assert rows[3].mark == "Nobody is missing"
    assert part.said.text() == "1 more person is needed in the next 7 days."
    assert "Thursday 26 November: 1 more person needed for Kitchen" in said_in(part.card)


def test_somebody_is_put_on_by_a_few_letters_and_undo_names_them(open_part, house, qtbot):
    part = open_part(ROTA)
    part.card.person_field.take_focus()
    qtbot.keyClicks(part.card.person_field.box, "car")
    qtbot.keyClick(part.card.person_field.box, Qt.Key.Key_Return)
    house.settle()
    people = house.inside.rota.line(house.shift).people
    assert [each.name for each in people] == ["Asha Patel", "Carol Ńguyen"]
    assert house.inside.records.offers().undo == "Undo: put Carol Ńguyen on the rota"
    assert "Carol Ńguyen has not answered yet." in said_in(part.card)
    assert QApplication.focusWidget() is part.card.person_field.box
    part.undo_bar.undo_button.click()
    house.settle()
    assert [each.name for each in house.inside.rota.line(house.shift).people] == ["Asha Patel"]
    assert "Carol Ńguyen has not answered yet." not in said_in(part.card)


def test_a_name_that_nobody_has_is_added_and_put_on(open_part, house, qtbot):
    part = open_part(ROTA)
    part.card.person_field.take_focus()
    qtbot.keyClicks(part.card.person_field.box, "Dina")
    qtbot.keyClick(part.card.person_field.box, Qt.Key.Key_Return)
    house.settle()
    assert "Dina" in [each.name for each in house.inside.rota.line(house.shift).people]
    assert "Dina" in [each.name for each in house.inside.people.people()]


def test_what_somebody_said_is_one_press(open_part, house):
    part = open_part(ROTA)
    pressed(part.card, "Asha Patel said no")
    house.settle()
    assert house.inside.rota.line(house.shift).people[0].has_agreed is False
    assert rows_of(part)[1].mark == "2 more people needed"
    pressed(part.card, "Take Asha Patel off the rota")
    house.settle()
    assert house.inside.rota.line(house.shift).people == ()
    assert house.inside.records.offers().undo == "Undo: take Asha Patel off the rota"


def test_putting_on_who_is_there_offers_no_way_back_to_something_else(open_part, house, qtbot):
    part = open_part(ROTA)
    part.card.person_field.picked.emit(house.asha)
    house.settle()
    assert not part.undo_bar.isVisible()


def test_the_next_weeks_come_out_of_a_role(open_part, house):
    part = open_part(ROTA)
    part.weeks_button.click()
    assert part.aside.source.box.itemText(0) == "Kitchen, each Thursday"
    assert part.aside.source.box.itemText(1) == "Copy: This week"
    part.aside.make_button.click()
    house.settle()
    ahead = [
        row.title for row in rows_of(part) if row.title in ("Next week", "Week of 7 December 2026")
    ]
    assert ahead == ["Next week", "Week of 7 December 2026"]
    assert house.inside.records.offers().undo == "Undo: add 4 shifts to the rota"
    assert part.aside is None


def test_weeks_that_are_there_are_not_made_again(open_part, house):
    part = open_part(ROTA)
    house.inside.rota.make_weeks(house.cook, date(2026, 11, 23), 4)
    part.weeks_button.click()
    part.aside.make_button.click()
    house.settle()
    assert part.message.words.text() == "All these shifts were there already."
    assert not part.undo_bar.isVisible()


def test_a_week_is_copied(open_part, house):
    part = open_part(ROTA)
    part.weeks_button.click()
    part.aside.source.choose("week/2026-11-23")
    part.aside.weeks.choose("1")
    part.aside.make_button.click()
    house.settle()
    copied = house.inside.rota.rota()[-1]
    assert copied.shift.on == THURSDAY + timedelta(7)
    assert [(each.name, each.has_agreed) for each in copied.people] == [("Asha Patel", None)]


def test_after_a_shift_hours_go_into_who_came(open_part, house, qtbot):
    part = open_part(ROTA)
    part.open(house.over)
    house.settle()
    assert part.card.helped_button.isVisible()
    part.card.helped_button.click()
    house.settle()
    field = part.aside.fields[house.ben]
    assert (field.words(), field.hint.text()) == ("3", "The shift was 3 hours long.")
    type_in(qtbot, field, "three or so")
    part.aside.write_button.click()
    assert "We cannot read this as hours." in field.error
    type_in(qtbot, field, "2h30")
    part.aside.write_button.click()
    house.settle()
    sheets = things(house.inside.records, AttendanceSheet, ATTENDANCE)
    written = next(each for each in sheets if each.on == date(2026, 11, 19))
    assert [(each.id, each.minutes) for each in written.helped] == [(house.ben, 150)]
    part.card.helped_button.click()
    house.settle()
    assert part.aside.fields[house.ben].hint.text() == ("Written down already: 2 hours 30 minutes.")


def test_what_is_wrong_as_yet_waits_on_the_desk_until_it_is_right(open_part, house, qtbot):
    part = open_part(ROTA)
    field = part.form.bound["starts"].field
    type_in(qtbot, field, "half past tne")
    part.put_away()
    part.open(house.over)
    house.settle()
    assert part.open_id == house.over
    part.open(house.shift)
    house.settle()
    field = part.form.bound["starts"].field
    assert field.box.text() == "half past tne"
    assert field.error
    assert house.inside.rota.shift(house.shift).thing.starts == "10:00"
    type_in(qtbot, field, "half past ten")
    house.settle()
    assert house.inside.rota.shift(house.shift).thing.starts == "10:30"
    assert house.inside.desk.read(f"draft/shift/{house.shift}") is None


def test_the_card_follows_what_is_typed_in_it(open_part, house, qtbot):
    part = open_part(ROTA)
    type_in(qtbot, part.form.bound["name"].field, "Pie making")
    type_in(qtbot, part.form.bound["needed"].field, "9")
    house.settle()
    said = [each.text() for each in part.card.findChildren(QLabel) if each.isVisible()]
    assert said[0] == "Pie making"
    assert any("needed for Pie making" in words for words in said)


def test_a_shift_to_come_asks_nobody_who_helped(open_part):
    assert not open_part(ROTA).card.helped_button.isVisible()


def test_a_shift_goes_to_the_bin_and_comes_back(open_part, house):
    part = open_part(ROTA)
    part.card.remove_button.click()
    house.settle()
    assert titles_of(part) == ["Thursday 19 November: Kitchen"]
    part.undo_bar.undo_button.click()
    house.settle()
    assert len(titles_of(part)) == 2


def test_who_is_on_the_rota_of_a_week_can_be_written_to(open_part, house, qtbot):
    part = open_part(ROTA, filled=False)
    assert not part.write_button.isVisible()
    house.fill()
    cara = house.inside.people.add(Person(name="Cara"))
    later = house.inside.rota.add_shift(Shift(name="Door", on=THURSDAY + timedelta(14)))
    part.shown()
    house.settle()
    assert part.write_button.isVisible()
    page = part
    while not isinstance(page, VolunteersPage):
        page = page.parentWidget()
    with qtbot.waitSignal(page.place_asked) as asked:
        part.write_button.click()
    assert asked.args == ["people", "write-to/week:2026-11-23"]
    part.open(later)
    house.settle()
    with qtbot.waitSignal(page.place_asked) as asked:
        part.write_button.click()  # nobody is down for that week: it is still the next
    assert asked.args == ["people", "write-to/week:2026-11-23"]
    house.inside.rota.put_on(later, cara)
    part.shown()
    house.settle()
    with qtbot.waitSignal(page.place_asked) as asked:
        part.write_button.click()
    assert asked.args == ["people", "write-to/week:2026-12-07"]


def test_nobody_is_written_to_about_a_week_that_is_over_or_that_all_said_no_to(house):
    asha = house.inside.people.add(Person(name="Asha"))
    rota, today = house.inside.rota, date(2026, 11, 23)
    over = rota.add_shift(Shift(name="Door", on=date(2026, 11, 19)))
    rota.put_on(over, asha)
    no = rota.add_shift(Shift(name="Door", on=THURSDAY))
    rota.put_on(no, asha)
    rota.answer(no, asha, has_agreed=False)
    assert week_to_write_to(rota.rota(), today, over) is None
    rota.answer(no, asha, has_agreed=None)
    assert week_to_write_to(rota.rota(), today, over) == date(2026, 11, 23)


def test_the_rota_is_a_table_to_print(open_part):
    part = open_part(ROTA)
    table = part._table()()
    assert [column.title for column in table.columns] == [
        "Day", "Time", "What", "Needed", "Who has agreed", "Who has not answered", "Still needed",
    ]  # fmt: skip
    assert table.rows == (
        ("Thursday 26 November 2026", "10am to 1pm", "Kitchen", 2, "Asha Patel", "", 1),
    )


def test_a_rota_of_hundreds_has_rows_of_one_height_and_a_short_one_rows_for_all_words(
    open_part, house
):
    part = open_part(ROTA)
    assert not part.titles.list.uniformItemSizes()
    for _ in range(301):
        house.inside.rota.add_shift(Shift(name="Door", on=THURSDAY))
    part.shown()
    house.settle()
    assert part.titles.list.uniformItemSizes()
    assert len(titles_of(part)) == 303
    for _ in range(301):
        house.inside.records.undo()
    part.shown()
    house.settle()
    assert not part.titles.list.uniformItemSizes()


def test_a_rota_comes_in_from_a_spreadsheet_and_undo_takes_it_back(open_part, house, qtbot):
    part = open_part(ROTA, filled=False)
    part.bringing_in.button.click()
    house.settle()
    view = part.bringing_in.view
    text = "Date,Time,Shift,Needed,Name\n26/11/2026,10am,Door,2,Nobody Known\n"
    view.source.set_text(text)
    view.source.pasted.emit(text)
    qtbot.waitUntil(view.look.isVisible)
    qtbot.waitUntil(view.look.add_button.isVisible)
    with qtbot.waitSignal(view.taken_in):
        view.look.add_button.click()
    house.settle()
    assert "nobody among your people is called Nobody Known" in view.report.lines.text()
    (line,) = house.inside.rota.rota()
    assert (line.shift.name, line.shift.starts, line.shift.people) == ("Door", "10:00", ())
    view.back_asked.emit()
    house.settle()
    assert part.main.isVisible()
    assert "Thursday 26 November: Door" in titles_of(part)
    part.undo_bar.undo_button.click()
    house.settle()
    assert house.inside.rota.rota() == []


def test_shifts_later_than_half_a_year_are_counted_and_shown_when_asked_for(
    open_part, house, qtbot
):
    house.fill()
    late = THURSDAY + timedelta(weeks=40)
    house.inside.rota.add_shift(Shift(name="Fete", on=late))
    part = open_part(ROTA, filled=False)
    assert part.later.text() == "1 shift is later than these."
    assert not any("Fete" in title for title in titles_of(part))
    assert "1 shift is later than these." in part._table()().about
    part.later_button.click()
    house.settle()
    assert any("Fete" in title for title in titles_of(part))
    assert not part.later_line.isVisible()
    assert part.titles.list.hasFocus()
    assert any("Fete" in row for row in part._table()().rows)


def test_a_shift_far_ahead_opens_when_it_is_sought(open_part, house, qtbot):
    house.fill()
    late = house.inside.rota.add_shift(Shift(name="Fete", on=THURSDAY + timedelta(weeks=40)))
    part = open_part(ROTA, filled=False)
    part.open(late)
    qtbot.waitUntil(lambda: part.open_id == late)
    assert part.card.shift.name == "Fete"


def test_a_shift_that_is_moved_far_ahead_stays_open(open_part, house, qtbot):
    part = open_part(ROTA)
    shift = part.open_id
    type_in(qtbot, part.form.bound["on"].field, "26/11/2027")
    part.form.autosave.now()
    house.settle()
    house.settle()
    assert part.titles.shown_id == part.open_id == shift

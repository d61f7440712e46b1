"""Dates leave the window: on paper, in a file, on a telephone. And what must be filed."""

from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QApplication, QPushButton

from tests.support.dates_window import rows_of
from tests.support.every_size import usable_at_every_size
from tests.support.people_window import said_in
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.documents.qr_code import code_of
from vcs_desktop.domain.due import Outcome
from vcs_desktop.domain.phone_code import QUIET
from vcs_desktop.ui.widgets.code_picture import image_of


def words_of(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in document)
    finally:
        document.close()


def test_the_month_in_front_is_printed(open_dates, dates_house, qtbot, opened):
    page = open_dates()
    page.sections.open("month")
    part = page.sections.current()
    qtbot.waitUntil(lambda: part.day is not None)
    part.after_button.click()
    qtbot.waitUntil(lambda: part.day == date(2026, 12, 23))
    page.print_act()()
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=20_000)
    assert "December 2026 · Tea & Talk" in words_of(opened[0])
    assert "Committee" in words_of(opened[0])
    assert "Print it from there" in page.acts.message.words.text()


def test_the_year_is_printed_without_what_comes_every_week(open_dates, qtbot, opened):
    page = open_dates()
    page.paper_out.print_year()
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=20_000)
    said = words_of(opened[0])
    assert said.startswith("November 2026 to October 2027")
    assert "Tue 8: 7.30pm Committee" in said
    assert "lunch" not in said


def test_the_month_is_saved_and_it_is_said_that_the_file_is_not_locked(open_dates, tmp_path, qtbot):
    from vcs_desktop.ui.pages.dates.paper_out import _month

    page, path = open_dates(), tmp_path / "month.pdf"
    page.paper_out.save_at(_month, str(path))
    qtbot.waitUntil(page.acts.message.isVisible, timeout=20_000)
    assert path.exists()
    assert "not locked" in page.acts.message.words.text()


def test_the_dates_are_saved_for_another_calendar(open_dates, tmp_path, qtbot):
    page, path = open_dates(), tmp_path / "dates.ics"
    page.paper_out.save_calendar_at(str(path))
    qtbot.waitUntil(page.acts.message.isVisible, timeout=20_000)
    found = [str(each["summary"]) for each in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
    assert "Committee" in found
    assert found.count("Pay the hall") == 12
    assert f"{len(found)} dates are in “dates.ics”" in page.acts.message.words.text()


def test_a_place_that_cannot_be_written_is_said_in_words(open_dates, tmp_path, qtbot):
    (tmp_path / "file").write_text("in the way")
    page = open_dates()
    page.paper_out.save_calendar_at(str(tmp_path / "file" / "dates.ics"))
    qtbot.waitUntil(page.acts.message.isVisible, timeout=20_000)
    assert "cannot save the calendar file" in page.acts.message.words.text()


@pytest.fixture
def phone(open_dates, qtbot):
    page = open_dates()
    page.list_part.kinds.choose("our_own")
    page.phone_button.click()
    view = page.asides.phone
    qtbot.waitUntil(lambda: view.code is not None)
    return page, view


def test_codes_are_shown_one_at_a_time_and_hold_what_they_say(phone, qtbot):
    _, view = phone
    assert view.name.text() == "Pay the hall"
    assert view.when.text() == "Monday 30 November 2026"
    assert view.place.text() == "1 of 12"
    assert "DTSTART;VALUE=DATE:20261130" in view.code.says
    view.next_button.click()
    qtbot.waitUntil(lambda: "20261231" in view.code.says)
    assert view.place.text() == "2 of 12"
    view.before_button.click()
    view.before_button.click()
    qtbot.waitUntil(lambda: view.place.text() == "12 of 12")
    assert view.picture.accessibleName() == "Code of Pay the hall, for the camera of a phone"


def test_nothing_that_has_passed_is_put_on_a_phone(phone):
    _, view = phone
    assert all(due.on >= date(2026, 11, 23) for due in view._dues)


def test_what_is_drawn_is_the_code_dark_on_light_with_its_edge(phone):
    _, view = phone
    code = code_of(view._dues[0])
    image = image_of(code)
    assert image.width() == code.size + 2 * QUIET
    shades = [
        [image.pixelColor(x, y).lightness() for x in range(image.width())]
        for y in range(image.height())
    ]
    assert all(shade == 255 for row in shades[:QUIET] for shade in row)
    inner = [row[QUIET:-QUIET] for row in shades[QUIET:-QUIET]]
    assert tuple(tuple(shade == 0 for shade in row) for row in inner) == code.rows
    # The first dark square is on the screen where it is to be, as sharp as a camera needs.
    grabbed = view.picture.grab().toImage()
    step = min(grabbed.width(), grabbed.height()) // image.width()
    left = (grabbed.width() - step * image.width()) // 2 + QUIET * step + step // 2
    assert grabbed.pixelColor(left, left).lightness() < 20
    assert grabbed.pixelColor(left, left - 2 * step).lightness() > 235


def test_all_codes_are_printed(phone, qtbot, opened):
    page, view = phone
    assert page.print_act() == view.print_all
    view.print_button.click()
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=20_000)
    assert "Pay the hall Monday 30 November 2026" in words_of(opened[0])


def test_one_date_alone_is_put_on_a_phone_from_its_card(open_dates, qtbot):
    page = open_dates()
    qtbot.waitUntil(lambda: page.list_part.card is not None)
    assert not page.list_part.card.phone_button.isVisible()  # it has passed
    page.list_part.kinds.choose("meeting")
    qtbot.waitUntil(lambda: page.list_part.card.line.due.what == "Committee")
    page.list_part.card.phone_button.click()
    view = page.asides.phone
    qtbot.waitUntil(lambda: view.code is not None)
    assert not view.next_button.isVisible()
    assert QApplication.focusWidget() is view.back_button


def test_the_codes_are_usable_at_every_size(phone, qtbot):
    usable_at_every_size(qtbot, phone[0])


@pytest.fixture
def filing(open_dates, qtbot):
    def open_it(**more):
        page = open_dates(**more)
        page.sections.open("filing")
        part = page.sections.current()
        qtbot.waitUntil(lambda: len(said_in(part)) > 2)
        return page, part

    return open_it


def test_what_cannot_be_told_says_so_and_leads_to_the_question(filing, qtbot):
    page, part = filing(filled=False)
    asked = []
    page.place_asked.connect(lambda *there: asked.append(there))
    assert "We cannot tell yet" in said_in(part)
    buttons = {each.text(): each for each in part.findChildren(QPushButton)}
    buttons["Say what you are in law"].click()
    assert asked == [("our-group", "about/legal_form")]
    assert page.print_act() is None


def test_what_must_be_filed_is_said_with_its_law(filing, dates_house, starter_rules):
    dates_house.dates._rules = lambda: starter_rules
    _, part = filing()
    said = " ".join(said_in(part))
    assert "The year of accounts to 31 March 2026" in said
    assert "You must do this" in said
    assert "Fill in the annual return" in said
    assert "The law: " in said
    assert "31 January 2027" in said


def test_what_was_filed_is_ticked_off_on_its_card_and_open_again(
    filing, dates_house, starter_rules, qtbot
):
    dates_house.dates._rules = lambda: starter_rules
    _, part = filing()

    def press(name):
        found = [b for b in part.findChildren(QPushButton) if b.isVisible()]
        next(b for b in found if name in (b.text(), b.accessibleName())).click()

    press("Done: Fill in the annual return")
    qtbot.waitUntil(lambda: "Not done after all" in [
        b.text() for b in part.findChildren(QPushButton) if b.isVisible()
    ])  # fmt: skip
    assert list(dates_house.dates.filings_ticked().values()) == [Outcome.DONE]
    press("Not done after all")
    qtbot.waitUntil(lambda: dates_house.dates.filings_ticked() == {})


def test_what_must_be_filed_is_in_the_list_and_leads_to_its_card(
    open_dates, dates_house, starter_rules, qtbot
):
    dates_house.dates._rules = lambda: starter_rules
    page = open_dates()
    assert "Fill in the annual return" in rows_of(page)
    due = next(line.due for line in dates_house.dates.between(date(2027, 1, 1), date(2027, 2, 1))
               if line.due.what == "Fill in the annual return")  # fmt: skip
    page.sections.open_asked.emit(due)
    assert page.sections.current_id() == "filing"


def test_what_must_be_filed_is_usable_at_every_size(filing, dates_house, starter_rules, qtbot):
    dates_house.dates._rules = lambda: starter_rules
    usable_at_every_size(qtbot, filing()[0])


def go_away(house, days):
    house.clock = FixedClock.on(date(2026, 11, 23) + timedelta(days=days))
    house.dates._clock = house.clock
    house.inside.records.clock = house.clock


@pytest.fixture
def away(dates_house, open_dates, qtbot):
    """Look at the dates, stay away for 39 days, and look again."""
    page = open_dates()
    go_away(dates_house, 39)
    page.shown()
    qtbot.waitUntil(page.away_card.isVisible)
    return page


def test_after_a_long_absence_what_fell_due_is_gone_through_one_by_one(away, dates_house, qtbot):
    assert "5 things fell due meanwhile" in away.away_card.words.text()
    away.away_card.button.click()
    view = away.asides.catch_up
    assert "since 23 November 2026" in view.said.text()
    assert "That is fine." in view.said.text()
    seen = []
    for press in (view.done_button, view.not_needed_button, view.done_button, view.later_button):
        seen.append(view.name.text())
        before = view.place.text()
        press.click()
        qtbot.waitUntil(lambda before=before: view.place.text() != before)
    seen.append(view.name.text())
    view.later_button.click()
    qtbot.waitUntil(view.finished.isVisible)
    assert seen == [
        "Closes: Winter Warmth",
        "Committee",
        "Buy a kettle",
        "Pay the hall",
        "The term of Anna ends: Chair",
    ]
    view.leave_button.click()
    qtbot.waitUntil(away.places.is_back)
    dates_house.settle()
    assert not away.away_card.isVisible()
    assert "Pay the hall" in rows_of(away)


def test_one_may_leave_at_any_time_and_nothing_is_lost(away, dates_house, qtbot):
    away.away_card.button.click()
    view = away.asides.catch_up
    view.leave_button.click()
    qtbot.waitUntil(away.places.is_back)
    dates_house.settle()
    assert not away.away_card.isVisible()
    assert "Buy a kettle" in rows_of(away)


def test_who_only_goes_back_is_offered_to_go_on(away, qtbot):
    away.away_card.button.click()
    away.asides.catch_up.back_button.click()
    qtbot.waitUntil(away.away_card.isVisible)


def test_catching_up_is_usable_at_every_size(away, qtbot):
    away.away_card.button.click()
    usable_at_every_size(qtbot, away)


def test_what_is_printed_lies_where_it_is_thrown_away(open_dates, qtbot, opened, tmp_path):
    page = open_dates()
    page.paper_out.print_month()
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=20_000)
    assert Path(opened[0]).parent == tmp_path / "pages"


def test_dates_come_in_from_a_spreadsheet(open_dates, dates_house, qtbot):
    page = open_dates(filled=False)
    page.bring_in_button.click()
    coming = page.asides.coming
    assert not page.places.is_back()
    qtbot.waitUntil(coming.source.isVisible)
    coming.back_button.click()
    qtbot.waitUntil(page.places.is_back)
    assert page.add_button.isVisible()

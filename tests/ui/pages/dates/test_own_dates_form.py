"""A date of the group's own is written down: kept as it is typed, and never lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget

from tests.support.dates_window import rows_of
from tests.support.every_size import usable_at_every_size
from tests.support.people_window import said_in
from vcs_desktop.core.errors import DiskFull
from vcs_desktop.domain.due import OwnDate
from vcs_desktop.domain.kinds import OWN_DATE
from vcs_desktop.services.things import things
from vcs_desktop.ui.pages.dates.page import DatesPage

HALL = OwnDate(name="Pay the hall", on=date(2026, 12, 1), starts="09:00", repeats_months=1)


def kept(house):
    return things(house.inside.records, OwnDate, OWN_DATE)


@pytest.fixture
def form(open_dates, qtbot):
    """Open the form of a new date, and return the page and the form."""
    page = open_dates(filled=False)
    page.add_button.click()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.asides.form.name.box)
    return page, page.asides.form


def type_in(qtbot, field, words):
    field.box.setFocus()
    field.box.selectAll()
    qtbot.keyClicks(field.box, words)
    field.on_left()


def test_a_date_is_kept_as_it_is_typed_and_shown_in_the_list(form, dates_house, qtbot):
    page, asked = form
    type_in(qtbot, asked.name, "Pay the hall")
    qtbot.waitUntil(lambda: len(kept(dates_house)) == 1)
    type_in(qtbot, asked.day, "31 January 2027")
    type_in(qtbot, asked.time, "half past nine")
    type_in(qtbot, asked.place, "The office")
    asked.repeats.box.setCurrentIndex(asked.repeats.box.findData("1"))
    asked.done_button.click()
    qtbot.waitUntil(lambda: "Pay the hall" in rows_of(page))
    own = kept(dates_house)[0]
    assert (own.name, own.on, own.starts, own.place, own.repeats_months) == (
        "Pay the hall", date(2027, 1, 31), "09:30", "The office", 1,
    )  # fmt: skip
    qtbot.waitUntil(lambda: page.list_part.card is not None
                    and page.list_part.card.line.due.what == "Pay the hall")  # fmt: skip
    assert [line.due.on for line in dates_house.dates.between(date(2027, 1, 1), date(2027, 3, 31))
            if line.due.what == "Pay the hall"] == [
        date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31)
    ]  # fmt: skip


def test_nothing_is_kept_before_there_is_a_name(form, dates_house, qtbot):
    asked = form[1]
    type_in(qtbot, asked.place, "The office")
    asked.done_button.click()
    dates_house.settle()
    assert kept(dates_house) == []
    assert asked.name.error
    assert QApplication.focusWidget() is asked.name.box


def test_who_typed_nothing_just_goes_back(form, qtbot):
    page, asked = form
    asked.done_button.click()
    assert page.places.is_back()
    assert page.add_button.isVisible()


def test_a_day_that_is_none_is_said_and_not_kept(form, dates_house, qtbot):
    _, asked = form
    type_in(qtbot, asked.name, "Fair")
    type_in(qtbot, asked.day, "31 November")
    assert "only 30 days" in asked.day.error
    asked.done_button.click()
    assert QApplication.focusWidget() is asked.day.box
    dates_house.settle()
    assert [own.on for own in kept(dates_house)] == [None]


def test_a_date_is_changed_and_undo_takes_it_back(open_dates, dates_house, qtbot):
    dates_house.inside.records.add(OWN_DATE, HALL)
    page = open_dates(filled=False)
    qtbot.waitUntil(lambda: page.list_part.card is not None)
    page.list_part.change_asked.emit(kept(dates_house)[0].id)
    asked = page.asides.form
    qtbot.waitUntil(lambda: asked.name.words() == "Pay the hall")
    assert (asked.day.day(), asked.time.time(), asked.repeats.chosen_id()) == (
        date(2026, 12, 1), "09:00", "1",
    )  # fmt: skip
    type_in(qtbot, asked.name, "Pay the new hall")
    qtbot.waitUntil(lambda: kept(dates_house)[0].name == "Pay the new hall")
    assert dates_house.inside.records.offers().undo == "Undo: change Pay the new hall"
    dates_house.inside.records.undo()
    assert kept(dates_house)[0] == OwnDate(kept(dates_house)[0].id, *_rest(HALL))


def _rest(own):
    return own.name, own.on, own.starts, own.place, own.notes, own.repeats_months


def test_the_key_for_new_opens_the_form(open_dates, qtbot):
    page = open_dates(filled=False)
    qtbot.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not page.places.is_back())


def test_escape_leads_back_and_keeps_what_is_right(form, dates_house, qtbot):
    page, asked = form
    qtbot.keyClicks(asked.name.box, "Fair")
    qtbot.keyClick(asked.name.box, Qt.Key.Key_Escape)
    assert page.places.is_back()
    qtbot.waitUntil(lambda: [own.name for own in kept(dates_house)] == ["Fair"])


class Frame(QStackedWidget):
    """Makes the page when the group is open, and deletes it when it is locked, as the window."""

    def __init__(self, house, tasks, qtbot):
        super().__init__()
        self._asked = (house, tasks, house.session)
        self._qtbot = qtbot
        house.session.locking.connect(self.put_away)
        house.session.locked.connect(self.throw_away)

    def bring(self):
        self.page = DatesPage(*self._asked)
        self.addWidget(self.page)
        with self._qtbot.waitSignal(self.page.ready):
            self.page.shown()
        return self.page

    def put_away(self):
        self.page.put_away()

    def throw_away(self):
        self.page.hide()
        self.removeWidget(self.page)
        self.page.deleteLater()


@pytest.fixture
def frame(dates_house, tasks, show, qtbot):
    return show(Frame(dates_house, tasks, qtbot), 1150, 600)


def opened_again(frame, house):
    house.lock()
    house.open_again()
    return frame.bring()


def test_words_typed_until_the_moment_of_locking_are_kept(frame, dates_house, qtbot):
    page = frame.bring()
    page.add_button.click()
    qtbot.keyClicks(page.asides.form.name.box, "Summer fai")
    page = opened_again(frame, dates_house)
    assert [own.name for own in kept(dates_house)] == ["Summer fai"]
    qtbot.waitUntil(lambda: page.asides.form is not None
                    and page.asides.form.name.words() == "Summer fai")  # fmt: skip


def test_what_is_not_right_yet_stands_there_again_after_locking(frame, dates_house, qtbot):
    page = frame.bring()
    page.add_button.click()
    qtbot.keyClicks(page.asides.form.name.box, "Fair")
    page.asides.form.name.on_left()
    qtbot.keyClicks(page.asides.form.day.box, "31 Novem")
    page = opened_again(frame, dates_house)
    qtbot.waitUntil(lambda: page.asides.form is not None
                    and page.asides.form.day.box.text() == "31 Novem")  # fmt: skip
    assert page.asides.form.day.error
    assert [(own.name, own.on) for own in kept(dates_house)] == [("Fair", None)]


def test_a_draft_without_a_name_is_kept_too_and_goes_when_it_is_kept(frame, dates_house, qtbot):
    page = frame.bring()
    page.add_button.click()
    qtbot.keyClicks(page.asides.form.place.box, "The green")
    page = opened_again(frame, dates_house)
    qtbot.waitUntil(lambda: page.asides.form is not None
                    and page.asides.form.place.words() == "The green")  # fmt: skip
    type_in(qtbot, page.asides.form.name, "Fair")
    qtbot.waitUntil(lambda: [(own.name, own.place) for own in kept(dates_house)]
                    == [("Fair", "The green")])  # fmt: skip
    dates_house.settle()
    assert dates_house.inside.desk.read("draft/own_date/new") is None


def test_a_new_date_without_a_name_stands_in_the_list_and_leads_back_to_its_form(
    form, dates_house, qtbot
):
    page, asked = form
    type_in(qtbot, asked.place, "The green")
    asked.back_button.click()
    qtbot.waitUntil(lambda: rows_of(page)[-2:] == ["No day yet", "A new date"])
    page.list_part.titles.open("undated/new")
    qtbot.waitUntil(lambda: "not finished" in " ".join(said_in(page.list_part)))
    go_on = [b for b in page.list_part.findChildren(QPushButton) if b.text() == "Go on"][-1]
    go_on.click()
    qtbot.waitUntil(lambda: asked.place.words() == "The green")


def test_a_full_disk_loses_nothing_that_was_typed(form, dates_house, qtbot, monkeypatch):
    asked = form[1]
    add = dates_house.dates.add_own

    def full(_own):
        raise DiskFull

    monkeypatch.setattr(dates_house.dates, "add_own", full)
    type_in(qtbot, asked.name, "Fair")
    qtbot.waitUntil(lambda: "not saved yet" in asked.saved_line.words.text())
    assert asked.name.words() == "Fair"
    monkeypatch.setattr(dates_house.dates, "add_own", add)
    asked.saved_line.again_button.click()
    qtbot.waitUntil(lambda: [own.name for own in kept(dates_house)] == ["Fair"])


def test_the_form_is_usable_at_every_size(form, qtbot):
    usable_at_every_size(qtbot, form[0])

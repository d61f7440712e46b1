"""A person is found by a few letters, with the keyboard alone."""

from dataclasses import dataclass
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.support import accessibility
from tests.support.every_size import usable_at_every_size
from vcs_desktop.services.records import NoSuchRecord
from vcs_desktop.services.who import Pickable
from vcs_desktop.ui import finder_field
from vcs_desktop.ui.person_field import PersonField
from vcs_desktop.ui.sight import bring_into_sight
from vcs_desktop.ui.widgets.basics import column, panel, scroll
from vcs_desktop.ui.widgets.time_field import TimeField

TEXT, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@dataclass(frozen=True)
class Line:
    id: str
    name: str
    phone: str = ""
    email: str = ""


PEOPLE = (
    Line("asha", "Asha Patel"),
    Line("john1", "John Hill", phone="01234 567890"),
    Line("john2", "John Hill", email="john@example.org"),
    Line("joan", "Joan Hillier"),
)


def shown(field):
    return [words for _id, words in field.model.rows] if field.list.isVisible() else []


@pytest.fixture
def form(show):
    def make(**more):
        field = PersonField("Who came?", **more)
        field.set_people(PEOPLE)
        field.after = QLineEdit()
        field.after.setAccessibleName("After")
        pane = scroll(panel(column(field, field.after, None, margins=(16, 16, 16, 16), gap=16)))
        show(pane, 700, 700)
        field.take_focus()
        field.pane = pane
        return field

    return make


def test_the_field_says_its_name_and_what_to_do(form):
    field = form()
    assert accessibility.spoken(field.box).text(TEXT) == "Who came?"
    assert "press Enter" in accessibility.spoken(field.box).text(DESCRIPTION)
    assert not field.list.isVisible()


def test_enter_takes_the_first_who_matches_and_the_field_keeps_the_name(form, qtbot):
    field = form()
    qtbot.keyClicks(field.box, "ash")
    assert shown(field) == ["Asha Patel", "Add “ash” as a new person"]
    assert field.count.text() == "1 person matches."
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert picked.args == ["asha"]
    assert field.person_id() == "asha"
    assert field.box.text() == "Asha Patel"
    assert shown(field) == []
    assert field.box.hasFocus()


def test_a_field_for_one_after_the_other_is_empty_again_after_each(form, qtbot):
    field = form(empties=True)
    came = []
    field.picked.connect(came.append)
    for typed in ("ash", "joan"):
        qtbot.keyClicks(field.box, typed)
        qtbot.keyClick(field.box, Qt.Key.Key_Return)
        assert field.box.text() == ""
    assert came == ["asha", "joan"]


def test_the_arrows_go_through_those_who_match_and_the_focus_stays(form, qtbot):
    field = form()
    qtbot.keyClicks(field.box, "john")
    assert shown(field)[:2] == ["John Hill (01234 567890)", "John Hill (john@example.org)"]
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert field.box.hasFocus()
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert field.person_id() == "john2"


def test_whoever_knows_no_name_sees_who_is_there_with_the_arrow_down(form, qtbot):
    field = form()
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert shown(field)[0] == "Asha Patel"
    assert len(shown(field)) == len(PEOPLE)
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert field.person_id() == "joan"
    field.box.selectAll()
    qtbot.keyClick(field.box, Qt.Key.Key_Delete)
    assert shown(field) == []


def test_up_on_the_first_leads_to_the_new_person(form, qtbot):
    field = form(empties=True)
    qtbot.keyClicks(field.box, "  john   Hilton ")
    with qtbot.waitSignal(field.new_wanted) as wanted:
        qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert wanted.args == ["john Hilton"]
    assert field.box.text() == ""
    qtbot.keyClicks(field.box, "john")
    qtbot.keyClick(field.box, Qt.Key.Key_Up)
    with qtbot.waitSignal(field.new_wanted) as wanted:
        qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert wanted.args == ["john"]


def test_a_click_takes_somebody(form, qtbot):
    field = form()
    qtbot.keyClicks(field.box, "hill")
    place = field.list.visualRect(field.model.index(2, 0)).center()
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.mouseClick(field.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert picked.args == [field.model.rows[2][0]]


def test_escape_closes_the_list_and_enter_opens_it_again(form, qtbot):
    field = form()
    qtbot.keyClicks(field.box, "hill")
    qtbot.keyClick(field.box, Qt.Key.Key_Escape)
    assert shown(field) == []
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert len(shown(field)) == 4
    assert field.person_id() == ""


def test_letters_that_are_nobody_are_told_when_the_field_is_left(form, qtbot):
    field = form()
    qtbot.keyClicks(field.box, "hill")
    field.after.setFocus()
    assert field.error == "Choose a person from the list, or add a new one."
    assert shown(field) == []


def test_a_whole_name_needs_no_enter(form, qtbot):
    field = form()
    qtbot.keyClicks(field.box, "asha patel")
    with qtbot.waitSignal(field.picked):
        field.after.setFocus()
    assert field.error == ""
    assert field.box.text() == "Asha Patel"


def test_who_is_taken_out_of_the_field_is_nobody(form, qtbot):
    field = form()
    field.set_person("asha")
    assert field.box.text() == "Asha Patel"
    field.box.selectAll()
    with qtbot.waitSignal(field.emptied):
        qtbot.keyClick(field.box, Qt.Key.Key_Delete)
    assert field.person_id() == ""
    field.after.setFocus()
    assert field.error == ""


def test_nobody_new_is_offered_where_they_cannot_be_made(form, qtbot):
    field = form(offers_new=False)
    qtbot.keyClicks(field.box, "zz")
    assert shown(field) == []
    assert field.count.text() == "Nobody matches."
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    assert field.person_id() == ""


def test_a_screen_reader_is_told_how_many_match_and_who_is_under_the_arrow(
    form, qtbot, monkeypatch
):
    told = []
    monkeypatch.setattr(finder_field, "say", lambda _widget, words: told.append(words))
    field = form()
    qtbot.keyClicks(field.box, "john")
    qtbot.waitUntil(lambda: told != [])
    assert told == ["2 people match. John Hill (01234 567890)"]
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    assert told[-1] == "John Hill (john@example.org), 2 of 3"


def test_who_comes_often_is_first(form, qtbot):
    field = form()
    field.set_often({"joan": 12})
    qtbot.keyClicks(field.box, "jo")
    assert shown(field)[0] == "Joan Hillier"


def test_the_field_can_be_used_at_every_size(form, qtbot):
    field = form()
    qtbot.keyClicks(field.box, "hill")
    usable_at_every_size(qtbot, field.pane)


def test_a_time_is_said_in_words_while_it_is_typed(show, qtbot):
    field, after = TimeField("When does it start?"), QLineEdit()
    after.setAccessibleName("After")
    show(panel(column(field, after, None)))
    field.take_focus()
    qtbot.keyClicks(field.box, "half past seven pm")
    assert field.echo.text() == "7.30pm"
    after.setFocus()
    assert field.box.text() == "19:30"
    assert field.time() == "19:30"
    field.take_focus()
    field.box.selectAll()
    qtbot.keyClicks(field.box, "soon")
    after.setFocus()
    assert field.error.startswith("We cannot read this as a time.")
    assert field.time() == "19:30"
    assert QApplication.focusWidget() is after


def test_who_matches_comes_into_sight_where_the_field_is_at_the_edge(show, qtbot):
    field = PersonField("Who helped?")
    field.set_people(PEOPLE)
    above, below = panel(column(None)), panel(column(None))
    for each in (above, below):
        each.setFixedHeight(600)
    pane = scroll(panel(column(above, field, below)))
    show(pane, 700, 300)
    field.take_focus()
    bring_into_sight(field.box)
    ring = field.box.mapTo(pane.viewport(), field.box.rect().bottomLeft()).y()
    assert ring < pane.viewport().height()
    qtbot.keyClicks(field.box, "j")

    def seen():
        foot = field.count.mapTo(pane.viewport(), field.count.rect().bottomLeft()).y()
        top = field.box.mapTo(pane.viewport(), field.box.rect().topLeft()).y()
        return top >= 0 and foot < pane.viewport().height()

    qtbot.waitUntil(seen)
    assert len(shown(field)) == 4


ASHA = Pickable("asha", "Asha Patel", "")
JOHN, OTHER_JOHN = Pickable("john1", "John Hill", "01234"), Pickable("john2", "John Hill", "j@x.uk")


class Asked:
    """Who can be found, told when ``gate`` opens; ``times`` is how often it was asked."""

    def __init__(self):
        self.times, self.gate, self.fails = 0, Event(), False

    def __call__(self):
        self.times += 1
        assert self.gate.wait(10)
        if self.fails:
            raise NoSuchRecord
        return [ASHA, JOHN, OTHER_JOHN]


@pytest.fixture
def asking(tasks, show):
    """Return a field that asks who can be found, another field, and what it asks."""

    def make(**more):
        field, before, asked = PersonField("Who?", **more), QLineEdit(), Asked()
        field.ask_people(tasks, asked, [("ben", "Ben Li")])
        before.setAccessibleName("Before")
        show(panel(column(before, field, None, margins=(16, 16, 16, 16), gap=16)), 700, 700)
        before.setFocus()
        return field, before, asked

    return make


def test_who_can_be_found_is_asked_once_and_only_when_somebody_comes(asking, qtbot):
    field, before, asked = asking()
    asked.gate.set()
    field.set_person("ben")
    assert (field.box.text(), field.problem(), asked.times) == ("Ben Li", "", 0)
    for _ in range(2):
        field.take_focus()
        qtbot.waitUntil(lambda: not field._is_awaited)
        before.setFocus()
    assert (asked.times, field.person_id(), field.problem()) == (1, "ben", "")
    field.take_focus()
    field.box.selectAll()
    qtbot.keyClicks(field.box, "john")
    assert shown(field)[:2] == ["John Hill (01234)", "John Hill (j@x.uk)"]


def test_nobody_is_said_to_be_missing_before_it_is_known_who_is_there(asking, qtbot):
    field, _, asked = asking()
    field.take_focus()
    qtbot.keyClicks(field.box, "ash")
    assert (shown(field), field.count.isVisible()) == ([], False)
    asked.gate.set()
    qtbot.waitUntil(lambda: shown(field) != [])
    assert shown(field) == ["Asha Patel", "Add “ash” as a new person"]


def test_the_arrow_down_that_comes_early_shows_who_is_there_once_it_is_known(asking, qtbot):
    field, _, asked = asking()
    field.take_focus()
    qtbot.keyClick(field.box, Qt.Key.Key_Down)
    asked.gate.set()
    qtbot.waitUntil(lambda: shown(field) != [])
    assert shown(field)[0] == "Asha Patel"
    assert len(shown(field)) == 3  # and nobody new: nothing was typed


def test_enter_that_comes_early_takes_who_matches_and_adds_nobody(asking, qtbot):
    field, _, asked = asking()
    added = QSignalSpy(field.new_wanted)
    field.take_focus()
    qtbot.keyClicks(field.box, "ash")
    qtbot.keyClick(field.box, Qt.Key.Key_Return)
    with qtbot.waitSignal(field.picked) as picked:
        asked.gate.set()
    assert (picked.args, added.count(), field.person_id()) == (["asha"], 0, "asha")


def test_a_whole_name_that_was_typed_and_left_early_is_taken(asking, qtbot):
    field, before, asked = asking()
    field.take_focus()
    qtbot.keyClicks(field.box, "Asha Patel")
    before.setFocus()
    with qtbot.waitSignal(field.picked) as picked:
        asked.gate.set()
    assert (picked.args, field.problem(), field.list.isVisible()) == (["asha"], "", False)


def test_when_nobody_could_be_asked_for_it_says_why_and_asks_again(asking, qtbot):
    field, _, asked = asking()
    asked.gate.set()
    asked.fails = True
    field.take_focus()
    qtbot.waitUntil(lambda: "cannot find" in field.error)
    asked.fails = False
    qtbot.keyClicks(field.box, "ash")
    qtbot.waitUntil(lambda: shown(field) != [])
    assert field.error == ""

"""Undo and redo that say what they do, and leave a field its own keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit

from tests.support.group_file import TickingClock
from tests.support.group_house import GroupHouse
from vcs_desktop.domain.people import Person
from vcs_desktop.ui.edit_menu import EditMenu
from vcs_desktop.ui.widgets.basics import button, column, panel
from vcs_desktop.ui.widgets.undo_bar import UndoBar

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Window(QMainWindow):
    """A window with two fields, a button and a bar, and the menu over it."""

    def __init__(self):
        super().__init__()
        self.line, self.text, self.button = QLineEdit(), QPlainTextEdit(), button("Elsewhere")
        self.bar = UndoBar()
        for field in (self.line, self.text):
            field.setAccessibleName("Field")
        self.setCentralWidget(panel(column(self.line, self.text, self.button, self.bar)))
        self.edit = EditMenu(self.menuBar())
        self.menuBar().addMenu(self.edit)
        self.told = []
        self.touched = []
        self.edit.told.connect(self.told.append)
        self.edit.record_touched.connect(lambda *which: self.touched.append(which))


@pytest.fixture
def home(tmp_path, tasks, qtbot):
    made = GroupHouse(tmp_path, tasks, qtbot, TickingClock()).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def window(home, show, tasks):
    made = show(Window())
    made.edit.begin(home, tasks, home.session)
    made.button.setFocus()
    return made


@pytest.fixture
def cara(home, window, qtbot):
    """Cara, who was added and then changed."""
    people = home.inside.people
    cara = people.add(Person(name="Cara", phone="1"))
    held = people.person(cara)
    people.save(held, replace(held.thing, phone="2"))
    home.session.tell_acted()
    qtbot.waitUntil(window.edit.undo.isEnabled)
    return cara


def phone(home, person_id):
    return home.inside.people.person(person_id).thing.phone


def test_nothing_can_be_undone_before_anything_was_done(window, home):
    home.settle()
    assert not window.edit.undo.isEnabled()
    assert not window.edit.redo.isEnabled()
    assert window.edit.undo.text() == "&Undo"


def test_the_entry_says_what_it_undoes(window, cara):
    assert window.edit.undo.text() == "Undo: change Cara"


def test_ctrl_z_takes_back_the_last_act_and_ctrl_y_does_it_again(window, cara, home, qtbot):
    with qtbot.waitSignal(home.session.changed):
        qtbot.keyClick(window.button, Qt.Key.Key_Z, CTRL)
    assert phone(home, cara) == "1"
    assert window.told == ["Undo: change Cara. Done."]
    qtbot.waitUntil(window.edit.redo.isEnabled)
    assert window.edit.redo.text() == "Redo: change Cara"
    with qtbot.waitSignal(home.session.changed):
        qtbot.keyClick(window.button, Qt.Key.Key_Y, CTRL)
    assert phone(home, cara) == "2"
    with qtbot.waitSignal(home.session.changed):
        qtbot.keyClick(window.button, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(window.edit.redo.isEnabled)
    with qtbot.waitSignal(home.session.changed):
        qtbot.keyClick(window.button, Qt.Key.Key_Z, CTRL | SHIFT)
    assert phone(home, cara) == "2"
    assert window.touched == [("person", cara)] * 4


def test_the_record_is_not_shown_when_undo_put_it_in_the_bin(window, cara, home, qtbot):
    for _ in range(2):
        with qtbot.waitSignal(home.session.changed):
            window.edit.undo.trigger()
        home.settle()
    assert home.inside.people.people() == []
    assert window.touched == [("person", cara)]


@pytest.mark.parametrize("name", ["line", "text"])
def test_a_field_takes_back_what_was_typed_in_it_first(window, cara, home, qtbot, name):
    field = getattr(window, name)
    field.setFocus()
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    words = field.text() if name == "line" else field.toPlainText()
    assert words == ""
    assert phone(home, cara) == "2"
    qtbot.keyClick(field, Qt.Key.Key_Y, CTRL)
    assert (field.text() if name == "line" else field.toPlainText()) == "ab"
    window.edit.aboutToShow.emit()
    assert window.edit.undo.text() == "&Undo what you typed"
    window.edit.undo.trigger()
    assert (field.text() if name == "line" else field.toPlainText()) == ""


@pytest.mark.parametrize("name", ["line", "text"])
def test_a_field_in_which_nothing_was_typed_leaves_ctrl_z_to_the_record(
    window, cara, home, qtbot, name
):
    field = getattr(window, name)
    field.setFocus()
    with qtbot.waitSignal(home.session.changed):
        qtbot.keyClick(field, Qt.Key.Key_Z, CTRL)
    assert phone(home, cara) == "1"


def test_a_read_only_field_leaves_it_too(window, cara, home, qtbot):
    window.line.setFocus()
    qtbot.keyClicks(window.line, "ab")
    window.line.setReadOnly(True)
    with qtbot.waitSignal(home.session.changed):
        qtbot.keyClick(window.line, Qt.Key.Key_Z, CTRL)
    assert window.line.text() == "ab"


def test_a_bar_that_offers_undo_comes_before_older_acts(window, cara, home, qtbot):
    taken = []
    window.bar.offer("Hidden", lambda: taken.append(1))
    window.edit.aboutToShow.emit()
    assert window.edit.undo.text() == "Undo: Hidden"
    qtbot.keyClick(window.button, Qt.Key.Key_Z, CTRL)
    assert taken == [1]
    assert phone(home, cara) == "2"
    with qtbot.waitSignal(home.session.changed):
        qtbot.keyClick(window.button, Qt.Key.Key_Z, CTRL)
    assert phone(home, cara) == "1"


def test_with_the_focus_nowhere_the_key_works_all_the_same(window, cara, home, qtbot):
    window.button.clearFocus()
    with qtbot.waitSignal(home.session.changed):
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert phone(home, cara) == "1"


def test_what_was_changed_since_is_said_kindly_and_stays(window, cara, home, qtbot):
    ben = home.inside
    held = ben.people.person(cara)
    ben.records.who, asha = "0190-ben", ben.records.who
    ben.people.save(held, replace(held.thing, phone="3"))
    ben.records.who = asha
    with qtbot.waitSignal(home.session.changed):
        window.edit.undo.trigger()
    assert window.told[0].startswith("This was changed again since")
    assert phone(home, cara) == "3"


def test_nothing_left_to_undo_is_said_kindly(window, cara, home, qtbot):
    home.inside.records.undo()
    home.inside.records.undo()
    with qtbot.waitSignal(home.session.changed):
        window.edit.undo.trigger()
    assert window.told == ["There is nothing to take back."]
    qtbot.waitUntil(lambda: not window.edit.undo.isEnabled())


def test_no_word_of_the_group_stays_in_the_menu_when_it_is_locked(window, cara, home):
    home.lock()
    assert window.edit.undo.text() == "&Undo"
    assert not window.edit.undo.isEnabled()
    home.open_again()


def test_it_knows_again_what_to_undo_when_the_group_was_opened_again(window, cara, home, qtbot):
    home.lock()
    home.open_again()
    qtbot.waitUntil(window.edit.undo.isEnabled)
    assert window.edit.undo.text() == "Undo: change Cara"


def test_an_answer_that_comes_after_locking_is_not_told(window, cara, home):
    window.edit.undo.trigger()
    home.session.lock()
    home.settle()
    assert window.told == []
    assert window.touched == []


def test_names_cannot_be_keys_of_an_entry_nor_without_end(window, home, qtbot):
    home.inside.people.add(Person(name="Tea & Talk " * 30))
    home.session.tell_acted()
    qtbot.waitUntil(window.edit.undo.isEnabled)
    assert "Tea && Talk" in window.edit.undo.text()
    assert len(window.edit.undo.text()) < 80


def test_cut_copy_paste_and_select_all_work_in_the_field(window, qtbot):
    QApplication.clipboard().clear()
    window.line.setFocus()
    qtbot.keyClicks(window.line, "abc")
    edit = window.edit
    edit.aboutToShow.emit()
    assert [each.isEnabled() for each in (edit.cut, edit.copy, edit.paste, edit.select_all)] == [
        False, False, False, True,
    ]  # fmt: skip
    edit.select_all.trigger()
    edit.aboutToShow.emit()
    edit.cut.trigger()
    assert window.line.text() == ""
    edit.aboutToShow.emit()
    assert edit.paste.isEnabled()
    window.text.setFocus()
    edit.paste.trigger()
    assert window.text.toPlainText() == "abc"
    edit.aboutToShow.emit()
    edit.select_all.trigger()
    edit.aboutToShow.emit()
    assert edit.copy.isEnabled()
    window.button.setFocus()
    edit.aboutToShow.emit()
    assert not any(each.isEnabled() for each in (edit.cut, edit.copy, edit.paste))


def test_secret_words_are_not_copied(window, qtbot):
    window.line.setEchoMode(QLineEdit.EchoMode.Password)
    window.line.setFocus()
    qtbot.keyClicks(window.line, "abc")
    window.line.selectAll()
    window.edit.aboutToShow.emit()
    assert not window.edit.copy.isEnabled()
    assert not window.edit.cut.isEnabled()


def test_every_entry_shows_its_keys(window):
    keys = [
        [each.toString() for each in action.shortcuts()]
        for action in window.edit.actions()
        if not action.isSeparator()
    ]
    assert keys == [
        ["Ctrl+Z"], ["Ctrl+Y", "Ctrl+Shift+Z"], ["Ctrl+X"], ["Ctrl+C"], ["Ctrl+V"], ["Ctrl+A"],
    ]  # fmt: skip

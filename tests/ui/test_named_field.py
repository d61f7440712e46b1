"""A person of the group is kept by id, any other name as it was typed; half a name is neither."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from vcs_desktop.services.who import Pickable
from vcs_desktop.ui.named_field import NamedField
from vcs_desktop.ui.widgets.basics import column, panel

JEAN = Pickable("jean", "Jean Marsh", "")
PEOPLE = (JEAN, Pickable("joan", "Joan Hillier", ""))


@dataclass
class Form:
    field: NamedField
    after: QLineEdit

    def leave(self):
        self.after.setFocus()


@pytest.fixture
def form(show, tasks, qtbot):
    def make(said="", name="", people=PEOPLE):
        field, after = NamedField("Who decided"), QLineEdit()
        field.show_said(tasks, lambda: people, said, name)
        show(panel(column(field, after, None)), 600, 500)
        field.take_focus()
        qtbot.waitUntil(lambda: field._is_known)
        return Form(field, after)

    yield make
    tasks.stop()


def rows(field):
    return [words for _id, words in field.model.rows] if field.list.isVisible() else []


def test_who_is_chosen_is_kept_by_id(form, qtbot):
    it = form()
    qtbot.keyClicks(it.field.box, "jea")
    assert rows(it.field) == ["Jean Marsh", "Write down “jea” as it is"]
    assert it.field.said() == ""  # half a name is nobody
    with qtbot.waitSignal(it.field.edited):
        qtbot.keyClick(it.field.box, Qt.Key.Key_Return)
    assert (it.field.said(), it.field.box.text()) == ("jean", "Jean Marsh")
    it.leave()
    assert it.field.said() == "jean"


def test_a_whole_name_that_was_typed_is_that_person(form, qtbot):
    it = form()
    qtbot.keyClicks(it.field.box, "jean marsh")
    it.leave()
    assert it.field.said() == "jean"


def test_somebody_else_is_kept_as_typed_when_the_field_is_left(form, qtbot):
    it = form()
    qtbot.keyClicks(it.field.box, "The  committee ")
    with qtbot.waitSignal(it.field.left):
        it.leave()
    assert (it.field.said(), it.field.error) == ("The committee", "")
    assert rows(it.field) == []


def test_the_last_row_keeps_what_was_typed_though_somebody_matches(form, qtbot):
    it = form()
    qtbot.keyClicks(it.field.box, "Jean")
    qtbot.keyClick(it.field.box, Qt.Key.Key_Up)
    qtbot.keyClick(it.field.box, Qt.Key.Key_Return)
    assert (it.field.said(), it.field.box.text()) == ("Jean", "Jean")
    it.leave()
    assert it.field.said() == "Jean"


def test_a_typed_name_of_before_stands_and_changes_by_nobodys_coming(form, qtbot):
    it = form("Jean Marsh", "Jean Marsh")
    assert it.field.box.text() == "Jean Marsh"
    assert rows(it.field) == []
    it.leave()
    assert it.field.said() == "Jean Marsh"
    it.field.take_focus()
    qtbot.keyClick(it.field.box, Qt.Key.Key_Return)  # who wants the person asks for it
    qtbot.keyClick(it.field.box, Qt.Key.Key_Return)
    assert it.field.said() == "jean"


def test_who_was_removed_is_told_to_be_and_stays_until_somebody_types(form, qtbot):
    it = form("gone", "Somebody who was removed")
    it.leave()
    assert it.field.said() == "gone"
    it.field.take_focus()
    it.field.box.clear()
    qtbot.keyClicks(it.field.box, "Sam")
    it.leave()
    assert it.field.said() == "Sam"


def test_an_emptied_field_is_nobody(form, qtbot):
    it = form("jean", "Jean Marsh")
    it.field.box.selectAll()
    qtbot.keyClick(it.field.box, Qt.Key.Key_Delete)
    it.leave()
    assert it.field.said() == ""


def test_who_is_interrupted_loses_nothing(form, qtbot):
    it = form()
    qtbot.keyClicks(it.field.box, "The comm")
    it.field.settle()
    assert it.field.said() == "The comm"

"""A row that is selected over the accessibility bus, as voice programs do, is gone to."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.support.accessibility import spoken
from vcs_desktop.ui.widgets.sections import Sections
from vcs_desktop.ui.widgets.title_list import TitleList, TitleRow


@pytest.fixture
def titles(show):
    made = show(TitleList("Guides"))
    made.show_rows([TitleRow(name, name) for name in ("one", "two", "three")])
    made.choose("one")
    return made


def select(view, place):
    rows = spoken(view).selectionInterface()
    assert rows.select(spoken(view).child(place))


def test_a_row_selected_from_outside_is_gone_to(titles, qtbot):
    with qtbot.waitSignal(titles.chosen) as told:
        select(titles, 2)
    assert told.args == ["three"]
    assert titles.chosen_id() == "three"


def test_a_row_that_the_list_goes_to_by_itself_is_told_once(titles, qtbot):
    told = []
    titles.chosen.connect(told.append)
    titles.choose("two")
    select(titles, 0)
    qtbot.waitUntil(lambda: titles.chosen_id() == "one")
    assert told == ["two", "one"]


def test_the_places_are_opened_so_too(window, qtbot):
    select(window.navigation.list, 1)
    qtbot.waitUntil(lambda: window.stack.place_id == "funding")


def test_the_parts_of_a_page_are_said_to_be_one_of_several(show):
    sections = Sections("Parts")
    sections.add("a", "Guides", QWidget)
    show(sections)
    assert spoken(sections.buttons["a"]).role() == QAccessible.Role.RadioButton

"""In the real window: a group is started, its secrets typed, and after locking none is left."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit

from tests.support.groups_window import Typist
from tests.support.vault_examples import QUICK
from vcs_desktop.app.main import build_window
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder

OWN = "orange bicycle rain window"


@pytest.fixture
def parts(tmp_path):
    folder = DataFolder(tmp_path / "data")
    folder.make()
    made = Parts(folder, FixedClock.on(date(2026, 11, 23)))
    made.groups._effort = QUICK
    yield made
    made.close()


@pytest.fixture
def window(parts, tasks, settings, show):
    made = show(build_window(parts, tasks, settings), 1366, 671)
    yield made
    made.close()
    tasks.stop()


@pytest.fixture
def hands(qtbot, window):
    return Typist(qtbot, window)


def all_words():
    """Return every word that any widget of the program shows or holds."""
    said = []
    for widget in QApplication.allWidgets():
        match widget:
            case QLineEdit() | QLabel():
                said.append(widget.text())
            case QPlainTextEdit() | QTextEdit():
                said.append(widget.toPlainText())
        said += [widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
    return "\n".join(said)


def start_a_group(window, hands):
    window.open_thing("groups", "start")
    page = window.page()
    start = page.views.start
    hands.wait_focus(start.name.field.box)
    hands.type("Tea & Talk")
    hands.enter()
    hands.wait_focus(start.you.field.box)
    hands.type("Asha")
    hands.enter()
    hands.wait(lambda: start.words.choose.chosen() != "")
    hands.key(Qt.Key.Key_Down)
    hands.tab_to(start.words.choose.own_field.box)
    hands.type(OWN)
    hands.enter()
    hands.wait_focus(start.once_more.once_more.field.box)
    hands.type(OWN)
    hands.enter()
    hands.wait(start.way_back.isVisible)
    hands.press(start.way_back.flow.later_button)
    hands.wait(start.last.isVisible)
    hands.press(start.next_button)


def test_nothing_that_was_typed_is_left_in_any_widget_after_locking(window, hands, parts):
    start_a_group(window, hands)
    hands.wait(lambda: parts.space.is_open)
    hands.wait(lambda: window.stack.place_id == "home")
    assert OWN not in all_words()
    hands.wait(window.page().way_back.isVisible)
    parts.space.inside().group.set_code(parts.groups.new_code())
    window.open_thing("our-group", "access")
    page = window.page()
    hands.wait(lambda: "access" in page._parts)
    part = page._parts["access"]
    hands.wait(part.people.isVisible)
    part.people.words_button.click()
    form = part.people.words_form
    hands.wait(lambda: form.words.words() != "")
    offered = form.words.words()
    form.present.box.setFocus()
    hands.type(OWN)
    part.code.copy_button.click()
    hands.wait(lambda: part.code.code_card is not None)
    code = [each.text() for each in part.code.code_card.groups]
    assert OWN in all_words()
    hands.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    hands.wait(lambda: not parts.space.is_open)
    hands.wait(lambda: window.stack.place_id == "groups")
    left = all_words()
    for secret in (OWN, offered, *code):
        assert secret not in left


def test_the_group_that_was_locked_is_opened_again_from_the_list(window, hands, parts):
    start_a_group(window, hands)
    hands.wait(lambda: parts.space.is_open)
    parts.space.inside().group.set_code(parts.groups.new_code())
    window.menu_bar.group.lock.trigger()
    hands.wait(lambda: window.stack.place_id == "groups" and not parts.space.is_open)
    page = window.page()
    hands.wait(lambda: len(page.picker.rows) == 1)
    hands.press(page.picker.rows[0].open_button)
    hands.wait_focus(page.opening.way_in.words_field.box)
    hands.type(OWN)
    hands.enter()
    hands.wait(lambda: window.stack.place_id == "home" and parts.space.is_open)
    assert OWN not in all_words()


def test_the_window_is_called_what_is_done_in_it_and_never_by_a_group(window, hands):
    start_a_group(window, hands)
    hands.wait(lambda: window.stack.place_id == "home")
    window.open_thing("groups", "start")
    assert window.windowTitle() == "Start a group - VCS Desktop"
    window.open_place("home")
    assert window.windowTitle() == "Home - VCS Desktop"
    window.open_thing("groups", "join")
    page = window.page()
    hands.wait(lambda: window.windowTitle() == "My group is on another laptop - VCS Desktop")
    hands.key(Qt.Key.Key_Escape)
    assert window.windowTitle() == "Open a group - VCS Desktop"
    hands.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    page = window.page()
    hands.wait(lambda: page.front is page.views.way_back or len(page.picker.rows) == 1)
    if page.front is page.views.way_back:
        assert window.windowTitle() == "A way back in - VCS Desktop"


def test_the_practice_group_says_so_in_the_window(window, hands, parts):
    window.open_thing("groups", "practice")
    hands.wait(lambda: parts.space.is_open and window.stack.place_id == "home")
    assert "no real names here" in all_words()


def test_the_practice_group_begins_at_the_top_of_home(window, hands, parts, qtbot):
    window.open_thing("groups", "practice")
    hands.wait(lambda: parts.space.is_open and window.stack.place_id == "home")
    home = window.page()
    hands.wait(lambda: home.tour_offer.show_button.hasFocus() and home.week_card.isVisible())
    hands.wait(lambda: home.sheet.verticalScrollBar().maximum() > 0)
    qtbot.wait(1)  # what follows the focus has looked where it is
    assert home.sheet.verticalScrollBar().value() == 0

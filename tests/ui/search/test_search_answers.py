"""The search at the top: what it offers, in which order, and what it says about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.funding_library import LUNCHES, MEALS
from tests.support.search_window import press, rows, titles, told, wait_for_best
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.resources import resource
from vcs_desktop.domain.library import Kind
from vcs_desktop.ui.kind_words import kind_words


def test_with_nothing_typed_it_lists_what_was_opened_lately(window, call, house, qtbot):
    house.choices.look_at(LUNCHES.id)
    house.choices.look_at(MEALS.id)
    call()
    qtbot.waitUntil(lambda: titles(window) == ["meals", "lunches"])
    assert told(window) == "You opened these lately:"
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Funding")
    assert window.page().shown_things == [LUNCHES.id]


def test_with_nothing_opened_yet_it_says_what_can_be_typed(window, call, qtbot):
    call()
    qtbot.waitUntil(lambda: "Type words" in told(window))
    assert not window.finder.panel.list.isVisible()
    assert "Type > to find a command" in window.finder.panel.hint.text()


def test_the_first_answer_comes_before_the_ranked_one(window, call, house, qtbot):
    house.search.hold("ranked")
    call("hall")
    qtbot.waitUntil(lambda: titles(window)[:2] == ["old hall", "hall roof"])
    assert "newest first" in told(window)
    house.search.let_go("ranked")
    wait_for_best(window, qtbot)
    assert set(titles(window)) == {"old hall", "hall roof", "See all in Funding"}


def test_the_ranked_answer_has_words_out_of_the_text_and_says_why(window, call, qtbot):
    call("paint")
    wait_for_best(window, qtbot)
    row = window.finder.panel.model.rows[0]
    assert (row.kind, row.title) == ("Grant", "old hall")
    assert row.why == "Paint and meals."
    assert row.note == "Ridgeway Fund · Closes in 25 days"
    assert row.spoken() == (
        "old hall. Grant. Ridgeway Fund · Closes in 25 days. Why: Paint and meals."
    )


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("roof", "The title has your words"),
        ("roof zebra", "The title has some of your words"),
        ("ridgeway", "It is from Ridgeway Fund"),
    ],
)
def test_every_row_says_why_it_is_there(window, call, qtbot, words, why):
    call(words)
    wait_for_best(window, qtbot)
    assert why in [row.why for row in window.finder.panel.model.rows]


def test_it_says_when_nothing_has_all_the_words(window, call, qtbot):
    call("roof zebra")
    wait_for_best(window, qtbot)
    assert told(window) == "Nothing has all your words. These have some of them."
    assert titles(window)[0] == "hall roof"


def test_it_says_when_nothing_is_found(window, call, qtbot):
    call("zebra")
    wait_for_best(window, qtbot)
    assert told(window).startswith("Nothing has these words. Try fewer")
    assert titles(window) == []
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Home")
    assert window.finder.panel.isVisible()


def test_only_what_a_page_can_show_is_offered(window, call, qtbot):
    call("green")
    wait_for_best(window, qtbot)
    assert "Hall Green" not in titles(window)


def test_pages_and_help_stand_before_records(window, call, qtbot):
    call("home")
    wait_for_best(window, qtbot)
    assert rows(window)[:2] == [("Page", "Home"), ("Help", "The Home page")]
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Help")
    assert window.page().shown_things == ["home"]


def test_all_of_it_can_be_seen_on_a_page_of_its_own(window, call, qtbot):
    call("meals")
    wait_for_best(window, qtbot)
    assert rows(window)[-1] == ("Page", "See all in Funding")
    press(qtbot, *[Qt.Key.Key_Down] * len(rows(window)), Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Funding")
    assert window.page().asked == ["meals"]


def test_what_is_opened_is_remembered(window, call, house, qtbot):
    call("roof")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    assert window.page().shown_things == ["grant/hall roof"]
    assert not window.finder.panel.isVisible()
    assert window.page().isAncestorOf(QApplication.focusWidget())
    qtbot.waitUntil(lambda: house.choices.all().looked_at == ("grant/hall roof",))


def test_what_cannot_be_remembered_is_opened_all_the_same(window, call, house, tasks, qtbot):
    house.choices.fail("look_at", FolderNotWritable())
    call("roof")
    wait_for_best(window, qtbot)
    press(qtbot, Qt.Key.Key_Return)
    assert window.page().shown_things == ["grant/hall roof"]
    heard = []
    tasks.run(lambda: None, then=heard.append, otherwise=heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    assert house.choices.asked[-1] == "look_at"
    assert not window.finder.panel.isVisible()


def test_a_search_that_fails_says_so(window, call, house, qtbot):
    house.search.fail("first", FolderNotWritable())
    house.search.fail("ranked", FolderNotWritable())
    call("hall")
    qtbot.waitUntil(lambda: "cannot save" in told(window))
    assert titles(window) == []


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_of_record_has_a_name_and_an_icon(kind):
    icon, words = kind_words(kind)
    assert resource(f"icons/{icon}.svg").is_file()
    assert words != kind


def test_a_kind_that_we_do_not_know_is_shown_as_it_is():
    assert kind_words("recipe") == ("info", "recipe")

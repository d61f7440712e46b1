"""In little room a list or a text is taller than the window: the row, or the caret, is in sight.

The window is as small and the words as large as they may be; the library is the one
that travels with the app.
"""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QScrollArea

from vcs_desktop.app.main import build_window
from vcs_desktop.app.pages import pages
from vcs_desktop.app.parts import Parts
from vcs_desktop.core.clock import FixedClock
from vcs_desktop.core.paths import DataFolder
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, label, panel, scroll
from vcs_desktop.ui.widgets.sections import Sections
from vcs_desktop.ui.widgets.title_list import TitleList, TitleRow

WITH_LISTS = ["funding", "learning", "facts", "council", "help"]
WITHOUT_LISTS = ["glossary", "shared"]
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect
LOOKS = [(200, "light"), (100, "dark"), (200, "contrast"), (150, "light"), (200, "dark")]
MOST_STEPS = 40
# What stays free above and below a row in a pane, at 200 % text.
ROUND_IT = 24


@pytest.fixture
def small_window(tmp_path, tasks, settings, show):
    settings.change(text_size=200)
    folder = DataFolder(tmp_path / "data")
    folder.make()
    parts = Parts(folder, FixedClock.on(date(2026, 11, 23)))
    window = show(build_window(parts, tasks, settings), 683, 364)
    assert look.text_size == 200
    yield window
    window.close()
    parts.close()


@pytest.fixture
def come_to(small_window, qtbot):
    def come(place):
        page = small_window.open_place(place)
        if small_window.page().title != pages(None, None, None, None, None, None, None)[0].title:
            with qtbot.waitSignal(page.ready, timeout=30_000):
                page.shown()
        return page

    return come


def assert_row_is_seen(view):
    """All of the row under the hand is on the screen, or as much as there is room for."""
    row = view.visualRect(view.currentIndex())
    seen = view.viewport().visibleRegion().boundingRect()
    room = min(pane.viewport().height() for pane in panes_round(view)) - ROUND_IT
    assert row.isValid()
    assert seen.top() <= row.top(), (row, seen)
    assert seen.bottom() >= row.top() + min(row.height(), room) - 1, (row, seen)


def panes_round(view):
    above, found = view, []
    while (above := above.parentWidget()) is not None:
        if isinstance(above, QScrollArea):
            found.append(above)
    return found


def lists_of(page):
    return [
        view
        for view in page.findChildren(QAbstractItemView)
        if view.isVisible()
        and view.model() is not None
        and view.model().rowCount()
        and panes_round(view)
        and view.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def choose_last(view):
    model = view.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    last = [row for row in rows if row.flags() & Qt.ItemFlag.ItemIsSelectable][-1]
    view.selectionModel().setCurrentIndex(last, CHOOSE)


def walk_to(qtbot, view, key):
    """Press a key until the focus is in a list."""
    for _ in range(MOST_STEPS):
        if view.hasFocus():
            return
        qtbot.keyClick(QApplication.focusWidget(), key)
    raise AssertionError("the list is not reached")


@pytest.mark.parametrize("place", WITH_LISTS)
def test_a_list_that_is_entered_or_moved_in_shows_its_row(small_window, come_to, qtbot, place):
    page = come_to(place)
    met = 0
    sections = page.findChild(Sections)
    for part in list(sections.buttons) if sections else [""]:
        if part:
            sections.open(part)
        qtbot.waitUntil(lambda part=part: bool(lists_of(page)) or part in WITHOUT_LISTS)
        for view in lists_of(page):
            met += 1
            enter_in_every_way(small_window, page, view, qtbot)
    assert met


def enter_in_every_way(window, page, view, qtbot):
    by = [Qt.Key.Key_F6, Qt.Key.Key_Tab] if view in page.parts() else [Qt.Key.Key_Tab]
    for key in by:
        window.top_bar.search.setFocus()
        page.sheet.verticalScrollBar().setValue(0)
        choose_last(view)
        walk_to(qtbot, view, key)
        qtbot.waitUntil(partial(assert_row_is_seen, view))
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
        qtbot.waitUntil(partial(assert_row_is_seen, view))


@pytest.mark.parametrize("place", ["funding", "learning", "facts"])
def test_going_to_a_page_shows_the_row_that_was_left(small_window, come_to, qtbot, place):
    view = come_to(place).first_focus()
    assert isinstance(view, QAbstractItemView)
    view.setFocus()
    choose_last(view)
    small_window.open_place("home")
    small_window.open_place(place)
    qtbot.waitUntil(view.hasFocus)
    qtbot.waitUntil(partial(assert_row_is_seen, view))


def test_a_row_stays_in_sight_when_the_window_gets_lower_and_the_words_larger(
    small_window, come_to, qtbot
):
    look.set_text_size(100)
    small_window.resize(1366, 671)
    view = come_to("learning").first_focus()
    view.setFocus()
    choose_last(view)
    look.set_text_size(200)
    small_window.resize(683, 364)
    qtbot.waitUntil(partial(assert_row_is_seen, view))


# In any pane


@pytest.fixture
def nested(show):
    """Return a list in a pane inside another, far down in both."""
    above = [label(f"Above {number}") for number in range(20)]
    view = TitleList("Some titles")
    view.setFixedHeight(600)
    view.show_rows([TitleRow(str(number), f"Row {number}") for number in range(40)])
    inner = scroll(panel(column(*above, view)))
    inner.setFixedHeight(400)
    outer = scroll(panel(column(*(label(f"Before {number}") for number in range(20)), inner)))
    show(outer, 400, 200)
    return outer, view


def test_every_pane_round_a_list_is_scrolled(nested, qtbot):
    _, view = nested
    view.choose("30")
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(partial(assert_row_is_seen, view))


def test_a_list_without_a_row_under_the_hand_shows_its_top(nested, qtbot):
    outer, view = nested
    view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(lambda: view.viewport().visibleRegion().boundingRect().top() == 0)
    assert outer.verticalScrollBar().value() > 0


def test_nothing_moves_under_the_mouse(nested, qtbot):
    outer, view = nested
    view.choose("2")
    outer.verticalScrollBar().setValue(outer.verticalScrollBar().maximum())
    inner = panes_round(view)[0]
    inner.verticalScrollBar().setValue(inner.verticalScrollBar().maximum())
    at = [pane.verticalScrollBar().value() for pane in (inner, outer)]
    seen = view.viewport().visibleRegion().boundingRect()
    row = view.indexAt(QPoint(20, seen.bottom() - 2))
    assert view.visualRect(row).bottom() > seen.bottom()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, seen.bottom() - 2))
    assert view.currentIndex() == row
    QApplication.sendPostedEvents()
    qtbot.wait(0)
    assert [pane.verticalScrollBar().value() for pane in (inner, outer)] == at


def test_a_list_that_has_not_the_focus_moves_nothing(nested, qtbot):
    outer, view = nested
    view.clearFocus()
    outer.verticalScrollBar().setValue(0)
    view.choose("30")
    qtbot.wait(0)
    assert outer.verticalScrollBar().value() == 0


def is_all_seen(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_the_name_of_a_part_is_seen_when_an_arrow_key_comes_to_it(come_to, qtbot):
    page = come_to("council")
    first, *_, last = page.sections.buttons.values()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    for _ in range(len(page.sections.buttons) - 2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert last.hasFocus()
    qtbot.waitUntil(lambda: is_all_seen(last))


def test_going_into_what_a_guide_is_about_shows_the_button_to_read_it(come_to, qtbot):
    browse = come_to("learning").guides.browse
    browse.list.choose(browse.list.first_id())
    qtbot.waitUntil(lambda: browse.about.read_button.isVisibleTo(browse.about))
    browse.go_into_about()
    assert browse.about.read_button.hasFocus()
    qtbot.waitUntil(lambda: is_all_seen(browse.about.read_button))


# The caret of a text


def assert_caret_is_seen(text):
    caret = text.cursorRect()
    seen = text.viewport().visibleRegion().boundingRect()
    assert seen.top() <= caret.top(), (caret, seen)
    assert caret.bottom() <= seen.bottom(), (caret, seen)


def move_about(qtbot, text):
    """Go down line by line, to the end, and back."""
    control = Qt.KeyboardModifier.ControlModifier
    down = [(Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)] * 12
    ends = [(Qt.Key.Key_End, control), (Qt.Key.Key_Home, control)]
    for key, modifiers in (*down, *ends, (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)):
        qtbot.keyClick(text, key, modifiers)
        qtbot.waitUntil(partial(assert_caret_is_seen, text))


def test_the_caret_of_a_guide_is_seen_wherever_the_keys_lead_it(come_to, qtbot):
    page = come_to("learning")
    guides = page.guides
    page.show_thing(guides.browse.list.first_id())
    qtbot.waitUntil(lambda: guides.front() is guides.reader)
    text = guides.reader.reading.browser
    qtbot.waitUntil(text.hasFocus)
    assert text.height() > page.window().height() / 2
    move_about(qtbot, text)


def test_the_caret_of_a_page_of_help_is_seen_when_it_is_entered_and_moved(
    small_window, come_to, qtbot
):
    page = come_to("help")
    page.show_thing("keys")
    text = page.topics.reading.browser
    qtbot.waitUntil(text.hasFocus)
    small_window.top_bar.search.setFocus()
    page.sheet.verticalScrollBar().setValue(page.sheet.verticalScrollBar().maximum())
    text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(partial(assert_caret_is_seen, text))
    move_about(qtbot, text)


def test_what_has_the_focus_stays_in_sight_when_size_and_colours_change_at_once(show, qtbot):
    fields = [QLineEdit() for _ in range(9)]
    said = "Words that take two lines where the letters are large. " * 2
    words = [label(said, wrap=True) for _ in fields]
    inside = [each for pair in zip(words, fields, strict=True) for each in pair]
    show(panel(column(scroll(panel(column(*inside))))), 500, 400)
    fields[-1].setFocus()
    for size, theme in LOOKS:
        look.set_text_size(size)
        look.set_theme(theme)
        qtbot.waitUntil(lambda: fields[-1].visibleRegion().boundingRect() == fields[-1].rect())

"""Every page and dialog can be used by keyboard, by ear, with large text and on a small screen."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.support import accessibility
from vcs_desktop.ui.about_dialog import AboutDialog
from vcs_desktop.ui.theme import look

SIZES = {
    "a small laptop": (1366, 671, 100),
    "large text": (1366, 671, 150),
    "very large text": (1366, 671, 200),
    "a magnified screen": (683, 364, 100),
    "a magnified screen with very large text": (683, 364, 200),
}


@pytest.fixture
def complaints_end(qtbot):
    """Wait until the layouts have come to rest, and then until no check complains."""

    def wait(root: QWidget) -> None:
        def nothing_is_wrong() -> None:
            assert accessibility.every_complaint(root) == []

        qtbot.waitUntil(nothing_is_wrong)

    return wait


@pytest.fixture(params=SIZES)
def sized(request):
    """Return the size of a window, with the size of its text set."""
    width, height, percent = SIZES[request.param]
    look.set_text_size(percent)
    return width, height, percent


def test_the_frame_and_a_page_with_one_of_everything(
    make_window, settings, qtbot, sized, complaints_end
):
    width, height, percent = sized
    settings.change(text_size=percent)
    window = make_window(width, height)
    qtbot.waitUntil(lambda: window.page().visits == 1)
    complaints_end(window.page())
    assert accessibility.without_name_or_role(window) == []
    assert accessibility.words_cut_off(window) == []
    assert accessibility.wider_than_the_window(window) == []
    assert accessibility.too_small(window) == []
    assert accessibility.said_twice(window) == []


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_other_colours_need_no_other_room(make_window, settings, qtbot, theme, complaints_end):
    settings.change(text_size=200, theme=theme)
    window = make_window(683, 364)
    qtbot.waitUntil(lambda: window.page().visits == 1)
    complaints_end(window.page())


def test_the_open_detail_on_a_small_screen(make_window, settings, qtbot, complaints_end):
    settings.change(text_size=200)
    window = make_window(683, 364)
    window.page().list_detail.show_detail()
    window.page().fold.set_open(True)
    window.page().undo_bar.offer("Hidden.", list)
    qtbot.waitUntil(lambda: window.page().fold.content.itemAt(0).widget().isVisible())
    complaints_end(window.page())


def test_about(make_window, settings, sized, complaints_end):
    width, height, percent = sized
    settings.change(text_size=percent)
    dialog = AboutDialog(make_window(width, height), "Grants and guides as of today")
    dialog.open()
    complaints_end(dialog)


def test_the_focus_lands_inside_a_page_that_comes(window):
    for place in ("funding", "home"):
        page = window.open_place(place)
        assert page.isAncestorOf(QApplication.focusWidget())


def test_the_window_can_be_read_from_right_to_left(make_window, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = make_window()
        assert window.navigation.x() > window.width() / 2
        assert accessibility.words_cut_off(window) == []
        assert accessibility.wider_than_the_window(window) == []
        assert not window.grab().isNull()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_tab_reaches_every_part_and_comes_round(window, qtbot):
    start = window.top_bar.search
    start.setFocus()
    visited = []
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is start:
            break
        visited.append(QApplication.focusWidget())
    assert QApplication.focusWidget() is start
    assert window.navigation.list in visited
    assert window.page().name_field in visited
    assert window.page().list in visited


def test_tab_goes_through_what_came_later_where_it_stands(window, qtbot):
    page = window.page()
    late = QPushButton("Came late")
    page.body.insertWidget(0, late)
    early = page.chips[0]
    qtbot.waitUntil(lambda: late.isVisible() and late.y() < early.parentWidget().y())
    late.setFocus()
    qtbot.keyClick(late, Qt.Key.Key_Tab)
    assert early.hasFocus()
    qtbot.keyClick(early, Qt.Key.Key_Backtab)
    assert late.hasFocus()


# The checks themselves: each has to find what it looks for.


@pytest.fixture
def form(show):
    """Return a function that puts widgets on the screen, one under another."""

    def put(*widgets: QWidget, sideways: bool = False) -> QWidget:
        root = QWidget()
        layout = QHBoxLayout(root) if sideways else QVBoxLayout(root)
        for widget in widgets:
            layout.addWidget(widget)
        return show(root, 300, 200)

    return put


def test_a_button_without_words_is_found(form):
    assert accessibility.without_name_or_role(form(QPushButton())) != []


def test_a_combo_box_with_a_name_but_no_label_is_found(form):
    box = QComboBox()
    box.addItem("Any area")
    box.setAccessibleName("Area")
    assert accessibility.fields_without_label(form(box)) != []


def test_a_field_without_a_label_is_found(form):
    assert accessibility.fields_without_label(form(QLineEdit())) != []


def test_a_tip_that_repeats_the_name_is_found(form):
    button = QPushButton("Keep")
    button.setToolTip("Keep")
    assert accessibility.said_twice(form(button)) != []


def test_a_list_row_without_words_is_found(form):
    view = QListView()
    view.setModel(QStringListModel([""]))
    assert accessibility.rows_that_say_nothing(form(view)) != []


def test_a_tab_order_that_goes_back_is_found(form):
    first, second, third = QPushButton("One"), QPushButton("Two"), QPushButton("Three")
    root = form(first, second, third)
    assert accessibility.out_of_order(root) == []
    QWidget.setTabOrder(second, first)
    assert accessibility.out_of_order(root) != []


def test_a_tiny_target_is_found(form):
    button = QPushButton("x")
    button.setFixedSize(20, 20)
    assert accessibility.too_small(form(button)) != []


def test_what_scrolls_sideways_is_found(form):
    area, wide = QScrollArea(), QWidget()
    wide.setMinimumWidth(2000)
    area.setWidget(wide)
    area.setWidgetResizable(True)
    assert accessibility.wider_than_the_window(form(area)) != []


def test_words_that_are_cut_off_are_found(form):
    words = QLabel("More words than there is room for")
    words.setFixedWidth(40)
    button = QPushButton("More words than there is room for")
    button.setFixedWidth(40)
    assert len(accessibility.words_cut_off(form(words, button))) == 2

"""The viewer of longer text: keyboard, outline, find, place; it loads and opens nothing."""

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import (
    QContextMenuEvent,
    QDesktopServices,
    QImage,
    QTextCursor,
    QTextTable,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from tests.support.accessibility import every_complaint
from vcs_desktop.domain.reading import Heading, Item, Items, Paragraph, Span, Table
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel
from vcs_desktop.ui.widgets.reading_view import ReadingView

WORDS = "Some words about the budget that go on for a while. " * 12


def paragraph(words=WORDS):
    return Paragraph((Span(words),))


def heading(words, level=2):
    return Heading(level, (Span(words),))


GUIDE = (
    paragraph("The beginning."),
    heading("Why"),
    paragraph(),
    heading("How"),
    paragraph(),
    paragraph("Ask for the full cost of the budget."),
    heading("A closer look", 3),
    paragraph(),
    heading("Who"),
    *[paragraph()] * 6,
)


@pytest.fixture
def view(show):
    made = ReadingView()
    show(panel(column(made)), 1000, 500)
    made.show_text(GUIDE, "Ask for enough")
    made.browser.setFocus()
    return made


def shown(view):
    return view.browser.toPlainText()


def at_top(view):
    """Return the first words that are seen."""
    return view.browser.cursorForPosition(QPoint(20, 4)).block().text()


def test_a_text_is_shown_from_its_top_with_the_caret_there(view):
    assert at_top(view) == "The beginning."
    assert view.position() == 0
    assert view.browser.textCursor().position() == 0
    assert view.browser.isReadOnly()


def test_headings_have_their_levels(view):
    document = view.browser.document()
    levels = [
        document.findBlockByNumber(number).blockFormat().headingLevel()
        for number in range(document.blockCount())
    ]
    assert [level for level in levels if level] == [2, 2, 3, 2]


def test_lists_are_read_with_their_marks_and_tables_are_tables(view):
    line = (Span("words "), Span("strong", strong=True))
    view.show_text(
        (
            Items((Item("1.", line), Item("☐", line, 1), Item("", (Span("goes on"),), 1))),
            Table(((Span("a"),), (Span("b"),)), (((Span("1"),), ()),)),
            Paragraph((Span("said\nin two lines"),), quoted=True),
        ),
        "Lists",
    )
    assert "1.\twords strong\n☐\twords strong\ngoes on" in shown(view)
    assert "said\nin two lines" in shown(view)
    document = view.browser.document()
    tables = [each for each in document.rootFrame().childFrames() if isinstance(each, QTextTable)]
    assert [(each.rows(), each.columns()) for each in tables] == [(2, 2)]
    assert tables[0].format().headerRowCount() == 1
    assert tables[0].cellAt(1, 0).firstCursorPosition().block().text() == "1"


def test_words_read_from_the_right_are_indented_on_the_right(view):
    words = (Span("شيء آخر"),)
    view.show_text((Items((Item("•", words), Item("•", (Span("left"),)))), paragraph()), "Both")
    document = view.browser.document()
    right, left = (document.findBlockByNumber(number).blockFormat() for number in (0, 1))
    assert (right.leftMargin(), right.rightMargin()) == (0, look.px(30))
    assert (left.leftMargin(), left.rightMargin()) == (look.px(30), 0)


def test_the_outline_stands_beside_the_text_and_leads_to_its_parts(view, qtbot):
    titles = [view.outline.model().index(row, 0).data() for row in range(4)]
    assert titles == ["Why", "How", "A closer look", "Who"]
    assert view.outline.isVisible()
    assert not view.contents_button.isVisible()
    view.outline.setFocus()
    qtbot.keyClick(view.outline, Qt.Key.Key_Down)
    assert at_top(view) == "How"
    assert view.outline.hasFocus()
    qtbot.keyClick(view.outline, Qt.Key.Key_Return)
    assert view.browser.hasFocus()
    assert view.browser.textCursor().block().text() == "How"


def test_a_heading_that_is_clicked_is_read(view, qtbot):
    where = view.outline.visualRect(view.outline.model().index(1, 0)).center()
    qtbot.mouseClick(view.outline.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert at_top(view) == "How"
    assert view.browser.hasFocus()


def test_the_outline_follows_the_reader(view, qtbot):
    with qtbot.assertNotEmitted(view.outline.chosen):
        view.browser.verticalScrollBar().setValue(view.browser.verticalScrollBar().maximum())
    assert view.outline.currentIndex().data() == "Who"


def test_a_number_that_is_no_heading_goes_nowhere(view):
    view.go_to(2)
    for number in (-1, 4, 99):
        view.go_to(number)
    assert at_top(view) == "A closer look"


def test_a_text_without_parts_has_no_outline(view):
    view.show_text((paragraph(),), "Short")
    assert not view.outline.isVisible()
    assert not view.contents_button.isVisible()
    view.resize(300, 300)
    assert not view.contents_button.isVisible()


def test_where_there_is_little_room_the_outline_is_folded(view, qtbot):
    view.window().resize(500, 400)
    assert not view.outline.isVisible()
    assert view.contents_button.isVisible()
    assert view.contents_button.accessibleDescription() == "Closed. Press to open."
    view.contents_button.click()
    assert view.outline.isVisible()
    assert view.contents_button.accessibleDescription() == "Open. Press to close."
    view.outline.setFocus()
    qtbot.keyClick(view.outline, Qt.Key.Key_Down)
    qtbot.keyClick(view.outline, Qt.Key.Key_Return)
    assert not view.outline.isVisible()
    assert view.browser.hasFocus()
    assert at_top(view) == "How"


def test_how_far_one_has_read_is_said_and_can_be_gone_back_to(view, qtbot):
    with qtbot.waitSignal(view.progressed) as heard:
        qtbot.keyClick(view.browser, Qt.Key.Key_PageDown)
    assert 0 < heard.args[0] < 1
    assert heard.args[0] == view.position()
    view.set_position(0.5)
    assert view.position() == pytest.approx(0.5, abs=0.01)
    view.set_position(7)
    assert view.position() == 1
    view.set_position(-1)
    assert view.position() == 0


def test_a_text_that_is_seen_whole_is_at_its_end(view):
    view.show_text((paragraph("Short."),), "Short")
    assert view.position() == 1


def test_a_place_asked_for_before_the_view_is_shown_is_there_afterwards(show):
    view = ReadingView()
    view.show_text(GUIDE, "Ask for enough")
    view.set_position(0.5)
    show(panel(column(view)), 800, 400)
    assert view.position() == pytest.approx(0.5, abs=0.02)


@pytest.mark.parametrize("size", [100, 150, 200])
def test_what_stands_at_the_top_stays_there_when_size_and_width_change(view, size):
    view.go_to(2)
    look.set_text_size(size)
    assert at_top(view) == "A closer look"
    view.window().resize(560, 480)
    assert at_top(view) == "A closer look"
    look.set_theme("dark")
    assert at_top(view) == "A closer look"


def test_colours_and_sizes_follow_the_look_and_what_is_marked_stays_marked(view):
    cursor = view.browser.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(13, QTextCursor.MoveMode.KeepAnchor)
    view.browser.setTextCursor(cursor)
    look.set_theme("contrast")
    look.set_text_size(200)
    now = view.browser.textCursor()
    assert now.selectedText() == "beginning"
    assert now.charFormat().foreground().color() == look.colour("ink")
    assert now.charFormat().font().pixelSize() == 32


def test_page_keys_and_arrows_move_the_caret_and_tab_leaves(view, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        before = view.browser.textCursor().position()
        qtbot.keyClick(view.browser, key)
        assert view.browser.textCursor().position() > before
    before = shown(view)
    qtbot.keyClick(view.browser, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not view.browser
    assert shown(view) == before


def test_find_goes_from_one_place_to_the_next_and_round(view, qtbot):
    qtbot.keyClick(view.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    bar = view.find_bar
    assert bar.find_box.hasFocus()
    qtbot.keyClicks(bar.find_box, "FULL COST")
    qtbot.waitUntil(lambda: bar.count_label.text() == "1 of 1")
    assert view.browser.textCursor().selectedText() == "full cost"
    bar.find_box.setText("budget")
    qtbot.keyClick(bar.find_box, Qt.Key.Key_Return)
    first = view.browser.textCursor().selectionStart()
    many = int(bar.count_label.text().split()[-1])
    assert many > 20
    qtbot.keyClick(bar.find_box, Qt.Key.Key_Return)
    assert view.browser.textCursor().selectionStart() > first
    qtbot.keyClick(bar.find_box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert view.browser.textCursor().selectionStart() == first
    bar.next_button.click()
    bar.previous_button.click()
    assert view.browser.textCursor().selectionStart() == first
    assert len(view.browser.extraSelections()) == many


def test_find_says_when_there_is_nothing_and_leaves_with_esc(view, qtbot):
    box = view.open_find()
    assert isinstance(box, QLineEdit)
    box.setText("elephant")
    view.find_bar.look_for_words()
    assert view.find_bar.count_label.text() == "Not found"
    view.find_bar.go_on()
    box.clear()
    view.find_bar.look_for_words()
    assert view.find_bar.count_label.text() == ""
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not view.find_bar.isVisible()
    assert view.browser.hasFocus()


def test_find_begins_with_what_is_marked_and_looks_again_in_another_text(view):
    view.browser.find("full cost")
    view.open_find()
    assert view.find_bar.find_box.text() == "full cost"
    view.find_bar.look_for_words()
    look.set_theme("dark")
    assert len(view.browser.extraSelections()) == 1
    view.show_text((paragraph("Full cost 😀 full cost."),), "Other")
    assert view.find_bar.count_label.text() == "1 of 2"
    view.find_bar.go_on()
    assert view.browser.textCursor().selectedText() == "full cost"
    view.find_bar.close_button.click()
    view.show_text(GUIDE, "Ask for enough")
    assert not view.browser.extraSelections()


def test_more_than_a_thousand_places_are_said_to_be_more(view):
    view.show_text((paragraph("a b " * 1_200),), "Many")
    view.open_find().setText("a")
    view.find_bar.look_for_words()
    assert view.find_bar.count_label.text() == "1 of more than 1000"


def test_the_word_at_the_caret_can_be_asked_for(view, qtbot):
    view.browser.find("budget")
    cursor = view.browser.textCursor()
    cursor.setPosition(cursor.selectionStart() + 2)
    view.browser.setTextCursor(cursor)
    with qtbot.waitSignal(view.word_asked) as heard:
        qtbot.keyClick(view.browser, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert heard.args == ["budget"]
    view.browser.find("full cost")
    with qtbot.waitSignal(view.word_asked) as heard:
        qtbot.keyClick(view.browser, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert heard.args == ["full cost"]


def test_half_the_text_is_not_a_word(view, qtbot):
    view.browser.selectAll()
    with qtbot.assertNotEmitted(view.word_asked):
        qtbot.keyClick(view.browser, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def linked(view):
    line = (Span("See "), Span("our page", link="https://example.org/a?b=c%20d"), Span("."))
    view.show_text((Paragraph(line), paragraph("Nothing here.")), "Links")
    return view


def test_a_link_is_asked_for_with_enter_and_never_opened(linked, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    for place in (4, 8, 12):
        linked.browser.scroll_to(place)
        with qtbot.waitSignal(linked.link_asked) as heard:
            qtbot.keyClick(linked.browser, Qt.Key.Key_Return)
        assert heard.args == ["https://example.org/a?b=c%20d"]
    linked.browser.scroll_to(20)
    with qtbot.assertNotEmitted(linked.link_asked):
        qtbot.keyClick(linked.browser, Qt.Key.Key_Return)
    assert not opened


def test_a_link_is_asked_for_with_the_mouse(linked, qtbot):
    cursor = linked.browser.textCursor()
    cursor.setPosition(8)
    where = linked.browser.cursorRect(cursor).center()
    with qtbot.waitSignal(linked.link_asked) as heard:
        qtbot.mouseClick(linked.browser.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert heard.args == ["https://example.org/a?b=c%20d"]


def test_the_menu_offers_what_the_keys_do(linked, qtbot):
    linked.browser.scroll_to(8)
    menu = linked.browser.menu()
    words = [action.text() for action in menu.actions()]
    assert words == [
        "Open the link…",
        "What does “page” mean?",
        "Copy",
        "Mark everything",
        "Find in this text",
    ]
    with qtbot.waitSignal(linked.link_asked):
        menu.actions()[0].trigger()
    with qtbot.waitSignal(linked.word_asked):
        menu.actions()[1].trigger()
    assert not menu.actions()[2].isEnabled()
    menu.actions()[3].trigger()
    assert linked.browser.textCursor().hasSelection()
    menu.actions()[4].trigger()
    assert linked.find_bar.isVisible()


def test_the_menu_opens_where_the_mouse_is(linked, monkeypatch):
    opened = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, at: opened.append((menu, at)))
    cursor = linked.browser.textCursor()
    cursor.setPosition(8)
    where = linked.browser.cursorRect(cursor).center()
    reason = QContextMenuEvent.Reason.Mouse
    there = linked.browser.viewport().mapToGlobal(where)
    linked.browser.contextMenuEvent(QContextMenuEvent(reason, where, there))
    ((menu, at),) = opened
    assert at == there
    assert menu.actions()[0].text() == "Open the link…"


def test_nothing_is_loaded_and_the_view_goes_nowhere(view, tmp_path):
    secret = tmp_path / "secret.html"
    secret.write_text("not for you")
    view.browser.setSource(QUrl.fromLocalFile(str(secret)))
    assert shown(view).startswith("The beginning.")
    for kind in (1, 2, 3):
        assert view.browser.loadResource(kind, QUrl.fromLocalFile(str(secret))) == QImage()


def test_the_view_keeps_to_what_everybody_needs(view):
    view.open_find()
    assert not every_complaint(view.window())
    look.set_text_size(200)
    view.window().resize(683, 480)
    assert not every_complaint(view.window())
    view.contents_button.click()
    assert not every_complaint(view.window())


def test_the_outline_mirrors_where_one_reads_from_the_right(view, qapp, qtbot):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        start = QPoint(0, 0)
        qtbot.waitUntil(
            lambda: view.outline.mapTo(view, start).x() > view.browser.mapTo(view, start).x()
        )
        assert not view.grab().isNull()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

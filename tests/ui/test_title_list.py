"""The list of titles, the card beside it, marked words, and the parts of a page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.support.accessibility import every_complaint, spoken
from vcs_desktop.core.errors import Damaged
from vcs_desktop.domain.edition_changes import Mark, Piece
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, label, panel
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.marked_text import MarkedText
from vcs_desktop.ui.widgets.sections import Sections
from vcs_desktop.ui.widgets.title_list import RowsWhenSeen, TitleList, TitleModel, TitleRow
from vcs_desktop.ui.widgets.titles_and_card import TitlesAndCard, waiting
from vcs_desktop.ui.widgets.two_line_rows import draw_in_two_lines

TALL = 700
LONG = "A title with a great many words that does not fit in one line of a narrow list"
ROWS = (
    TitleRow("", "First heading"),
    TitleRow("a", "Alpha", "a line", "users", under="First heading"),
    TitleRow("b", LONG, mark="Pinned", mark_icon="pin", mark_colour="info", depth=1),
    TitleRow("", "Second heading"),
    TitleRow("c", "Gamma", "another line"),
)


@pytest.fixture
def titles(show):
    made = show(TitleList("Some titles"), 300, 400)
    made.show_rows(ROWS)
    return made


@pytest.fixture
def both(show):
    made = TitlesAndCard("Some titles", EmptyState("Nothing", "Nothing is here."))
    made.card_asked.connect(lambda row_id: made.show_card(label(f"Card {row_id}")))
    return show(made, 1100, 500)


def test_the_model_keeps_qts_rules(qapp):
    model = TitleModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(ROWS)
    model.write_over(ROWS)
    model.show_rows(())
    assert model.rowCount() == 0


def test_of_thousands_of_rows_only_those_in_sight_are_made(titles):
    made = []

    def make(place: int) -> TitleRow:
        made.append(place)
        return ROWS[place] if place < len(ROWS) else TitleRow(str(place), f"Row {place}")

    draw_in_two_lines(titles)
    ids = [row.id for row in ROWS] + [str(place) for place in range(len(ROWS), 3_000)]
    titles.show_rows(RowsWhenSeen(ids, make))
    titles.repaint()
    assert 0 < len(made) == len(set(made)) < 100
    assert titles.first_id() == "a"
    assert titles.choose("2999")
    titles.repaint()
    assert titles.currentIndex().data() == "Row 2999"
    assert len(made) < 200


def test_a_heading_cannot_be_chosen_and_the_arrow_keys_pass_it_by(titles, qtbot):
    titles.choose("b")
    qtbot.keyClick(titles, Qt.Key.Key_Down)
    assert titles.chosen_id() == "c"
    qtbot.keyClick(titles, Qt.Key.Key_Up)
    assert titles.chosen_id() == "b"


def test_a_row_says_its_line_its_mark_and_its_heading_to_a_screen_reader(titles):
    said = [titles.model().index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (1, 2)]
    assert said[0] == "Alpha. a line. First heading"
    assert said[1].endswith("Pinned")


def test_a_long_title_takes_more_lines_and_is_whole(titles):
    one, long = (titles.sizeHintForIndex(titles.model().index(row)).height() for row in (4, 2))
    assert long > one
    look.set_text_size(200)
    assert titles.sizeHintForIndex(titles.model().index(2)).height() > long


def test_a_whole_text_in_place_of_a_title_takes_no_more_room_than_a_long_title(titles):
    titles.show_rows([TitleRow("a", "word " * 200), TitleRow("b", "word " * 20_000)])
    rows = [titles.visualRect(titles.model().index(number, 0)) for number in range(2)]
    assert rows[1].height() == rows[0].height()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_list_is_drawn_from_either_side(titles, qtbot, direction):
    QApplication.setLayoutDirection(direction)
    try:
        titles.choose("b")
        assert not titles.grab().isNull()
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_an_unknown_id_chooses_nothing(titles):
    assert not titles.choose("z")
    assert not titles.choose("")
    assert titles.chosen_id() == ""


def test_the_first_opens_where_both_are_seen_once_the_rows_are_drawn(both, qtbot):
    asked = []
    both.card_asked.connect(asked.append)
    both.show_rows(ROWS)
    assert (both.shown_id, asked) == ("a", [])
    qtbot.waitUntil(lambda: asked == ["a"])
    assert both.area.widget().findChild(type(label())).text() == "Card a"


def test_enter_goes_into_the_card_and_esc_comes_back(both, qtbot):
    both.show_rows(ROWS)
    both.list.setFocus()
    qtbot.keyClick(both.list, Qt.Key.Key_Return)
    assert both.area.hasFocus()
    qtbot.keyClick(both.area, Qt.Key.Key_Escape)
    assert both.list.hasFocus()


def test_what_is_open_stays_open_when_the_rows_change(both):
    both.show_rows(ROWS)
    both.list.choose("c")
    both.show_rows(ROWS[2:])
    assert both.shown_id == "c"
    both.show_rows(ROWS[:3])
    assert both.shown_id == "a"


def test_the_same_rows_are_not_made_anew(both, qtbot):
    asked = []
    both.card_asked.connect(asked.append)
    both.show_rows(ROWS, "the answer")
    both.show_rows(ROWS, "the answer")
    qtbot.waitUntil(lambda: asked == ["a"])
    both.show_rows(ROWS, "the answer")
    both.show_rows(ROWS, "another answer")
    assert asked == ["a", "a"]


def test_who_chooses_before_the_first_was_drawn_gets_what_they_chose_alone(both, qtbot):
    asked = []
    both.card_asked.connect(asked.append)
    both.show_rows(ROWS)
    both.list.choose("b")
    qtbot.wait(1)
    assert asked == ["b"]


def test_one_that_is_asked_for_before_it_is_there_opens_when_it_comes(both):
    both.open("c")
    both.show_rows(ROWS, "x")
    assert both.shown_id == "c"
    assert both.list.hasFocus()


def test_one_that_is_asked_for_is_gone_to_with_the_same_rows(both):
    both.show_rows(ROWS, "x")
    both.open("z")
    both.show_rows(ROWS, "x")
    both.open("b")
    assert both.shown_id == "b"


def test_without_rows_it_says_why(both):
    both.show_rows(())
    assert both.empty.isVisible()
    both.show_rows(ROWS)
    assert both.list.isVisible()


def test_after_a_problem_its_button_looks_again_and_else_asks_for_everything(both, qtbot):
    both.show_problem(Damaged())
    assert both.empty.title.text() == "We could not look"
    assert both.first_focus() is both.empty.button
    with qtbot.waitSignal(both.again_asked), qtbot.assertNotEmitted(both.all_asked):
        both.empty.button.click()
    both.say_nothing("Nothing has this", "Look for another word.", "Show everything")
    with qtbot.waitSignal(both.all_asked), qtbot.assertNotEmitted(both.again_asked):
        both.empty.button.click()
    both.show_rows(ROWS)
    assert both.first_focus() is both.list


def test_a_card_that_could_not_be_opened_is_asked_for_again(both, qtbot):
    both.show_rows(ROWS)
    both.show_problem_of_one(Damaged())
    problem = both.area.findChild(EmptyState)
    assert problem.title.text() == "We could not open this"
    with qtbot.waitSignal(both.card_asked) as asked:
        problem.button.click()
    assert asked.args == [both.shown_id]


def test_a_click_goes_in_where_there_is_one_pane(both, qtbot):
    both.resize(400, 500)
    both.show_rows(ROWS)
    place = both.list.visualRect(both.list.model().index(4)).center()
    qtbot.mouseClick(both.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert both.shown_id == "c"
    assert both.list_detail.back_button.hasFocus()
    qtbot.waitUntil(lambda: every_complaint(both) == [])


def test_before_the_first_answer_it_says_that_it_looks(show):
    assert "moment" in show(TitlesAndCard("Titles", waiting())).empty.text.text()


PIECES = (
    Piece("We ", Mark.BOTH),
    Piece("always ", Mark.ADDED),
    Piece("sometimes ", Mark.TAKEN_OUT),
    Piece("listen \U0001f600.", Mark.BOTH),
)


def test_marked_words_are_told_in_words(show):
    text = show(MarkedText(PIECES), 300, 100)
    said = spoken(text).text(QAccessible.Text.Name)
    assert said == "We [added: always] [taken out: sometimes] listen \U0001f600."
    assert not text.grab().isNull()


def test_marked_words_take_more_lines_where_there_is_less_room(qapp):
    text = MarkedText(PIECES)
    assert text.heightForWidth(120) > text.heightForWidth(900)
    height = text.heightForWidth(300)
    look.set_text_size(200)
    assert text.heightForWidth(300) > height


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.builds(Piece, st.text(max_size=60), st.sampled_from(Mark)), max_size=6))
def test_any_words_can_be_marked(qapp, pieces):
    text = MarkedText(pieces)
    assert text.heightForWidth(200) > 0
    text.resize(200, 100)
    text.grab()


def test_only_the_part_in_front_takes_room(show, qtbot):
    sections = Sections("Parts")
    sections.add("low", "Low", lambda: label("Low"))
    sections.add("high", "High", tall)
    show(sections, 400, 300)
    low = sections.open("low")
    qtbot.waitUntil(lambda: sections.minimumSizeHint().height() < TALL)
    high = sections.open("high")
    assert high.isVisible()
    assert not low.isVisible()
    qtbot.waitUntil(lambda: sections.minimumSizeHint().height() >= TALL)
    sections.open("low")
    qtbot.waitUntil(lambda: sections.minimumSizeHint().height() < TALL)
    assert sections.current() is low
    assert sections.open("high") is high


def tall():
    made = panel(column())
    made.setMinimumHeight(TALL)
    return made

"""The fields of forms: what is in them, what is wrong with it, and who can use them."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.support import accessibility
from tests.support.every_size import usable_at_every_size
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import column, panel, scroll
from vcs_desktop.ui.widgets.choice_field import ChoiceField, OptionsField
from vcs_desktop.ui.widgets.date_field import DateField
from vcs_desktop.ui.widgets.error_summary import ErrorSummary
from vcs_desktop.ui.widgets.form_field import TextField
from vcs_desktop.ui.widgets.long_text_field import LongTextField
from vcs_desktop.ui.widgets.money_field import MoneyField
from vcs_desktop.ui.widgets.ticks_field import TicksField

SATURDAY = date(2026, 11, 28)
LONG = "A charitable incorporated organisation, which has a number of its own"
TEXT, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def no_digits(words):
    return "A name has no digits." if any(each.isdigit() for each in words) else ""


def form(show, *fields, width=700, height=700):
    """Show some fields, and a field that comes after them."""
    after = QLineEdit()
    after.setAccessibleName("After")
    pane = scroll(panel(column(*fields, after, None, margins=(16, 16, 16, 16), gap=16)))
    show(pane, width, height)
    return after


def said(widget, what):
    return accessibility.spoken(widget).text(what)


# What every field does


def test_a_field_says_its_name_and_its_hint(show):
    field = TextField("Who volunteered?", "Start typing a name", optional=True)
    form(show, field)
    assert said(field.box, TEXT) == "Who volunteered? (optional)"
    assert said(field.box, DESCRIPTION) == "Start typing a name"


def test_what_is_wrong_is_said_when_the_field_is_left_and_the_focus_stays_where_it_goes(
    show, qtbot
):
    field = TextField("Name", "In full", check=no_digits)
    after = form(show, field)
    field.take_focus()
    qtbot.keyClicks(field.box, "Asha 7")
    assert field.error == ""
    with qtbot.waitSignal(field.left):
        after.setFocus()
    assert field.error_label.text() == "Error: A name has no digits."
    assert field.error_label.isVisible()
    assert field.error_label.y() < field.box.y()
    assert said(field.box, DESCRIPTION) == "Error: A name has no digits. In full"
    assert QApplication.focusWidget() is after


def test_what_was_wrong_goes_as_soon_as_it_is_right(show, qtbot):
    field = TextField("Name", check=no_digits)
    form(show, field)
    field.box.setText("Asha 7")
    assert field.show_problem()
    field.take_focus()
    qtbot.keyClick(field.box, Qt.Key.Key_Backspace)
    assert not field.error_label.isVisible()
    assert said(field.box, DESCRIPTION) == ""


def test_an_empty_field_is_not_wrong_by_itself(show):
    field = TextField("Name", check=lambda _: "Never right.")
    form(show, field)
    field.box.setText("   ")
    assert not field.show_problem()
    assert field.words() == ""


def test_words_that_are_kept_are_shown_and_not_edited_by_it(show, qtbot):
    field, long = TextField("Name"), LongTextField("What you do")
    form(show, field, long)
    with (
        qtbot.assertNotEmitted(field.edited),
        qtbot.assertNotEmitted(long.edited),
    ):
        field.set_words("Tea & Talk")
        long.set_words("We have tea.\nWe talk.")
    assert (field.words(), long.words()) == ("Tea & Talk", "We have tea.\nWe talk.")
    with qtbot.waitSignals([field.edited, long.edited]):
        qtbot.keyClicks(field.box, "!")
        qtbot.keyClicks(long.box, "!")


def test_a_long_text_grows_line_by_line_up_to_a_height_and_tab_leaves_it(show, qtbot):
    field = LongTextField("What you do")
    after = form(show, field)
    heights = []
    for lines in (1, 3, 6, 200):
        field.set_words("\n".join(["We talk."] * lines))
        field.box.viewport().update()
        qtbot.waitUntil(lambda: field.box.height() == field.box.minimumHeight())
        heights.append(field.box.height())
    assert heights[0] == heights[1] < heights[2] < heights[3]
    assert heights[3] < look.px(400)
    field.set_words("We talk. " * 60)
    qtbot.waitUntil(lambda: field.box.verticalScrollBar().maximum() == 0)
    field.take_focus()
    qtbot.keyClick(field.box, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


# Choices


def test_a_choice_tells_only_what_a_person_chose(show, qtbot):
    field = ChoiceField("Which area?", [("", "Choose one"), ("ox", "Oxford"), ("ch", "Cherwell")])
    form(show, field)
    assert accessibility.fields_without_label(field) == []
    with qtbot.assertNotEmitted(field.edited):
        field.choose("ch")
        field.choose("nowhere")
    assert field.chosen_id() == "ch"
    field.take_focus()
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(field.box, Qt.Key.Key_Up)
    assert field.chosen_id() == "ox"


def test_the_wheel_over_a_choice_scrolls_the_page_and_chooses_nothing(show):
    field = ChoiceField("Which area?", [("", "Choose one"), ("ox", "Oxford")])
    form(show, field)
    field.take_focus()
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(field.box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.box, turn)
    assert not field.box.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus
    assert field.chosen_id() == ""


def test_of_options_one_is_chosen_by_the_arrows_and_each_says_what_it_is_for(show, qtbot):
    field = OptionsField("What are you in law?", [("charity", "A charity"), ("cio", LONG)])
    form(show, field)
    assert field.chosen_id() == ""
    first = field.options[0].button
    assert said(first, TEXT) == "A charity"
    assert said(first, DESCRIPTION) == "What are you in law?"
    field.take_focus()
    assert QApplication.focusWidget() is first
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(first, Qt.Key.Key_Down)
    assert field.chosen_id() == "cio"
    field.choose("charity")
    assert field.chosen_id() == "charity"
    field.choose("")
    assert field.chosen_id() == ""


def test_ticks_are_ticked_by_keys_and_by_their_words(show, qtbot):
    field = TicksField("Which do you have?", [("a", "Safeguarding"), ("b", LONG), ("c", "None")])
    form(show, field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_ticked(("a", "unknown"))
    assert field.ticked() == ("a",)
    field.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert field.ticked() == ()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    with qtbot.waitSignal(field.edited):
        qtbot.mouseClick(field.ticks["b"], Qt.MouseButton.LeftButton)
    assert field.ticked() == ("a", "b")
    assert said(field.ticks["b"].box, DESCRIPTION) == "Which do you have?"


def test_going_from_tick_to_tick_does_not_leave_the_field(show, qtbot):
    field = TicksField("Which do you have?", [("a", "Safeguarding"), ("b", "Equality")])
    after = form(show, field)
    field.take_focus()
    with qtbot.assertNotEmitted(field.left):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert field.ticks["b"].box.hasFocus()
    with qtbot.waitSignal(field.left):
        after.setFocus()


# Money


def test_money_is_whole_pence_and_is_written_out_when_the_field_is_left(show, qtbot):
    field = MoneyField("Income", optional=True)
    after = form(show, field)
    assert field.pence() is None
    field.take_focus()
    qtbot.keyClicks(field.box, "£18400.5")
    assert field.pence() == 18_400_50
    assert field.box.text() == "£18400.5"
    after.setFocus()
    assert field.box.text() == "18,400.50"
    assert said(field.box, TEXT) == "Income (optional)"


def test_money_that_is_wrong_stays_to_be_put_right_and_the_last_right_amount_counts(show, qtbot):
    field = MoneyField("Income")
    after = form(show, field)
    field.set_pence(500_00)
    field.take_focus()
    field.box.selectAll()
    qtbot.keyClicks(field.box, "lots")
    after.setFocus()
    assert field.box.text() == "lots"
    assert field.error.startswith("We cannot read this as an amount.")
    assert field.pence() == 500_00
    field.box.selectAll()
    qtbot.keyClick(field.box, Qt.Key.Key_Delete)
    assert field.pence() is None
    assert field.error == ""


# The summary of what is wrong


def test_the_summary_says_what_is_wrong_and_leads_to_the_field(show, qtbot):
    summary = ErrorSummary()
    name, day = TextField("Name", check=no_digits), DateField("Which day?", SATURDAY)
    fine = MoneyField("How much?")
    form(show, summary, name, day, fine)
    assert not summary.show_problems((name, day, fine))
    assert not summary.isVisible()
    name.box.setText("7")
    day.box.setText("31/11/2026")
    assert summary.show_problems((name, day, fine))
    assert QApplication.focusWidget() is summary.box
    assert said(summary.box, TEXT) == "There is a problem"
    words = [said(link, TEXT) for link in summary.links]
    assert words == ["A name has no digits.", "There are only 30 days in November. Check the date."]
    assert words == [name.error, day.error]
    summary.links[1].setFocus()
    qtbot.keyClick(summary.links[1], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is day.box


# Everybody


def every_field():
    fields = (
        TextField(
            "Who volunteered?", "Start typing a name", check=lambda _: "Choose somebody. " * 6
        ),
        DateField("Which day?", SATURDAY, optional=True),
        MoneyField("How much was it altogether, with everything?", "For example, 2,500"),
        LongTextField("What do you do?", "In your own words"),
        ChoiceField(
            "Which area?", [("", "Choose one"), ("ox", "South Oxfordshire")], "Where you are"
        ),
        OptionsField("What are you in law?", [("charity", "A charity"), ("cio", LONG)]),
        TicksField("Which do you have?", [("a", "Safeguarding"), ("b", LONG)], "Any of them"),
    )
    fields[0].box.setText("7")
    fields[1].box.setText("31/11/2026")
    return fields


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_field_can_be_used_by_everybody(show, qtbot, theme):
    summary, fields = ErrorSummary(), every_field()
    pane = scroll(panel(column(summary, *fields, None, margins=(16, 16, 16, 16), gap=16)))
    show(pane, 683, 364)
    look.set_theme(theme)
    fields[1].open_calendar()
    summary.show_problems(fields)
    usable_at_every_size(qtbot, pane)
    qtbot.waitUntil(lambda: accessibility.words_without_room(pane) == [])


def test_no_field_is_wider_than_is_easy_to_read(show, qtbot):
    fields = every_field()
    form(show, *fields, width=1366)
    for percent in (100, 150):
        look.set_text_size(percent)
        qtbot.waitUntil(
            lambda: all(
                box.width() <= look.px(640)
                for field in fields
                for box in field.findChildren(QLineEdit)
            )
        )
        assert fields[3].box.width() <= look.px(640)
        left = {field.label.mapToGlobal(QPoint()).x() for field in fields}
        assert len(left) == 1


def test_long_words_of_a_choice_go_on_in_the_next_line(show, qtbot):
    long = "People who cannot come to the hall by themselves and need a lift there and back"
    field = ChoiceField("Who is it for?", [("", "Everybody"), ("lift", long)])
    form(show, field, width=300)
    one_line = field.box.height()
    field.choose("lift")
    qtbot.waitUntil(lambda: field.box.height() > 2 * one_line - 10)
    assert accessibility.words_cut_off(field.window()) == []
    field.choose("")
    qtbot.waitUntil(lambda: field.box.height() == one_line)

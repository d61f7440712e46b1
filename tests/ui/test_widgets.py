"""The small pieces: each does what it says, at every width and for every ear."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QListWidget, QMessageBox, QPushButton

from tests.support.accessibility import spoken
from vcs_desktop.core.errors import CannotUseInput
from vcs_desktop.domain.fit.result import Answer, Reason
from vcs_desktop.ui import say as saying
from vcs_desktop.ui.theme import look
from vcs_desktop.ui.widgets.basics import (
    button,
    card,
    column,
    label,
    panel,
    picture,
    row,
    scroll,
    set_kind,
)
from vcs_desktop.ui.widgets.chips import Chip
from vcs_desktop.ui.widgets.choice import Choice
from vcs_desktop.ui.widgets.drop_zone import DropZone
from vcs_desktop.ui.widgets.empty_state import EmptyState
from vcs_desktop.ui.widgets.fact_grid import FactGrid
from vcs_desktop.ui.widgets.flow_layout import FlowLayout
from vcs_desktop.ui.widgets.fold import Fold
from vcs_desktop.ui.widgets.list_detail import ListDetail
from vcs_desktop.ui.widgets.progress_bar import ProgressLine
from vcs_desktop.ui.widgets.reasons_list import ReasonsList


def test_a_wrapped_label_takes_no_more_height_than_its_lines(show):
    words = label("Small grants for groups that cook and share food. " * 4, wrap=True)
    pane = scroll(panel(column(words, None)))
    show(pane, 400, 600)
    assert not pane.verticalScrollBar().isVisible()
    assert words.height() < 120


def test_a_kind_can_change_and_shows(show):
    words = label("Saved", "muted")
    show(card(words))
    set_kind(words, "bad")
    set_kind(words, "bad")
    assert words.palette().windowText().color() == look.colour("bad")


def test_between_an_icon_and_words_that_come_later_there_is_room(show):
    early, late = button("Copy", icon="copy"), button("", icon="copy")
    show(panel(row(early, late)))
    late.setText("Copy")
    assert late.sizeHint() == early.sizeHint()
    assert late.icon().availableSizes() == early.icon().availableSizes()


def test_a_button_draws_its_icon_for_what_it_is(show):
    main, off, bare = button("Go", "primary", icon="check"), button("Off", icon="x"), button("Bare")
    show(panel(column(main, off, bare)))
    colour = main.icon().pixmap(24, 18).toImage()
    assert not colour.isNull()
    before = off.icon().cacheKey()
    off.setEnabled(False)
    assert off.icon().cacheKey() != before
    off.set_icon("")
    assert off.icon().isNull()
    assert bare.icon().isNull()


def test_a_picture_can_change(show):
    mark = show(picture("info", "info"))
    before = mark.pixmap().cacheKey()
    mark.set_icon("check", "ok")
    assert mark.pixmap().cacheKey() != before


def test_a_column_can_be_emptied_with_all_that_is_in_it(show, qtbot):
    box = column(label("One"), row(label("Two"), None), None)
    holder = show(panel(box))
    box.clear()
    assert box.count() == 0
    qtbot.waitUntil(lambda: holder.findChildren(QLabel) == [])


def test_items_begin_at_the_right_where_reading_does(show):
    flow = FlowLayout(QPushButton("One"), QPushButton("Two"))
    holder = panel(flow)
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    show(holder, 800, 200)
    assert flow.itemAt(0).geometry().left() > flow.itemAt(1).geometry().left()
    assert flow.itemAt(0).geometry().right() == holder.width() - 1


def test_a_chip_says_with_a_tick_that_it_is_on(show):
    chip = show(Chip("Grants"))
    assert chip.icon().isNull()
    chip.click()
    assert chip.isChecked()
    assert not chip.icon().isNull()
    chip.click()
    assert chip.icon().isNull()


def test_a_choice_is_named_by_its_label(show, qtbot):
    choice = show(Choice("Sort by", [("fit", "How well it fits"), ("date", "Closing date")]))
    relations = spoken(choice.box).relations()
    names = [
        other.text(QAccessible.Text.Name)
        for other, kind in relations
        if kind & QAccessible.RelationFlag.Label
    ]
    assert names == ["Sort by"]
    assert choice.chosen_id() == "fit"
    with qtbot.waitSignal(choice.chosen) as heard:
        choice.choose("date")
    assert heard.args == ["date"]
    choice.choose("no such")
    assert choice.chosen_id() == "date"
    choice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not choice.grab().isNull()


def test_a_choice_offers_other_things_and_keeps_what_is_chosen(show, qtbot):
    choice = show(Choice("Area", [("", "Any area")]))
    choice.offer([("north", "The north"), ("south", "The south")])
    choice.choose("south")
    with qtbot.assertNotEmitted(choice.chosen):
        choice.offer([("east", "The east"), ("south", "The south")])
        assert choice.chosen_id() == "south"
        choice.offer([("east", "The east")])
    assert choice.chosen_id() == ""
    assert [choice.box.itemText(n) for n in range(choice.box.count())] == ["Any area", "The east"]


@pytest.mark.parametrize("least", [0, 220])
def test_a_choice_has_room_for_its_box_however_wide_that_must_be(show, qtbot, least):
    choice = Choice("Area", [("", "Any area")])
    choice.box.setMinimumWidth(least)
    line = show(panel(FlowLayout(choice)))
    qtbot.waitUntil(lambda: choice.box.width() >= least)
    assert line.rect().contains(choice.geometry())
    assert choice.rect().contains(choice.box.geometry())


def test_the_same_choices_again_leave_the_open_list_alone(show, qtbot):
    choice = show(Choice("Area", [("", "Any area")]))
    choice.offer([("north", "The north"), ("south", "The south")])
    with qtbot.assertNotEmitted(choice.box.model().rowsRemoved):
        choice.offer([("north", "The north"), ("south", "The south")])


def test_an_empty_state_says_what_to_do():
    empty = EmptyState("Nothing kept yet", "Keep a grant and it stands here.", "Look at grants")
    assert not empty.button.isHidden()
    empty.set_words("Nothing here", "Try other words.")
    assert empty.button.isHidden()
    assert empty.title.text() == "Nothing here"
    assert EmptyState("A", "B").button.isHidden()


def test_progress_shows_only_when_it_lasts_and_can_then_be_cancelled(show, qtbot):
    line = ProgressLine()
    holder = show(panel(column(line)))
    line.start("Reading the file")
    assert not line.isVisible()
    qtbot.waitUntil(line.isVisible)
    assert not line.cancel_button.isVisible()
    line.tell("Reading the file: 5 of 10", 5, 10)
    assert (line.bar.value(), line.bar.maximum()) == (5, 10)
    qtbot.waitUntil(line.cancel_button.isVisible)
    with qtbot.waitSignal(line.cancelled):
        line.cancel_button.click()
    line.tell("Reading the file: 6 of 10", 6, 10)
    assert line.words.text() == "Stopping…"
    assert not line.cancel_button.isEnabled()
    line.finish()
    assert not line.isVisible()
    assert holder.isVisible()


def test_progress_comes_into_sight_where_what_was_pressed_stands_far_below_it(show, qtbot):
    line, far = ProgressLine(), panel(column())
    far.setMinimumHeight(2000)
    pane = scroll(panel(column(line, far)))
    show(pane, 400, 300)
    bar = pane.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(bar.maximum())
    line.start("Adding the library")
    qtbot.waitUntil(lambda: line.isVisible() and not line.visibleRegion().isEmpty())
    line.finish()


def test_progress_of_what_is_quickly_over_never_shows(show):
    line = ProgressLine()
    show(panel(column(line)))
    line.start("Saving", can_cancel=False)
    line.finish()
    assert not line._show_timer.isActive()
    assert not line._cancel_timer.isActive()


@pytest.fixture
def list_detail(show):
    inside = QPushButton("In the detail")
    places = QListWidget()
    places.addItems(["One", "Two"])
    return show(ListDetail(places, scroll(panel(column(inside, None)))), 1000, 500)


def test_two_panes_where_there_is_room(list_detail):
    assert list_detail.list_widget.isVisible()
    assert list_detail.detail_widget.isVisible()
    assert not list_detail.back_button.isVisible()


def test_one_pane_at_a_time_where_there_is_not(list_detail):
    list_detail.resize(600, 500)
    assert list_detail.one_pane()
    assert list_detail.list_widget.isVisible()
    assert not list_detail.detail_widget.isVisible()
    list_detail.show_detail()
    assert not list_detail.list_widget.isVisible()
    assert list_detail.back_button.isVisible()
    list_detail.back_button.click()
    assert list_detail.list_widget.hasFocus()


def test_large_text_is_a_small_screen(list_detail):
    look.set_text_size(150)
    assert list_detail.one_pane()


def test_facts_stand_in_as_many_columns_as_there_is_room_for(show):
    facts = [("How much", "£500"), ("Closes", "Friday"), ("Who decides", "")]
    grid = show(FactGrid(facts), 800, 300)
    assert len(grid._cards) == 2
    assert grid._cards[0].y() == grid._cards[1].y()
    grid.resize(300, 300)
    grid.layout().activate()
    assert grid._cards[0].x() == grid._cards[1].x()
    grid.set_facts([("Closes", "Any time")])
    assert len(grid._cards) == 1


@pytest.mark.parametrize(("facts", "in_first_line"), [(2, 2), (3, 3), (4, 2), (5, 3)])
def test_facts_share_out_a_wide_page_evenly(show, facts, in_first_line):
    grid = show(FactGrid([(str(number), "so") for number in range(facts)]), 900, 300)
    tops = [each.y() for each in grid._cards]
    assert tops.count(tops[0]) == in_first_line


def test_a_fold_opens_and_says_so(show, qtbot):
    fold = Fold("4 you cannot apply for")
    inside = label("Village hall repairs")
    fold.content.put(inside)
    show(fold)
    assert not inside.isVisible()
    assert fold.button.accessibleDescription().startswith("Closed")
    with qtbot.waitSignal(fold.opened):
        fold.button.click()
    assert inside.isVisible()
    assert fold.is_open()
    assert fold.button.accessibleDescription().startswith("Open")
    fold.set_open(False)
    fold.set_title("3 you cannot apply for")
    assert fold.button.text() == "3 you cannot apply for"
    assert not inside.isVisible()


def test_reasons_are_said_as_well_as_drawn(show):
    reasons = [
        Reason("a", Answer.UNKNOWN, "Check the date", "It may have passed."),
        Reason("b", Answer.MEETS, "Right area", "They fund Oxford. You are in Oxford."),
        Reason("c", Answer.FAILS, "Too large", "They fund groups under £1."),
        Reason("d", Answer.FAILS, "Dear to apply", "It costs more than it brings.", advises=True),
    ]
    listed = show(ReasonsList(reasons))
    said = [words.accessibleName() for words in listed.findChildren(QLabel)]
    assert [words for words in said if words] == [
        "Check: Check the date",
        "Good: Right area",
        "No: Too large",
        "Check: Dear to apply",
    ]


@pytest.fixture
def drop_zone(show):
    return show(DropZone("Drop a file here, or add one.", patterns="Grants (*.json)"), 500, 80)


def files_dragged(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_can_be_dropped(drop_zone, tmp_path, qtbot):
    data = files_dragged(tmp_path / "a.json", tmp_path / "b.json")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    drop_zone.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    assert drop_zone.property("over") is True
    drop_zone.dragLeaveEvent(QDragLeaveEvent())
    assert drop_zone.property("over") is False
    with qtbot.waitSignal(drop_zone.files_chosen) as heard:
        drop_zone.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    assert heard.args == [[Path(tmp_path / "a.json"), Path(tmp_path / "b.json")]]


def test_what_is_not_a_file_is_not_taken(drop_zone, qtbot):
    data = QMimeData()
    data.setText("just words")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    drop_zone.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), copy, data, left, none))
    assert not drop_zone.property("over")
    data.setUrls([QUrl("https://example.org/a.json")])
    with qtbot.assertNotEmitted(drop_zone.files_chosen):
        drop_zone.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))


def test_files_can_be_chosen_with_the_button(drop_zone, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "open", lambda self: None)
    drop_zone.button.click()
    dialog = drop_zone.findChild(QFileDialog)
    assert dialog.nameFilters() == ["Grants (*.json)", "All files (*)"]
    with qtbot.waitSignal(drop_zone.files_chosen) as heard:
        dialog.filesSelected.emit([str(tmp_path / "a.json")])
    assert heard.args == [[Path(tmp_path / "a.json")]]


def test_a_problem_we_foresaw_is_told_in_its_own_words(show):
    window = show(panel(column()))
    box = saying.tell_problem(window, CannotUseInput(message="Bad file.", advice="Try another."))
    assert (box.text(), box.informativeText()) == ("Bad file.", "Try another.")
    assert box.textFormat() == Qt.TextFormat.PlainText
    box.close()


def test_a_problem_nobody_foresaw_is_told_without_its_workings(show):
    window = show(panel(column()))
    box = saying.tell_problem(window, RuntimeError("KeyError at line 7"))
    assert "line 7" not in box.text() + box.informativeText()
    assert "Show log" in box.text()
    box.close()


def test_without_a_window_a_problem_waits_until_it_is_read(qapp, monkeypatch):
    waited = []
    monkeypatch.setattr(QMessageBox, "exec", lambda self: waited.append(self.text()))
    saying.tell_problem(None, CannotUseInput())
    assert waited == ["This file cannot be used."]


def test_what_has_the_focus_stays_in_sight_when_the_pane_gets_lower(show, qtbot):
    far = button("Far down")
    pane = scroll(panel(column(*(label(str(number)) for number in range(15)), far, None)))
    show(pane, 300, 600)
    far.setFocus()
    pane.resize(300, 200)
    qtbot.waitUntil(lambda: far.visibleRegion().boundingRect() == far.rect())


def test_enter_presses_a_button_and_ticks_a_filter(show, qtbot):
    plain, chip = button("Keep"), Chip("Grants")
    show(panel(row(plain, chip)))
    for pressed in (plain, chip):
        with qtbot.waitSignal(pressed.clicked):
            qtbot.keyClick(pressed, Qt.Key.Key_Return)
    assert chip.isChecked()

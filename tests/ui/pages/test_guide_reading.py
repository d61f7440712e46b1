"""Learning: reading a guide, marking it as done, and taking it out of the window."""

import pytest
from PySide6.QtCore import Qt, QTimer

from tests.support.learning_window import BID, BUDGET, PLAIN
from vcs_desktop.core.errors import CannotUseInput, FolderNotWritable
from vcs_desktop.domain.reference import Term
from vcs_desktop.ui import files


@pytest.fixture
def house(guide_house):
    return guide_house


@pytest.fixture
def page(learning_page):
    return learning_page


def test_a_guide_is_read_whole_under_its_own_name(page, read):
    reader = read()
    assert page.title == "How to budget"
    assert page.subtitle == "Money · first steps · 20 minutes"
    text = reader.reading.browser.toPlainText()
    for each in ("After this guide you can", "Part 8", "Reserves: Money kept", "Last checked"):
        assert each in text
    assert not page.sections.bar.isVisible()
    assert page.first_focus() is reader.reading.browser


def test_one_goes_on_where_one_stopped(page, read, qtbot, house):
    reader = read()
    reader.reading.go_to(5)
    place = reader.reading.position()
    reader.back_button.click()
    qtbot.waitUntil(lambda: house.learning.guide(BUDGET).line.marks.place > 0)
    assert house.learning.guide(BUDGET).line.marks.place == pytest.approx(place, abs=0.001)
    qtbot.waitUntil(lambda: page.guides.browse.about.read_button.text() == "Go on reading")
    read(BID)
    again = read(BUDGET)
    assert again.reading.position() == pytest.approx(place, abs=0.01)


def test_a_place_is_written_down_once_one_rests_there(read, qtbot, house):
    reader = read()
    reader.reading.go_to(4)
    qtbot.waitUntil(lambda: house.learning.left_off() is not None)


def test_at_the_end_the_check_is_offered(page, read, qtbot):
    reader = read()
    bar = reader.reading.browser.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert reader.meaning.words.text() == "This is the end."
    reader.meaning.act_button.click()
    assert page.guides.front() is page.guides.check


def test_at_the_end_of_a_guide_without_a_check_it_can_be_marked_as_done(house, page, read, qtbot):
    reader = read(PLAIN)
    assert not reader.check_button.isVisible()
    assert not reader.print_button.isVisible()
    reader._follow(1.0)
    reader.meaning.act_button.click()
    qtbot.waitUntil(lambda: reader.done_button.text() == "Not done after all")


def test_a_word_is_explained_under_the_text_and_esc_closes_that(page, read, qtbot):
    reader = read()
    reader.reading.word_asked.emit("reserves")
    qtbot.waitUntil(reader.meaning.isVisible)
    assert reader.meaning.words.text() == "Reserves: Money kept for hard times."
    with qtbot.waitSignal(page.record_asked) as asked:
        reader.meaning.act_button.click()
    assert asked.args == ["term", "term/reserves"]
    qtbot.keyClick(reader.reading.browser, Qt.Key.Key_Escape)
    assert not reader.meaning.isVisible()
    assert page.guides.front() is reader


def test_a_word_that_nobody_explains_says_so(read, qtbot):
    reader = read()
    reader.reading.word_asked.emit("abracadabra")
    qtbot.waitUntil(reader.meaning.isVisible)
    assert reader.meaning.words.text() == "The glossary does not explain “abracadabra”."
    assert not reader.meaning.act_button.isVisible()
    reader.meaning.close_button.click()
    assert reader.reading.browser.hasFocus()


def test_an_explanation_without_end_is_cut(page, read, qtbot, house):
    reader = read()
    reader.explain("x", Term("t", "Endless", "word " * 10_000))
    assert len(reader.meaning.words.text()) < 700


def test_a_rule_behind_a_guide_opens_where_rules_are(page, read, qtbot):
    reader = read()
    with qtbot.waitSignal(page.record_asked) as asked:
        reader.reading.link_asked.emit("record:rule/rule/wage")
    assert asked.args == ["rule", "rule/wage"]


def test_an_address_is_opened_only_after_a_question(page, read, monkeypatch):
    asked = []
    monkeypatch.setattr(
        "vcs_desktop.ui.links.ask", lambda *about: asked.append(about) or page.window()
    )
    reader = read()
    reader.reading.link_asked.emit("https://www.example.org/a")
    assert len(asked) == 1


def test_ctrl_f_searches_the_text_or_the_guides(page, read):
    assert page.find_here() is page.guides.browse.filter_bar.find_field.box
    reader = read()
    assert page.find_here() is reader.reading.find_bar.find_box


def test_who_types_and_leaves_the_search_at_once_is_at_the_words_all_the_same(page, read, qtbot):
    browser = read().reading.browser
    box = page.find_here()
    box.setText("read")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert browser.textCursor().selectedText() == "read"


def test_f6_stops_at_the_outline_and_at_the_text(page, read):
    assert page.parts()[0] is page.sections.bar
    assert page.guides.browse.list in page.parts()
    reader = read()
    assert reader.reading.outline in page.parts()
    assert reader.reading.browser in page.parts()


def test_in_a_narrow_window_what_can_be_done_folds_away(page, read):
    page.resize(600, 500)
    reader = read()
    assert not reader.done_button.isVisible()
    reader.more_button.click()
    assert reader.done_button.isVisible()
    assert reader.check_button.isVisible()


def test_a_guide_is_marked_as_done_and_that_can_be_undone(page, read, qtbot, house):
    reader = read()
    reader.done_button.click()
    qtbot.waitUntil(page.guides.undo_bar.isVisible)
    assert "Done on 22 November 2026" in page.subtitle
    assert page.guides.undo_bar.words.text() == "“How to budget” is marked as done."
    page.guides.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: "Done" not in page.subtitle)
    assert house.learning.guides().done == 0
    assert reader.reading.browser.hasFocus()


def test_what_was_done_keeps_its_day_when_taking_it_back_is_undone(page, read, qtbot, house):
    before = house.learning.mark_done(BUDGET)
    reader = read()
    reader.done_button.click()
    qtbot.waitUntil(page.guides.undo_bar.isVisible)
    page.guides.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: house.learning.guides().done == 1)
    assert house.learning.guide(BUDGET).line.marks == before


def test_what_cannot_be_written_down_is_said(page, read, qtbot, house):
    reader = read()
    house.learning.fail("mark_done", FolderNotWritable())
    reader.done_button.click()
    qtbot.waitUntil(page.guides.message.isVisible)
    assert "cannot save" in page.guides.message.words.text()
    assert page.subtitle == "Money · first steps · 20 minutes"


def test_a_guide_opens_in_the_browser(page, read, qtbot, opened, house):
    reader = read()
    reader.browser_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].parent == house.folder / "pages"
    assert opened[0].name.startswith("training-budget-")
    assert page.guides.message.words.text() == "The guide is open in your browser."
    page.guides.leave()
    assert not page.guides.message.isVisible()


def test_the_sheet_is_printed_and_a_copy_can_be_kept(page, read, qtbot, opened, house, monkeypatch):
    reader = read()
    reader.print_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened[0].read_bytes().startswith(b"%PDF")
    copy = house.folder / "copy.pdf"
    monkeypatch.setattr(files, "ask_where_to_save", lambda *_asked: _asked[-1](str(copy)))
    page.guides.message.act_button.click()
    qtbot.waitUntil(copy.exists)
    qtbot.waitUntil(lambda: page.guides.message.words.text().startswith("Saved as “copy.pdf”"))


def test_without_a_program_to_open_it_one_is_told_where_the_file_is(
    page, read, qtbot, monkeypatch, house
):
    monkeypatch.setattr(files, "open_file", lambda _path: False)
    reader = read()
    reader.browser_button.click()
    qtbot.waitUntil(page.guides.message.isVisible)
    assert str(house.folder / "pages") in page.guides.message.words.text()
    reader.print_button.click()
    qtbot.waitUntil(lambda: "PDF" in page.guides.message.words.text())


def test_a_sheet_that_does_not_fit_says_so(page, read, qtbot, house):
    house.learning.fail("make_sheet", CannotUseInput(message="It is too long for one page."))
    read().print_button.click()
    qtbot.waitUntil(page.guides.message.isVisible)
    assert page.guides.message.words.text() == "It is too long for one page."
    page.guides.message.close_button.click()
    assert page.guides.reader.reading.browser.hasFocus()


def test_a_guide_can_be_read_the_moment_it_is_there(learning_page, qtbot):
    guides = learning_page.guides
    guides._guide.opened.connect(guides.browse.about.read_asked)
    guides.browse.list.choose(BUDGET)
    qtbot.waitUntil(lambda: guides.front() is not guides.browse)
    with qtbot.waitCallback() as what_was_put_off:
        QTimer.singleShot(0, what_was_put_off)
    assert guides.reader.isVisible()


def test_while_one_reads_on_the_list_behind_is_left_alone_until_one_comes_back(
    page, read, qtbot, house
):
    reader = read()
    about = page.guides.browse.about
    with qtbot.waitSignal(page.guides.filled):
        reader.place_rested.emit(BUDGET, 0.3)
    shown, asked = about.area.widget().layout().itemAt(0).widget(), house.learning.asked.count
    before = asked("guides")
    for place in (0.4, 0.5):
        with qtbot.waitSignal(page.guides.headed):
            reader.place_rested.emit(BUDGET, place)
    assert asked("guides") == before
    assert about.area.widget().layout().itemAt(0).widget() is shown
    assert page.subtitle.endswith("About 10 minutes left")
    with qtbot.waitSignal(page.guides.filled):
        page.guides.leave()
    assert asked("guides") > before
    assert [line.marks.place for line in page.guides.browse.lines() if line.id == BUDGET] == [0.5]

"""Learning as a person uses it: find a guide, read it, check oneself, mark it as done."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.support import accessibility
from tests.support.fake_services import Held
from tests.support.guide_library import CHECK, GuideHouse, guide, rule, term
from vcs_desktop.core.errors import CannotUseInput, Damaged, FolderNotWritable
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.learning.page import GUIDES, NEAR_US, RULES, LearningPage
from vcs_desktop.ui.reading_order import put_tab_in_reading_order
from vcs_desktop.ui.theme import look
from vcs_desktop.wire.record import Record

LONG = "\n\n".join(f"## Part {n}\n\n" + "Many words to read. " * 40 for n in range(1, 9))
BUDGET, BID, PLAIN = "training/budget", "training/bid", "training/plain"


@pytest.fixture
def house(tmp_path, tasks):
    made = GuideHouse(
        tmp_path,
        guide("budget", body=LONG, terms=["term/reserves"], facts=["rule/wage"], minutes=20),
        guide("bid", topic="Contracts", minutes=8),
        guide("plain", topic="Contracts", level="next steps", check=None, sheet=None, goals=None),
        term("Reserves", "Money kept for hard times."),
        rule("wage"),
    )
    made.learning = Held(made.learning)
    yield made
    made.learning.let_all_go()
    tasks.stop()
    made.close()


@pytest.fixture
def open_page(house, tasks, show, qtbot):
    def make(width=1150, height=600):
        page = show(LearningPage(house, tasks), width, height)
        with qtbot.waitSignal(page.ready):
            page.shown()
        return page

    return make


@pytest.fixture
def page(open_page, qtbot):
    made = open_page()
    qtbot.waitUntil(made.guides.browse.about.read_button.isVisible)
    return made


@pytest.fixture
def read(page, qtbot):
    def open_it(guide_id=BUDGET):
        page.show_thing(guide_id)
        qtbot.waitUntil(lambda: page.guides.front() is page.guides.reader)
        qtbot.waitUntil(lambda: page.guides.reader.view.line.id == guide_id)
        return page.guides.reader

    return open_it


@pytest.fixture
def check(page, read):
    read()
    page.guides.reader.check_button.click()
    return page.guides.check


@pytest.fixture
def opened(monkeypatch):
    """Note which files are opened instead of opening them; this computer has a program for each."""
    paths = []
    monkeypatch.setattr(files, "open_file", lambda path: paths.append(path) or True)
    return paths


def rows(page):
    model = page.guides.browse.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def words_in(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def choose(page, qtbot, guide_id):
    page.guides.browse.list.choose(guide_id)
    qtbot.waitUntil(lambda: guide_id in _opened(page))


def _opened(page):
    view = page.guides._guide.view
    return view.line.id if view else ""


def right_answer(question):
    return next(n for n, answer in enumerate(question._question.answers) if answer.right)


def answer(check, number):
    question = check.question
    question.choices.button(number).click()
    question.check_button.click()


# Finding


def test_guides_stand_under_their_topics_and_the_first_is_open(page):
    assert rows(page) == ["Contracts", "How to bid", "How to plain", "Money", "How to budget"]
    assert page.title == "Learning"
    assert page.subtitle == "3 guides"
    said = words_in(page.guides.browse.about)
    assert "How to bid" in said
    assert "say what bid is" in said
    assert "8 minutes" in said
    assert "2 questions" in said
    assert "A sheet of one page" in said


def test_filters_leave_what_was_asked_for_and_say_how_many(page, qtbot):
    bar = page.guides.browse.filter_bar
    bar.topic.choose("Contracts")
    qtbot.waitUntil(lambda: page.subtitle == "2 of 3 guides")
    bar.time.choose("10")
    bar.level.choose("first steps")
    qtbot.waitUntil(lambda: rows(page) == ["Contracts", "How to bid"])
    bar.find_field.box.setText("budget")
    qtbot.waitUntil(page.guides.browse.empty.isVisible)
    qtbot.mouseClick(page.guides.browse.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(page)) == 5)
    assert bar.find_field.words() == ""
    assert bar.topic.chosen_id() == ""


def test_what_was_done_can_be_left_out(page, qtbot, house):
    page.guides.browse.about.done_button.click()
    qtbot.waitUntil(lambda: page.subtitle == "3 guides. You have done 1.")
    page.guides.browse.filter_bar.not_done.click()
    qtbot.waitUntil(lambda: "How to bid" not in rows(page))


def test_an_empty_library_says_what_would_be_here(tmp_path, tasks, show, qtbot):
    house = GuideHouse(tmp_path)
    page = show(LearningPage(house, tasks), 1150, 600)
    with qtbot.waitSignal(page.ready):
        page.shown()
    assert page.guides.browse.empty.title.text() == "There are no guides here"
    assert not page.guides.browse.empty.button.isVisible()
    tasks.stop()
    house.close()


def test_what_goes_wrong_is_said_and_one_can_try_again(house, open_page, qtbot):
    house.learning.fail("guides", Damaged())
    page = open_page()
    empty = page.guides.browse.empty
    assert empty.title.text() == "We could not look"
    assert "damaged" in empty.text.text()
    house.learning.mend("guides")
    empty.button.click()
    qtbot.waitUntil(lambda: len(rows(page)) == 5)


def test_a_guide_that_cannot_be_opened_says_so_and_can_be_tried_again(page, qtbot, house):
    house.learning.fail("guide", Damaged())
    page.guides.browse.list.choose(BUDGET)
    about = page.guides.browse.about
    qtbot.waitUntil(about.problem.isVisible)
    house.learning.mend("guide")
    about.problem.button.click()
    qtbot.waitUntil(lambda: "How to budget" in words_in(about))


def test_the_guide_that_was_left_is_the_one_that_is_open(house, open_page, qtbot):
    house.learning.note_place(BUDGET, 0.4)
    page = open_page()
    qtbot.waitUntil(lambda: _opened(page) == BUDGET)
    qtbot.waitUntil(lambda: page.guides.browse.about.read_button.text() == "Go on reading")
    assert "About 12 minutes left" in words_in(page.guides.browse.about)


def test_with_the_keyboard_alone_one_gets_from_the_list_into_the_text_and_back(page, qtbot):
    browse = page.guides.browse
    browse.list.setFocus()
    qtbot.keyClick(browse.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: _opened(page) == BUDGET)
    qtbot.keyClick(browse.list, Qt.Key.Key_Return)
    assert browse.about.read_button.hasFocus()
    qtbot.keyClick(browse.about.read_button, Qt.Key.Key_Return)
    text = page.guides.reader.reading.browser
    qtbot.waitUntil(text.hasFocus)
    assert page.title == "How to budget"
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    qtbot.waitUntil(browse.list.hasFocus)
    assert page.title == "Learning"
    assert browse.list.chosen_id() == BUDGET


# Reading


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
    from vcs_desktop.domain.reference import Term

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


# Done


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


# The check


def test_each_answer_is_told_why_and_the_right_one_leads_on(check, qtbot, house):
    question = check.question
    assert question.title.text() == CHECK[0]["question"]
    answer(check, 1)
    assert question.verdict.text() == "Not quite."
    assert question.feedback.text() == "No. Look for the closing day."
    answer(check, 0)
    assert question.verdict.text() == "That is right."
    assert question.feedback.text() == "Yes. Not a day later."
    assert question.next_button.hasFocus()
    kept = house.learning.guide(BUDGET).line.marks
    qtbot.waitUntil(lambda: house.learning.guide(BUDGET).line.marks.attempt.chosen == ((1, 0), ()))
    assert kept.done_at is None


def test_without_an_answer_one_is_asked_to_choose(check):
    check.question.check_button.click()
    assert check.question.verdict.text() == "Choose an answer first."
    assert check.question.options[0].button.hasFocus()


def test_a_click_on_the_words_chooses_the_answer(check, qtbot):
    qtbot.mouseClick(check.question.options[1].words, Qt.MouseButton.LeftButton)
    assert check.question.choices.checkedId() == 1


def test_the_end_of_the_check_says_how_it_went_and_offers_done(page, check, qtbot, house):
    answer(check, 1)
    check.question.next_button.click()
    answer(check, right_answer(check.question))
    check.question.next_button.click()
    result = check.result
    assert result.title.text() == "You had 1 of 2 right the first time."
    said = words_in(result)
    assert "Worth another look" in said
    assert "Right the first time" in said
    assert "The answer: On its closing day" in said
    assert result.done_button.hasFocus()
    result.done_button.click()
    qtbot.waitUntil(lambda: not result.done_button.isVisible())
    assert result.again_button.hasFocus()
    assert house.learning.guides().done == 1


def test_a_question_left_out_keeps_its_answer_a_secret(check, qtbot):
    check.question.next_button.click()
    answer(check, 1)
    check.question.next_button.click()
    result = check.result
    assert result.left.text() == "1 question has no answer yet."
    assert "The answer: On its closing day" not in words_in(result)
    assert not result.done_button.isVisible()
    result.rest_button.click()
    assert check.question.title.text() == CHECK[0]["question"]
    assert check.question.options[0].button.hasFocus()


def test_one_can_leave_in_the_middle_and_go_on_later(page, check, read, qtbot, house):
    answer(check, 0)
    qtbot.waitUntil(lambda: house.learning.guide(BUDGET).line.marks.attempt is not None)
    qtbot.keyClick(check.back_button, Qt.Key.Key_Escape)
    assert page.guides.front() is page.guides.reader
    read(BID)
    read(BUDGET)
    page.guides.reader.check_button.click()
    assert check.question.title.text() == CHECK[1]["question"]


def test_the_check_can_be_done_again_and_the_old_answers_stay_until_then(check, qtbot, house):
    for _ in CHECK:
        answer(check, right_answer(check.question))
        check.question.next_button.click()
    qtbot.waitUntil(lambda: house.learning.guide(BUDGET).line.marks.attempt.chosen == ((0,), (1,)))
    check.result.again_button.click()
    assert check.question.title.text() == CHECK[0]["question"]
    assert check.question.choices.checkedId() == -1
    assert house.learning.guide(BUDGET).line.marks.attempt.chosen == ((0,), (1,))


# Outside the window


def test_a_guide_opens_in_the_browser(page, read, qtbot, opened, house):
    reader = read()
    reader.browser_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert opened == [house.folder / "pages" / "training-budget.html"]
    assert page.guides.message.words.text() == "The guide is open in your browser."


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


# The other parts of the page, and from elsewhere


def test_a_rule_that_was_asked_for_opens_among_the_rules(page, qtbot):
    page.show_thing("rule/wage")
    qtbot.waitUntil(lambda: page.sections.current_id() == RULES)
    qtbot.waitUntil(lambda: page.rules.card is not None)
    assert page.title == "Learning"
    assert page.first_focus() is page.rules.titles.list
    assert page.find_here() is page.rules.find_field.box
    assert page.rules.titles.list in page.parts()


def test_an_event_that_was_asked_for_opens_near_us(page, qtbot, house):
    from tests.support.library_examples import put

    event = Record("event", "event/day", {"title": "A day", "startsAt": "2026-12-01T10:00:00Z"})
    put(house.database, event)
    page.show_thing("event/day")
    qtbot.waitUntil(lambda: page.sections.current_id() == NEAR_US)
    assert page.first_focus() is page.near_us.both.list
    assert len(page.parts()) == 3
    page.show_thing("")
    assert page.sections.current_id() == GUIDES


def test_a_guide_that_is_gone_says_so(page, qtbot):
    page.show_thing("training/gone")
    about = page.guides.browse.about
    qtbot.waitUntil(about.problem.isVisible)
    assert "taken out of the library" in about.problem.text.text()


def test_asked_for_the_list_a_guide_that_is_read_gives_way(page, read):
    read()
    page.show_thing("")
    assert page.guides.front() is page.guides.browse


def test_coming_back_to_the_page_keeps_the_guide_that_is_read(page, read, qtbot):
    reader = read()
    page.shown()
    qtbot.waitUntil(lambda: page.title == "How to budget")
    assert page.guides.front() is reader


# For everyone


SIZES = [(1150, 600, 100), (1150, 600, 200), (683, 364, 100), (683, 364, 200)]


@pytest.mark.parametrize("front", ["browse", "about", "reader", "question", "result"])
def test_it_can_be_used_by_everybody(page, read, qtbot, front):
    if front in ("reader", "question", "result"):
        reader = read()
        reader.meaning.tell("Reserves: Money kept.", "info", "See it in the glossary", print)
    if front in ("question", "result"):
        page.guides.reader.check_button.click()
        answer(page.guides.check, 1)
    if front == "result":
        page.guides.check.question.next_button.click()
        page.guides.check.question.next_button.click()
    for width, height, percent in SIZES:
        look.set_text_size(percent)
        page.resize(width, height)
        if front == "about":
            page.guides.browse.go_into_about()
        qtbot.waitUntil(partial(nothing_is_wrong, page))


def nothing_is_wrong(page):
    put_tab_in_reading_order(page)
    assert accessibility.every_complaint(page) == [], look.text_size


def test_in_one_pane_enter_brings_what_it_is_about_and_esc_the_list(open_page, qtbot):
    page = open_page(600, 500)
    browse = page.guides.browse
    browse.filter_bar.more.click()
    assert browse.filter_bar.find_field.isVisible()
    browse.list.choose(BID)
    qtbot.waitUntil(lambda: _opened(page) == BID)
    qtbot.keyClick(browse.list, Qt.Key.Key_Return)
    qtbot.waitUntil(browse.about.read_button.isVisible)
    qtbot.keyClick(browse.about.read_button, Qt.Key.Key_Escape)
    assert browse.list.isVisible()
    assert browse.list.hasFocus()

"""Help: its pages, the glossary, and what happens when it cannot be read."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.support.every_size import nothing_is_wrong
from tests.support.fake_services import Held
from tests.support.funding_library import Household
from vcs_desktop.core.errors import NewerLibrary
from vcs_desktop.core.resources import resource
from vcs_desktop.domain.reference import Term
from vcs_desktop.services.help import HelpService
from vcs_desktop.ui.pages.help.glossary_view import GlossaryView
from vcs_desktop.ui.pages.help.page import HelpPage
from vcs_desktop.ui.theme import look
from vcs_desktop.wire.record import Record

TERMS = (
    ("award", "Award", "The decision to give a grant.", []),
    ("charity", "Charity", "A body that exists to do good.", ["charitable body"]),
    ("quorum", "Quorum", "How many must be there to decide.", []),
)


@pytest.fixture
def house(tmp_path, tasks):
    made = Household(tmp_path)
    for name, title, text, others in TERMS:
        made.put(Record("term", f"term/{name}", {"title": title, "text": text,
                                                 "alsoKnownAs": others,
                                                 "foundBy": [f"{name}-like"]}))  # fmt: skip
    made.help = Held(HelpService(made.database, resource("help"), tmp_path / "pages"))
    yield made
    made.help.let_all_go()
    tasks.stop()
    made.close()


@pytest.fixture
def page(house, tasks, show_page, qtbot):
    made = show_page(HelpPage(house, tasks), 1150, 640)
    qtbot.waitUntil(lambda: made.glossary.count.text() == "3 words")
    return made


def test_it_begins_with_the_first_page_of_help(page):
    assert page.topics.topic_title.text() == "Start here"
    assert page.first_focus() is page.topics.list


def test_the_help_of_a_page_is_opened_and_can_be_read_at_once(page):
    page.show_thing("funding")
    assert page.topics.topic_title.text() == "Funding"
    assert QApplication.focusWidget() is page.topics.reading.browser


def test_help_that_is_asked_for_before_it_is_there_comes_when_it_is(house, tasks, show, qtbot):
    house.help.hold("topics")
    made = show(HelpPage(house, tasks), 1150, 640)
    made.shown()
    made.show_thing("keys")
    with qtbot.waitSignal(made.ready):
        house.help.let_go("topics")
    assert made.topics.topic_title.text() == "Keys"


def test_the_arrows_go_from_page_to_page(page, qtbot):
    page.topics.list.setFocus()
    qtbot.keyClick(page.topics.list, Qt.Key.Key_Down)
    assert page.topics.topic_title.text() != "Start here"
    assert QApplication.focusWidget() is page.topics.list
    qtbot.keyClick(page.topics.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.topics.reading.browser


def test_a_page_that_was_left_is_still_open_on_the_next_visit(page, qtbot):
    page.show_thing("keys")
    with qtbot.waitSignal(page.ready):
        page.shown()
    assert page.topics.topic_title.text() == "Keys"


def test_the_glossary_is_opened_at_its_field(page):
    page.show_thing("glossary")
    assert QApplication.focusWidget() is page.glossary.field
    assert page.first_focus() is page.find_here() is page.glossary.field


@pytest.mark.parametrize("typed", ["charitable", "Charitable bodies", "CHARÌT"])
def test_words_are_found_by_any_of_their_names_however_they_are_written(page, qtbot, typed):
    page.show_thing("glossary")
    page.glossary.field.setText(typed)
    qtbot.waitUntil(lambda: page.glossary.count.text() == "1 word")
    assert "A body that exists to do good." in page.glossary.reading.browser.toPlainText()
    assert "Also called: charitable body." in page.glossary.reading.browser.toPlainText()


def test_a_form_that_only_leads_to_a_word_is_not_shown(page, qtbot):
    page.show_thing("glossary")
    page.glossary.field.setText("quorum-like")
    qtbot.waitUntil(lambda: page.glossary.count.text() == "1 word")
    shown = page.glossary.reading.browser.toPlainText()
    assert "How many must be there to decide." in shown
    assert "quorum-like" not in shown


def test_a_word_that_is_not_there_is_said_so_and_every_word_comes_back(page, qtbot):
    page.show_thing("glossary")
    page.glossary.field.setText("dragon")
    qtbot.waitUntil(page.glossary.empty.isVisible)
    assert not page.glossary.reading.isVisible()
    page.glossary.empty.button.click()
    assert page.glossary.count.text() == "3 words"
    assert page.glossary.reading.isVisible()


def test_a_glossary_without_words_says_so(page, qtbot):
    page.show_thing("glossary")
    page.glossary.set_terms(())
    assert page.glossary.empty.title.text() == "No words are explained here yet"
    assert page.glossary.empty.isVisible()
    assert not page.glossary.empty.button.isVisible()
    assert not page.glossary.reading.isVisible()
    qtbot.waitUntil(partial(nothing_is_wrong, page))


def test_a_glossary_that_was_empty_from_the_start_says_so(show, qtbot):
    glossary = show(GlossaryView(), 1150, 640)
    assert not glossary.empty.isVisible()
    glossary.set_terms(())
    assert glossary.empty.isVisible()
    glossary.set_terms((Term("term/bid", "Bid", "What one asks for."),))
    assert glossary.reading.isVisible()
    assert not glossary.empty.isVisible()


def test_a_word_can_be_opened_by_its_id(page):
    page.show_thing("term/quorum")
    assert page.sections.current_id() == "glossary"
    assert page.glossary.reading.outline.currentIndex().data() == "Quorum"
    assert QApplication.focusWidget() is page.glossary.reading.browser


@pytest.mark.parametrize("marked", ["award", "awards"])
def test_a_word_in_a_page_of_help_is_looked_up(page, marked):
    page.topics.reading.word_asked.emit(marked)
    assert page.sections.current_id() == "glossary"
    assert page.glossary.field.text() == marked
    assert page.glossary.count.text() == "1 word"


def test_ctrl_f_finds_in_the_page_that_is_read(page):
    assert page.find_here() is page.topics.reading.find_bar.find_box
    assert page.topics.reading.find_bar.isVisible()


def test_f6_stops_at_the_list_and_at_the_text(page):
    assert page.parts() == (page.topics.list, page.topics.reading.browser)
    page.show_thing("glossary")
    assert page.glossary.field in page.parts()


def test_help_that_cannot_be_read_is_told_and_can_be_tried_again(house, tasks, show_page, qtbot):
    house.help.fail("topics", NewerLibrary())
    made = show_page(HelpPage(house, tasks), 1150, 640)
    assert made.problem.isVisible()
    assert "newer version" in made.problem.text.text()
    house.help.mend("topics")
    with qtbot.waitSignal(made.ready):
        made.problem.button.click()
    assert not made.problem.isVisible()
    assert made.sections.isVisible()


@pytest.mark.parametrize("thing", ["start", "keys", "glossary"])
def test_help_can_be_used_by_everybody(page, qtbot, thing):
    page.show_thing(thing)
    for width, height, percent in ((1150, 640, 100), (683, 364, 100), (683, 364, 200)):
        look.set_text_size(percent)
        page.resize(width, height)
        qtbot.waitUntil(partial(nothing_is_wrong, page))


def test_esc_in_the_text_asks_for_the_page_one_came_from(page, qtbot):
    page.show_thing("funding")
    with qtbot.waitSignal(page.back_asked):
        qtbot.keyClick(page.topics.reading.browser, Qt.Key.Key_Escape)

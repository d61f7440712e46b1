"""Figures are put into an answer with where they are from, and newer ones are offered."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from tests.support.accessibility import every_complaint
from tests.support.applications_window import Figures
from vcs_desktop.core.errors import Damaged, words_for
from vcs_desktop.domain.answers import Canonical, FactSource, UsedFact
from vcs_desktop.domain.application_figures import FactOffer
from vcs_desktop.ui.pages.applications.facts_put import FactsPut
from vcs_desktop.ui.pages.applications.page import ApplicationsPage
from vcs_desktop.ui.reading_order import put_tab_in_reading_order

POOR = FactOffer(
    FactSource.LIBRARY,
    "fact/poor",
    "16.4%",
    "16.4% of children (Marston, 2011)",
    "2011",
    "Office for National Statistics",
)
NEWER = replace(POOR, value="23.2%", words="23.2% of children (Marston, 2021)", as_of="2021")
CAME = FactOffer(
    FactSource.OUR_RECORDS,
    "people",
    "38",
    "38 people (2026)",
    "2026",
    "Records",
    "Two had no name.",
)


@pytest.fixture
def house(house):
    house.figures = Figures(POOR, CAME)
    return house


@pytest.fixture
def part(house, show_page, begun):
    page = show_page(ApplicationsPage(house, house.tasks, house.session), 1158, 560)
    made = page.open(begun, "answers").front()
    house.settle()
    return made


def first(house, begun):
    return house.application(begun).answers[0]


def put_in(part, house, number):
    part.reuse.facts.put_buttons[number].click()
    house.settle()
    part.put_away()
    house.settle()


def test_each_button_says_what_it_puts_in(part):
    names = [each.accessibleName() for each in part.reuse.facts.put_buttons]
    assert names == [
        "Put in my answer: 16.4% of children (Marston, 2011)",
        "Put in my answer: 38 people (2026)",
    ]
    put_tab_in_reading_order(part.reuse)
    assert every_complaint(part.reuse) == []


def test_where_figures_cannot_be_read_it_is_said_why(part, house):
    def broken(_application_id):
        raise Damaged

    house.figures.offers = broken
    house.session.tell_changed()
    house.settle()
    assert part.reuse.facts.put_buttons == []
    assert part.reuse.facts.nothing.text() == words_for(Damaged())
    del house.figures.offers
    house.session.tell_changed()
    house.settle()
    assert len(part.reuse.facts.put_buttons) == 2
    assert not part.reuse.facts.nothing.isVisible()


def test_a_figure_goes_to_the_caret_and_is_kept_with_where_it_is_from(part, house, begun, qtbot):
    box = part.card.text_field.box
    qtbot.keyClicks(box, "Here  are poor.")
    cursor = box.textCursor()
    cursor.setPosition(5)
    box.setTextCursor(cursor)
    put_in(part, house, 0)
    kept = first(house, begun)
    assert kept.text == "Here 16.4% of children (Marston, 2011) are poor."
    (used,) = kept.facts
    assert (used.key, used.value, used.as_of) == ("fact/poor", "16.4%", "2011")
    assert used.words in kept.text
    assert box.hasFocus()


def test_a_figure_stands_apart_from_the_words_round_it(part, house, begun, qtbot):
    qtbot.keyClicks(part.card.text_field.box, "Herepoor")
    cursor = part.card.text_field.box.textCursor()
    cursor.setPosition(4)
    part.card.text_field.box.setTextCursor(cursor)
    put_in(part, house, 1)
    assert first(house, begun).text == "Here 38 people (2026) poor"


def test_what_was_put_in_can_be_undone_in_the_field_and_its_source_goes_along(
    part, house, begun, qtbot
):
    box = part.card.text_field.box
    qtbot.keyClicks(box, "We see")
    put_in(part, house, 1)
    qtbot.keyClicks(box, " here")
    box.undo()
    box.undo()
    part.put_away()
    house.settle()
    assert (first(house, begun).text, first(house, begun).facts) == ("We see", ())
    box.redo()
    part.put_away()
    house.settle()
    assert first(house, begun).text == "We see 38 people (2026)"
    assert [each.key for each in first(house, begun).facts] == ["people"]
    box.undo()
    qtbot.keyClicks(box, " nobody")  # from here it cannot come back
    part.put_away()
    house.settle()
    assert (first(house, begun).text, first(house, begun).facts) == ("We see nobody", ())


def test_what_was_kept_before_a_figure_was_put_in_has_none_of_it(qtbot):
    document = QTextDocument()
    put = FactsPut(document)
    before = put.change()
    QTextCursor(document).insertText("7 hens")
    hens = UsedFact("hens", key="x", value="7", words="7 hens")
    put.put(hens, None)
    kept = put.change()
    document.undo()
    assert before(()) == ()
    assert kept(()) == (hens,)
    assert put.change()((hens,)) == ()


def test_one_undo_takes_the_words_and_their_source_and_leaves_what_was_typed(
    part, house, begun, qtbot
):
    qtbot.keyClicks(part.card.text_field.box, "We see")
    put_in(part, house, 1)
    assert len(first(house, begun).facts) == 1
    house.inside.records.undo()
    assert (first(house, begun).text, first(house, begun).facts) == ("We see", ())
    house.inside.records.redo()
    assert first(house, begun).text == "We see 38 people (2026)"
    assert [each.key for each in first(house, begun).facts] == ["people"]


def test_one_undo_brings_the_older_figure_back_with_its_source(part, house, begun):
    put_in(part, house, 0)
    house.figures.offered = [NEWER]
    house.session.tell_changed()
    house.settle()
    part.reuse.facts.newer_buttons[0].click()
    house.settle()
    assert [each.value for each in first(house, begun).facts] == ["23.2%"]
    part.card.text_field.box.undo()
    part.put_away()
    house.settle()
    assert first(house, begun).text == POOR.words
    assert [each.value for each in first(house, begun).facts] == ["16.4%"]
    part.card.text_field.box.redo()
    part.put_away()
    house.settle()
    assert [each.value for each in first(house, begun).facts] == ["23.2%"]
    house.inside.records.undo()
    assert first(house, begun).text == POOR.words


def test_a_figure_of_somebody_else_stays_when_one_is_put_in_and_taken_back(part, house, begun):
    held = house.inside.applications.opened(begun).answers[0]
    theirs = UsedFact("theirs", key="x", value="7", words="7 hens")
    house.inside.applications.save_answer(held, replace(held.thing, facts=(theirs,)))
    put_in(part, house, 1)
    part.card.text_field.box.undo()
    part.put_away()
    house.settle()
    assert first(house, begun).facts == (theirs,)


def test_a_newer_figure_is_offered_in_place_of_the_one_in_the_answer(part, house, begun):
    put_in(part, house, 0)
    house.figures.offered = [NEWER, CAME]
    house.session.tell_changed()
    house.settle()
    (button,) = part.reuse.facts.newer_buttons
    assert button.accessibleName() == f"Put in the newer one: {NEWER.words}"
    put_tab_in_reading_order(part.reuse)
    assert every_complaint(part.reuse) == []
    button.click()
    house.settle()
    part.put_away()
    house.settle()
    kept = first(house, begun)
    assert kept.text == NEWER.words
    assert [each.value for each in kept.facts] == ["23.2%"]
    assert part.reuse.facts.newer_buttons == []


def test_a_figure_that_was_deleted_from_the_answer_is_not_called_old(part, house, begun):
    put_in(part, house, 0)
    part.card.text_field.box.setPlainText("Something else")
    part.put_away()
    house.settle()
    house.figures.offered = [NEWER]
    house.session.tell_changed()
    house.settle()
    assert part.reuse.facts.newer_buttons == []


def test_of_many_figures_the_first_are_shown_and_all_when_asked_for(part, house):
    house.figures.offered = [replace(CAME, key=str(each)) for each in range(9)]
    house.session.tell_changed()
    house.settle()
    facts = part.reuse.facts
    assert len(facts.put_buttons) == 3
    facts.all_button.click()
    assert len(facts.put_buttons) == 9
    assert facts.finder.box.hasFocus()
    assert not facts.all_button.isVisible()


def test_what_suits_the_question_stands_first(part, house):
    def names():
        return [each.accessibleName() for each in part.reuse.facts.put_buttons]

    poor, came = names()
    house.figures.offered = [CAME, POOR]
    house.session.tell_changed()
    house.settle()
    assert names() == [came, poor]
    canonical = part.reuse.canonical
    canonical.box.setCurrentIndex(canonical.box.findData(str(Canonical.NEED)))
    house.settle()
    assert names() == [poor, came]


def test_of_all_figures_those_with_the_words_are_found(part, house, qtbot):
    offered = [replace(CAME, key=str(each), words=f"{each} people came") for each in range(5)]
    house.figures.offered = [*offered, POOR]
    house.session.tell_changed()
    house.settle()
    facts = part.reuse.facts
    assert not facts.finder.isVisible()
    facts.all_button.click()
    qtbot.keyClicks(facts.finder.box, "marston CHILD")
    assert [each for each in facts.put_buttons if each.isVisible()] == facts.put_buttons[5:]
    assert not facts.none_found.isVisible()
    qtbot.keyClicks(facts.finder.box, " xyzzy")
    assert facts.none_found.isVisible()
    facts.finder.box.clear()
    qtbot.keyClicks(facts.finder.box, " ")
    assert not facts.none_found.isVisible()
    assert all(each.isVisible() for each in facts.put_buttons)
    put_tab_in_reading_order(part.reuse)
    assert every_complaint(part.reuse) == []

"""Rules and limits over the rules that travel with the program."""

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.support.every_size import usable_at_every_size
from tests.support.titles_window import cells, listed, rows, words_in
from vcs_desktop.core.errors import Damaged
from vcs_desktop.ui.page import Page
from vcs_desktop.ui.pages.learning.rules_view import RulesView
from vcs_desktop.wire.record import Record

SCRUTINY = "charity_external_scrutiny"
OLD_SCRUTINY = "rule/charity-external-scrutiny/to-29-september-2026"


@pytest.fixture
def house(facts_house):
    return facts_house


@pytest.fixture
def view(house, tasks, show, qtbot):
    page = Page("Learning")
    made = RulesView(house, tasks)
    page.body.put(made, 1)
    show(page, 1150, 600)
    with qtbot.waitSignal(made.filled):
        made.shown()
    qtbot.waitUntil(lambda: made.card is not None)
    return made


def opened(view, qtbot, rule_id, name):
    view.show_thing(rule_id)
    qtbot.waitUntil(lambda: view.card is not None and view.card.rule.name == name)
    return view.card


def test_rules_stand_by_subject_and_the_headline_says_of_which_day(view):
    assert [row.title for row in rows(view.titles) if row.is_heading] == [
        "Charity accounts", "Companies and societies", "Contracts and social value",
        "Gift Aid and raffles", "Pay and travel", "People and buildings",
    ]  # fmt: skip
    assert view.headline.text() == (
        "60 rules and limits, as they stand on Monday 23 November 2026."
    )


def test_a_rule_of_accounts_tells_which_years_go_by_which_limit(view, qtbot):
    card = opened(view, qtbot, SCRUTINY, SCRUTINY)
    assert "Over £40,000" in words_in(card)
    assert "SI 2026/427" in words_in(card)
    assert cells(card.history) == [
        [
            "Over £40,000",
            "For accounting years that end on or after 30 September 2026",
            "For years that end now",
        ],
        [
            "Over £25,000",
            "For accounting years that ended before 30 September 2026",
            "For earlier years",
        ],
    ]


def test_the_id_of_any_row_opens_its_rule(view, qtbot):
    opened(view, qtbot, OLD_SCRUTINY, SCRUTINY)
    assert view.titles.shown_id == SCRUTINY


def test_a_rule_that_never_changed_has_no_history(view, qtbot):
    card = opened(view, qtbot, "rule/small-lottery-one-prize", "small_lottery_one_prize")
    assert card.history is None
    assert "Holds now" in words_in(card)


def test_a_law_that_is_not_in_force_never_says_that_it_holds(view, qtbot):
    card = opened(view, qtbot, "rule/martyns-law-standard", "martyns_law_standard")
    assert "Not yet in force" in words_in(card)
    assert "Holds now" not in words_in(card)
    row = next(row for row in rows(view.titles) if row.id == "martyns_law_standard")
    assert "Not yet in force" in row.spoken


def test_a_rule_that_comes_is_told_beside_the_one_that_holds(house, view, qtbot):
    shared = {"rule": "fee", "title": "A fee", "unit": "pounds", "subject": "pay and travel"}
    house.put(
        Record(
            "rule", "rule/fee/1", {**shared, "value": 1, "validTo": "2026-12-31", "text": "Now."}
        ),
        Record(
            "rule",
            "rule/fee/2",
            {**shared, "value": 2, "validFrom": "2027-01-01", "text": "Later."},
        ),
    )
    card = opened(view, qtbot, "rule/fee/2", "fee")
    assert cells(card.history) == [
        ["£2", "From 1 January 2027", "Not yet in force"],
        ["£1", "Until 31 December 2026", "Holds now"],
    ]
    assert "Later." in words_in(card)


def test_rules_are_found_by_words_and_by_subject(view, qtbot):
    view.find_field.box.setText("raffle")
    qtbot.waitUntil(lambda: 0 < len(listed(view.titles)) < 20)
    view.subject.choose("pay and travel")
    qtbot.waitUntil(view.empty.isVisible)
    assert view.empty.title.text() == "No rule has this"
    view.empty.button.click()
    qtbot.waitUntil(lambda: len(listed(view.titles)) == 60)
    assert view.find_field.words() == ""


def test_a_library_that_cannot_be_read_says_so_and_can_be_tried_again(house, view, qtbot):
    house.facts.fail("rules", Damaged())
    view.shown()
    qtbot.waitUntil(view.empty.isVisible)
    assert view.empty.title.text() == "We could not look"
    house.facts.mend("rules")
    view.empty.button.click()
    qtbot.waitUntil(lambda: len(listed(view.titles)) == 60)


def test_a_rule_that_cannot_be_opened_says_so_and_can_be_tried_again(house, view, qtbot):
    house.facts.fail("rule", Damaged())
    view.titles.list.choose(SCRUTINY)
    qtbot.waitUntil(lambda: view.card is None)
    house.facts.mend("rule")
    again = next(b for b in view.titles.area.findChildren(QPushButton) if b.text() == "Try again")
    again.click()
    qtbot.waitUntil(lambda: view.card is not None)


def test_the_source_opens_only_after_its_address_was_shown(view, qtbot):
    opened(view, qtbot, SCRUTINY, SCRUTINY).source.page_button.click()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.close()


def test_long_and_strange_words_of_other_libraries_do_no_harm(house, view, qtbot):
    endless = "<b>W</b> " + "x" * 50_000
    bad = {"rule": "odd", "title": endless, "text": endless, "law": endless, "appliesTo": endless,
           "subject": endless, "source": endless}  # fmt: skip
    house.put(Record("rule", "rule/odd", bad))
    card = opened(view, qtbot, "rule/odd", "odd")
    assert "<b>W</b>" in words_in(card)
    assert view.titles.area.horizontalScrollBar().maximum() == 0


def test_the_view_can_be_used_by_everybody(view, qtbot):
    opened(view, qtbot, SCRUTINY, SCRUTINY)
    usable_at_every_size(qtbot, view.window())


def test_f6_stops_at_the_filters_the_list_and_the_rule(view):
    assert view.parts() == (view.filters, view.titles.list, view.titles.area)

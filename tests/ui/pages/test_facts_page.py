"""The page of local facts over the figures that travel with the program."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from tests.support.every_size import usable_at_every_size
from tests.support.facts_library import COUNTY, OLD_COUNTY, OXFORD, fact
from tests.support.titles_window import cells, listed, rows, words_in
from vcs_desktop.core.errors import Damaged
from vcs_desktop.ui.pages.facts.page import FactsPage
from vcs_desktop.ui.theme import look

SMALL_AREAS = "fact/deprivation/areas-worst-tenth-2025"


@pytest.fixture
def house(facts_house):
    return facts_house


@pytest.fixture
def page(facts_page):
    return facts_page


def opened(page, qtbot, fact_id):
    page.show_thing(fact_id)
    qtbot.waitUntil(lambda: page.titles.shown_id == fact_id)
    qtbot.waitUntil(lambda: page.card is not None and page.card.view.line.fact.id == fact_id)
    return page.card


def test_the_page_opens_with_every_theme_and_the_first_figure(page):
    headings = [row.title for row in rows(page.titles) if row.is_heading]
    assert headings[:3] == ["Population", "Town and country", "Older people"]
    assert page.subtitle == "57 facts. 14 older figures are not listed."
    assert page.card.figure.text() == "725,314 people"


def test_the_list_takes_the_focus_with_the_first_answer(house, tasks, show, qtbot):
    page = show(FactsPage(house, tasks), 1150, 600)
    page.setFocus()
    page.shown()
    qtbot.waitUntil(page.titles.list.hasFocus)


def test_a_figure_says_its_place_day_source_and_licence(page, qtbot):
    card = opened(page, qtbot, COUNTY)
    told = words_in(card)
    assert card.figure.text() == "8th least deprived of 153 large council areas in England"
    for words in (
        "Oxfordshire",
        "30 October 2025",
        "Indices of Deprivation 2025",
        "Open Government Licence v3.0",
        "https://data.oxfordshire.gov.uk/imd-2025",
    ):
        assert words in told.replace("\u200b", "")


def test_nowhere_on_the_page_is_the_county_called_8th_most_deprived(page, qtbot):
    card = opened(page, qtbot, COUNTY)
    card.copy()
    spoken = [row.spoken for row in rows(page.titles)]
    said = " ".join((*spoken, words_in(page), QGuiApplication.clipboard().text()))
    assert "8th least deprived" in said
    assert not re.search(r"(?<![\d,])8th most", said)


def test_copying_takes_the_source_along_and_says_so(page, qtbot):
    card = opened(page, qtbot, OXFORD)
    assert not card.copied.isVisible()
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    text = QGuiApplication.clipboard().text()
    assert text.startswith("People who are not White British, Oxford, 2021: 46.5% of people.")
    assert "Figure of 21 March 2021." in text
    assert "https://insight.oxfordshire.gov.uk" in text
    assert card.copied.isVisible()
    assert card.copied.text().startswith("Copied with its source.")


def test_an_older_figure_warns_before_and_after_it_is_copied(page, qtbot):
    card = opened(page, qtbot, OLD_COUNTY)
    assert "There is a newer figure, of 30 October 2025" in words_in(card)
    card.copy()
    assert "8th least deprived of 153" in card.copied.text()
    assert card.copied.property("kind") == "warn"


def test_one_step_leads_from_an_older_figure_to_the_newest(page, qtbot):
    card = opened(page, qtbot, OLD_COUNTY)
    qtbot.mouseClick(card.newer_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.card.view.line.fact.id == COUNTY)
    assert page.titles.shown_id == COUNTY
    assert not page.card.newer_button.isVisible()


def test_older_and_newer_figures_stand_in_a_table_with_what_may_not_be_compared(page, qtbot):
    card = opened(page, qtbot, SMALL_AREAS)
    assert [row[:2] for row in cells(card.editions)] == [
        ["30 September 2015", "2 of 407 small areas"],
        ["30 September 2019", "1 of 407 small areas"],
        ["30 October 2025", "2 of 428 small areas"],
    ]
    assert "Do not compare them. The small areas were redrawn" in words_in(card)
    assert card.charts == []


def test_a_figure_of_a_district_stands_beside_the_other_places_in_a_chart_and_a_table(page, qtbot):
    (chart,) = opened(page, qtbot, OXFORD).charts
    assert cells(chart.table)[0] == ["Oxford", "46.5%"]
    assert len(cells(chart.table)) == 7
    assert chart.summary.text() == "The most: Oxford, 46.5%. The least: West Oxfordshire, 11%."


def test_parts_of_a_whole_and_years_have_charts_of_their_own(page, qtbot):
    (parts,) = opened(page, qtbot, "fact/rural/share-in-oxford-2019").charts
    assert parts.summary.text().endswith("Together they are 100%.")
    assert [row[0] for row in cells(parts.table)] == [
        "Small towns and villages", "The main towns", "Oxford",
    ]  # fmt: skip
    (years,) = opened(page, qtbot, "fact/population/2021").charts
    assert cells(years.table) == [["2011", "653,798"], ["2021", "725,314"]]
    assert years.summary.text() == "2011: 653,798 people. 2021: 725,314 people."


def test_older_figures_are_listed_when_asked_for_and_say_that_they_are(page, qtbot):
    assert OLD_COUNTY not in listed(page.titles)
    page.filter_bar.older.click()
    qtbot.waitUntil(lambda: OLD_COUNTY in listed(page.titles))
    row = next(row for row in rows(page.titles) if row.id == OLD_COUNTY)
    assert "Older: there is a newer figure" in row.spoken
    assert page.subtitle == "71 facts."


def test_the_list_can_be_narrowed_by_place_theme_and_words(page, qtbot):
    page.filter_bar.place.choose("Oxford")
    page.filter_bar.theme.choose("poverty")
    qtbot.waitUntil(lambda: listed(page.titles) == ["fact/poverty/children-oxford-2022"])
    assert page.filter_bar.more.text() == "Filters: 2 are on"
    page.filter_bar.clear()
    qtbot.waitUntil(lambda: len(listed(page.titles)) == 57)
    page.find_here().setText("Leys")
    qtbot.waitUntil(lambda: 0 < len(listed(page.titles)) < 10)


def test_words_that_no_fact_has_say_so_and_the_way_back(page, qtbot):
    page.filter_bar.find_field.box.setText("zebra")
    page.filter_bar.find_field.box.returnPressed.emit()
    qtbot.waitUntil(page.empty.isVisible)
    assert page.empty.title.text() == "No fact has this"
    assert page.first_focus() is page.empty.button
    page.empty.button.click()
    qtbot.waitUntil(lambda: len(listed(page.titles)) == 57)


def test_a_record_that_a_search_asks_for_opens_whatever_the_filters_say(page, qtbot):
    page.filter_bar.place.choose("Cherwell")
    qtbot.waitUntil(lambda: len(listed(page.titles)) < 20)
    opened(page, qtbot, OXFORD)
    assert page.filter_bar.place.chosen_id() == ""
    page.show_thing("")
    assert page.titles.shown_id == OXFORD


def test_a_library_that_cannot_be_read_says_so_and_can_be_tried_again(house, open_facts, qtbot):
    house.facts.fail("facts", Damaged())
    page = open_facts()
    assert page.empty.title.text() == "We could not look"
    house.facts.mend("facts")
    page.empty.button.click()
    qtbot.waitUntil(lambda: len(listed(page.titles)) == 57)


def test_a_figure_that_cannot_be_opened_says_so_and_can_be_tried_again(house, page, qtbot):
    house.facts.fail("fact", Damaged())
    page.titles.list.choose(COUNTY)
    qtbot.waitUntil(lambda: page.card is None)
    house.facts.mend("fact")
    again = next(b for b in page.titles.area.findChildren(QPushButton) if b.text() == "Try again")
    again.click()
    qtbot.waitUntil(lambda: page.card is not None and page.card.view.line.fact.id == COUNTY)


def test_the_source_opens_only_after_its_address_was_shown(page, qtbot):
    opened(page, qtbot, COUNTY).source.page_button.click()
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert "https://data.oxfordshire.gov.uk/imd-2025" in box.informativeText().replace("\u200b", "")
    box.close()


def test_what_has_no_figure_no_day_and_no_source_says_so(house, page, qtbot):
    house.put(fact("bare", value=None, unit=None, asOf=None, source=None, text="Only words.",
                   theme="a new theme", place=None, area=None))  # fmt: skip
    page.shown()
    card = opened(page, qtbot, "fact/bare")
    told = words_in(card)
    assert card.figure.text() == "No figure is given"
    assert "The day is not given" in told
    assert "a new theme" in told


def test_long_and_strange_words_of_other_libraries_do_no_harm(house, page, qtbot):
    endless = "<b>W</b> " + "x" * 50_000
    house.put(fact("strange", title=endless, text=endless, unit=endless, place=endless,
                   source=endless, licence=endless, theme=endless))  # fmt: skip
    page.shown()
    card = opened(page, qtbot, "fact/strange")
    assert "<b>W</b>" in words_in(card)
    assert page.titles.area.horizontalScrollBar().maximum() == 0


def test_f6_stops_at_the_filters_the_list_the_figure_and_the_sheet(page):
    stops = (page.filter_bar, page.titles.list, page.titles.area, page.sheet_part)
    assert page.parts() == stops


def test_where_there_is_little_room_the_filters_fold_away_and_come_for_a_search(page, qtbot):
    page.resize(683, 364)
    qtbot.waitUntil(page.filter_bar.more.isVisible)
    assert not page.filter_bar.find_field.isVisible()
    assert page.find_here().isVisible()


def test_in_one_pane_enter_opens_the_figure_and_esc_goes_back(page, qtbot):
    page.resize(600, 600)
    titles = page.titles
    qtbot.waitUntil(titles.list_detail.one_pane)
    titles.list.setFocus()
    qtbot.keyClick(titles.list, Qt.Key.Key_Down)
    qtbot.keyClick(titles.list, Qt.Key.Key_Return)
    qtbot.waitUntil(titles.area.isVisible)
    qtbot.keyClick(titles.list_detail.back_button, Qt.Key.Key_Escape)
    qtbot.waitUntil(titles.list.hasFocus)


def test_enter_goes_into_the_figure_beside_the_list_and_presses_nothing(page, qtbot):
    titles = page.titles
    titles.list.setFocus()
    qtbot.keyClick(titles.list, Qt.Key.Key_Return)
    assert titles.area.hasFocus()
    assert titles.area.accessibleName() == titles.list.currentIndex().data()
    qtbot.keyClick(titles.area, Qt.Key.Key_Return)
    assert titles.area.hasFocus()
    qtbot.keyClick(titles.area, Qt.Key.Key_Tab)
    assert page.card.copy_button.hasFocus()
    qtbot.keyClick(page.card.copy_button, Qt.Key.Key_Escape)
    assert titles.list.hasFocus()


def test_a_click_leaves_the_focus_in_the_list(page, qtbot):
    view = page.titles.list
    place = view.visualRect(view.currentIndex()).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.hasFocus()


@pytest.mark.parametrize("fact_id", [OXFORD, OLD_COUNTY, SMALL_AREAS])
def test_the_page_can_be_used_by_everybody(page, qtbot, fact_id):
    opened(page, qtbot, fact_id)
    page.card.copy()
    usable_at_every_size(qtbot, page)


def test_looking_again_leaves_the_focus_where_it_is_in_the_figure(page, qtbot):
    card = opened(page, qtbot, OXFORD)
    card.copy_button.setFocus()
    with qtbot.waitSignal(page.ready):
        page.shown()
    with qtbot.waitSignal(page.view_model.fact.answered):
        pass
    assert page.card is card
    assert card.copy_button.hasFocus()


def test_a_change_of_colours_keeps_what_is_open(page, qtbot):
    card = opened(page, qtbot, OXFORD)
    look.set_theme("contrast")
    assert page.card is card

"""The person's own sheet of facts: put together, printed, saved, cleared and brought back."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.every_size import usable_at_every_size
from tests.support.facts_library import COUNTY, OXFORD
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.facts.page import FactsPage


@pytest.fixture
def house(facts_house):
    return facts_house


@pytest.fixture
def page(facts_page):
    return facts_page


def choose(page, qtbot, fact_id):
    page.show_thing(fact_id)
    qtbot.waitUntil(lambda: page.card.view.line.fact.id == fact_id)


def put(page, qtbot, house, *ids):
    for number, each in enumerate(ids, 1):
        choose(page, qtbot, each)
        page.card.sheet_button.click()
        said = f"{number} on your fact sheet"
        qtbot.waitUntil(lambda said=said: page.sheet_part.bar.count.text() == said)
    assert house.choices.all().on_fact_sheet == ids


def test_a_fact_can_be_put_on_the_sheet_and_taken_off(page, qtbot, house):
    put(page, qtbot, house, OXFORD)
    button = page.card.sheet_button
    assert button.text() == "Take off my fact sheet"
    assert button.accessibleName().startswith("Take off my fact sheet: People who are not White")
    button.click()
    qtbot.waitUntil(lambda: button.text() == "Put on my fact sheet")
    assert house.choices.all().on_fact_sheet == ()
    assert page.sheet_part.bar.count.text() == "Nothing on your fact sheet yet"


def test_what_was_done_can_be_taken_back(page, qtbot, house):
    put(page, qtbot, house, OXFORD)
    undo = page.sheet_part.undo_bar
    qtbot.waitUntil(undo.isVisible)
    assert "is on your fact sheet." in undo.words.text()
    undo.undo_button.click()
    qtbot.waitUntil(lambda: house.choices.all().on_fact_sheet == ())
    qtbot.waitUntil(lambda: page.card.sheet_button.text() == "Put on my fact sheet")
    assert QApplication.focusWidget() is page.titles.list


def test_a_cleared_sheet_comes_back_in_its_order(page, qtbot, house):
    put(page, qtbot, house, OXFORD, COUNTY)
    page.sheet_part.bar.clear_button.click()
    qtbot.waitUntil(lambda: house.choices.all().on_fact_sheet == ())
    qtbot.waitUntil(lambda: page.sheet_part.undo_bar.words.text() == "Your fact sheet is empty.")
    page.sheet_part.undo_bar.undo_button.click()
    qtbot.waitUntil(lambda: house.choices.all().on_fact_sheet == (OXFORD, COUNTY))


def test_the_sheet_is_still_there_next_time(open_facts, qtbot, house):
    house.choices.put_on_fact_sheet(COUNTY)
    page = open_facts()
    qtbot.waitUntil(lambda: page.card is not None)
    qtbot.waitUntil(lambda: page.sheet_part.bar.count.text() == "1 on your fact sheet")
    choose(page, qtbot, COUNTY)
    assert page.card.sheet_button.text() == "Take off my fact sheet"


def test_printing_makes_the_sheet_and_opens_it(page, qtbot, house, opened, tmp_path):
    put(page, qtbot, house, OXFORD, COUNTY)
    page.print_act()()
    qtbot.waitUntil(lambda: opened == [tmp_path / "pages" / "fact-sheet.pdf"], timeout=15_000)
    made = opened[0].with_suffix(".html").read_text("utf-8")
    assert made.index("not White British, Oxford") < made.index("Deprivation of the county")
    assert page.sheet_part.bar.message.text().startswith("The sheet is open in your PDF program")


def test_with_nothing_on_the_sheet_the_open_fact_is_printed(page, qtbot, opened):
    choose(page, qtbot, COUNTY)
    assert page.sheet_part.bar.make_button.text() == "Make a sheet of this fact"
    page.print_act()()
    qtbot.waitUntil(lambda: len(opened) == 1, timeout=15_000)
    made = opened[0].with_suffix(".html").read_text("utf-8")
    assert "Deprivation of the county, 2025" in made
    assert made.count("<h2") == 2


def test_a_saved_sheet_can_be_opened(page, qtbot, house, opened, tmp_path):
    put(page, qtbot, house, COUNTY)
    bar = page.sheet_part.bar
    bar.make_at(str(tmp_path / "for the bid.pdf"))
    qtbot.waitUntil(lambda: bar.message.text().startswith("Saved as “for the bid.pdf”"),
                    timeout=15_000)  # fmt: skip
    bar.open_button.click()
    assert opened == [tmp_path / "for the bid.pdf"]


def test_before_a_fact_is_open_there_is_nothing_to_print(house, tasks, show):
    page = show(FactsPage(house, tasks), 1150, 600)
    assert page.print_act() is None


def test_a_choice_that_cannot_be_kept_says_so(page, qtbot, house, monkeypatch):
    def full(_fact_id):
        raise FolderNotWritable("full")

    monkeypatch.setattr(house.choices, "put_on_fact_sheet", full)
    page.card.sheet_button.click()
    qtbot.waitUntil(page.sheet_part.message.isVisible)
    assert page.card.sheet_button.text() == "Put on my fact sheet"


def test_a_computer_without_a_program_for_pdf_says_where_it_is(page, qtbot, monkeypatch):
    monkeypatch.setattr(files, "open_file", lambda _path: False)
    page.print_act()()
    qtbot.waitUntil(page.sheet_part.bar.message.isVisible, timeout=15_000)
    assert "fact-sheet.pdf" in page.sheet_part.bar.message.text()


def test_everybody_can_use_it_at_every_size(page, qtbot, house):
    put(page, qtbot, house, OXFORD)
    usable_at_every_size(qtbot, page)

"""Each page prints its own natural thing, and nothing where there is none."""

import pytest

from tests.support.learning_window import BUDGET, PLAIN
from vcs_desktop.core.errors import FolderNotWritable
from vcs_desktop.core.resources import resource
from vcs_desktop.services.help import HelpService
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.council.page import CouncilPage
from vcs_desktop.ui.pages.help.page import GLOSSARY, HelpPage


@pytest.fixture
def help_page(house, tasks, show, qtbot, tmp_path):
    house.help = HelpService(house.database, resource("help"), tmp_path / "pages")
    made = show(HelpPage(house, tasks), 1150, 640)
    assert made.print_act() is None
    with qtbot.waitSignal(made.ready):
        made.shown()
    return made


def test_a_guide_prints_its_sheet(learning_page, read, qtbot, opened):
    read(BUDGET)
    learning_page.print_act()()
    qtbot.waitUntil(lambda: [path.suffix for path in opened] == [".pdf"], timeout=15_000)
    assert "budget" in opened[0].name


def test_a_guide_without_a_sheet_and_the_rules_have_nothing_to_print(learning_page, read):
    read(PLAIN)
    assert learning_page.print_act() is None
    read(BUDGET)
    learning_page.sections.open("rules")
    assert learning_page.print_act() is None


def test_funding_prints_the_committee_sheet_but_not_who_was_funded(
    funding_page, qtbot, opened, tmp_path
):
    funding_page.print_act()()
    place = tmp_path / "pages" / "committee-sheet.pdf"
    qtbot.waitUntil(lambda: opened == [place], timeout=15_000)
    funding_page.near_us_button.click()
    assert funding_page.print_act() is None


def test_council_has_nothing_to_print(council_house, tasks, show):
    assert show(CouncilPage(council_house, tasks, council_house.session)).print_act() is None


def test_a_page_of_help_is_printed_from_the_browser(help_page, qtbot, opened, tmp_path):
    help_page.show_thing("keys")
    help_page.print_act()()
    qtbot.waitUntil(lambda: opened == [tmp_path / "pages" / "help-keys.html"], timeout=15_000)
    assert "Print it from there" in help_page.message.words.text()
    help_page.message.close_button.click()
    assert help_page.topics.reading.browser.hasFocus()


def test_the_glossary_has_nothing_to_print(help_page):
    help_page.show_thing(GLOSSARY)
    assert help_page.print_act() is None


def test_help_that_cannot_be_written_or_opened_says_so(help_page, house, qtbot, monkeypatch):
    monkeypatch.setattr(files, "open_file", lambda _path: False)
    help_page.print_act()()
    qtbot.waitUntil(help_page.message.isVisible, timeout=15_000)
    assert "No program here opens web pages" in help_page.message.words.text()

    def full(_topic_id):
        raise FolderNotWritable("full")

    monkeypatch.setattr(house.help, "make_web_page", full)
    help_page.print_act()()
    qtbot.waitUntil(lambda: "No program" not in help_page.message.words.text())

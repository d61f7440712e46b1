"""The year on one page, saved and printed from the totals."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.support.starter import starter_rules
from vcs_desktop.domain.attendance import AttendanceSheet, Came
from vcs_desktop.domain.kinds import ATTENDANCE
from vcs_desktop.domain.our_group import OurGroup, YearEnd
from vcs_desktop.ui.pages.who_came.page import TOTALS, WhoCamePage
from vcs_desktop.ui.pages.who_came.year_page import YearPage


@pytest.fixture
def year(group_house, tasks, show_page, qtbot):
    sheet = AttendanceSheet(name="Lunch", on=date(2026, 3, 5), came=(Came("a"),), others=8)
    group_house.inside.records.add(ATTENDANCE, sheet)
    group_house.inside.our_group.save(None, OurGroup(year_end=YearEnd(31, 3)))
    group_house.facts = SimpleNamespace(rulebook=starter_rules)
    page = show_page(WhoCamePage(group_house, tasks, group_house.session))
    page.sections.open(TOTALS)
    made = page.findChild(YearPage)
    qtbot.waitUntil(made.out.save_button.isEnabled)
    made.page = page  # it lives as long as the card
    return made


def test_the_last_year_that_is_over_is_offered_first(year):
    box = year.year.box
    assert [box.itemText(number) for number in range(3)] == [
        "Year to 31 March 2026",
        "Year to 31 March 2027",
        "Year to 31 March 2025",
    ]
    assert year.year.chosen_id() == "2026"


def test_the_page_is_saved_with_a_web_page_beside_it(year, tmp_path, qtbot):
    year.out.make_at(str(tmp_path / "year.pdf"))
    qtbot.waitUntil(year.message.isVisible)
    assert "Saved as “year.pdf”." in year.message.words.text()
    assert "9</dt>" in (tmp_path / "year.html").read_text("utf-8")


def test_the_year_that_was_chosen_is_the_one_that_is_printed(year, opened, qtbot):
    year.year.box.setCurrentIndex(2)
    year.out.print_it()
    qtbot.waitUntil(lambda: bool(opened))
    assert "31 March 2025" in opened[0].with_suffix(".html").read_text("utf-8")
    year.shown()
    qtbot.waitUntil(lambda: year.year.chosen_id() == "2025")


def test_a_page_that_cannot_be_written_is_told(year, tmp_path, qtbot):
    year.out.make_at(str(tmp_path / "nowhere" / "x" / "year.doc"))
    qtbot.waitUntil(year.message.isVisible)
    assert "must end in .pdf or .html" in year.message.words.text()

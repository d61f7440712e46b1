"""The page of dates over a real, encrypted group that has one date of each sort."""

import pytest

from tests.support.dates_window import DatesHouse
from vcs_desktop.ui import files
from vcs_desktop.ui.pages.dates.page import DatesPage


@pytest.fixture
def dates_house(tmp_path, tasks, qtbot):
    """Return services over a group that is open and has no dates of its own yet."""
    made = DatesHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def open_dates(dates_house, tasks, show, qtbot):
    """Put one date of each sort into the group, unless told not to, and show the page."""

    def open_it(width=1150, height=640, *, filled=True):
        if filled:
            dates_house.ids = dates_house.fill()
        page = show(DatesPage(dates_house, tasks, dates_house.session), width, height)
        with qtbot.waitSignal(page.ready):
            page.shown()
        return page

    return open_it


@pytest.fixture
def opened(monkeypatch):
    """Note which files are opened instead of opening them; this computer has a program for each."""
    paths = []
    monkeypatch.setattr(files, "open_file", lambda path: paths.append(path) or True)
    return paths


@pytest.fixture(scope="session")
def starter_rules(tmp_path_factory):
    """Return the rule book that travels with the program."""
    from tests.support.facts_library import FactsHouse

    house = FactsHouse(tmp_path_factory.mktemp("rules"))
    try:
        return house.facts.rulebook()
    finally:
        house.close()

"""The page of volunteers over a real group, with a part in front."""

import pytest

from tests.support.volunteers_window import VolunteersHouse, rows_of
from vcs_desktop.ui.pages.volunteers.page import CLAIMS, VolunteersPage


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = VolunteersHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def open_part(house, tasks, show_page, qtbot):
    """Put the page on the screen with a part in front, and wait until its first card is there."""

    def open_it(part_id, *size, filled=True):
        if filled:
            house.fill()
        page = show_page(VolunteersPage(house, tasks, house.session), *(size or (1150, 700)))
        page.show_thing(part_id)
        part = page.front()
        house.settle()
        qtbot.waitUntil(lambda: not filled or rows_of(part) != [] or part_id == CLAIMS)
        house.settle()
        return part

    return open_it

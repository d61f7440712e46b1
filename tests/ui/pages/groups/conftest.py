"""The page of groups over groups that are real, encrypted, and cost nothing to open."""

from functools import partial

import pytest

from tests.support.groups_window import GroupsHouse, Typist, make_page
from tests.support.vault_examples import MovableClock


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = GroupsHouse(tmp_path, tasks, qtbot, MovableClock())
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def open_page(house, settings, show, qtbot):
    return partial(make_page, house, settings, show, qtbot)


@pytest.fixture
def typist(qtbot):
    return partial(Typist, qtbot)


@pytest.fixture
def starting(open_page, qtbot):
    """Return the page at the first question of who starts a group."""
    made = open_page()
    made.show_thing("start")
    qtbot.waitUntil(made.views.start.name.field.box.hasFocus)
    return made

"""The page of applications over a real group, and an application begun from a kept grant."""

import pytest

from tests.support.application_examples import WARM
from tests.support.applications_window import ApplicationsHouse
from vcs_desktop.ui.pages.applications.page import ApplicationsPage


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = ApplicationsHouse(tmp_path, tasks, qtbot).begin()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def page(house, show_page):
    return show_page(ApplicationsPage(house, house.tasks, house.session))


@pytest.fixture
def begun(house):
    return house.inside.applications.start_from_call(WARM)

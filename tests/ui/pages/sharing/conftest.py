"""A group that shares with its council, and the page of that in a window."""

import pytest

from tests.support.sharing_window import SharingHouse, shared_page


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = SharingHouse(tmp_path, tasks, qtbot).begin().fill()
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def open_page(house, tasks, show, qtbot):
    return lambda *size: shared_page(house, tasks, show, qtbot, *size)

"""The laptops of a group in a window, with a service in memory between them."""

import pytest

from tests.support.laptops_window import LaptopsHouse, LaptopsWindow
from tests.support.vault_examples import MovableClock


@pytest.fixture
def house(tmp_path, tasks, qtbot):
    made = LaptopsHouse(tmp_path, tasks, qtbot, MovableClock())
    yield made
    tasks.stop()
    made.close()


@pytest.fixture
def part_of(house, show, qtbot):
    """Show the part for the open group."""
    return lambda: LaptopsWindow(house, show, qtbot)
